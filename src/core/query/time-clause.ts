import type { Columns } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Interval, TimeSpan } from '../time/instant.ts';

/**
 * Whether an event may have been going on in a window: its span at its widest shares an instant with it. Both are half-open; an event
 * without length belongs to the window that holds its instant. False for an undated event.
 */
export function possiblyIn(columns: Columns, i: EventNumber, window: Interval): boolean {
  const start = columns.earliestStart[i] ?? NaN;
  const end = columns.latestEnd[i] ?? NaN;
  return start < window.end && (end > window.start || start >= window.start);
}

/**
 * Whether an event with such bounds was going on in a window whichever of its possible starts and ends is the true one.
 */
export function certainlyIn({ earliestStart, latestStart, earliestEnd }: TimeSpan, window: Interval): boolean {
  // A start that is not known exactly lies before its latest bound, one that is known lies on it.
  const startsBefore = latestStart < window.end || (latestStart === window.end && earliestStart < latestStart);
  return startsBefore && (earliestEnd > window.start || earliestStart >= window.start);
}
