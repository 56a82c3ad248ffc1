import { growing, growingUtf8 } from '../base/growing.ts';
import { hashOf } from '../base/hash.ts';
import { orderBy } from '../base/order.ts';
import type { Columns, Dataset, Dating } from './dataset.ts';
import { PARTS_OF_DAY, STATUSES, type TimelineEvent, type When } from './event.ts';
import { buildIdTable, findRow } from './id-table.ts';
import { importanceOf } from './importance.ts';
import { interning } from './interning.ts';
import { placeGathering } from './place-gathering.ts';
import { isLocated } from './place.ts';
import { encodeEvent } from './record.ts';
import { recordIdAt } from './rows.ts';
import { relationGathering } from './relation-gathering.ts';
import type { Story } from './story.ts';

/** Takes events one by one, in the order of their file, and makes a dataset of them: nothing is kept per event but its columns and its record. */
export interface DatasetBuilder {
  /** Number of events added. */
  readonly size: number;
  readonly add: (event: TimelineEvent) => void;
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

/** Starts a dataset. */
export function datasetBuilder(): DatasetBuilder {
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
  const records = growingUtf8();
  const recordStart = growing((length) => new Uint32Array(length));
  const hashes = growing((length) => new Uint32Array(length));
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
    hashes.push(hashOf(event.id));
    recordStart.push(records.length);
    records.append(encodeEvent(event));
  };

  return {
    get size() {
      return hashes.length;
    },
    add,
    finish: (story) => {
      const size = hashes.length;
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
      const texts = Object.freeze({ bytes: records.finish(), start: recordStart.finish() });
      const idAt = (row: number): string => recordIdAt(texts, file[row] ?? 0);
      const byId = buildIdTable(inOrder(hashes.finish()), idAt, (row, other) => {
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
