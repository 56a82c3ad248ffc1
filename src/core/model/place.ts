import type { LocatedPlace, Place } from './event.ts';

/** The kinds of places that have a position; columns hold positions in this list. */
export const LOCATED_KINDS = ['exact', 'near', 'area', 'country', 'region', 'route'] as const satisfies readonly LocatedPlace['kind'][];

/** Whether a place has a position on the map. */
export const isLocated = (place: Place): place is LocatedPlace => place.kind !== 'withheld' && place.kind !== 'not-stated';

/** Decimals of a degree within which two positions of one name are one place: 0.0001° is 11 m. */
const KEY_DECIMALS = 4;

/**
 * What makes two places the same: a country or region by its code, any other place by kind, name and position.
 * Stable across openings, so that links can hold it.
 */
export function placeKey(place: LocatedPlace): string {
  if ((place.kind === 'country' || place.kind === 'region') && place.code !== undefined) return `${place.kind}:${place.code}`;
  const [lng, lat] = place.at.map(keyDegrees);
  return `${place.kind}:${lng},${lat}:${place.name}`;
}

/** Degrees in the fewest characters; `+ 0` turns minus zero into zero. */
const keyDegrees = (degrees: number): string => String(Number(degrees.toFixed(KEY_DECIMALS)) + 0);
