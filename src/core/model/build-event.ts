import type { TimelineEvent, When } from './event.ts';

/** The time of an event whose source states no date. */
export const UNDATED: When = { edtf: undefined, wording: undefined, basis: { kind: 'stated' }, zone: 'local', partOfDay: undefined };

const NOTHING_MORE: Omit<TimelineEvent, 'id' | 'title'> = {
  shortTitle: undefined,
  description: undefined,
  when: UNDATED,
  places: [],
  categories: [],
  status: 'confirmed',
  attribution: undefined,
  actors: [],
  sources: [],
  relations: [],
  media: [],
  extra: new Map(),
  featureExtra: new Map(),
};

/**
 * Makes an event from what is known of it: an id, a title and any other members. The rest is empty, the event undated,
 * without a place, and confirmed, as the native format has it.
 */
export function buildEvent(members: Pick<TimelineEvent, 'id' | 'title'> & Partial<TimelineEvent>): TimelineEvent {
  return Object.freeze({ ...NOTHING_MORE, ...members });
}
