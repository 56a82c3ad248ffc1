import { bisectRight } from 'd3';
import { instant } from './instant.ts';
import type { Break, Warp } from './time-scale.ts';

/** A break, and how many milliseconds of drawn time it takes; more than none. */
export interface DrawnBreak extends Break {
  readonly drawn: number;
}

/** Drawn time that is true time. */
export const STRAIGHT: Warp = { breaks: [], toWarped: (at) => at, fromWarped: instant };

/**
 * Bends the time line at breaks, which are in time order, share at most their ends, and have some length. After the last break drawn time
 * is true time, so that it stays as exact there as instants are.
 */
export function warpOf(breaks: readonly DrawnBreak[]): Warp {
  if (breaks.length === 0) return STRAIGHT;
  const { truth, drawn } = knotsOf(breaks);
  return {
    breaks: breaks.map(({ interval, kind }) => ({ interval, kind })),
    toWarped: (at) => across(truth, drawn, at),
    fromWarped: (warped) => instant(across(drawn, truth, warped)),
  };
}

interface Knots {
  readonly truth: readonly number[];
  readonly drawn: readonly number[];
}

/** Where the line bends, in true and in drawn time; both ascend. */
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
function across(from: readonly number[], to: readonly number[], value: number): number {
  const next = bisectRight(from, value);
  const before = Math.max(next - 1, 0);
  const start = from[before] ?? 0;
  const target = to[before] ?? 0;
  if (next === 0 || next === from.length) return value + (target - start);
  const rise = ((to[next] ?? 0) - target) / ((from[next] ?? 0) - start);
  return target + (value - start) * rise;
}
