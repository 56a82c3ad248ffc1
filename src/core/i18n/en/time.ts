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

  /** 30 February 2026. */
  dayOfMonth: (day: string, month: string) => `${day} ${month}`,
};
