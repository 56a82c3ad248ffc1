import type { LngLat } from '../geo/coordinates.ts';
import type { Edtf } from '../time/edtf.ts';

/** Any JSON value, as parsed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The row of an event in its dataset; what travels from query to hit-test. */
export type EventNumber = number;

/** How far a statement is established, and by whom is in the event's `attribution`. In order of display. */
export const STATUSES = ['confirmed', 'reported', 'planned', 'disputed', 'denied', 'retracted'] as const;
export type Status = (typeof STATUSES)[number];

/** A part of a day that a source names instead of an hour, in order. */
export const PARTS_OF_DAY = ['early-morning', 'morning', 'midday', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** Whether something was stated by the source, or inferred and from what ("the dateline"). */
export type Basis = { readonly kind: 'stated' } | { readonly kind: 'inferred'; readonly from: string };

/** When an event happened: the reading, and the words it was read from. */
export interface When {
  /** `undefined` when the source states no date: the event is undated. */
  readonly edtf: Edtf | undefined;
  /** The source's own words for the time ("later this week"). */
  readonly wording: string | undefined;
  readonly basis: Basis;
  /** IANA zone of the wall-clock time, `'local'` when it is local time of an unknown zone. */
  readonly zone: string;
  readonly partOfDay: PartOfDay | undefined;
}

interface PlaceBase {
  /** Empty when the file gives a position without a name. */
  readonly name: string;
  readonly basis: Basis;
  /** The source's own words for the place. */
  readonly wording: string | undefined;
}

/** A ring list (outer ring first) in degrees, as in GeoJSON; one entry per polygon. */
export type AreaGeometry = readonly (readonly (readonly LngLat[])[])[];

/** Where an event happened, as exactly as it is known and no more exactly. */
export type Place =
  | (PlaceBase & { readonly kind: 'exact'; readonly at: LngLat })
  | (PlaceBase & { readonly kind: 'near'; readonly at: LngLat; readonly radiusKm: number })
  | (PlaceBase & { readonly kind: 'area'; readonly at: LngLat; readonly area: AreaGeometry })
  /** A country or region stands in for a place that is not known more closely. `code` is ISO 3166-1 alpha-3 or ISO 3166-2. */
  | (PlaceBase & { readonly kind: 'country' | 'region'; readonly at: LngLat; readonly code: string | undefined })
  | (PlaceBase & { readonly kind: 'route'; readonly at: LngLat; readonly path: readonly (readonly LngLat[])[] })
  /** Known to the publisher and kept back. */
  | (PlaceBase & { readonly kind: 'withheld' })
  | (PlaceBase & { readonly kind: 'not-stated' });

export type PlaceKind = Place['kind'];

/** A place that has a position on the map. */
export type LocatedPlace = Extract<Place, { readonly at: LngLat }>;

/** Where an assertion comes from. */
export interface Source {
  readonly publisher: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  /** EDTF text. */
  readonly date: string | undefined;
  /** Page, paragraph or time in the source. */
  readonly locator: string | undefined;
}

export const RELATION_KINDS = ['conflicts-with', 'part-of', 'follows'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A tie from an event to another, named by its id. */
export interface Relation {
  readonly kind: RelationKind;
  readonly to: string;
}

/** A picture, film or sound of an event. */
export interface Media {
  readonly url: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

/** One thing that happened, is reported or is planned. */
export interface TimelineEvent {
  readonly id: string;
  readonly title: string;
  /** A few words for a label where the title has no room. */
  readonly shortTitle: string | undefined;
  readonly description: string | undefined;
  readonly when: When;
  /** In the source's order; empty means the same as one place that is not stated. */
  readonly places: readonly Place[];
  /** Ids of the story's categories; the first one colours the event. */
  readonly categories: readonly string[];
  readonly status: Status;
  /** Who says so. */
  readonly attribution: string | undefined;
  readonly actors: readonly string[];
  readonly sources: readonly Source[];
  readonly relations: readonly Relation[];
  readonly media: readonly Media[];
  /**
   * Members of `properties` that the members above do not hold in full, as they stood, for saving: unknown ones, unreadable ones,
   * and lists whose entries have unknown members. They are written over what stands in their place, so whoever changes
   * a member takes it out of here.
   */
  readonly extra: ReadonlyMap<string, Json>;
  /** The same for members of the feature itself, such as `bbox` or a geometry that could not be read. */
  readonly featureExtra: ReadonlyMap<string, Json>;
}
