import type { Dataset } from '../model/dataset.ts';
import type { Change, EventChange } from './change.ts';
import { positionOf } from './change-of.ts';

/** A change of a dataset with the position of every event that comes or goes, so that its inverse puts each one back where it stood. */
export function locatedChange(dataset: Dataset, change: Change): Change {
  const gone = change.events.filter(({ after }) => after === undefined).length;
  const come = change.events.filter(({ before }) => before === undefined).length;
  const size = dataset.size - gone + come;
  const appended = change.events.filter(({ before, at }) => before === undefined && at === undefined).length;
  let end = size - appended;
  const located = (event: EventChange): EventChange => {
    const { before, after, at } = event;
    if (before !== undefined) return after === undefined ? { ...event, at: positionOf(dataset, before.id) } : event;
    return { ...event, at: Math.min(at ?? end++, size - 1) };
  };
  return { ...change, events: change.events.map(located) };
}
