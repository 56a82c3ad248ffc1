import type { TimelineEvent, When } from './event.ts';

/** The time of an event whose source states no date. */
export const UNDATED: When = { edtf: undefined, wording: undefined, basis: { kind: 'stated' }, zone: 'local', partOfDay: undefined };

/** What is known of an event; a member that is `undefined` is one that is not known. */
type Known = Pick<TimelineEvent, 'id' | 'title'> & { readonly [Member in Exclude<keyof TimelineEvent, 'id' | 'title'>]?: TimelineEvent[Member] | undefined };

const NONE: readonly never[] = [];
const NOTHING: TimelineEvent['extra'] = new Map();

/**
 * Makes an event from what is known of it: an id, a title and any other members. The rest is empty, the event undated,
 * without a place, and confirmed, as the native format has it.
 */
export function buildEvent({
  id,
  title,
  shortTitle,
  description,
  when = UNDATED,
  places = NONE,
  categories = NONE,
  status = 'confirmed',
  attribution,
  actors = NONE,
  sources = NONE,
  relations = NONE,
  media = NONE,
  extra = NOTHING,
  featureExtra = NOTHING,
}: Known): TimelineEvent {
  // Written out, since events are made by the million: copying members of one object into another takes ten times as long.
  return Object.freeze({
    id, title, shortTitle, description, when, places, categories, status, attribution, actors, sources, relations, media, extra, featureExtra,
  });
}
