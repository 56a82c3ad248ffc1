import type { Precision } from '../time/edtf.ts';
import type { IdTable } from './id-table.ts';
import type { RowRecords } from './row-record.ts';
import type { Story } from './story.ts';

/** Codes of a column, in the narrowest array that holds them. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A column of few distinct values: the values, and the position of each row's value among them. */
export interface Interned<T> {
  /** In order of first mention in the file. */
  readonly values: readonly T[];
  readonly codes: Codes;
}

/** The sets of categories that events have. */
export interface CategorySets extends Interned<readonly number[]> {
  /** Of each value the ids as the events name them, also those that the story does not list. */
  readonly ids: readonly (readonly string[])[];
}

/** How closely a date is known. */
export interface Dating {
  readonly precision: Precision;
  readonly approximate: boolean;
  /** Whether the event took one of several dates. */
  readonly oneOf: boolean;
}

/** The values of all events of a dataset, one array per field, by row. */
export interface Columns {
  /** Bounds of the time span at its widest in UTC milliseconds; NaN for an undated event, ±Infinity for an open or unknown end. */
  readonly earliestStart: Float64Array<ArrayBuffer>;
  readonly latestEnd: Float64Array<ArrayBuffer>;
  /** Sets of categories, each as positions in `story.categories` in the event's order; the first one colours the event. */
  readonly categories: CategorySets;
  /** How closely dates are known; `undefined` for the undated. */
  readonly dating: Interned<Dating | undefined>;
  /** Position in `STATUSES`. */
  readonly status: Uint8Array<ArrayBuffer>;
  /** How much is told of the event, 0 to 255: which label is kept where not all have room. */
  readonly importance: Uint8Array<ArrayBuffer>;
  /** The first actor, who says so, and the name of the first located place; the empty text for none. */
  readonly actor: Interned<string>;
  readonly attribution: Interned<string>;
  readonly placeName: Interned<string>;
  /** Places of row `i`: the entries `placeStart[i]` to `placeStart[i + 1] − 1` of `placeList`, each once, in the event's order. */
  readonly placeStart: Uint32Array<ArrayBuffer>;
  readonly placeList: Uint32Array<ArrayBuffer>;
  /** Position of the event in its file, from 0. */
  readonly file: Uint32Array<ArrayBuffer>;
}

/** The distinct located places, in order of first mention in the file; very many by neighbourhoods (see `place-order.ts`). */
export interface PlaceTable {
  readonly size: number;
  /** Web Mercator as fractions of the world's width and height times 2³² (see `geo/fixed.ts`). */
  readonly x: Uint32Array<ArrayBuffer>;
  readonly y: Uint32Array<ArrayBuffer>;
  /** Position in `LOCATED_KINDS`. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** Rows of place `p`, in time order: the entries `eventStart[p]` to `eventStart[p + 1] − 1` of `events`. */
  readonly eventStart: Uint32Array<ArrayBuffer>;
  readonly events: Uint32Array<ArrayBuffer>;
}

/** Who names whom: the relations between events of the dataset, sorted by the row named, then by the row that names it. */
export interface RelationTable {
  readonly to: Uint32Array<ArrayBuffer>;
  readonly from: Uint32Array<ArrayBuffer>;
  /** Position in `RELATION_KINDS`. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** The relations that name an id which no event has, in no particular order. */
  readonly loose: LooseRelations;
}

/** Relations whose event is not there, as long as it is not added. */
export interface LooseRelations {
  readonly to: readonly string[];
  readonly from: Uint32Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
}

/**
 * All that is told of the events, one record per event in file order: either as text that `encodeEvent` has written, or as the row of a table
 * that says it, where it stands in its file.
 */
export interface Records {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Record `f` is `bytes` from `start[f]` to `start[f + 1]`; one without a byte is a row. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** `undefined` where no record is a row. */
  readonly rows: RowRecords | undefined;
}

/**
 * All events of one opened file, in columns. Immutable, and made of plain data: it goes from one thread to another as it is.
 * An event is its row. Rows stand in time order: by earliest start, part of day, latest end, then file order; the undated last, in file order.
 */
export interface Dataset {
  readonly story: Story;
  /** Number of events. */
  readonly size: number;
  /** Number of dated events: these are the rows 0 to `dated` − 1. */
  readonly dated: number;
  readonly columns: Columns;
  readonly places: PlaceTable;
  readonly relations: RelationTable;
  readonly records: Records;
  readonly byId: IdTable;
}

/** Position of the first category of an event without one. */
export const NO_CATEGORY = 255;
