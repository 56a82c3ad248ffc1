import { growing } from '../base/growing.ts';
import { hashOf } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Columns, Dataset, Dating } from './dataset.ts';
import { PARTS_OF_DAY, STATUSES, type TimelineEvent, type When } from './event.ts';
import { importanceOf } from './importance.ts';
import { interning } from './interning.ts';
import { placeGathering } from './place-gathering.ts';
import { isLocated } from './place.ts';
import { encodeEvent } from './record.ts';
import { relationGathering } from './relation-gathering.ts';
import type { Story } from './story.ts';

/** Takes events one by one, in the order of their file, and makes a dataset of them: nothing is kept per event but its columns and its record. */
export interface DatasetBuilder {
  /** Number of events added. */
  readonly size: number;
  /** Adds an event. Throws when one with its id was added before. */
  readonly add: (event: TimelineEvent) => void;
  /** The dataset of all events added, in a story. Categories that the story does not list colour nothing. Called once, at the end. */
  readonly finish: (story: Story) => Dataset;
}

/** Where an event without a part of day stands among those with one: between midday and afternoon, as if in the middle of the day. */
const UNSTATED_PART = PARTS_OF_DAY.indexOf('midday') + 1;

/** Positions of the parts of day, with room for the unstated one in between. */
const partOrder = (position: number): number => (position < UNSTATED_PART ? position : position + 1);

function datingOf({ edtf }: When): Dating | undefined {
  if (edtf === undefined) return undefined;
  return { precision: edtf.precision, approximate: edtf.qualifier.approximate, oneOf: edtf.kind === 'set' && edtf.choice === 'one-of' };
}

/** Starts a dataset. */
export function datasetBuilder(): DatasetBuilder {
  const starts = growing((length) => new Float64Array(length));
  const ends = growing((length) => new Float64Array(length));
  const parts = growing((length) => new Uint8Array(length));
  const status = growing((length) => new Uint8Array(length));
  const importance = growing((length) => new Uint8Array(length));
  const dating = interning<Dating | undefined>((value) => (value === undefined ? '' : `${value.precision} ${value.approximate} ${value.oneOf}`));
  const categories = interning<readonly string[]>((ids) => ids.join('\n'));
  const actor = interning<string>((text) => text);
  const attribution = interning<string>((text) => text);
  const placeName = interning<string>((text) => text);
  const places = placeGathering();
  const relations = relationGathering();
  const bytes = growing((length) => new Uint8Array(length));
  const recordStart = growing((length) => new Uint32Array(length));
  const files = new Map<string, number>();
  let undated = 0;

  const add = (event: TimelineEvent): void => {
    const { id, when } = event;
    const position = files.size;
    if (files.has(id)) throw new Error(`events ${files.get(id)} and ${position} have the same id ${JSON.stringify(id)}`);
    files.set(id, position);
    const span = when.edtf?.span;
    if (span === undefined) undated += 1;
    starts.push(span?.earliestStart ?? NaN);
    ends.push(span?.latestEnd ?? NaN);
    parts.push(when.partOfDay === undefined ? UNSTATED_PART : partOrder(PARTS_OF_DAY.indexOf(when.partOfDay)));
    dating.add(datingOf(when));
    status.push(STATUSES.indexOf(event.status));
    importance.push(importanceOf(event));
    categories.add(event.categories);
    actor.add(event.actors[0] ?? '');
    attribution.add(event.attribution ?? '');
    const located = event.places.filter(isLocated);
    placeName.add(located[0]?.name ?? '');
    places.add(located);
    relations.add(event.relations);
    recordStart.push(bytes.length);
    bytes.append(encodeUtf8(encodeEvent(event)));
  };

  return {
    get size() {
      return files.size;
    },
    add,
    finish: (story) => {
      const size = files.size;
      recordStart.push(bytes.length);
      const file = orderOf(starts.finish(), parts.finish(), ends.finish());
      const inOrder = <A extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(values: A): A => permuted(values, file);
      const ordered = categories.finish(file);
      const columns: Columns = {
        earliestStart: inOrder(starts.finish()),
        latestEnd: inOrder(ends.finish()),
        categories: { values: positionsOf(ordered.values, story), codes: ordered.codes },
        dating: dating.finish(file),
        status: inOrder(status.finish()),
        importance: inOrder(importance.finish()),
        actor: actor.finish(file),
        attribution: attribution.finish(file),
        placeName: placeName.finish(file),
        ...places.columns(file),
        file,
      };
      return Object.freeze({
        story,
        size,
        dated: size - undated,
        columns: Object.freeze(columns),
        places: places.table(file, columns),
        relations: Object.freeze(relations.table(file, (id) => files.get(id))),
        records: Object.freeze({ bytes: bytes.finish(), start: recordStart.finish() }),
        byId: idTable(files, file),
      });
    },
  };
}

/** Sets of category ids as positions in the story's list; those it does not have room for are left out. */
function positionsOf(sets: readonly (readonly string[])[], story: Story): readonly (readonly number[])[] {
  const positions = new Map(story.categories.map(({ id }, position) => [id, position]));
  return sets.map((ids) => ids.flatMap((id) => positions.get(id) ?? []));
}

/** File positions in time order: by start, part of day, end, then file; those without a start last. */
function orderOf(starts: Float64Array, parts: Uint8Array, ends: Float64Array): Uint32Array<ArrayBuffer> {
  const order = Uint32Array.from(starts, (_, position) => position);
  const compare = (a: number, b: number): number => {
    const [start, other] = [starts[a] as number, starts[b] as number];
    if (start < other) return -1;
    if (start > other) return 1;
    if (start !== other) return Number.isNaN(start) ? (Number.isNaN(other) ? a - b : 1) : -1;
    const byPart = (parts[a] as number) - (parts[b] as number);
    if (byPart !== 0) return byPart;
    const [end, otherEnd] = [ends[a] as number, ends[b] as number];
    return end < otherEnd ? -1 : end > otherEnd ? 1 : a - b;
  };
  return order.sort(compare);
}

function permuted<A extends Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(values: A, order: Uint32Array): A {
  const result = values.slice() as A;
  for (let i = 0; i < order.length; i += 1) result[i] = values[order[i] ?? 0] ?? 0;
  return result;
}

/** The hash table of `Dataset.byId`, at most half full. */
function idTable(files: ReadonlyMap<string, number>, order: Uint32Array): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i += 1) rows[order[i] ?? 0] = i;
  const table = new Uint32Array(2 ** Math.max(1, Math.ceil(Math.log2(2 * order.length + 1))));
  for (const [id, position] of files) {
    let slot = hashOf(id) & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = (rows[position] ?? 0) + 1;
  }
  return table;
}
