import type { Dataset } from '../model/dataset.ts';
import { placeKey } from '../model/place.ts';
import { placeAt } from '../model/rows.ts';

/** How a place is called and found again. */
interface Named {
  readonly name: string;
  readonly key: string;
}

/** How many places last asked for are kept at hand. */
const KEPT = 8192;

const kept = new WeakMap<Dataset['places'], Map<number, Named>>();

function namedAt(dataset: Dataset, p: number): Named {
  const known = kept.get(dataset.places) ?? new Map<number, Named>();
  const at = known.get(p);
  if (at !== undefined) return at;
  const place = placeAt(dataset, p);
  const named: Named = { name: place.name, key: placeKey(place) };
  if (known.size === 0) kept.set(dataset.places, known);
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? p);
  known.set(p, named);
  return named;
}

/** The name of a place by its number; asked again it needs no record. */
export const placeNameAt = (dataset: Dataset, p: number): string => namedAt(dataset, p).name;

/** The key of a place by its number; asked again it needs no record. */
export const placeKeyAt = (dataset: Dataset, p: number): string => namedAt(dataset, p).key;
