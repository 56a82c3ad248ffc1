/** Reading of what the tables `GSUB` and `GPOS` have in common (OpenType, “Common Table Formats”). Offsets are from the beginning of the table. */

/** One rule of a lookup, of a kind that depends on the table. */
export interface Subtable {
  readonly kind: number;
  readonly at: number;
}

const numbersAt = (view: DataView, at: number, count: number): readonly number[] => Array.from({ length: count }, (_, k) => view.getUint16(at + 2 * k));

/** A list that begins with its length. */
export const listAt = (view: DataView, at: number): readonly number[] => numbersAt(view, at + 2, view.getUint16(at));

/** The rules of each lookup; those that stand apart for their size are followed there (`extension` is the kind that says so). */
export function lookupsOf(view: DataView, extension: number): readonly (readonly Subtable[])[] {
  const list = view.getUint16(8);
  return listAt(view, list).map((offset) => {
    const lookup = list + offset;
    const kind = view.getUint16(lookup);
    return listAt(view, lookup + 4).map((from): Subtable => {
      const at = lookup + from;
      return kind === extension ? { kind: view.getUint16(at + 2), at: at + view.getUint32(at + 4) } : { kind, at };
    });
  });
}

/** The numbers of the lookups that each feature calls, with the feature's four letters. */
export function featuresOf(view: DataView): readonly { readonly tag: string; readonly lookups: readonly number[] }[] {
  const list = view.getUint16(6);
  return Array.from({ length: view.getUint16(list) }, (_, k) => {
    const record = list + 2 + 6 * k;
    const tag = String.fromCharCode(...Array.from({ length: 4 }, (__, letter) => view.getUint8(record + letter)));
    return { tag, lookups: listAt(view, list + view.getUint16(record + 4) + 2) };
  });
}

/** The glyphs of a coverage table, in its order. */
export function coverageAt(view: DataView, at: number): readonly number[] {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) return numbersAt(view, at + 4, count);
  return Array.from({ length: count }, (_, k) => {
    const range = at + 4 + 6 * k;
    const first = view.getUint16(range);
    return Array.from({ length: view.getUint16(range + 2) - first + 1 }, (__, step) => first + step);
  }).flat();
}

/** The class of each glyph that a class table names; the others are of class 0. */
export function classesAt(view: DataView, at: number): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (view.getUint16(at) === 1) {
    const first = view.getUint16(at + 2);
    listAt(view, at + 4).forEach((group, k) => classes.set(first + k, group));
    return classes;
  }
  for (let k = 0; k < view.getUint16(at + 2); k++) {
    const range = at + 4 + 6 * k;
    for (let glyph = view.getUint16(range); glyph <= view.getUint16(range + 2); glyph++) classes.set(glyph, view.getUint16(range + 4));
  }
  return classes;
}
