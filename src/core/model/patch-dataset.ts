import { buildDataset } from './build-dataset.ts';
import { categoriesKey, datingKey, positionsOf } from './dataset-builder.ts';
import type { Columns, Dataset, Interned, Records } from './dataset.ts';
import type { TimelineEvent } from './event.ts';
import { patchIds } from './patch-ids.ts';
import { patchInterned } from './patch-interned.ts';
import { fileOrderAfter, rowOrderAfter, type FileOrder, type RowChange, type RowOrder } from './patch-order.ts';
import { patchPlaces } from './patch-places.ts';
import { patchRelations } from './patch-relations.ts';
import { recordIdAt, rowOf } from './rows.ts';
import { splice } from './splicing.ts';
import type { Story } from './story.ts';

/** What becomes of some events of a dataset, and of its story. */
export interface Patch {
  /**
   * Each event before and after, by one id that no other of them has; nothing before of one that comes, nothing after of one that goes. `at` is the position in
   * the new order of the file of one that comes, the end when it is not said.
   */
  readonly events: readonly {
    readonly before: TimelineEvent | undefined;
    readonly after: TimelineEvent | undefined;
    readonly at?: number | undefined;
  }[];
  readonly story?: { readonly after: Story } | undefined;
}

/**
 * The dataset after a patch, the same as one built anew from all its events; but what the patch does not touch is copied as it is, in columns and in
 * records, and not read. Throws on an id that the dataset does not have, or has already.
 */
export function patchDataset(dataset: Dataset, { events, story }: Patch): Dataset {
  const restoried = inStory(dataset, story?.after ?? dataset.story);
  return events.length === 0 ? restoried : patched(restoried, events.map((change) => rowChangeOf(dataset, change)));
}

/** A dataset in another story: its categories are found in the story's list. */
function inStory(dataset: Dataset, story: Story): Dataset {
  const { columns } = dataset;
  if (story === dataset.story) return dataset;
  if (story.categories === dataset.story.categories) return Object.freeze({ ...dataset, story });
  const categories = { ...columns.categories, values: positionsOf(columns.categories.ids, story) };
  return Object.freeze({ ...dataset, story, columns: Object.freeze({ ...columns, categories }) });
}

function rowChangeOf(dataset: Dataset, { before, after, at }: Patch['events'][number]): RowChange {
  const id = (before ?? after)?.id ?? '';
  const row = rowOf(dataset, id);
  if (before !== undefined && after !== undefined && before.id !== after.id) {
    throw new Error(`an event keeps its id, but ${JSON.stringify(id)} is to become ${JSON.stringify(after.id)}`);
  }
  if (before !== undefined && row === undefined) throw new Error(`no event has the id ${JSON.stringify(id)}`);
  if (before === undefined && row !== undefined) throw new Error(`an event has the id ${JSON.stringify(id)} already`);
  return { row, after, at };
}

function patched(dataset: Dataset, changes: readonly RowChange[]): Dataset {
  const { story } = dataset;
  const fileOrder = fileOrderAfter(dataset, changes);
  const added = buildDataset(story, fileOrder.events);
  const order = rowOrderAfter(dataset, added, fileOrder, changes);
  const file = fileAfter(dataset, order);
  const places = patchPlaces(dataset, added, order, file);
  const records = recordsAfter(dataset.records, added.records, fileOrder);
  const idAt = (row: number): string => recordIdAt(records, file[row] ?? 0);
  const byId = patchIds(dataset, added, order, file.length, idAt);
  const { placeStart, placeList } = places.columns;
  return Object.freeze({
    story,
    size: file.length,
    dated: datedAfter(dataset, added, order),
    columns: itselfIfSame(dataset.columns, { ...columnsAfter(dataset, added, order, file), placeStart, placeList, file }),
    places: places.table,
    relations: patchRelations(dataset, added, order, byId, idAt),
    records,
    byId,
  });
}

/** Columns that are all the same arrays are the same columns, and what was worked out of them holds. */
function itselfIfSame(old: Columns, columns: Columns): Columns {
  const names = Object.keys(columns) as (keyof Columns)[];
  return names.every((name) => columns[name] === old[name]) ? old : Object.freeze(columns);
}

/** The position in the file of each row. */
function fileAfter({ columns }: Dataset, { pieces, positionNow, addedPosition, isInPlace }: RowOrder): Uint32Array<ArrayBuffer> {
  if (isInPlace) return columns.file;
  const file = new Uint32Array(pieces.reduce((size, { start, end }) => size + end - start, 0));
  let at = 0;
  for (const { of, start, end } of pieces) {
    for (let k = start; k < end; k += 1) file[at + k - start] = of === 'old' ? (positionNow[columns.file[k] as number] as number) : (addedPosition[k] as number);
    at += end - start;
  }
  return file;
}

/** How many of the rows are dated. */
const datedAfter = (dataset: Dataset, added: Dataset, { pieces }: RowOrder): number =>
  pieces.reduce((sum, { of, start, end }) => sum + Math.max(Math.min((of === 'old' ? dataset : added).dated, end) - start, 0), 0);

type EventColumns = Omit<Columns, 'placeStart' | 'placeList' | 'file'>;
type Numbers = Columns['earliestStart'] | Columns['status'];

/** The columns but those of places; the very same arrays where nothing in them is other than before. */
function columnsAfter({ story, columns: old }: Dataset, { columns: added }: Dataset, order: RowOrder, file: Uint32Array): EventColumns {
  const { pieces, addedNow, isInPlace } = order;
  const holds = (isSame: (row: number, k: number) => boolean): boolean => isInPlace && addedNow.every(isSame);
  const numbers = <A extends Numbers>(from: A, more: A, make: (length: number) => A): A =>
    holds((row, k) => Object.is(from[row], more[k])) ? from : splice(pieces, from, more, make(file.length));
  const interned = <T>(from: Interned<T>, more: Interned<T>, keyOf: (value: T) => string): Interned<T> => {
    const keyAt = ({ values, codes }: Interned<T>, row: number): string => keyOf(values[codes[row] as number] as T);
    return holds((row, k) => keyAt(from, row) === keyAt(more, k)) ? from : patchInterned(from, more, keyOf, pieces, file);
  };
  const itself = (text: string): string => text;
  const oldSets = { values: old.categories.ids, codes: old.categories.codes };
  const sets = interned(oldSets, { values: added.categories.ids, codes: added.categories.codes }, categoriesKey);
  return {
    earliestStart: numbers(old.earliestStart, added.earliestStart, (length) => new Float64Array(length)),
    latestEnd: numbers(old.latestEnd, added.latestEnd, (length) => new Float64Array(length)),
    categories: sets === oldSets ? old.categories : { values: positionsOf(sets.values, story), ids: sets.values, codes: sets.codes },
    dating: interned(old.dating, added.dating, datingKey),
    status: numbers(old.status, added.status, (length) => new Uint8Array(length)),
    importance: numbers(old.importance, added.importance, (length) => new Uint8Array(length)),
    actor: interned(old.actor, added.actor, itself),
    attribution: interned(old.attribution, added.attribution, itself),
    placeName: interned(old.placeName, added.placeName, itself),
  };
}

/** The records in the new order of the file, those of untouched events byte by byte. */
function recordsAfter(old: Records, added: Records, { pieces, size }: FileOrder): Records {
  const sourceOf = (of: 'old' | 'added'): Records => (of === 'old' ? old : added);
  const lengthOf = (of: 'old' | 'added', start: number, end: number): number => (sourceOf(of).start[end] as number) - (sourceOf(of).start[start] as number);
  const bytes = new Uint8Array(pieces.reduce((length, { of, start, end }) => length + lengthOf(of, start, end), 0));
  const starts = new Uint32Array(size + 1);
  let position = 0;
  let at = 0;
  for (const { of, start, end } of pieces) {
    const source = sourceOf(of);
    const first = source.start[start] as number;
    for (let k = start; k < end; k += 1) starts[position + k - start] = at + (source.start[k] as number) - first;
    bytes.set(source.bytes.subarray(first, source.start[end]), at);
    at += lengthOf(of, start, end);
    position += end - start;
  }
  starts[position] = at;
  const none = new Uint32Array(added.start.length);
  const rows = old.rows && Object.freeze({ ...old.rows, start: splice(pieces, old.rows.start, none, new Uint32Array(size)) });
  return Object.freeze({ bytes, start: starts, rows });
}
