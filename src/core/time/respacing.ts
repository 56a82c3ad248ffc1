import type { Interval } from './instant.ts';
import { windowAt, type Warp } from './time-scale.ts';
import { blendWarps } from './warp.ts';

/** A time window on a time line. */
export interface WarpedWindow {
  readonly warp: Warp;
  readonly window: Interval;
}

/** What keeps its place when time is spread anew: a stretch of bounded instants, by its middle as it is drawn. */
export interface Anchor extends Interval {
  /** Whether all events are in the window, and are to stay in it. */
  readonly isAll: boolean;
}

/** A window in which all is shown may become so many times as long, for an event to keep its place and all others to stay in sight. */
const MOST_ROOM = 1.5;

const drawnLength = ({ start, end }: Interval, { toWarped }: Warp): number => toWarped(end) - toWarped(start);
const drawnMiddle = ({ start, end }: Interval, { toWarped }: Warp): number => (toWarped(start) + toWarped(end)) / 2;

/**
 * The window on another time line in which an anchor stands at the pixel where it stands now. It is as long as the stretch that shows now is
 * on that line; `fit` is the window there that shows everything.
 */
export function windowAround(anchor: Anchor, from: WarpedWindow, to: Warp, fit: Interval): Interval {
  const share = (drawnMiddle(anchor, from.warp) - from.warp.toWarped(from.window.start)) / drawnLength(from.window, from.warp);
  const middle = drawnMiddle(anchor, to);
  const length = anchor.isAll && share > 0 && share < 1 ? lengthForAll(middle, share, to, fit) : drawnLength(from.window, to);
  return windowAt(to, middle - share * length, length);
}

/** How long a window must be to show everything with the middle of an anchor at a share of it, as far as that leaves events some room. */
function lengthForAll(middle: number, share: number, { toWarped }: Warp, { start, end }: Interval): number {
  const whole = toWarped(end) - toWarped(start);
  const needed = Math.max((middle - toWarped(start)) / share, (toWarped(end) - middle) / (1 - share));
  return Math.min(Math.max(needed, whole), MOST_ROOM * whole);
}

/** The way from one window to another on another time line, from 0 to 1: what stands at the same pixel in both stands there all the way. */
export function wayBetween(from: WarpedWindow, to: WarpedWindow): (share: number) => WarpedWindow {
  const ends = [
    [from.warp.toWarped(from.window.start), to.warp.toWarped(to.window.start)],
    [from.warp.toWarped(from.window.end), to.warp.toWarped(to.window.end)],
  ] as const;
  return (share) => {
    if (share >= 1) return to;
    const warp = blendWarps(from.warp, to.warp, share);
    const [start, end] = ends.map(([first, last]) => warp.fromWarped(first + (last - first) * share));
    return start !== undefined && end !== undefined && end > start ? { warp, window: { start, end } } : to;
  };
}
