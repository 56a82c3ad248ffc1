import type { LocatedPlace, Place } from './event.ts';

/** The kinds of places that have a position; columns hold positions in this list. */
export const LOCATED_KINDS = ['exact', 'near', 'area', 'country', 'region', 'route'] as const satisfies readonly LocatedPlace['kind'][];

/** Whether a place has a position on the map. */
export const isLocated = (place: Place): place is LocatedPlace => place.kind !== 'withheld' && place.kind !== 'not-stated';

/** Steps of a degree within which two positions of one name are one place: 0.0001° is 11 m. */
const KEY_STEPS = 10_000;

/** A longitude or latitude as a whole number of steps, for a key; `+ 0` turns minus zero into zero. */
export const keyStepsOf = (degrees: number): number => Math.round(degrees * KEY_STEPS) + 0;

/** The code by which a country or region is one place wherever its point is set; `undefined` for any other place. */
export const placeCodeOf = (place: LocatedPlace): string | undefined =>
  place.kind === 'country' || place.kind === 'region' ? place.code : undefined;

/**
 * What makes two places the same: a country or region by its code, any other place by kind, name and position.
 * Stable across openings, so that links can hold it.
 */
export function placeKey(place: LocatedPlace): string {
  const code = placeCodeOf(place);
  if (code !== undefined) return `${place.kind}:${code}`;
  const [lng, lat] = place.at;
  return `${place.kind}:${keyStepsOf(lng) / KEY_STEPS},${keyStepsOf(lat) / KEY_STEPS}:${place.name}`;
}

/** The distinct located places among some, each as it is first named. */
export function distinctPlaces(places: readonly Place[]): readonly LocatedPlace[] {
  const located = places.filter(isLocated);
  if (located.length < 2) return located;
  const keys = located.map(placeKey);
  return located.filter((_, position) => keys.indexOf(keys[position] ?? '') === position);
}
