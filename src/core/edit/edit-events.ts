import type { Dataset } from '../model/dataset.ts';
import type { Place, TimelineEvent } from '../model/event.ts';
import { eventAt, relationsTo, rowOf } from '../model/rows.ts';
import type { Change } from './change.ts';
import { changeOf, eventOf, positionOf } from './change-of.ts';
import { withMembers, type EventMembers } from './with-members.ts';

/** Adds an event at a position in the order of the file, or at its end. */
export const addEvent = (dataset: Dataset, event: TimelineEvent, at?: number): Change => changeOf(dataset, 'add', { added: [{ event, at }] });

/** Gives an event other members. Throws, as do its neighbours, on an id that the story does not have. */
export const editEvent = (dataset: Dataset, id: string, members: EventMembers): Change =>
  changeOf(dataset, 'edit', { edited: [withMembers(eventOf(dataset, id), members)] });

/** Puts an event where it happened: `places` are all its places, in its order. */
export const placeEvent = (dataset: Dataset, id: string, places: readonly Place[]): Change =>
  changeOf(dataset, 'place', { edited: [withMembers(eventOf(dataset, id), { places })] });

/** Adds copies of events, each behind its original in the order of the file. `fresh` gives ids that no event has. */
export function duplicateEvents(dataset: Dataset, ids: Iterable<string>, fresh: () => string): Change {
  const originals = [...ids].map((id) => ({ event: eventOf(dataset, id), at: positionOf(dataset, id) })).sort((a, b) => a.at - b.at);
  const added = originals.map(({ event, at }, before) => ({ event: withMembers(event, { id: fresh() }), at: at + before + 1 }));
  return changeOf(dataset, 'duplicate', { added });
}

/** Takes events out, and the relations in which others name them. */
export function deleteEvents(dataset: Dataset, ids: Iterable<string>): Change {
  const removed = new Set(ids);
  const edited = [...eventsNaming(dataset, removed)].map((event) =>
    withMembers(event, { relations: event.relations.filter(({ to }) => !removed.has(to)) }),
  );
  return changeOf(dataset, 'delete', { removed, edited });
}

/** The events that name some of others in a relation and are not among these, each once. */
export function* eventsNaming(dataset: Dataset, ids: ReadonlySet<string>): Generator<TimelineEvent, void, void> {
  const rows = new Set<number>();
  for (const id of ids) {
    const row = rowOf(dataset, id);
    if (row !== undefined) for (const { from } of relationsTo(dataset, row)) rows.add(from);
  }
  for (const row of rows) {
    const event = eventAt(dataset, row);
    if (!ids.has(event.id)) yield event;
  }
}
