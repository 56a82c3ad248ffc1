import { foldPlaceName } from './gazetteer-names.ts';
import { lookUp, type LookUpContext, type PlaceMeant } from './gazetteer-look-up.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';

/** Fewer letters than this are the beginning of too many names. */
const LEAST_LETTERS = 2;

/**
 * Places that a person may mean who has typed a name, or the beginning of one: those that the name means, the likeliest first, then the most
 * prominent of those whose names begin so. `most` of them at most, none twice.
 */
export function suggestPlaces(gazetteer: Gazetteer, typed: string, most: number, context: LookUpContext = {}): readonly PlaceMeant[] {
  const meant = lookUp(gazetteer, typed, context);
  const found = meant === undefined ? [] : [meant.found, ...meant.others];
  const { key } = foldPlaceName(typed);
  if (found.length < most && key.length >= LEAST_LETTERS) {
    for (const { name, country } of beginningWith(gazetteer, key).slice(0, 3 * most)) {
      const place = lookUp(gazetteer, name, country === '' ? {} : { within: [country] })?.found;
      if (place !== undefined && !found.some((other) => isSame(other, place))) found.push(place);
    }
  }
  return found.slice(0, most);
}

function beginningWith({ byKey }: Gazetteer, key: string): readonly GazetteerPlace[] {
  const places = new Set<GazetteerPlace>();
  for (const [name, named] of byKey) if (name.startsWith(key) && name !== key) for (const place of named) places.add(place);
  return [...places].sort((a, b) => b.weight - a.weight);
}

const isSame = (a: PlaceMeant, b: PlaceMeant): boolean => a.at[0] === b.at[0] && a.at[1] === b.at[1] && a.kind === b.kind;
