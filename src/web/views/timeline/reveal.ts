import type { Dataset } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import type { Interval } from '../../../core/time/instant.ts';
import { panWindow, type TimeScale } from '../../../core/time/time-scale.ts';

/** Pixels that a revealed event keeps from the plot's edges. */
const CLEAR_EDGE = 48;

/**
 * The window moved only as far as needed to show an event; `undefined` when it shows already, or the event is undated. Of an event longer
 * than the window some part is enough.
 */
export function revealingWindow({ columns }: Dataset, i: EventNumber, scale: TimeScale): Interval | undefined {
  const start = scale.xOf(columns.earliestStart[i] ?? NaN);
  const end = scale.xOf(columns.latestEnd[i] ?? NaN);
  if (Number.isNaN(start)) return undefined;
  const [left, right] = [scale.x0 + CLEAR_EDGE, scale.x1 - CLEAR_EDGE];
  if (start <= right && end >= left) return undefined;
  const isLong = end - start > right - left;
  // An event to the right comes in by its end, one to the left by its start, but a long one only by the nearer edge.
  const dx = start > right ? Math.max(right - (isLong ? start : end), left - start) : Math.min(left - (isLong ? end : start), right - end);
  return panWindow(scale, dx);
}

/** Pixels that the row of a revealed event keeps from the first and last that show. */
const CLEAR_ROW = 12;

/** How far lanes must be scrolled down to bring an event's row into sight, 0 when it is; `undefined` for an event without a place. */
export function revealingScroll({ plot, placeOf }: TimelineLayout, i: EventNumber): number | undefined {
  const box = placeOf(i)?.box;
  if (box === undefined) return undefined;
  const above = box.y - CLEAR_ROW - plot.y;
  const below = box.y + box.height + CLEAR_ROW - (plot.y + plot.height);
  return above < 0 ? above : Math.max(below, 0);
}
