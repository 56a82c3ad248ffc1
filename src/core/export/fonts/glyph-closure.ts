import { unreachable } from '../../base/result.ts';
import { coverageAt, featuresOf, listAt, lookupsOf, type Subtable } from './layout-table.ts';
import { viewOf } from './sfnt.ts';

/**
 * The features that browsers use without being asked (CSS Fonts 4, 7.1; OpenType, “Registered features”), those that shape Arabic script among them.
 */
const USED_UNASKED = new Set('ccmp locl calt clig liga rclt rlig rvrn isol init medi fina'.split(' '));

const EXTENSION = 7;
const KINDS = { 1: 'single', 2: 'multiple', 3: 'alternate', 4: 'ligature' } as const;

/** Pairs of what a rule replaces and what may take its place. Rules that look around call others, which are looked at by themselves. */
function replacementsOf(view: DataView, { kind, at }: Subtable): readonly (readonly [from: readonly number[], to: readonly number[]])[] {
  const name = kind in KINDS ? KINDS[kind as keyof typeof KINDS] : undefined;
  if (name === undefined) return [];
  const covered = coverageAt(view, at + view.getUint16(at + 2));
  const sets = (): readonly number[] => listAt(view, at + 4).map((offset) => at + offset);
  switch (name) {
    case 'single': {
      const delta = view.getInt16(at + 4);
      const replacements = view.getUint16(at) === 1 ? covered.map((glyph) => (glyph + delta) & 0xffff) : listAt(view, at + 4);
      return covered.map((glyph, k) => [[glyph], replacements.slice(k, k + 1)]);
    }
    case 'multiple':
    case 'alternate':
      return sets().map((set, k) => [covered.slice(k, k + 1), listAt(view, set)]);
    case 'ligature':
      return sets().flatMap((set, k) =>
        listAt(view, set).map((offset) => {
          const ligature = set + offset;
          const others = listAt(view, ligature + 2).slice(0, -1);
          return [[...covered.slice(k, k + 1), ...others], [view.getUint16(ligature)]] as const;
        }),
      );
    default:
      return unreachable(name);
  }
}

/**
 * The glyphs that may stand for some glyphs once a browser has applied the font's own replacements, these among them. Rather too many than one
 * too few: whether the neighbours of a glyph call for a replacement is not asked.
 */
export function glyphClosure(gsub: Uint8Array, glyphs: Iterable<number>): ReadonlySet<number> {
  const view = viewOf(gsub);
  const features = featuresOf(view);
  const called = (isWanted: (tag: string) => boolean): ReadonlySet<number> => new Set(features.filter(({ tag }) => isWanted(tag)).flatMap(({ lookups }) => lookups));
  const [unasked, asked] = [called((tag) => USED_UNASKED.has(tag)), called((tag) => !USED_UNASKED.has(tag))];
  const replacements = lookupsOf(view, EXTENSION)
    .filter((_, number) => unasked.has(number) || !asked.has(number))
    .flat()
    .flatMap((subtable) => replacementsOf(view, subtable));
  const found = new Set(glyphs);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [from, to] of replacements) {
      if (from.every((glyph) => found.has(glyph))) for (const glyph of to) found.add(glyph);
    }
  }
  return found;
}
