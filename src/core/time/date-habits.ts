/** Which of two days a date like 05/06/2019 means. */
export type DateOrder = 'day-first' | 'month-first';

/** What a year below zero means: historical, −44 is 44 BCE; astronomical, −43 is. */
export type YearCount = 'historical' | 'astronomical';

/** What is known of how dates are written in a file, or asked of a person; what is left out is not known. */
export interface DateHabits {
  /** For dates of which either number may be the day. Left out, such a date is ambiguous. */
  readonly order?: DateOrder | undefined;
  /** Astronomical where left out, as in EDTF. */
  readonly years?: YearCount | undefined;
  /** IANA zone of times of day that state none. */
  readonly zone?: string | undefined;
  /** The earliest year that two digits can mean: 1930 makes 30 to 99 the years 1930 to 1999, and 00 to 29 the years 2000 to 2029. */
  readonly pivot?: number | undefined;
  /** The year of dates that state none, such as “5 Feb”. */
  readonly year?: number | undefined;
  /** The calendar of dates in numbers alone; Gregorian where left out. */
  readonly calendar?: 'solar-hijri' | 'islamic' | undefined;
}
