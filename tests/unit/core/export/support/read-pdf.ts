import { unzlibSync } from 'fflate';

/** A PDF file as far as these tests read it: its objects by number, and what their streams hold once unpacked. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, string>;
  readonly streams: ReadonlyMap<number, Uint8Array>;
  readonly trailer: string;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Reads a file by its table of references; throws where an object does not lie where the table says. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = latin(bytes);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
  const rows = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n $/gm)].map(([, at = '']) => Number(at));
  if (rows.length !== Number(count) - 1) throw new Error(`the table has ${rows.length} rows for ${count} objects`);
  const objects = new Map<number, string>();
  const streams = new Map<number, Uint8Array>();
  rows.forEach((at, k) => {
    const opening = `${k + 1} 0 obj\n`;
    if (!text.startsWith(opening, at)) throw new Error(`object ${k + 1} does not begin at ${at}`);
    const body = text.slice(at + opening.length, text.indexOf('\nendobj\n', at));
    const stream = body.indexOf('stream\n');
    objects.set(k + 1, stream < 0 ? body : body.slice(0, stream));
    if (stream < 0) return;
    const from = at + opening.length + stream + 'stream\n'.length;
    streams.set(k + 1, unzlibSync(bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(body)?.[1]))));
  });
  return { objects, streams, trailer: text.slice(text.indexOf('trailer', start)) };
}

/** The object that an entry of another refers to. */
export function referredTo(body: string, entry: string): number {
  const [, number] = new RegExp(`/${entry} \\[?(\\d+) 0 R`).exec(body) ?? [];
  if (number === undefined) throw new Error(`no ${entry} in ${body.slice(0, 200)}`);
  return Number(number);
}

/** The text of a PDF string in hexadecimal digits. */
export const readText = (digits: string): string => Buffer.from(digits.replace(/^FEFF/, ''), 'hex').swap16().toString('utf16le');

/** The content of the one page. */
export function contentOf(pdf: ReadPdf): string {
  const page = [...pdf.objects.values()].find((body) => body.includes('/Type /Page ')) ?? '';
  return latin(pdf.streams.get(referredTo(page, 'Contents')) ?? new Uint8Array());
}

/** The lines of text as a program copies them: the codes of the glyphs, each by what its font says that it means. */
export function linesOf(pdf: ReadPdf): readonly string[] {
  const page = [...pdf.objects.values()].find((body) => body.includes('/Type /Page ')) ?? '';
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => {
      const map = latin(pdf.streams.get(referredTo(pdf.objects.get(Number(number)) ?? '', 'ToUnicode')) ?? new Uint8Array());
      return [name, new Map([...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g)].map(([, code = '', text = '']) => [code, readText(text)] as const))] as const;
    }),
  );
  return [...contentOf(pdf).matchAll(/\/P <<\/MCID \d+>> BDC\n([^]*?)\nEMC(?=\n|$)/g)].map(([, line = '']) =>
    [...line.matchAll(/\/(F\d+) [\d.]+ Tf\n([^]*?)\nET/g)]
      .flatMap(([, font = '', shown = '']) => [...shown.matchAll(/<([0-9A-F]{4})>/g)].map(([, code = '']) => fonts.get(font)?.get(code) ?? '\uFFFD'))
      .join(''),
  );
}
