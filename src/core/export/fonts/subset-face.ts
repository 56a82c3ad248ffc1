import { readCmap, writeCmap } from './cmap.ts';
import { glyphClosure } from './glyph-closure.ts';
import { indexGlyphs, joinBytes } from './glyph-data.ts';
import { pruneKerning } from './prune-kerning.ts';
import { tableOf, viewOf, type FontTables } from './sfnt.ts';

/** Bits of a component of a composite glyph (OpenType, `glyf`). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** What a font without names of glyphs has as its table `post`. */
const NAMELESS = 0x0003_0000;
const POST_LENGTH = 32;

/** The bytes of every glyph by its number; `loca` in its long form. */
function glyphsOf(tables: FontTables): readonly Uint8Array[] {
  const [glyf, loca] = [tableOf(tables, 'glyf'), viewOf(tableOf(tables, 'loca'))];
  return Array.from({ length: loca.byteLength / 4 - 1 }, (_, k) => glyf.subarray(loca.getUint32(4 * k), loca.getUint32(4 * k + 4)));
}

/** The glyphs that a composite glyph is put together of. */
function componentsOf(glyph: Uint8Array): readonly number[] {
  const view = viewOf(glyph);
  if (glyph.length === 0 || view.getInt16(0) >= 0) return [];
  const components: number[] = [];
  let at = 10;
  for (let flags = MORE; (flags & MORE) !== 0;) {
    flags = view.getUint16(at);
    components.push(view.getUint16(at + 2));
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + ((flags & SCALE) === 0 ? ((flags & TWO_SCALES) === 0 ? ((flags & MATRIX) === 0 ? 0 : 8) : 4) : 2);
  }
  return components;
}

function withComponents(glyphs: readonly Uint8Array[], kept: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(kept);
  // A set that grows while it is walked is walked to its end.
  for (const glyph of found) for (const component of componentsOf(glyphs[glyph] ?? new Uint8Array())) found.add(component);
  return found;
}

/** A `gvar` table without the variations of glyphs that are not kept. */
function pruneVariations(gvar: Uint8Array, isKept: (glyph: number) => boolean): Uint8Array {
  const view = viewOf(gvar);
  const count = view.getUint16(12);
  const [isLong, dataAt, sharedAt] = [(view.getUint16(14) & 1) === 1, view.getUint32(16), view.getUint32(8)];
  const offset = (k: number): number => dataAt + (isLong ? view.getUint32(20 + 4 * k) : 2 * view.getUint16(20 + 2 * k));
  const shared = gvar.subarray(sharedAt, sharedAt + 2 * view.getUint16(4) * view.getUint16(6));
  const pieces = Array.from({ length: count }, (_, k) => (isKept(k) ? gvar.subarray(offset(k), offset(k + 1)) : new Uint8Array()));
  const header = new Uint8Array(20 + 4 * (count + 1));
  header.set(gvar.subarray(0, 20));
  const written = viewOf(header);
  written.setUint16(14, 1);
  written.setUint32(8, header.length);
  written.setUint32(16, header.length + shared.length);
  let at = 0;
  pieces.forEach((piece, k) => written.setUint32(20 + 4 * (k + 1), (at += piece.length)));
  return joinBytes([header, shared, ...pieces]);
}

/** An `hmtx` table that has zeros for glyphs that are not kept. */
function pruneMetrics(tables: FontTables, isKept: (glyph: number) => boolean): Uint8Array {
  const metrics = tableOf(tables, 'hmtx').slice();
  const wide = viewOf(tableOf(tables, 'hhea')).getUint16(34);
  // The last width stands for all glyphs after it.
  for (let glyph = 0; glyph < wide - 1; glyph++) if (!isKept(glyph)) metrics.fill(0, 4 * glyph, 4 * glyph + 4);
  return metrics;
}

/**
 * The same font with the glyphs that some characters need and no others. Glyphs keep their numbers, so that every rule of the font holds as before
 * and letters fall on the same pixels; what was taken away is empty, and knows no character.
 */
export function subsetFace(tables: FontTables, codes: Iterable<number>): FontTables {
  const characters = readCmap(tableOf(tables, 'cmap'), codes);
  const glyphs = glyphsOf(tables);
  const gsub = tables.get('GSUB');
  const named = [0, ...characters.values()];
  const kept = withComponents(glyphs, gsub === undefined ? new Set(named) : glyphClosure(gsub, named));
  const isKept = (glyph: number): boolean => kept.has(glyph);
  const post = new Uint8Array(POST_LENGTH);
  post.set(tableOf(tables, 'post').subarray(0, POST_LENGTH));
  viewOf(post).setUint32(0, NAMELESS);
  const subset = new Map<string, Uint8Array>([
    ...tables,
    ...Object.entries(indexGlyphs(glyphs.map((glyph, k) => (isKept(k) ? glyph : new Uint8Array())))),
    ['cmap', writeCmap(characters)],
    ['hmtx', pruneMetrics(tables, isKept)],
    ['post', post],
  ]);
  const [gvar, gpos] = [tables.get('gvar'), tables.get('GPOS')];
  if (gvar !== undefined) subset.set('gvar', pruneVariations(gvar, isKept));
  if (gpos !== undefined) subset.set('GPOS', pruneKerning(gpos, isKept));
  return subset;
}
