import type { Dataset, Records } from '../model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';

/** What of an event is drawn on a time line. */
export type EventLook = Pick<TimelineEvent, 'title' | 'shortTitle' | 'status' | 'when'>;

/** How many looks are kept: those of several screens full of events. */
const KEPT = 6000;

const looks = new WeakMap<Records, Map<EventNumber, EventLook>>();

/** The look of an event, kept at hand while it may be drawn again: of a frame's events nearly all were in the one before. */
export function lookAt(dataset: Dataset, i: EventNumber): EventLook {
  const known = looks.get(dataset.records) ?? new Map<EventNumber, EventLook>();
  if (known.size === 0) looks.set(dataset.records, known);
  const at = known.get(i);
  if (at !== undefined) return at;
  const { title, shortTitle, status, when } = eventAt(dataset, i);
  const look = { title, shortTitle, status, when };
  if (known.size >= KEPT) known.clear();
  known.set(i, look);
  return look;
}
