import { classesAt, coverageAt, listAt, lookupsOf, type Subtable } from './layout-table.ts';
import { viewOf } from './sfnt.ts';

const EXTENSION = 9;
const PAIRS = 2;

/** Bytes of a value of so many fields, one bit for each. */
const bytesOf = (format: number): number => {
  let bytes = 0;
  for (let bits = format; bits > 0; bits >>= 1) bytes += 2 * (bits & 1);
  return bytes;
};

/**
 * A `GPOS` table in which pairs of letters with glyphs that are not kept are not moved: their values are zeros, which take next to no room once packed.
 * All else stays where it is.
 */
export function pruneKerning(gpos: Uint8Array, isKept: (glyph: number) => boolean): Uint8Array {
  const pruned = gpos.slice();
  const view = viewOf(pruned);
  for (const subtable of lookupsOf(view, EXTENSION).flat()) {
    if (subtable.kind !== PAIRS) continue;
    if (view.getUint16(subtable.at) === 1) prunePairs(pruned, subtable, isKept);
    else pruneClasses(pruned, subtable, isKept);
  }
  return pruned;
}

/** Pairs listed by their first glyph. */
function prunePairs(bytes: Uint8Array, { at }: Subtable, isKept: (glyph: number) => boolean): void {
  const view = viewOf(bytes);
  const firsts = coverageAt(view, at + view.getUint16(at + 2));
  const size = bytesOf(view.getUint16(at + 4)) + bytesOf(view.getUint16(at + 6));
  const keptSets = new Set(listAt(view, at + 8).filter((_, k) => isKept(firsts[k] ?? 0)));
  for (const offset of new Set(listAt(view, at + 8))) {
    const set = at + offset;
    for (let k = 0; k < view.getUint16(set); k++) {
      const record = set + 2 + k * (2 + size);
      if (!keptSets.has(offset) || !isKept(view.getUint16(record))) bytes.fill(0, record + 2, record + 2 + size);
    }
  }
}

/** Pairs of classes, as a grid. */
function pruneClasses(bytes: Uint8Array, { at }: Subtable, isKept: (glyph: number) => boolean): void {
  const view = viewOf(bytes);
  const size = bytesOf(view.getUint16(at + 4)) + bytesOf(view.getUint16(at + 6));
  const [rows, columns] = [view.getUint16(at + 12), view.getUint16(at + 14)];
  const firsts = classesAt(view, at + view.getUint16(at + 8));
  const used = (classes: ReadonlyMap<number, number>): ReadonlySet<number> => new Set([...classes].filter(([glyph]) => isKept(glyph)).map(([, group]) => group));
  const keptRows = new Set(coverageAt(view, at + view.getUint16(at + 2)).filter(isKept).map((glyph) => firsts.get(glyph) ?? 0));
  // Any glyph without a class is of class 0, which nearly always means some that are kept.
  const keptColumns = new Set([0, ...used(classesAt(view, at + view.getUint16(at + 10)))]);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = at + 16 + (row * columns + column) * size;
      if (!keptRows.has(row) || !keptColumns.has(column)) bytes.fill(0, cell, cell + size);
    }
  }
}
