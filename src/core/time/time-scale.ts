import { clamp } from '../base/geometry.ts';
import { SECOND, YEAR, instant, type Instant, type Interval } from './instant.ts';

/** A stretch of time whose scale differs from the true one. */
export interface Break {
  readonly interval: Interval;
  /** `gap`: nothing happens there. `squeezed`: only imprecise events lie there, drawn at a smaller scale. */
  readonly kind: 'gap' | 'squeezed';
}

/**
 * Bends the time line: monotone and piecewise linear, exact both ways. `warped` is a number of milliseconds of drawn time;
 * outside its breaks drawn time runs like true time.
 */
export interface Warp {
  readonly breaks: readonly Break[];
  /** Instants at which the scale changes, ascending. */
  readonly knots: ArrayLike<number>;
  /** Whether the scale changes wherever it likes, not only at breaks. */
  readonly isUneven: boolean;
  readonly toWarped: (at: number) => number;
  readonly fromWarped: (warped: number) => Instant;
}

/** Instants ↔ pixels for one time window and one width. */
export interface TimeScale {
  readonly warp: Warp;
  readonly window: Interval;
  readonly x0: number;
  readonly x1: number;
  /** Pixel position of an instant; infinities stay infinite. */
  readonly xOf: (at: number) => number;
  /** The instant at a pixel position: the exact inverse of `xOf`. */
  readonly instantAt: (x: number) => Instant;
}

/** How long and how far out a time window may be, in milliseconds of drawn time and instants. */
export interface WindowLimits {
  readonly shortest: number;
  readonly longest: number;
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** The age of the universe in years, rounded. Source: Planck 2018 results VI, table 2 (13.787 ± 0.020 billion years). */
const AGE_OF_UNIVERSE = 13.8e9;

/** From one second to the age of the universe; nothing is drawn before the Big Bang, nor as long again from now. */
export const WINDOW_LIMITS: WindowLimits = {
  shortest: SECOND,
  longest: AGE_OF_UNIVERSE * YEAR,
  earliest: instant(-AGE_OF_UNIVERSE * YEAR),
  latest: instant(AGE_OF_UNIVERSE * YEAR),
};

/** The scale that shows a window between two pixel positions. The window must have a length, and `x1` be right of `x0`. */
export function timeScale({ window, x0, x1, warp }: Pick<TimeScale, 'window' | 'x0' | 'x1' | 'warp'>): TimeScale {
  const start = warp.toWarped(window.start);
  const length = warp.toWarped(window.end) - start;
  if (!(length > 0 && length < Infinity && x1 > x0)) {
    throw new RangeError(`a time scale from ${window.start}..${window.end} to ${x0}..${x1}`);
  }
  const pixels = (x1 - x0) / length;
  return {
    warp,
    window,
    x0,
    x1,
    xOf: (at) => x0 + (warp.toWarped(at) - start) * pixels,
    instantAt: (x) => warp.fromWarped(start + (x - x0) / pixels),
  };
}

/** How many pixels a millisecond of drawn time takes. */
export function pixelsPerMs({ warp, window, x0, x1 }: TimeScale): number {
  return (x1 - x0) / (warp.toWarped(window.end) - warp.toWarped(window.start));
}

/**
 * The window after zooming in by a factor above 1, or out by one below 1, around the pixel `x`, whose instant stays where it is unless
 * the limits forbid.
 */
export function zoomWindow(scale: TimeScale, x: number, factor: number, limits: WindowLimits = WINDOW_LIMITS): Interval {
  const { warp, window, x0, x1 } = scale;
  const start = warp.toWarped(window.start);
  const length = warp.toWarped(window.end) - start;
  const share = (x - x0) / (x1 - x0);
  const shortest = warp.isUneven ? shortestAt(start, start + length, limits) : shortestAt(window.start, window.end, limits);
  const next = clamp(length / factor, shortest, limits.longest);
  return windowAt(warp, start + share * (length - next), next, limits);
}

/** The window after dragging the picture by `dx` pixels: to the right shows earlier times. */
export function panWindow(scale: TimeScale, dx: number, limits: WindowLimits = WINDOW_LIMITS): Interval {
  const { warp, window } = scale;
  const start = warp.toWarped(window.start);
  const length = warp.toWarped(window.end) - start;
  return windowAt(warp, start - dx / pixelsPerMs(scale), length, limits);
}

/** Far from 1970 a double holds no second: a window is then long enough for its pixels to be different instants. */
function shortestAt(start: number, end: number, limits: WindowLimits): number {
  return Math.max(limits.shortest, Math.max(Math.abs(start), Math.abs(end)) * 2 ** -40);
}

/** The window of a drawn length that begins at a drawn time, moved to lie within the limits. */
export function windowAt(warp: Warp, start: number, length: number, limits: WindowLimits = WINDOW_LIMITS): Interval {
  const first = warp.toWarped(limits.earliest);
  const last = warp.toWarped(limits.latest) - length;
  const from = clamp(start, first, Math.max(first, last));
  const window = { start: warp.fromWarped(from), end: warp.fromWarped(from + length) };
  // Where instants are drawn farther apart than they are, a length that can be drawn may be none that can be told.
  const missing = shortestAt(window.start, window.end, limits) - (window.end - window.start);
  if (!warp.isUneven || missing <= 0) return window;
  return { start: instant(window.start - missing / 2), end: instant(window.end + missing / 2) };
}
