import type { TimeSpan } from './instant.ts';

/** From the finest to the coarsest. */
export const PRECISIONS = [
  'millisecond', 'second', 'minute', 'hour', 'day', 'month', 'season', 'year', 'decade', 'century', 'millennium',
  'ten-millennia', 'hundred-millennia', 'million-years', 'deep',
] as const;

/**
 * The finest unit stated without a gap: `156X-12-25` is known to a decade. A year in exponent form or with `S` digits is as
 * precise as its digits say; `deep` is ten million years or more, or that nothing is stated at all. An interval and a set are as
 * precise as the coarsest date in them.
 */
export type Precision = (typeof PRECISIONS)[number];

/** EDTF qualifiers: `?` the source is in doubt, `~` the value is estimated, `%` both. */
export interface Qualifier {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** A qualifier as written; empty for none. */
export type Mark = '' | '?' | '~' | '%';

/** Whether an end is given, is without bound (`..`), or exists and is not known (empty). */
export type EndKind = 'stated' | 'open' | 'unknown';

/** What every reading of an EDTF string has, whatever its kind. */
export interface Reading {
  /** The string as it was written. */
  readonly text: string;
  /**
   * Where its start and its end lie. A date by itself says only that the event lies within it: `2026-02` may start as early as
   * 1 February, end as late as the beginning of 1 March, and both its latest start and earliest end are the other edge.
   * In an interval the start lies within the first date and the end within the second; an open end is infinite, an unknown one
   * lies anywhere between the stated end and infinity. A qualifier does not move the bounds.
   */
  readonly span: TimeSpan;
  readonly precision: Precision;
  /** Whether any part is qualified. */
  readonly qualifier: Qualifier;
  readonly start: EndKind;
  readonly end: EndKind;
  /** Whether it has times of day whose zone is given, so that its bounds are true UTC. */
  readonly zoned: boolean;
}

/** One component of a date. */
export interface Component {
  /** Digits as written, with `X` for a digit not stated and a year's minus: `2004`, `-0043`, `156X`, `0X`. */
  readonly digits: string;
  /** The qualifier on its left, which is said of this component alone. */
  readonly before: Mark;
  /** The qualifier on its right, which is said of this component and all those left of it. */
  readonly after: Mark;
}

/** A year, month or day: `2004`, `2004-06-~11`, `156X-12-25`. */
export interface EdtfDate extends Reading {
  readonly kind: 'date';
  readonly year: Component;
  readonly month: Component | undefined;
  readonly day: Component | undefined;
}

/** A day with a wall-clock time: `2026-02-03T17:54:59+03:30`. */
export interface EdtfDateTime extends Reading {
  readonly kind: 'date-time';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Two digits each as written; the hour may be 24. Empty where the time stops earlier. */
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  /** Digits after the point; empty for none. */
  readonly fraction: string;
  /** `Z` or an offset as written; empty when no zone is given. */
  readonly zone: string;
}

/** A season, quarter, quadrimester or semester of a year: `2001-21`. */
export interface EdtfSeason extends Reading {
  readonly kind: 'season';
  readonly year: Component;
  /** Its code is 21 to 41. */
  readonly season: Component;
}

/** A year beyond four digits, in exponent form or with significant digits: `Y170002`, `Y-17E7`, `1950S2`. */
export interface EdtfLongYear extends Reading {
  readonly kind: 'long-year';
  readonly year: number;
  /** The digits before any `E` or `S` as written, with their sign and without the `Y`. */
  readonly digits: string;
  readonly prefixed: boolean;
  /** The number after `E`. */
  readonly exponent: number | undefined;
  /** The number after `S`. */
  readonly significant: number | undefined;
  readonly after: Mark;
}

/** A whole decade by its first three digits, or a whole century by its first two: `196`, `18`. */
export interface EdtfYearGroup extends Reading {
  readonly kind: 'decade' | 'century';
  /** Its number as written, with its sign. */
  readonly digits: string;
  readonly after: Mark;
}

/** A single date, of whatever precision. */
export type EdtfPoint = EdtfDate | EdtfDateTime | EdtfSeason | EdtfLongYear | EdtfYearGroup;

/** From one date to another: `2004-06/2006-08`, `1985/..`, `/1960`. */
export interface EdtfInterval extends Reading {
  readonly kind: 'interval';
  readonly from: EdtfPoint | 'open' | 'unknown';
  readonly to: EdtfPoint | 'open' | 'unknown';
}

/** A stretch within a set, both its ends included; `undefined` for the end that `..` leaves open. */
export interface EdtfRange {
  readonly kind: 'range';
  readonly from: EdtfPoint | undefined;
  readonly to: EdtfPoint | undefined;
}

/** One of several dates, `[1667, 1670..1672]`, or all of them, `{1667, 1670..1672}`. */
export interface EdtfSet extends Reading {
  readonly kind: 'set';
  readonly choice: 'one-of' | 'all-of';
  readonly entries: readonly (EdtfPoint | EdtfRange)[];
  /** The bounds of each entry, in the same order; a range is one member. */
  readonly members: readonly TimeSpan[];
}

/** The reading of an EDTF string. */
export type Edtf = EdtfPoint | EdtfInterval | EdtfSet;
