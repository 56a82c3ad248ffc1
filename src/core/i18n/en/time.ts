import type { EdtfErrorKind } from '../../time/edtf.ts';

/** Codes 21 to 41: the seasons anywhere, of the north and of the south, quarters, thirds and halves of a year. */
const PARTS_OF_YEAR = [
  'spring', 'summer', 'autumn', 'winter',
  'northern spring', 'northern summer', 'northern autumn', 'northern winter',
  'southern spring', 'southern summer', 'southern autumn', 'southern winter',
  'first quarter', 'second quarter', 'third quarter', 'fourth quarter',
  'first four months', 'middle four months', 'last four months',
  'first half', 'second half',
] as const;

const SHORT_PARTS_OF_YEAR = ['Q1', 'Q2', 'Q3', 'Q4', 'Jan–Apr', 'May–Aug', 'Sep–Dec', 'Jan–Jun', 'Jul–Dec'] as const;

/** 1st, 2nd, 3rd, 4th, 11th. */
function ordinal(count: number): string {
  const suffix = ({ one: 'st', two: 'nd', few: 'rd' } as Partial<Record<Intl.LDMLPluralRule, string>>)[ordinals.select(count)];
  return `${count}${suffix ?? 'th'}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** Why a date cannot be read; `found` is what stands at character `at`. */
const ERRORS: Readonly<Record<EdtfErrorKind, (found: string, at: number) => string>> = {
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

/** English words for time. */
export const timeMessages = {
  // Years
  bce: (year: string) => `${year}\u00a0BCE`,
  ce: (year: string) => `${year}\u00a0CE`,
  thousandYearsAgo: (thousands: string) => `${thousands}\u00a0ka`,
  millionYearsAgo: (millions: string) => `${millions}\u00a0Ma`,
  billionYearsAgo: (billions: string) => `${billions}\u00a0Ga`,
  decade: (year: string) => `${year}s`,
  /** By its number, 1 being the first; `before` counts back from the common era. */
  century: (number: number, before: boolean) => `${ordinal(number)} century${before ? ' BCE' : ''}`,
  centuryShort: (number: number, before: boolean) => `${ordinal(number)} c.${before ? ' BCE' : ''}`,
  /** A season or other part of a year by its code, 21 to 41. `vague`: the year is a phrase, not a number. */
  partOfYear: (code: number, year: string, vague: boolean) =>
    `${PARTS_OF_YEAR[code - 21] ?? code} ${vague || code > 32 ? 'of ' : ''}${year}`,
  partOfYearShort: (code: number, year: string) =>
    `${(code > 32 ? SHORT_PARTS_OF_YEAR[code - 33] : PARTS_OF_YEAR[(code - 21) % 4]) ?? code} ${year}`,

  // Days and times of day
  weekdayDate: (weekday: string, date: string) => `${weekday} ${date}`,
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  inZone: (time: string, zone: string) => `${time} ${zone}`,
  utc: 'UTC',

  // How sure a date is
  about: (date: string) => `about ${date}`,
  aboutGroup: (years: string) => `about the ${years}`,
  aboutShort: (date: string) => `c.\u00a0${date}`,
  uncertain: 'uncertain',
  approximate: 'approximate',
  uncertainAndApproximate: 'uncertain and approximate',
  uncertainShort: (date: string) => `${date}?`,
  remark: (date: string, remarks: string) => `${date}, ${remarks}`,
  remarkInside: (date: string, remarks: string) => `${date} (${remarks})`,
  /** What only one part of a date is: "day approximate". */
  component: {
    year: (remark: string) => `year ${remark}`,
    month: (remark: string) => `month ${remark}`,
    season: (remark: string) => `season ${remark}`,
    day: (remark: string) => `day ${remark}`,
  },
  dayNotStated: 'day not stated',
  /** A year of which the source gives only so many digits for sure. */
  sureDigits: (count: number) => `only its first ${count === 1 ? 'digit' : `${count} digits`} sure`,

  // Dates with digits that are not stated
  yearNotStated: 'year not stated',
  aYear: 'a year that is not stated',
  aYearIn: (years: string) => `a year in the ${years}`,
  aYearBetween: (first: string, last: string) => `a year between ${first} and ${last}`,
  aYearLike: (first: string, last: string, digits: string) => `a year between ${first} and ${last} (${digits})`,
  aMonthIn: (when: string) => `a month in ${when}`,
  aMonthFrom: (first: string, last: string) => `a month from ${first} to ${last}`,
  aDayIn: (when: string) => `a day in ${when}`,
  aDayFrom: (first: string, last: string) => `a day from ${first} to ${last}`,
  dayNumber: (days: string) => `day ${days}`,
  of: (part: string, whole: string) => `${part} of ${whole}`,
  dayOf: (day: string, month: string) => `${day} ${month}`,

  // Intervals
  fromTo: (first: string, last: string) => `from ${first} to ${last}`,
  fromWithEndOpen: (first: string) => `from ${first}, end open`,
  fromWithEndUnknown: (first: string) => `from ${first}, end unknown`,
  untilWithStartOpen: (last: string) => `until ${last}, start open`,
  untilWithStartUnknown: (last: string) => `until ${last}, start unknown`,
  startAndEndOpen: 'start and end open',
  startAndEndUnknown: 'start and end unknown',
  startOpenEndUnknown: 'start open, end unknown',
  startUnknownEndOpen: 'start unknown, end open',
  fromShort: (first: string) => `from ${first}`,
  untilShort: (last: string) => `until ${last}`,
  allTime: 'all time',
  dateUnknown: 'date unknown',
  /** A closed range of compact values, "5–8", and of values with spaces in them, "30 Jan – 9 Feb". */
  range: (first: string, last: string) => `${first}–${last}`,
  rangeSpaced: (first: string, last: string) => `${first} – ${last}`,

  // Sets
  someTimeBetween: (first: string, last: string) => `some time between ${first} and ${last}`,
  someTimeFrom: (first: string) => `some time from ${first} on`,
  someTimeUpTo: (last: string) => `some time up to ${last}`,
  to: (first: string, last: string) => `${first} to ${last}`,
  andAfter: (first: string) => `${first} and after`,
  andBefore: (last: string) => `${last} and before`,
  or: (first: string, second: string) => `${first} or ${second}`,
  and: (first: string, second: string) => `${first} and ${second}`,
  allOf: (dates: string, count: number) => `${count === 2 ? 'both' : 'all of'} ${dates}`,

  errors: ERRORS,
  /** 30 February 2026. */
  dayOfMonth: (day: string, month: string) => `${day} ${month}`,
};
