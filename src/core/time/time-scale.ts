import type { Instant, Interval } from './instant.ts';

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
