import type { Steps } from '../base/steps.ts';
import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { encodeEvent } from '../model/record.ts';
import { eventAt, eventsInFileOrder, rowOf } from '../model/rows.ts';

/** Members of an event that are told apart. */
export const COMPARED = [
  'title', 'shortTitle', 'description', 'when', 'places', 'categories', 'status', 'attribution', 'actors', 'sources', 'relations', 'media',
  'extra', 'featureExtra',
] as const satisfies readonly (keyof TimelineEvent)[];
export type ComparedMember = (typeof COMPARED)[number];

/** An event that a file tells otherwise than the story does; both have the story's id. */
export interface ChangedEvent {
  readonly before: TimelineEvent;
  readonly after: TimelineEvent;
  readonly members: readonly ComparedMember[];
}

/** What a file would change in a story that was read from it before. */
export interface Comparison {
  readonly added: readonly TimelineEvent[];
  readonly changed: readonly ChangedEvent[];
  /** Events of the story that the file does not have. */
  readonly removed: readonly TimelineEvent[];
  /** How many are the same in both. */
  readonly same: number;
}

/** How many events are compared between two steps. */
const STEP_EVENTS = 500;

/**
 * Compares a story with a file that is opened again. Events are the same by their ids; those that are left by their title, date and place.
 * Added events come with ids that the story does not have. Yields how far it has come, from 0 to 1.
 */
export function* compareStories(story: Dataset, file: Dataset): Steps<number, Comparison> {
  const total = 2 * file.size + story.size + 1;
  let done = 0;
  const matched = new Uint8Array(story.size);
  const byId = new Map<string, number>();
  const unmatched: TimelineEvent[] = [];
  for (const event of eventsInFileOrder(file)) {
    const row = rowOf(story, event.id);
    if (row === undefined) unmatched.push(event);
    else {
      matched[row] = 1;
      byId.set(event.id, row);
    }
    if (++done % STEP_EVENTS === 0) yield done / total;
  }
  const left = yield* byContent(story, matched, unmatched.length > 0, (share) => (file.size + share * story.size) / total);
  const added: TimelineEvent[] = [];
  for (const event of unmatched) {
    const row = left.get(contentOf(event))?.shift();
    if (row === undefined) added.push(event);
    else {
      matched[row] = 1;
      byId.set(event.id, row);
    }
  }
  const idIn = (id: string): string => {
    const row = byId.get(id);
    return row === undefined ? id : eventAt(story, row).id;
  };
  const changed: ChangedEvent[] = [];
  let same = 0;
  done = file.size + story.size;
  for (const event of eventsInFileOrder(file)) {
    const row = byId.get(event.id);
    if (row !== undefined) {
      const before = eventAt(story, row);
      const relations = event.relations.map((relation) => ({ ...relation, to: idIn(relation.to) }));
      const after: TimelineEvent = { ...event, id: before.id, relations };
      const isSame = encodeEvent(before) === encodeEvent(after);
      const members = isSame ? [] : COMPARED.filter((member) => textOf(before[member]) !== textOf(after[member]));
      if (members.length === 0) same += 1;
      else changed.push({ before, after, members });
    }
    if (++done % STEP_EVENTS === 0) yield done / total;
  }
  const removed = Array.from(matched.keys()).filter((row) => matched[row] === 0).map((row) => eventAt(story, row));
  return { added, changed, removed, same };
}

/** Rows of a story by what stands in them, without those that have been found. */
function* byContent(
  story: Dataset,
  matched: Uint8Array,
  isWanted: boolean,
  shareOf: (share: number) => number,
): Steps<number, Map<string, number[]>> {
  const rows = new Map<string, number[]>();
  const size = isWanted ? story.size : 0;
  for (let row = 0; row < size; row += 1) {
    if (matched[row] === 0) {
      const key = contentOf(eventAt(story, row));
      const known = rows.get(key);
      if (known === undefined) rows.set(key, [row]);
      else known.push(row);
    }
    if (row % STEP_EVENTS === 0) yield shareOf(row / size);
  }
  return rows;
}

/** What makes two events without a common id the same. */
function contentOf({ title, when, places }: TimelineEvent): string {
  const [place] = places;
  return JSON.stringify([title, when.edtf?.text ?? when.wording ?? '', place?.name ?? '', place !== undefined && 'at' in place ? place.at : '']);
}

/** A member as text, the same for equal ones. */
const textOf = (member: TimelineEvent[ComparedMember]): string =>
  JSON.stringify(member, (_key, value: unknown) => (value instanceof Map ? [...value] : value)) ?? '';
