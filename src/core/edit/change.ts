import type { TimelineEvent } from '../model/event.ts';
import type { Story } from '../model/story.ts';

/** What a person has done, for the words of “Undo …” and for the journal. */
export const DEEDS = [
  'add', 'edit', 'move-in-time', 'place', 'duplicate', 'delete', 'merge', 'split', 'edit-many', 'story', 'lanes', 'eras', 'walk', 'mend', 'import', 'update',
] as const;
export type Deed = (typeof DEEDS)[number];

/** What becomes of one event: added where nothing was before, removed where nothing is after. Before and after have the same id. */
export interface EventChange {
  readonly before: TimelineEvent | undefined;
  readonly after: TimelineEvent | undefined;
  /**
   * Position in the order of the file, of an event that comes or goes: of one that comes, in the order after the change; of one that goes,
   * in the order before it. At the end, in the order of the change, when it is not said.
   */
  readonly at?: number | undefined;
}

/**
 * A change of a story: plain data, small next to the story, and the same whether it is done, undone, kept in a journal or told to another tab.
 * Each id stands in it once.
 */
export interface Change {
  readonly deed: Deed;
  readonly events: readonly EventChange[];
  readonly story?: { readonly before: Story; readonly after: Story } | undefined;
  /** The refused record that the events were, by its position in the account of the file; taken back, a change mends nothing. */
  readonly mends?: number | undefined;
}

/** Whether a change changes nothing. */
export const isEmptyChange = ({ events, story }: Change): boolean => events.length === 0 && story === undefined;

/** The change that takes a change back. */
export const inverseOf = ({ deed, events, story }: Change): Change => ({
  deed,
  events: events.map(({ before, after, at }) => ({ before: after, after: before, at })).reverse(),
  ...(story === undefined ? {} : { story: { before: story.after, after: story.before } }),
});
