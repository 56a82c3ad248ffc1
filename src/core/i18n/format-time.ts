import { LONG_AGO, PRESENT } from '../time/ago.ts';
import { civilOf, instantOf } from '../time/calendar.ts';
import { clocksOf, UTC_CLOCKS, wallOf } from '../time/zone.ts';
import { DAY, HOUR, MINUTE, SECOND, YEAR, instant, type Instant, type Interval } from '../time/instant.ts';
import type { Messages } from './messages.ts';

/** The words and the locale to write in; a `World` is one. */
export interface Words {
  readonly messages: Messages;
  /** BCP 47 tag. Plain `en` writes the day before the month. */
  readonly locale: string;
  /** IANA zone by whose clocks instants are told; UTC when left out. Days, months and years that are stated as such are of no zone. */
  readonly zone?: string;
}

/** Calendar fields that are written together, in the order of the locale. */
const STYLES = {
  weekday: { weekday: 'long' },
  'weekday-short': { weekday: 'short' },
  day: { day: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  'day-month-short': { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  'date-short': { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long' },
  'month-short': { month: 'short' },
  'month-year': { month: 'long', year: 'numeric' },
  'month-year-short': { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof STYLES;
export type Length = 'long' | 'short';

/** English without a country would write the month first. */
const localeOf = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** Remembers what `make` gives for each key; making a formatter costs a thousand times what using it does. */
function memo<K extends string, T>(make: (locale: string, key: K) => T): (locale: string, key: K) => T {
  const made = new Map<string, T>();
  return (locale, key) => {
    const id = `${locale} ${key}`;
    const known = made.get(id);
    if (known !== undefined) return known;
    const value = make(localeOf(locale), key);
    made.set(id, value);
    return value;
  };
}

const dateFormat = memo((locale, style: DateStyle) =>
  new Intl.DateTimeFormat(locale, { ...STYLES[style], calendar: 'gregory', timeZone: 'UTC' }));

const NUMBER_STYLES = {
  plain: { useGrouping: false },
  grouped: {},
  'two-digits': { minimumIntegerDigits: 2, useGrouping: false },
  compact: { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 },
} as const satisfies Record<string, Intl.NumberFormatOptions>;

const numberFormat = memo((locale, style: keyof typeof NUMBER_STYLES) => new Intl.NumberFormat(locale, NUMBER_STYLES[style]));

const UNIT_STYLE = { style: 'unit', unitDisplay: 'long', maximumSignificantDigits: 3 } as const satisfies Intl.NumberFormatOptions;
const unitFormat = memo((locale, unit) => new Intl.NumberFormat(locale, { ...UNIT_STYLE, unit }));
const compactUnitFormat = memo((locale, unit) =>
  new Intl.NumberFormat(locale, { ...UNIT_STYLE, unit, notation: 'compact', compactDisplay: 'long' }));

type ListKind = 'conjunction' | 'disjunction';

const listFormat = memo((locale, type: ListKind) => new Intl.ListFormat(locale, { type }));

/** "a, b and c" or "a, b or c". */
export const formatList = (parts: readonly string[], type: ListKind, { locale }: Words): string =>
  listFormat(locale, type).format(parts);

/** A number without grouping. */
export const formatPlain = (value: number, { locale }: Words): string => numberFormat(locale, 'plain').format(value);

/** The calendar fields of an instant in UTC, for any year. */
export function formatAt(at: Instant, style: DateStyle, words: Words): string {
  const { year, month, day } = civilOf(at);
  const format = dateFormat(words.locale, style);
  if (year >= 1000 && year <= 9999) return format.format(at);
  // The calendar repeats every 400 years, weekdays included, so a year that Intl can write stands in for any other.
  const standIn = instantOf(2000 + (((year % 400) + 400) % 400), month, day);
  return format
    .formatToParts(standIn)
    .map((part) => (part.type === 'year' ? formatYear(year, words) : part.value))
    .join('');
}

/**
 * A year in astronomical counting: 2026, 44 BCE, 12,000 BCE, 170 million BCE, short 170 Ma. Years 1 to 999 are marked CE. Beyond
 * 10,000 a round thousand is taken as a rounded figure, of which the one year between astronomical and BCE counting is no part;
 * at that distance Ma and Ga, which count from the present, come to the same.
 */
export function formatYear(year: number, words: Words, length: Length = 'long'): string {
  const { messages, locale } = words;
  const round = Math.abs(year) >= 10_000 && year % 1000 === 0;
  const count = year > 0 ? year : round ? -year : 1 - year;
  if (count < 10_000) {
    const plain = formatPlain(count, words);
    if (year <= 0) return messages.time.bce(plain);
    return year < 1000 ? messages.time.ce(plain) : plain;
  }
  const rounded = Number(count.toPrecision(4)) === count && count >= 1e6;
  if (rounded && length === 'short' && year < 0) {
    const [unit, ago] = count < 1e9 ? [1e6, messages.time.millionYearsAgo] : [1e9, messages.time.billionYearsAgo];
    return ago(numberFormat(locale, 'grouped').format(count / unit));
  }
  const number = numberFormat(locale, rounded ? 'compact' : 'grouped').format(count);
  return year > 0 ? messages.time.ce(number) : messages.time.bce(number);
}

/** So many years ago, told in steps of `count` years: 40 ka, 66 Ma, 13.8 Ga; the present and what follows by its year. */
export function formatAgo(ago: number, count: number, words: Words): string {
  const { time } = words.messages;
  if (ago <= 0) return formatPlain(PRESENT - ago, words);
  const [unit, write] = ago >= 1e9 ? [1e9, time.billionYearsAgo] : ago >= 1e6 ? [1e6, time.millionYearsAgo] : [1e3, time.thousandYearsAgo];
  return write((ago / unit).toLocaleString(words.locale, { maximumFractionDigits: Math.max(0, Math.ceil(Math.log10(unit / count))) }));
}

/** The day of an instant with its weekday: Tuesday 3 February 2026. */
export const formatDay = (at: Instant, words: Words): string =>
  words.messages.time.weekdayDate(formatAt(at, 'weekday', words), formatAt(at, 'date', words));

/** The month of an instant: February 2026. */
export const formatMonth = (at: Instant, words: Words): string => formatAt(at, 'month-year', words);

/** The time of day of an instant in UTC: 17:54, 17:54:59 to the second, 17:54:59.25 to the millisecond. */
export function formatTime(at: Instant, words: Words, unit: ClockUnit = 'minute'): string {
  const { hour, minute, second, millisecond } = civilOf(at);
  const seconds = { minute: [], second: [second], millisecond: [second + millisecond / SECOND] };
  return formatClock([hour, minute, ...seconds[unit]], words);
}

/** How finely a time of day is written. */
export type ClockUnit = 'minute' | 'second' | 'millisecond';

/** Hours, minutes and seconds of two digits each, as far as they are given; of a part of a second up to three decimals. */
export const formatClock = (parts: readonly number[], { locale }: Words): string =>
  parts.map((part) => numberFormat(locale, 'two-digits').format(part)).join(':');

/**
 * The two ends of a range as they are written beside each other: what they share is said once, as in 5 and 8 February 2026.
 * Both are the same text when nothing is between them.
 */
export function formatEnds(first: Instant, last: Instant, unit: RangeUnit, length: Length, words: Words): readonly [string, string] {
  const [a, b] = [civilOf(first), civilOf(last)];
  if (unit === 'year') return [formatYear(a.year, words, length), formatYear(b.year, words, length)];
  const styles = END_STYLES[length];
  const whole = unit === 'day' ? styles.date : styles.monthYear;
  const [wholeFirst, wholeLast] = [formatAt(first, whole, words), formatAt(last, whole, words)];
  if (wholeFirst === wholeLast || a.year !== b.year || !writesSmallUnitsFirst(last, words)) return [wholeFirst, wholeLast];
  if (unit === 'month') return [formatAt(first, styles.month, words), wholeLast];
  return [formatAt(first, a.month === b.month ? 'day' : styles.dayMonth, words), wholeLast];
}

export type RangeUnit = 'day' | 'month' | 'year';

const END_STYLES = {
  long: { date: 'date', monthYear: 'month-year', month: 'month', dayMonth: 'day-month' },
  short: { date: 'date-short', monthYear: 'month-year-short', month: 'month-short', dayMonth: 'day-month-short' },
} as const;

/** Only a locale that writes the day before the month and the year last can leave them out of the first of two dates. */
const writesSmallUnitsFirst = (at: Instant, words: Words): boolean => formatAt(at, 'date', words).startsWith(formatAt(at, 'day', words));

/** Joins two dates with a dash, or says the one value they share. */
export function formatRange(first: string, last: string, { messages }: Words): string {
  if (first === last) return last;
  return /\s/.test(first + last) ? messages.time.rangeSpaced(first, last) : messages.time.range(first, last);
}

/** A range of days, months or years, both ends included: 5–8 Feb 2026, 30 Jan – 9 Feb 2026, 1980–1994. */
export function formatDates(first: Instant, last: Instant, unit: RangeUnit, words: Words, length: Length = 'short'): string {
  const [a, b] = formatEnds(first, last, unit, length, words);
  return a !== b && unit !== 'year' && !/\s/.test(a) ? words.messages.time.range(a, b) : formatRange(a, b, words);
}

/** What the clocks of the words' zone show at an instant, given as if it were UTC. */
export const wallIn = (at: Instant, { zone = 'UTC' }: Words): Instant => wallOf(at, clocksOf(zone) ?? UTC_CLOCKS);

/** A time window by the clocks of the words' zone: 30 Jan – 9 Feb 2026. The shorter it is the finer its ends are written, from years to milliseconds. */
export const formatInterval = ({ start, end }: Interval, words: Words): string =>
  formatStretch({ start: wallIn(start, words), end: wallIn(end, words) }, words);

/** A stretch of the calendar, of whatever zone, written as a time window is. */
export function formatStretch({ start, end }: Interval, words: Words): string {
  const { time } = words.messages;
  const last = instant(end - 1);
  const width = end - start;
  if (!Number.isFinite(width)) {
    if (Number.isFinite(start)) return time.fromShort(formatAt(start, 'date-short', words));
    return Number.isFinite(end) ? time.untilShort(formatAt(last, 'date-short', words)) : time.allTime;
  }
  if (width < 2 * DAY && !(start % DAY === 0 && end % DAY === 0)) return formatHours(start, end, words);
  if (width < 3 * YEAR) return formatDates(start, last, 'day', words);
  if (width < 150 * YEAR) return formatDates(start, last, 'month', words);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(width / YEAR)) - 3);
  const year = (at: Instant): string => {
    const own = civilOf(at).year;
    if (own < LONG_AGO && unit >= 10) return formatAgo(Math.round((PRESENT - own) / unit) * unit, unit, words);
    return formatYear(roundFar(own, unit), words, 'short');
  };
  return formatRange(year(start), year(last), words);
}

/** A year beyond 10,000 to a multiple of `unit`; nearer ones as they are. */
const roundFar = (year: number, unit: number): number => (Math.abs(year) < 10_000 ? year : Math.round(year / unit) * unit);

function formatHours(start: Instant, end: Instant, words: Words): string {
  const { time } = words.messages;
  const unit = clockUnitFor(end - start);
  const [from, to] = [formatAt(start, 'date-short', words), formatAt(end, 'date-short', words)];
  const [first, last] = [time.dateAndTime(from, formatTime(start, words, unit)), formatTime(end, words, unit)];
  return from === to ? time.range(first, last) : time.rangeSpaced(first, time.dateAndTime(to, last));
}

/** Windows shorter than some minutes or seconds have ends between them. */
function clockUnitFor(width: number): ClockUnit {
  if (width < 5 * SECOND) return 'millisecond';
  return width < 5 * MINUTE ? 'second' : 'minute';
}

/** A length of time in its one fitting unit: 12 days, 6 months, 3 years, 1.5 million years. Months and years are mean ones. */
export function formatDuration(ms: number, { locale }: Words): string {
  const [unit, length] = fittingUnit(Math.abs(ms));
  const count = Math.round(ms / length);
  return (Math.abs(count) < 1e6 ? unitFormat : compactUnitFormat)(locale, unit).format(count);
}

function fittingUnit(ms: number): readonly [unit: string, length: number] {
  if (ms < SECOND) return ['millisecond', 1];
  if (ms < 100 * SECOND) return ['second', SECOND];
  if (ms < 100 * MINUTE) return ['minute', MINUTE];
  if (ms < 2 * DAY) return ['hour', HOUR];
  if (ms < 60 * DAY) return ['day', DAY];
  if (ms < 2 * YEAR) return ['month', YEAR / 12];
  return ['year', YEAR];
}
