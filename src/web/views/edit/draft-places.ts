import { unreachable } from '../../../core/base/result.ts';
import type { LngLat } from '../../../core/geo/coordinates.ts';
import type { PlaceMeant } from '../../../core/geo/gazetteer-look-up.ts';
import { parsePosition } from '../../../core/geo/parse-coordinates.ts';
import { positionText } from '../../../core/geo/position-text.ts';
import type { Basis, Place, PlaceKind } from '../../../core/model/event.ts';
import { isLocated } from '../../../core/model/place.ts';

/** A place as it stands in the form. */
export interface PlaceDraft {
  readonly kind: PlaceKind;
  readonly name: string;
  /** Latitude and longitude, as typed. */
  readonly position: string;
  readonly radiusKm: string;
  /** ISO code of a country or region. */
  readonly code: string | undefined;
  readonly wording: string;
  readonly basis: Basis;
  /** What was there before: areas and routes keep their shape, and what is not changed stays as it is. */
  readonly before: Place | undefined;
}

export type PlaceProblem = 'unreadable' | 'outside' | 'radius-missing';

/** What a place in the form says: a place, nothing at all, or what is wrong with it. */
export type PlaceReading =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: PlaceProblem };

const STATED: Basis = { kind: 'stated' };

export const EMPTY_PLACE: PlaceDraft = {
  kind: 'exact', name: '', position: '', radiusKm: '', code: undefined, wording: '', basis: STATED, before: undefined,
};

/** A place as the form shows it. */
export const placeDraftOf = (place: Place): PlaceDraft => ({
  kind: place.kind,
  name: place.name,
  position: isLocated(place) ? positionText(place.at) : '',
  radiusKm: place.kind === 'near' ? String(place.radiusKm) : '',
  code: place.kind === 'country' || place.kind === 'region' ? place.code : undefined,
  wording: place.wording ?? '',
  basis: place.basis,
  before: place,
});

/** Reads a place in the form. One with a name and no position is a place whose position is not known. */
export function readPlace(draft: PlaceDraft): PlaceReading {
  const { kind, name, position, code, wording, basis, before } = draft;
  const base = { name: name.trim(), wording: wording.trim() === '' ? undefined : wording.trim(), basis };
  if (before !== undefined && sameDraft(placeDraftOf(before), draft)) return { kind: 'place', place: before };
  if (kind === 'withheld') return { kind: 'place', place: { ...base, kind } };
  const isBare = base.name === '' && base.wording === undefined;
  if (kind === 'not-stated' || position.trim() === '') return isBare ? { kind: 'nothing' } : { kind: 'place', place: { ...base, kind: 'not-stated' } };
  const written = parsePosition(position);
  if (written === undefined) return { kind: 'problem', problem: 'unreadable' };
  if (Math.abs(written.lat) > 90 || Math.abs(written.lng) > 180) return { kind: 'problem', problem: 'outside' };
  const at: LngLat = [written.lng, written.lat];
  switch (kind) {
    case 'exact':
      return { kind: 'place', place: { ...base, kind, at } };
    case 'near': {
      const radiusKm = Number(draft.radiusKm.replace(',', '.'));
      return radiusKm > 0 ? { kind: 'place', place: { ...base, kind, at, radiusKm } } : { kind: 'problem', problem: 'radius-missing' };
    }
    case 'country':
    case 'region':
      return { kind: 'place', place: { ...base, kind, at, code } };
    case 'area':
    case 'route':
      return { kind: 'place', place: before?.kind === kind ? { ...before, ...base, at } : { ...base, kind: 'exact', at } };
    default:
      return unreachable(kind);
  }
}

const sameDraft = (a: PlaceDraft, b: PlaceDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A place taken from the gazetteer: as exactly as a name tells, and said to be inferred from it. */
export const placeMeant = (draft: PlaceDraft, meant: PlaceMeant): PlaceDraft => ({
  ...draft,
  kind: meant.kind,
  name: meant.name,
  position: positionText(meant.at),
  radiusKm: meant.radiusKm === undefined ? '' : String(meant.radiusKm),
  code: meant.code,
  basis: { kind: 'inferred', from: 'gazetteer' },
});

/** A place at a position that a hand has pointed out. A country or region is no longer what it is. */
export const placeAtHand = (draft: PlaceDraft, at: LngLat): PlaceDraft => ({
  ...draft,
  kind: draft.kind === 'near' ? 'near' : 'exact',
  position: positionText(at),
  code: undefined,
  basis: STATED,
});

/** The kinds that a person may choose for a place: shapes only where it has one. */
export function kindsFor({ before }: PlaceDraft): readonly PlaceKind[] {
  const shape = before?.kind === 'area' || before?.kind === 'route' ? [before.kind] : [];
  return ['exact', 'near', ...shape, 'region', 'country', 'withheld', 'not-stated'];
}
