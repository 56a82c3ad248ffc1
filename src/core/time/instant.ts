import type { Brand } from '../base/brand.ts';

/**
 * A point on the time line without length: UTC milliseconds since 1970 in the proleptic Gregorian calendar
 * with astronomical years (0 = 1 BCE). A double holds it from the Big Bang on. Minus and plus infinity stand for "no bound".
 * A wall-clock time whose zone is not known is held as if it were UTC.
 */
export type Instant = Brand<number, 'Instant'>;

/** Calls a number of UTC milliseconds an instant. */
export const instant = (ms: number): Instant => ms as Instant;

/** The stretch between two instants, half-open: `start` belongs to it, `end` does not. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** An interval whose ends may be uncertain: each end lies between two instants (half-open like `Interval`). */
export interface TimeSpan {
  readonly earliestStart: Instant;
  readonly latestStart: Instant;
  readonly earliestEnd: Instant;
  readonly latestEnd: Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Mean Gregorian year: 365.2425 days. */
export const YEAR = 365.2425 * DAY;
