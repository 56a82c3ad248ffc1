import type { EventNumber, LocatedPlace, TimelineEvent } from './event.ts';
import type { Story } from './story.ts';

/** The values of all events of a dataset, one array per field, by event number. */
export interface Columns {
  /** Bounds of the time span in UTC milliseconds; NaN for an undated event, ±Infinity for an open or unknown end. */
  readonly earliestStart: Float64Array;
  readonly latestStart: Float64Array;
  readonly earliestEnd: Float64Array;
  readonly latestEnd: Float64Array;
  /** Position of the first category in `story.categories`, `NO_CATEGORY` for none (or from the 256th on). */
  readonly category: Uint8Array;
  /** Position in `STATUSES`. */
  readonly status: Uint8Array;
}

/** All events of one opened file. Immutable. */
export interface Dataset {
  readonly story: Story;
  readonly events: readonly TimelineEvent[];
  readonly columns: Columns;
  /** All events in time order: by earliest start, part of day, latest end, then file order; the undated last, in file order. */
  readonly inTimeOrder: readonly EventNumber[];
  readonly numberOf: ReadonlyMap<string, EventNumber>;
  /** The distinct located places, in order of first mention, each with its events in time order. */
  readonly places: readonly PlaceGroup[];
  /** Groups of each event, by event number. */
  readonly placesOf: readonly (readonly number[])[];
}

/** A located place and what happened there. */
export interface PlaceGroup {
  /** The same for equal places of different events; stable across openings of the same file. */
  readonly key: string;
  readonly place: LocatedPlace;
  readonly events: readonly EventNumber[];
}

/** Position of the first category of an event without one. */
export const NO_CATEGORY = 255;
