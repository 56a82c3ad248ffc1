import type { EdtfErrorKind } from '../../time/edtf.ts';

/** Why a date cannot be read; `found` is what stands at character `at`. */
export const dateErrors: Readonly<Record<EdtfErrorKind, (found: string, at: number) => string>> = {
  empty: () => 'A date is missing.',
  unfinished: (found) => `“${found}” stops before the date is complete.`,
  unexpected: (found, at) => `${found === ' ' ? 'A space' : `“${found}”`} cannot stand at character ${at} of a date.`,
  'year-digits': (found) =>
    `“${found}” is not a year. A year has four digits, hyphens part it from month and day, and a longer year starts with Y: Y12345.`,
  'negative-zero': (found) => `“${found}” does not exist: zero has no sign.`,
  'long-year': (found) => `“${found}” is not a year. After Y come five digits or more, or an exponent as in Y17E7, and no zero first.`,
  'year-too-far': (found) => `The year “${found}” is more than a trillion years away.`,
  'significant-digits': (found) => `After S stands how many digits of the year are sure. ${found || 'Nothing'} is not one of them.`,
  'two-digits': (found) => `In “${found}” a month or day has one digit. Write two, as in 2026-02-03.`,
  month: (found) => `Month ${found} does not exist.`,
  day: (found) => `Day ${found} does not exist.`,
  'day-of-month': (found) => `${found} does not exist.`,
  time: (found) => `“${found}” is not a day and a time. Write it as in 2026-02-03T17:54:59Z.`,
  hour: (found) => `The time ${found} does not exist: hours go from 00 to 23, and the day ends at 24:00:00.`,
  minute: (found) => `Minute ${found} does not exist.`,
  second: (found) => `Second ${found} does not exist.`,
  zone: (found) => `The time zone ${found} does not exist: zones go from −12:00 to +14:00, and UTC is Z.`,
  'qualified-time': (found) => `“${found}” has a time of day, which ?, ~ and % cannot follow. They belong to dates alone.`,
  slashes: (found) => `“${found}” has two slashes. One slash parts an interval’s start from its end; hyphens part year, month and day.`,
  'not-an-end': (found) => `“${found}” cannot stand there. The ends of an interval and the entries of a set are years, months or days.`,
  'backwards-interval': (found) => `The interval “${found}” ends before it begins.`,
  'set-unclosed': (found) => `The set lacks its closing “${found}”.`,
  'set-empty': () => 'An entry of the set is empty.',
  'open-inside': (found) => `“${found}” stands inside the set. Only its first entry may start with .., only its last may end with it.`,
  'backwards-range': (found) => `“${found}” ends before it begins.`,
};
