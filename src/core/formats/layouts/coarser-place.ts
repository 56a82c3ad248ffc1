import type { Place } from '../../model/event.ts';

/** A place whose point is only near it; one without a point stays as it is. */
export const near = (place: Place, radiusKm: number): Place =>
  place.kind === 'exact' ? { ...place, kind: 'near', radiusKm } : place;

/** A region whose point stands in for a place within it. What the place was called is kept as wording where the region's name takes its place. */
export function asRegion(place: Place, name = ''): Place {
  if (place.kind !== 'exact') return place;
  const { at, basis, wording } = place;
  if (name === '' || name === place.name) return { kind: 'region', at, basis, code: undefined, name: place.name, wording };
  return { kind: 'region', at, basis, code: undefined, name, wording: place.name === '' ? wording : place.name };
}

/** A country whose point stands in for a place within it. */
export function asCountry(place: Place): Place {
  if (place.kind !== 'exact') return place;
  const { at, basis, name, wording } = place;
  return { kind: 'country', at, basis, code: undefined, name, wording };
}
