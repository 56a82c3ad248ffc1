import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { encodeEvent } from '../model/record.ts';
import { eventAt, rowOf } from '../model/rows.ts';
import type { Category, Story } from '../model/story.ts';
import type { Change, Deed, EventChange } from './change.ts';
import { withStoryMembers } from './with-members.ts';

/** What is to become of a story. */
interface Wanted {
  /** Events that come, with their positions in the order of the file after the change; at the end without one. */
  readonly added?: readonly { readonly event: TimelineEvent; readonly at?: number | undefined }[];
  /** Events as they are to be, by their ids. */
  readonly edited?: Iterable<TimelineEvent>;
  /** Ids of events that go. */
  readonly removed?: Iterable<string>;
  readonly story?: Story;
}

/**
 * The change that makes a story what it is to be. What stays as it is is no part of it; a category that an event names and the story does
 * not list is added to the list. Throws on an id that the story does not have.
 */
export function changeOf(dataset: Dataset, deed: Deed, { added = [], edited = [], removed = [], story = dataset.story }: Wanted): Change {
  const events: EventChange[] = [];
  for (const after of edited) {
    const before = eventOf(dataset, after.id);
    if (encodeEvent(before) !== encodeEvent(after)) events.push({ before, after });
  }
  for (const id of removed) events.push({ before: eventOf(dataset, id), after: undefined, at: positionOf(dataset, id) });
  for (const { event, at } of added) events.push({ before: undefined, after: event, at });
  const complete = withNamedCategories(story, events.flatMap(({ after }) => after ?? []));
  return { deed, events, ...(complete === dataset.story ? {} : { story: { before: dataset.story, after: complete } }) };
}

/** The event of an id. Throws on an id that the story does not have. */
export const eventOf = (dataset: Dataset, id: string): TimelineEvent => eventAt(dataset, knownRow(dataset, id));

/** The position of an event in the order of the file. Throws on an id that the story does not have. */
export const positionOf = (dataset: Dataset, id: string): number => dataset.columns.file[knownRow(dataset, id)] ?? 0;

function knownRow(dataset: Dataset, id: string): number {
  const row = rowOf(dataset, id);
  if (row === undefined) throw new Error(`no event has the id ${JSON.stringify(id)}`);
  return row;
}

function withNamedCategories(story: Story, events: readonly TimelineEvent[]): Story {
  const listed = new Set(story.categories.map(({ id }) => id));
  const missing = new Map<string, Category>();
  for (const { categories } of events) for (const id of categories) if (!listed.has(id)) missing.set(id, { id, name: id });
  return missing.size === 0 ? story : withStoryMembers(story, { categories: [...story.categories, ...missing.values()] });
}
