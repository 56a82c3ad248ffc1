import type { Change, Deed, EventChange } from '../edit/change.ts';
import { locatedChange } from '../edit/located-change.ts';
import type { Dataset } from '../model/dataset.ts';
import { decodeEvent, encodeEvent } from '../model/record.ts';
import { eventAt, rowOf } from '../model/rows.ts';
import { decodeStory, encodeStory, type StoryMembers } from './story-members.ts';

/**
 * A change as it is kept: what was before is in the dataset that it is done to. Of each event its id, its record (`null` where it goes), and
 * the position of one that comes.
 */
export interface KeptChange {
  readonly deed: Deed;
  readonly events: readonly (readonly [id: string, record: string | null, at?: number])[];
  readonly story?: StoryMembers;
  readonly mends?: number | undefined;
}

/** A change without what was before. */
export const encodeChange = ({ deed, events, story, mends }: Change): KeptChange => ({
  deed,
  events: events.flatMap(({ before, after, at }): KeptChange['events'] => {
    if (after === undefined) return before === undefined ? [] : [[before.id, null]];
    const record = encodeEvent(after);
    return [before === undefined && at !== undefined ? [after.id, record, at] : [after.id, record]];
  }),
  ...(story === undefined ? {} : { story: encodeStory(story.after) }),
  ...(mends === undefined ? {} : { mends }),
});

/** A change of a dataset, with what is before in it. Throws when it takes away an event that the dataset does not have. */
export function decodeChange(dataset: Dataset, { deed, events, story, mends }: KeptChange): Change {
  const changed = events.map(([id, record, at]): EventChange => {
    const row = rowOf(dataset, id);
    if (record === null && row === undefined) throw new Error(`a kept change takes away ${JSON.stringify(id)}, which is not there`);
    return { before: row === undefined ? undefined : eventAt(dataset, row), after: record === null ? undefined : decodeEvent(record), at };
  });
  const members = story === undefined ? {} : { story: { before: dataset.story, after: decodeStory(story) } };
  return locatedChange(dataset, { deed, events: changed, mends, ...members });
}
