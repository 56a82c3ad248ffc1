import { growing, growingUtf8 } from '../base/growing.ts';
import { hashOf } from '../base/hash.ts';
import { orderBy } from '../base/order.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { Columns, Dataset, Dating } from './dataset.ts';
import { PARTS_OF_DAY, STATUSES, type TimelineEvent, type When } from './event.ts';
import { buildIdTable, findRow } from './id-table.ts';
import { importanceOf } from './importance.ts';
import { interning, type Shared } from './interning.ts';
import { placeGathering } from './place-gathering.ts';
import { isLocated } from './place.ts';
import { encodeEvent, idOfRecord, readRecord } from './record.ts';
import { recordIdAt } from './rows.ts';
import { rowRecord, type RowRecords, type RowSource } from './row-record.ts';
import { relationGathering } from './relation-gathering.ts';
import type { Story } from './story.ts';
import { takenIds } from './taken-ids.ts';

/**
 * An event whose record is a row, as numbers and shared values: one object that is filled anew for each event. It has no part of day, no relation,
 * and one exact place or none on the map.
 */
export interface RowEvent {
  /** Of its id, as `hashOf` has it. */
  idHash: number;
  /** UTC milliseconds, as in `Columns`. */
  earliestStart: number;
  latestEnd: number;
  dating: Shared<Dating | undefined>;
  /** Position in `STATUSES`. */
  status: number;
  importance: number;
  categories: Shared<readonly string[]>;
  actor: Shared<string>;
  attribution: Shared<string>;
  /** The name of its place on the map; the empty text where it has none. */
  placeName: Shared<string>;
  /** Degrees; NaN where it has no place on the map. */
  lng: number;
  lat: number;
}

/** Takes events one by one, in the order of their file, and makes a dataset of them: nothing is kept per event but its columns and its record. */
export interface DatasetBuilder {
  /** Number of events added. */
  readonly size: number;
  readonly add: (event: TimelineEvent) => void;
  /** Adds an event whose record is the row that begins at a position of `source`, which is the same for all. */
  readonly addRow: (event: RowEvent, source: RowSource, start: number) => void;
  /** Whether an event has an id with this hash. */
  readonly hasIdHash: (hash: number) => boolean;
  /** The position of the event with an id; `undefined` for an id that none has. */
  readonly positionOf: (id: string) => number | undefined;
  /**
   * The dataset of all events added, in a story. Categories that the story does not list colour nothing. Throws when two events have
   * the same id. Called once, at the end.
   */
  readonly finish: (story: Story) => Dataset;
}

/** Where an event without a part of day stands among those with one: between midday and afternoon, as if in the middle of the day. */
const UNSTATED_PART = PARTS_OF_DAY.indexOf('midday') + 1;

/** Where an event stands among those that start at the same instant, by its part of day, and the undated in the order of their file. */
export function partOrderOf({ edtf, partOfDay }: When): number {
  if (edtf === undefined || partOfDay === undefined) return UNSTATED_PART;
  const position = PARTS_OF_DAY.indexOf(partOfDay);
  return position < UNSTATED_PART ? position : position + 1;
}

function datingOf({ edtf }: When): Dating | undefined {
  if (edtf === undefined) return undefined;
  return { precision: edtf.precision, approximate: edtf.qualifier.approximate, oneOf: edtf.kind === 'set' && edtf.choice === 'one-of' };
}

/** What makes two datings, and two sets of categories, the same. */
export const datingKey = (value: Dating | undefined): string => (value === undefined ? '' : `${value.precision} ${value.approximate} ${value.oneOf}`);
export const categoriesKey = (ids: readonly string[]): string => ids.join('\n');

const NONE: readonly never[] = [];

/** Starts a dataset whose records take about so many bytes, where that is known. */
export function datasetBuilder(recordBytes = 0): DatasetBuilder {
  const starts = growing((length) => new Float64Array(length));
  const ends = growing((length) => new Float64Array(length));
  const parts = growing((length) => new Uint8Array(length));
  const status = growing((length) => new Uint8Array(length));
  const importance = growing((length) => new Uint8Array(length));
  const dating = interning<Dating | undefined>(datingKey);
  const categories = interning<readonly string[]>(categoriesKey);
  const actor = interning<string>((text) => text);
  const attribution = interning<string>((text) => text);
  const placeName = interning<string>((text) => text);
  const places = placeGathering();
  const relations = relationGathering();
  const records = growingUtf8(recordBytes);
  const recordStart = growing((length) => new Uint32Array(length));
  const rowStart = growing((length) => new Uint32Array(length));
  let rows: RowSource | undefined;
  const idAtPosition = (position: number): string => {
    const start = recordStart.at(position);
    const end = position + 1 < recordStart.length ? recordStart.at(position + 1) : records.length;
    return idOfRecord(rows !== undefined && start === end ? rowRecord(rows, rowStart.at(position)) : readRecord(decodeUtf8(records.slice(start, end))));
  };
  const ids = takenIds(idAtPosition);
  let undated = 0;

  const add = (event: TimelineEvent): void => {
    const { when, places: all } = event;
    const span = when.edtf?.span;
    if (span === undefined) undated += 1;
    starts.push(span?.earliestStart ?? NaN);
    ends.push(span?.latestEnd ?? NaN);
    parts.push(partOrderOf(when));
    dating.add(datingOf(when));
    status.push(STATUSES.indexOf(event.status));
    importance.push(importanceOf(event));
    categories.add(event.categories);
    actor.add(event.actors[0] ?? '');
    attribution.add(event.attribution ?? '');
    const located = all.every(isLocated) ? all : all.filter(isLocated);
    placeName.add(located[0]?.name ?? '');
    places.add(located);
    relations.add(event.relations);
    ids.add(hashOf(event.id));
    recordStart.push(records.length);
    records.append(encodeEvent(event));
  };

  const addRow = (event: RowEvent, source: RowSource, start: number): void => {
    rows ??= source;
    if (rows !== source) throw new Error('the rows of two tables are to be records of one dataset');
    if (Number.isNaN(event.earliestStart)) undated += 1;
    starts.push(event.earliestStart);
    ends.push(event.latestEnd);
    parts.push(UNSTATED_PART);
    dating.addShared(event.dating);
    status.push(event.status);
    importance.push(event.importance);
    categories.addShared(event.categories);
    actor.addShared(event.actor);
    attribution.addShared(event.attribution);
    placeName.addShared(event.placeName);
    if (Number.isNaN(event.lng)) places.add(NONE);
    else places.addExact(event.placeName.value, event.lng, event.lat);
    relations.add(NONE);
    ids.add(event.idHash);
    padRows(recordStart.length);
    rowStart.push(start);
    recordStart.push(records.length);
  };
  /** Records that are no rows begin at the beginning of the file, where nobody looks for them. */
  const padRows = (length: number): void => {
    while (rowStart.length < length) rowStart.push(0);
  };
  const rowRecords = (size: number): RowRecords | undefined => {
    if (rows === undefined) return undefined;
    padRows(size);
    return Object.freeze({ ...rows, start: rowStart.finish() });
  };

  return {
    get size() {
      return recordStart.length;
    },
    add,
    addRow,
    hasIdHash: ids.hasHash,
    positionOf: ids.positionOf,
    finish: (story) => {
      const size = recordStart.length;
      recordStart.push(records.length);
      const [earliestStart, latestEnd] = [starts.finish(), ends.finish()];
      const file = orderBy(size, earliestStart, parts.finish(), latestEnd);
      const inOrder = <A extends TypedArray>(values: A): A => permuted(values, file);
      const ordered = categories.finish(file);
      const gathered = places.finish(file);
      const columns: Columns = {
        earliestStart: inOrder(earliestStart),
        latestEnd: inOrder(latestEnd),
        categories: { values: positionsOf(ordered.values, story), ids: ordered.values, codes: ordered.codes },
        dating: dating.finish(file),
        status: inOrder(status.finish()),
        importance: inOrder(importance.finish()),
        actor: actor.finish(file),
        attribution: attribution.finish(file),
        placeName: placeName.finish(file),
        ...gathered.columns,
        file,
      };
      const texts = Object.freeze({ bytes: records.finish(), start: recordStart.finish(), rows: rowRecords(size) });
      const idAt = (row: number): string => recordIdAt(texts, file[row] ?? 0);
      const byId = buildIdTable(inOrder(ids.finish()), idAt, (row, other) => {
        const [first, second] = [row, other].map((i) => file[i] ?? 0).sort((a, b) => a - b);
        throw new Error(`events ${first} and ${second} have the same id ${JSON.stringify(idAt(row))}`);
      });
      return Object.freeze({
        story,
        size,
        dated: size - undated,
        columns: Object.freeze(columns),
        places: gathered.table,
        relations: relations.table(file, (id) => findRow(byId, id, idAt)),
        records: texts,
        byId,
      });
    },
  };
}

type TypedArray = Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Sets of category ids as positions in the story's list; those it does not have room for are left out. */
export function positionsOf(sets: readonly (readonly string[])[], story: Story): readonly (readonly number[])[] {
  const positions = new Map(story.categories.map(({ id }, position) => [id, position]));
  return sets.map((ids) => ids.flatMap((id) => positions.get(id) ?? []));
}

/** Values in the order of rows. */
function permuted<A extends TypedArray>(values: A, order: Uint32Array): A {
  const result = values.slice() as A;
  for (let i = 0; i < order.length; i += 1) result[i] = values[order[i] as number] as number;
  return result;
}
