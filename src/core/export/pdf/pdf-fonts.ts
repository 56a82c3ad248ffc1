import { writeTrueType } from '../fonts/truetype.ts';
import type { ShapedGlyph, Typeface } from '../fonts/typeface.ts';
import { asciiBytes, hex, pdfNumber, refer, type PdfFile, type PdfRef } from './pdf-file.ts';

/** A typeface as the file holds it: the glyphs that were asked for, numbered in that order. */
export interface PdfFont {
  /** What content streams call it. */
  readonly name: string;
  /** The number of a glyph in the file; one that stands for several texts has several, so that each text is copied as it was. */
  readonly codeOf: (glyph: ShapedGlyph) => number;
}

/** The fonts of a file. */
export interface PdfFonts {
  readonly fontOf: (typeface: Typeface) => PdfFont;
  /** Writes all fonts; answers the entries of the resources that name them. */
  readonly write: () => string;
}

interface Used {
  readonly id: number;
  readonly text: string;
}

const EM = 1000;
/** Letters that are not laid out as Latin ones are (ISO 32000-1, 9.8.2, “Symbolic”). */
const SYMBOLIC = 4;
/** Entries of one list of a character map, of which programs take so many (Adobe technical note 5411). */
const MOST_AT_ONCE = 100;
/** Capital letters are about this high in the three families. */
const CAP_HEIGHT = 0.7;
const STEM_OF_WEIGHT = 0.2;

/** Keeps account of what a file needs of its fonts. */
export function pdfFonts(file: PdfFile): PdfFonts {
  const fonts = new Map<Typeface, { readonly font: PdfFont; readonly used: readonly Used[]; readonly ref: PdfRef }>();
  const begin = (typeface: Typeface) => {
    const used: Used[] = [{ id: 0, text: '' }];
    const codes = new Map<string, number>();
    const font: PdfFont = {
      name: `F${fonts.size + 1}`,
      codeOf: ({ id, text }) => {
        const key = `${id} ${text}`;
        const code = codes.get(key) ?? used.push({ id, text }) - 1;
        codes.set(key, code);
        return code;
      },
    };
    const begun = { font, used, ref: file.reserve() };
    fonts.set(typeface, begun);
    return begun;
  };
  return {
    fontOf: (typeface) => (fonts.get(typeface) ?? begin(typeface)).font,
    write: () => {
      for (const [typeface, { used, ref }] of fonts) writeFont(file, typeface, used, ref);
      return [...fonts.values()].map(({ font, ref }) => `/${font.name} ${refer(ref)}`).join(' ');
    },
  };
}

/** Six letters before the name say that a font is a part of one, and tell parts apart (9.6.4). */
function tagOf(used: readonly Used[]): string {
  let sum = used.reduce((hash, { id }) => (Math.imul(hash, 31) + id) >>> 0, used.length);
  let tag = '';
  for (let k = 0; k < 6; k++) {
    tag += String.fromCharCode(65 + (sum % 26));
    sum = Math.floor(sum / 26);
  }
  return tag;
}

function writeFont(file: PdfFile, typeface: Typeface, used: readonly Used[], ref: PdfRef): void {
  const { face, weight, unitsPerEm, ascent, descent } = typeface;
  const units = (value: number): string => pdfNumber((value * EM) / unitsPerEm);
  const glyphs = used.map(({ id }) => ({ contours: typeface.outlineOf(id), advance: typeface.widthOf(id) }));
  const bytes = writeTrueType(glyphs, typeface);
  const data = file.addStream(`/Length1 ${bytes.length}`, bytes);
  const name = `${tagOf(used)}+${face.family.replaceAll(' ', '')}-${weight}${face.style === 'italic' ? 'Italic' : ''}`;
  const points = glyphs.flatMap(({ contours }) => contours.flat());
  const box = points.reduce(
    ([left, bottom, right, top], { x, y }) => [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)] as const,
    [0, 0, 0, 0] as readonly [number, number, number, number],
  );
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${SYMBOLIC} /FontBBox [${box.map(units).join(' ')}] /ItalicAngle ${face.style === 'italic' ? -12 : 0}`
    + ` /Ascent ${units(ascent)} /Descent ${units(descent)} /CapHeight ${CAP_HEIGHT * EM} /StemV ${pdfNumber(weight * STEM_OF_WEIGHT)} /FontFile2 ${refer(data)} >>`,
  );
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>`
    + ` /FontDescriptor ${refer(descriptor)} /CIDToGIDMap /Identity /W [0 [${glyphs.map(({ advance }) => units(advance)).join(' ')}]] >>`,
  );
  const meaning = file.addStream('', asciiBytes(characterMap(used)));
  file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${refer(descendant)}] /ToUnicode ${refer(meaning)} >>`,
    ref,
  );
}

/** What text each glyph stands for (9.10.3). */
function characterMap(used: readonly Used[]): string {
  const entries = used.flatMap(({ text }, code) => {
    const digits = Array.from({ length: text.length }, (_, k) => hex(text.charCodeAt(k), 4)).join('');
    return digits === '' ? [] : [`<${hex(code, 4)}> <${digits}>`];
  });
  const lists: string[] = [];
  for (let from = 0; from < entries.length; from += MOST_AT_ONCE) {
    const list = entries.slice(from, from + MOST_AT_ONCE);
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar\n`);
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n',
    ...lists,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n',
  ].join('');
}
