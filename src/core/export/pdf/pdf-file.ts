import { zlibSync } from 'fflate';
import { formatNumber } from '../../scene/format-number.ts';
import { joinBytes } from '../fonts/glyph-data.ts';

/** The number of an object of the file, as others refer to it. */
export type PdfRef = number;

/** A PDF file that grows object by object (ISO 32000-1, 7.3 and 7.5). */
export interface PdfFile {
  /** A number for an object that others speak of before it is written. */
  readonly reserve: () => PdfRef;
  /** Writes an object, under a reserved number or a new one. */
  readonly add: (body: string, ref?: PdfRef) => PdfRef;
  /** Writes an object with bytes, which are packed; `entries` stand in its dictionary beside what says how. */
  readonly addStream: (entries: string, bytes: Uint8Array, ref?: PdfRef) => PdfRef;
  /** The bytes of the file; every reserved number is written by then. */
  readonly finish: (root: PdfRef, info: PdfRef) => Uint8Array<ArrayBuffer>;
}

/** Letters of PDF syntax, which are ASCII, as bytes. */
export const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A reference to an object. */
export const refer = (ref: PdfRef): string => `${ref} 0 R`;

/** A number as PDF files have it. */
export const pdfNumber = (value: number): string => formatNumber(value, 4);

/** A text of any script as a PDF string: UTF-16 in hexadecimal digits, after a byte order mark (7.9.2.2). */
export function pdfText(text: string): string {
  let digits = 'FEFF';
  for (let k = 0; k < text.length; k++) digits += hex(text.charCodeAt(k), 4);
  return `<${digits}>`;
}

/** A number in hexadecimal digits, so many of them. */
export const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

/** Four bytes above 127 after the version tell programs that the file is not text (7.5.2). */
const HEADER = [...asciiBytes('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a];

/** Begins an empty file. The same objects give the same bytes. */
export function pdfFile(): PdfFile {
  const objects: (Uint8Array | undefined)[] = [];
  const reserve = (): PdfRef => objects.push(undefined);
  const put = (ref: PdfRef, pieces: readonly Uint8Array[]): PdfRef => {
    objects[ref - 1] = joinBytes([asciiBytes(`${ref} 0 obj\n`), ...pieces, asciiBytes('\nendobj\n')]);
    return ref;
  };
  return {
    reserve,
    add: (body, ref = reserve()) => put(ref, [asciiBytes(body)]),
    addStream: (entries, bytes, ref = reserve()) => {
      const packed = zlibSync(bytes, { level: 9 });
      const dictionary = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
      return put(ref, [asciiBytes(dictionary), packed, asciiBytes('\nendstream')]);
    },
    finish: (root, info) => {
      const pieces: Uint8Array[] = [Uint8Array.from(HEADER)];
      let at = HEADER.length;
      const starts = objects.map((object, k) => {
        if (object === undefined) throw new Error(`object ${k + 1} of the PDF file was never written`);
        pieces.push(object);
        at += object.length;
        return at - object.length;
      });
      const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
      const size = objects.length + 1;
      pieces.push(asciiBytes(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root ${refer(root)} /Info ${refer(info)} >>\nstartxref\n${at}\n%%EOF\n`));
      return joinBytes(pieces);
    },
  };
}
