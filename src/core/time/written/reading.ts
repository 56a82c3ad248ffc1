import type { Edtf } from '../edtf-reading.ts';

/** A date as a person or a program wrote it, read. */
export interface Written {
  readonly edtf: Edtf;
  /** IANA zone of its time of day, as stated or by habit; `'local'` where it is not known, where the date states an offset, or has no time. */
  readonly zone: string;
  /**
   * What it says about which of day and month comes first: proven by a number above 12; `'either'`: it was read by habit;
   * `'none'`: nothing, because the month has a name, or comes second to a year, or both numbers are the same.
   */
  readonly order: 'none' | 'proven-day-first' | 'proven-month-first' | 'either';
  /** Whether the reading says all that the words say, so that they need not be kept beside it. */
  readonly exactText: boolean;
}

/** Why a text gives no date. */
export type WrittenError =
  /** It says that there is none: empty, “n/a”, “unknown”, 0000-00-00. */
  | { readonly kind: 'absent' }
  /** A lone zero, with which programs say that there is none, and which may count from the day that they begin at. */
  | { readonly kind: 'zero' }
  /** A year 0 where years are counted as historians do, who go from 1 BCE to 1 CE. */
  | { readonly kind: 'year-zero' }
  | { readonly kind: 'unreadable' }
  /** It names a day, month or hour that does not exist, or an interval that runs backwards. */
  | { readonly kind: 'impossible' }
  /** Either number may be the day, and no habit tells. Both readings. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: Edtf; readonly monthFirst: Edtf }
  /** The year has two digits, and no habit tells the century. */
  | { readonly kind: 'short-year' }
  /** A day without a year. */
  | { readonly kind: 'year-missing' }
  | { readonly kind: 'time-without-date' }
  /** A year farther away than can be dated. */
  | { readonly kind: 'out-of-range' };
