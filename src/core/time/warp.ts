import { bisectRight } from '../base/bisect.ts';
import { instant } from './instant.ts';
import type { Break, Warp } from './time-scale.ts';

/** A break, and how many milliseconds of drawn time it takes; more than none. */
export interface DrawnBreak extends Break {
  readonly drawn: number;
}

/** Drawn time that is true time. */
export const STRAIGHT: Warp = { breaks: [], knots: [], isUneven: false, toWarped: (at) => at, fromWarped: instant };

/** Where a line bends, in true and in drawn time; both ascend, and the last knot is the same in both. */
interface Knots {
  readonly truth: ArrayLike<number>;
  readonly drawn: ArrayLike<number>;
}

/**
 * Bends the time line at breaks, which are in time order, share at most their ends, and have some length. After the last break drawn time
 * is true time, so that it stays as exact there as instants are.
 */
export function warpOf(breaks: readonly DrawnBreak[]): Warp {
  if (breaks.length === 0) return STRAIGHT;
  return warpThrough(knotsOf(breaks), breaks.map(({ interval, kind }) => ({ interval, kind })), false);
}

/**
 * Draws instants equally far apart. They ascend, no two the same, and together take as long as they do; before the first and after the last
 * one drawn time runs like true time. Fewer than three leave the line straight.
 */
export function evenWarp(instants: ArrayLike<number>): Warp {
  const count = instants.length;
  if (count < 3) return STRAIGHT;
  const [first, last] = [instants[0] ?? 0, instants[count - 1] ?? 0];
  const drawn = Float64Array.from({ length: count }, (_, k) => last - ((last - first) * (count - 1 - k)) / (count - 1));
  return warpThrough({ truth: instants, drawn }, [], true);
}

/**
 * The line a share of the way from one warp, at 0, to another, at 1: each instant is drawn that far between its two places. Exact both ways
 * like any warp.
 */
export function blendWarps(from: Warp, to: Warp, share: number): Warp {
  if (share <= 0 || from === to) return from;
  if (share >= 1) return to;
  const truth = [...new Set([...Array.from(from.knots), ...Array.from(to.knots)])].sort((a, b) => a - b);
  const drawn = truth.map((at) => {
    const start = from.toWarped(at);
    return start + (to.toWarped(at) - start) * share;
  });
  // A break that both have is drawn between its two sizes, one that only one has grows out of true time.
  const breaks = from.breaks.length > 0 ? from.breaks : to.breaks;
  return warpThrough({ truth, drawn }, breaks, from.isUneven || to.isUneven);
}

function warpThrough({ truth, drawn }: Knots, breaks: Warp['breaks'], isUneven: boolean): Warp {
  return {
    breaks,
    knots: truth,
    isUneven,
    toWarped: (at) => across(truth, drawn, at),
    fromWarped: (warped) => instant(across(drawn, truth, warped)),
  };
}

/** Where the line bends at breaks. */
function knotsOf(breaks: readonly DrawnBreak[]): Knots {
  const truth: number[] = [];
  const drawn: number[] = [];
  for (const { interval, drawn: length } of breaks) {
    const before = truth.at(-1);
    if (!(interval.end > interval.start && length > 0) || (before !== undefined && interval.start < before)) {
      throw new RangeError(`break ${interval.start}..${interval.end} drawn ${length} after ${before}`);
    }
    const offset = before === undefined ? 0 : (drawn.at(-1) ?? 0) + (interval.start - before);
    if (interval.start !== before) {
      truth.push(interval.start);
      drawn.push(offset);
    }
    truth.push(interval.end);
    drawn.push(offset + length);
  }
  const shift = (truth.at(-1) ?? 0) - (drawn.at(-1) ?? 0);
  return { truth, drawn: drawn.map((offset, i) => (i === drawn.length - 1 ? (truth[i] ?? 0) : offset + shift)) };
}

/** Follows the bent line from one axis to the other; beyond the first and last knot both run alike. */
function across(from: ArrayLike<number>, to: ArrayLike<number>, value: number): number {
  const next = bisectRight(from, value);
  const before = Math.max(next - 1, 0);
  const start = from[before] ?? 0;
  const target = to[before] ?? 0;
  if (next === 0 || next === from.length) return value + (target - start);
  const rise = ((to[next] ?? 0) - target) / ((from[next] ?? 0) - start);
  return target + (value - start) * rise;
}

const numbers = new WeakMap<Warp, number>();
let lastNumber = 0;

/** Tells a time line from any other, in the keys of what is remembered for it: the same number for the same object. */
export function warpNumber(warp: Warp): number {
  const known = numbers.get(warp);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(warp, lastNumber);
  return lastNumber;
}
