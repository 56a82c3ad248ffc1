import type { BaseMap } from '../geo/base-map.ts';
import { isInCountry } from '../geo/contains.ts';
import { FIXED_WORLD } from '../geo/fixed.ts';
import type { Dataset } from '../model/dataset.ts';
import { placeAt, placeKindAt } from '../model/rows.ts';
import { sampledPlaces } from './map-samples.ts';

/** Level of the grid in each cell of which one place is looked up where they are very many: a degree and a half wide. */
export const LOOKED_UP = 8;

const known = new WeakMap<Dataset['places'], WeakMap<BaseMap, ReadonlySet<string>>>();

/** Codes of the countries that the story is about: those that its places lie in or that stand in for one. */
export function focusCountries(dataset: Dataset, base: BaseMap): ReadonlySet<string> {
  const byBase = known.get(dataset.places) ?? new WeakMap<BaseMap, ReadonlySet<string>>();
  known.set(dataset.places, byBase);
  const codes = byBase.get(base) ?? countriesOf(dataset, base);
  byBase.set(base, codes);
  return codes;
}

function countriesOf(dataset: Dataset, base: BaseMap): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { place: p } of sampledPlaces(dataset, undefined, LOOKED_UP)) {
    const place = placeKindAt(dataset, p) === 'country' ? placeAt(dataset, p) : undefined;
    const named = place?.kind === 'country' ? base.countryOf.get(place.code ?? '') : undefined;
    const { x, y } = dataset.places;
    const code = named?.a3 ?? (place === undefined ? otherCountryAt((x[p] as number) / FIXED_WORLD, (y[p] as number) / FIXED_WORLD, base, codes) : undefined);
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

/** The country in which a position in unit Mercator lies, as long as it is not among those known. */
function otherCountryAt(x: number, y: number, base: BaseMap, known: ReadonlySet<string>): string | undefined {
  return base.countries.find((country) => !known.has(country.a3) && isInCountry(country, x, y))?.a3;
}
