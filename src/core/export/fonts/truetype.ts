import { indexGlyphs, simpleGlyph, type Contour } from './glyph-data.ts';
import { viewOf, writeSfnt } from './sfnt.ts';

/** A glyph of a font to be written; lengths in the units of the font. */
export interface NewGlyph {
  readonly contours: readonly Contour[];
  readonly advance: number;
}

const VERSION = 0x0001_0000;
const MAGIC = 0x5f0f_3cf5;
const SMALLEST_READABLE = 6;

const table = (length: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length);
  write(viewOf(bytes));
  return bytes;
};

/** Where an outline begins from the left; 0 for one without a point. */
const leftEdge = (points: Contour): number => (points.length === 0 ? 0 : points.reduce((left, { x }) => Math.min(left, x), Infinity));

/**
 * A TrueType file of some outlines, without characters: a PDF file says by itself what its glyphs mean (ISO 32000-1, 9.9, “FontFile2”).
 * The first glyph is the one that stands for what is missing.
 */
export function writeTrueType(glyphs: readonly NewGlyph[], { unitsPerEm, ascent, descent }: { readonly unitsPerEm: number; readonly ascent: number; readonly descent: number }): Uint8Array<ArrayBuffer> {
  const points = glyphs.map(({ contours }) => contours.flat());
  const all = points.flat();
  const edge = (pick: (...values: readonly number[]) => number, axis: 'x' | 'y'): number => all.reduce((found, point) => pick(found, point[axis]), 0);
  const box = [edge(Math.min, 'x'), edge(Math.min, 'y'), edge(Math.max, 'x'), edge(Math.max, 'y')];
  const widest = glyphs.reduce((width, { advance }) => Math.max(width, advance), 0);
  const head = table(54, (view) => {
    view.setUint32(0, VERSION);
    view.setUint32(4, VERSION);
    view.setUint32(12, MAGIC);
    view.setUint16(18, unitsPerEm);
    box.forEach((value, k) => view.setInt16(36 + 2 * k, value));
    view.setUint16(46, SMALLEST_READABLE);
    view.setInt16(48, 2);
    view.setInt16(50, 1);
  });
  const hhea = table(36, (view) => {
    view.setUint32(0, VERSION);
    view.setInt16(4, ascent);
    view.setInt16(6, descent);
    view.setUint16(10, Math.round(widest));
    view.setInt16(16, box[2] ?? 0);
    view.setInt16(18, 1);
    view.setUint16(34, glyphs.length);
  });
  const maxp = table(32, (view) => {
    view.setUint32(0, VERSION);
    view.setUint16(4, glyphs.length);
    view.setUint16(6, points.reduce((most, list) => Math.max(most, list.length), 0));
    view.setUint16(8, glyphs.reduce((most, { contours }) => Math.max(most, contours.length), 0));
    view.setUint16(14, 1);
  });
  const hmtx = table(4 * glyphs.length, (view) =>
    glyphs.forEach(({ advance }, k) => {
      view.setUint16(4 * k, Math.round(advance));
      view.setInt16(4 * k + 2, leftEdge(points[k] ?? []));
    }),
  );
  const outlines = indexGlyphs(glyphs.map(({ contours }) => simpleGlyph(contours, new Uint8Array())));
  return writeSfnt(new Map([['head', head], ['hhea', hhea], ['maxp', maxp], ['hmtx', hmtx], ['glyf', outlines.glyf], ['loca', outlines.loca]]));
}
