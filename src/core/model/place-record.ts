import { unreachable } from '../base/result.ts';
import type { LngLat } from '../geo/coordinates.ts';
import type { AreaGeometry, Basis, Place, PlaceKind } from './event.ts';
import { isLocated } from './place.ts';

/** The kinds of places; records hold positions in this list. */
const KINDS = ['exact', 'near', 'area', 'country', 'region', 'route', 'withheld', 'not-stated'] as const satisfies readonly PlaceKind[];

/** What a kind of place has besides its position: a radius, an area, a code or a path. */
type Detail = number | string | AreaGeometry | readonly (readonly LngLat[])[];

/** What is kept of a place in a record, without what it lacks at the end. */
export type PlaceTuple = readonly [
  kind: number,
  name: string,
  lng?: number | null,
  lat?: number | null,
  detail?: Detail | null,
  inferredFrom?: string | null,
  wording?: string | null,
];

/** A place as it is kept in a record. */
export function encodePlace(place: Place): PlaceTuple {
  const { name, basis, wording } = place;
  const kind = KINDS.indexOf(place.kind);
  const detail = detailOf(place);
  const [lng, lat] = isLocated(place) ? [place.at[0], place.at[1]] : [null, null];
  if (basis.kind === 'inferred' || wording !== undefined) return [kind, name, lng, lat, detail, basis.kind === 'inferred' ? basis.from : null, wording ?? null];
  if (detail !== null) return [kind, name, lng, lat, detail];
  return lng === null ? [kind, name] : [kind, name, lng, lat];
}

function detailOf(place: Place): Detail | null {
  switch (place.kind) {
    case 'near':
      return place.radiusKm;
    case 'area':
      return place.area;
    case 'country':
    case 'region':
      return place.code ?? null;
    case 'route':
      return place.path;
    case 'exact':
    case 'withheld':
    case 'not-stated':
      return null;
    default:
      return unreachable(place);
  }
}

/** The place of what `encodePlace` kept. */
export function decodePlace([position, name, lng, lat, detail, inferredFrom, wording]: PlaceTuple): Place {
  const basis: Basis = typeof inferredFrom === 'string' ? { kind: 'inferred', from: inferredFrom } : { kind: 'stated' };
  const base = { name, basis, wording: wording ?? undefined };
  const kind = KINDS[position] ?? 'not-stated';
  const at: LngLat = [lng ?? 0, lat ?? 0];
  switch (kind) {
    case 'exact':
      return { ...base, kind, at };
    case 'near':
      return { ...base, kind, at, radiusKm: detail as number };
    case 'area':
      return { ...base, kind, at, area: detail as AreaGeometry };
    case 'country':
    case 'region':
      return { ...base, kind, at, code: (detail as string | null | undefined) ?? undefined };
    case 'route':
      return { ...base, kind, at, path: detail as readonly (readonly LngLat[])[] };
    case 'withheld':
    case 'not-stated':
      return { ...base, kind };
    default:
      return unreachable(kind);
  }
}
