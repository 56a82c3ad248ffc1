import { sameJson } from '../formats/same-json.ts';
import { EVENT_MEMBERS } from '../formats/serialize-dateline.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json, Place, Relation, TimelineEvent } from '../model/event.ts';
import { encodePlace } from '../model/place-record.ts';
import { isLocated } from '../model/place.ts';
import type { Change } from './change.ts';
import { changeOf, eventOf } from './change-of.ts';
import { eventsNaming } from './edit-events.ts';
import { withMembers } from './with-members.ts';

/** Members of which a merged event has that of one event; lists are joined. */
export const CHOSEN_MEMBERS = ['title', 'shortTitle', 'when', 'status', 'attribution'] as const;
export type ChosenMember = (typeof CHOSEN_MEMBERS)[number];

/** Of which event each member is taken, by its id; the first event's where nothing is said, or the first that there is. */
export type MergeChoice = { readonly [Member in ChosenMember]?: string };

/** Name of the member of `properties` that keeps what a merged event has no room for. */
export const MERGED = 'mergedFrom';

/**
 * Makes one event of several. It has the id and the place in the file of the first; lists are joined, each entry once, and so are
 * descriptions, as paragraphs. What then stands in none of its members is kept under `mergedFrom`, event by event. Relations that named one of
 * them name the merged one. Throws on fewer than two ids.
 */
export function mergeEvents(dataset: Dataset, ids: readonly string[], choice: MergeChoice = {}): Change {
  const events = [...new Set(ids)].map((id) => eventOf(dataset, id));
  const [first, ...others] = events;
  if (first === undefined || others.length === 0) throw new Error(`two events at least are merged, got ${ids.length}`);
  const gone = new Set(others.map(({ id }) => id));
  const merged = mergedEvent(first, others, choice);
  const redirected = [...eventsNaming(dataset, gone)].filter(({ id }) => id !== first.id);
  return changeOf(dataset, 'merge', {
    removed: gone,
    edited: [merged, ...redirected.map((event) => withMembers(event, { relations: redirect(event.relations, gone, first.id, event.id) }))],
  });
}

function mergedEvent(first: TimelineEvent, others: readonly TimelineEvent[], choice: MergeChoice): TimelineEvent {
  const all = [first, ...others];
  const chosen = <Member extends ChosenMember>(member: Member, isGiven: (value: TimelineEvent[Member]) => boolean): TimelineEvent[Member] => {
    const wanted = all.find(({ id }) => id === choice[member]);
    return (wanted ?? all.find((event) => isGiven(event[member])) ?? first)[member];
  };
  const joined = <T>(list: (event: TimelineEvent) => readonly T[], keyOf: (value: T) => string = (value) => JSON.stringify(value)): readonly T[] => [
    ...new Map(all.flatMap(list).reverse().map((value) => [keyOf(value), value])).values(),
  ].reverse();
  const isText = (text: string | undefined): boolean => text !== undefined && text !== '';
  const descriptions = joined(({ description }) => (isText(description) ? [description] : []));
  const merged = withMembers(first, {
    title: chosen('title', isText),
    shortTitle: chosen('shortTitle', isText),
    when: chosen('when', ({ edtf }) => edtf !== undefined),
    status: chosen('status', () => true),
    attribution: chosen('attribution', isText),
    description: descriptions.length === 0 ? undefined : descriptions.join('\n\n'),
    places: placesOf(joined(({ places }) => places, (place) => JSON.stringify(encodePlace(place)))),
    categories: joined(({ categories }) => categories),
    actors: joined(({ actors }) => actors),
    sources: joined(({ sources }) => sources),
    media: joined(({ media }) => media),
    relations: redirect(joined(({ relations }) => relations), new Set(all.map(({ id }) => id)), first.id, first.id),
  });
  return withMembers(merged, { extra: extraOf(merged, all) });
}

/** Places without the statement that there is none, where there is one. */
const placesOf = (places: readonly Place[]): readonly Place[] =>
  places.some(isLocated) ? places.filter((place) => place.kind !== 'not-stated' || place.name !== '' || place.wording !== undefined) : places;

/** Relations to events that become one, without those that then lead from an event to itself. */
function redirect(relations: readonly Relation[], gone: ReadonlySet<string>, into: string, self: string): readonly Relation[] {
  const changed = relations.map(({ kind, to }) => ({ kind, to: gone.has(to) ? into : to })).filter(({ to }) => to !== self);
  return [...new Map(changed.map((relation) => [`${relation.kind} ${relation.to}`, relation])).values()];
}

/** Members of which every entry is in the merged event. */
const JOINED = new Set(['description', 'categories', 'actors', 'sources', 'media', 'relations']);

/** Members beyond the known ones: those of the first event that has them, and whatever stands nowhere else. */
function extraOf(merged: TimelineEvent, events: readonly TimelineEvent[]): ReadonlyMap<string, Json> {
  const unknown = events.flatMap(({ extra }) => [...extra]).filter(([name]) => !EVENT_MEMBERS.has(name));
  const extra = new Map([...unknown].reverse());
  const earlier = unknown.filter(([name]) => name === MERGED).flatMap(([, value]) => (Array.isArray(value) ? (value as readonly Json[]) : [value]));
  const lost = events.flatMap((event) => {
    const members = lostOf(merged, event, extra);
    return members.length === 0 ? [] : [Object.fromEntries([['id', event.id], ...members])];
  });
  // What is known stays where it is written over what cannot be read.
  for (const [name, value] of merged.extra) extra.set(name, value);
  extra.delete(MERGED);
  const kept = [...earlier, ...lost];
  return kept.length === 0 ? extra : extra.set(MERGED, kept);
}

/** What an event says, by the names of the file, that a merged one does not say. */
function lostOf(merged: TimelineEvent, event: TimelineEvent, extra: ReadonlyMap<string, Json>): readonly (readonly [string, Json])[] {
  const members = [...EVENT_MEMBERS].flatMap(([name, write]) => {
    const said = write(event) ?? null;
    const isSaid = JOINED.has(name) || said === null || sameJson(said, write(merged) ?? null) || (name === 'places' && isWithin(said, write(merged) ?? null));
    return isSaid ? [] : [[name, said] as const];
  });
  const own = [...event.extra].filter(([name, value]) => name !== MERGED && !sameJson(value, extra.get(name) ?? null) && merged.extra.get(name) !== value);
  return [...members, ...own];
}

/** Whether all entries of a list stand in another. */
const isWithin = (list: Json, other: Json): boolean =>
  Array.isArray(list) && Array.isArray(other) && list.every((entry: Json) => other.some((known: Json) => sameJson(entry, known)));
