import { bisectLeft } from '../base/bisect.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { fixedXOf, fixedYOf, lngLatOfFixed } from '../geo/fixed.ts';
import { NO_CATEGORY, type Dataset, type Records } from './dataset.ts';
import { RELATION_KINDS, STATUSES, type EventNumber, type LocatedPlace, type RelationKind, type Status, type TimelineEvent } from './event.ts';
import { findRow } from './id-table.ts';
import { distinctPlaces, LOCATED_KINDS, placeKey } from './place.ts';
import { eventOfRecord, idOfRecord, textsOfRecord } from './record.ts';
import { recordAt } from './records.ts';

/** How many events last read are kept at hand: some screens full. */
const KEPT = 1024;

const kept = new WeakMap<Records, Map<number, TimelineEvent>>();

/** All that is told of an event, read from its record. Throws on a row that the dataset does not have. */
export function eventAt(dataset: Dataset, i: EventNumber): TimelineEvent {
  const { records, columns } = dataset;
  const known = kept.get(records) ?? new Map<number, TimelineEvent>();
  const position = columns.file[i];
  if (position === undefined) throw new RangeError(`row ${i} of a dataset of ${dataset.size} events`);
  const at = known.get(position);
  if (at !== undefined) return at;
  const event = eventOfRecord(recordAt(records, position));
  if (known.size === 0) kept.set(records, known);
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? 0);
  known.set(position, event);
  return event;
}

/** The texts of an event that a search looks at, read from its record and not kept. */
export const textsAt = ({ records, columns }: Dataset, i: EventNumber): readonly string[] => textsOfRecord(recordAt(records, columns.file[i] ?? 0));

/** All events one after the other in the order of their file, none of them kept. */
export function* eventsInFileOrder({ records }: Dataset): Generator<TimelineEvent, void, void> {
  for (let position = 0; position + 1 < records.start.length; position += 1) yield eventOfRecord(recordAt(records, position));
}

/** The id in a record, by its position in the file. */
export const recordIdAt = (records: Records, position: number): string => idOfRecord(recordAt(records, position));

/** The row of an event by its id; `undefined` for an id that the dataset does not have. */
export const rowOf = ({ byId, columns, records }: Dataset, id: string): EventNumber | undefined =>
  findRow(byId, id, (row) => recordIdAt(records, columns.file[row] ?? 0));

/** Whether an event has a place on the time line. */
export const isDated = ({ dated }: Dataset, i: EventNumber): boolean => i < dated;

/** Position in the story of the category that colours an event; `NO_CATEGORY` for none, or from the 256th on. */
export function categoryAt({ columns: { categories } }: Dataset, i: EventNumber): number {
  const first = categories.values[categories.codes[i] ?? 0]?.[0] ?? NO_CATEGORY;
  return Math.min(first, NO_CATEGORY);
}

/** How far an event is established. */
export const statusAt = ({ columns }: Dataset, i: EventNumber): Status => STATUSES[columns.status[i] ?? 0] ?? 'confirmed';

/** Numbers of the places of an event, each once, in the event's order. */
export const placesOfRow = ({ columns: { placeStart, placeList } }: Dataset, i: EventNumber): Uint32Array =>
  placeList.subarray(placeStart[i], placeStart[i + 1]);

/** The rows of a place, in time order. */
export const rowsOfPlace = ({ places: { eventStart, events } }: Dataset, p: number): Uint32Array => events.subarray(eventStart[p], eventStart[p + 1]);

/** A place by its number, as it is first named in the file. Throws on a number that the dataset does not have. */
export function placeAt(dataset: Dataset, p: number): LocatedPlace {
  const { size } = dataset.places;
  if (!(p >= 0 && p < size)) throw new RangeError(`place ${p} of ${size}`);
  const row = firstNaming(dataset, p);
  const place = distinctPlaces(eventAt(dataset, row).places)[placesOfRow(dataset, row).indexOf(p)];
  if (place === undefined) throw new Error(`row ${row} does not name place ${p}`);
  return place;
}

/** By place of many events: the row that stands first of them in the file. */
const firstRows = new WeakMap<Dataset['places'], Map<number, EventNumber>>();

function firstNaming(dataset: Dataset, p: number): EventNumber {
  const { places, columns } = dataset;
  const rows = rowsOfPlace(dataset, p);
  if (rows.length === 1) return rows[0] ?? 0;
  const known = firstRows.get(places) ?? new Map<number, EventNumber>();
  firstRows.set(places, known);
  const first = known.get(p) ?? rows.reduce((least, row) => ((columns.file[row] ?? 0) < (columns.file[least] ?? 0) ? row : least));
  known.set(p, first);
  return first;
}

/** The kind of a place by its number. */
export const placeKindAt = ({ places }: Dataset, p: number): LocatedPlace['kind'] => LOCATED_KINDS[places.kind[p] ?? 0] ?? 'exact';

/** The position of a place by its number, to about a centimetre; what the file states is in `placeAt`. */
export const positionAt = ({ places }: Dataset, p: number): LngLat => lngLatOfFixed(places.x[p] ?? 0, places.y[p] ?? 0);

/** The number of a place by its key; `undefined` for a key that no place has. */
export function placeOfKey(dataset: Dataset, key: string): number | undefined {
  const { size, kind, x, y } = dataset.places;
  const parts = PLACE_KEY.exec(key);
  const sought = LOCATED_KINDS.findIndex((known) => known === parts?.[1]);
  const [lng, lat] = [Number(parts?.[2]), Number(parts?.[3])];
  const [west, east] = [fixedXOf(lng - KEY_REACH), fixedXOf(lng + KEY_REACH)];
  const [north, south] = [fixedYOf(lat + KEY_REACH), fixedYOf(lat - KEY_REACH)];
  const isNear = (p: number): boolean => {
    const [px, py] = [x[p] ?? 0, y[p] ?? 0];
    return py >= north && py <= south && (west <= east ? px >= west && px <= east : px >= west || px <= east);
  };
  for (let p = 0; p < size; p += 1) {
    if (kind[p] === sought && (Number.isNaN(lng) || isNear(p)) && placeKey(placeAt(dataset, p)) === key) return p;
  }
  return undefined;
}

/** A place's key taken apart as far as the place can be found by it: its kind, and its position unless it goes by a code. */
const PLACE_KEY = /^([a-z]+):(?:(-?[\d.]+),(-?[\d.]+):)?/;

/** Degrees from the position in a key within which its place lies; half of it would do, were it not for rounding. */
const KEY_REACH = 0.0001;

/** The relations in which other events name an event, by the row that names it. */
export function relationsTo({ relations: { to, from, kind } }: Dataset, i: EventNumber): readonly { readonly kind: RelationKind; readonly from: EventNumber }[] {
  const found: { kind: RelationKind; from: EventNumber }[] = [];
  for (let k = bisectLeft(to, i); to[k] === i; k += 1) found.push({ kind: RELATION_KINDS[kind[k] ?? 0] ?? 'follows', from: from[k] ?? 0 });
  return found;
}

/** A copy of a dataset in another story, with the same events; the story has the same categories. */
export const withStory = (dataset: Dataset, story: Dataset['story']): Dataset => ({ ...dataset, story });
