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

/** A window shown in full may become so many times as long, for an event to keep its place and all others to stay in sight. */
const MOST_ROOM = 1.5;
/** The least and the most by which a stretch at one scale is drawn longer or shorter than before. */
const MOST_CHANGE = 1e9;

const drawnLength = ({ start, end }: Interval, warp: Warp): number => warp.toWarped(end) - warp.toWarped(start);
const drawnMiddle = ({ start, end }: Interval, warp: Warp): number => (warp.toWarped(start) + warp.toWarped(end)) / 2;

/**
 * The window on another time line in which an anchor stands at the pixel where it stands now. Between lines whose busy times are at true scale
 * the anchor keeps its size too; else the window keeps its share of the whole time line. `fits` are the windows that show everything on
 * either line.
 */
export function windowAround(anchor: Anchor, from: WarpedWindow, to: Warp, fits: { readonly from: Interval; readonly to: Interval }): Interval {
  const length = drawnLength(from.window, from.warp);
  const share = (drawnMiddle(anchor, from.warp) - from.warp.toWarped(from.window.start)) / length;
  const middle = drawnMiddle(anchor, to);
  const next = from.warp.isUneven || to.isUneven ? sharedLength() : length * changeOf(anchor, from.warp, to);
  return windowAt(to, middle - share * next, next);

  function sharedLength(): number {
    const whole = drawnLength(fits.to, to);
    if (!anchor.isAll || !(share > 0 && share < 1)) return (length / drawnLength(fits.from, from.warp)) * whole;
    const needed = Math.max((middle - to.toWarped(fits.to.start)) / share, (to.toWarped(fits.to.end) - middle) / (1 - share));
    return Math.min(Math.max(needed, whole), MOST_ROOM * whole);
  }
}

/** How much longer a stretch is drawn on another line. */
function changeOf(stretch: Interval, from: Warp, to: Warp): number {
  const change = drawnLength(stretch, to) / drawnLength(stretch, from);
  return change > 1 / MOST_CHANGE && change < MOST_CHANGE ? change : 1;
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
