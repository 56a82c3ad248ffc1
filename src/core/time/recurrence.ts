import { civilOf, daysInMonth, floorTo, instantOf, type Civil } from './calendar.ts';
import { DAY, HOUR, MINUTE, SECOND, instant, type Instant } from './instant.ts';

/** How often something happens again: the rule of a calendar. Source: RFC 5545, 3.3.10. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** As it is written: a day or a time of day, which may be in UTC. */
  readonly until: string | undefined;
  /** Empty lists restrict nothing. */
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  /** `nth` is 0 for every one; from the end where it is negative. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number }[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
  /** The day that weeks begin with, 0 for Sunday. */
  readonly weekStart: number;
}

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Most entries of one list of a rule. */
const LONGEST_LIST = 400;

/** Reads a rule such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`; `undefined` where it is none. */
export function parseRecurrence(text: string): RecurrenceRule | undefined {
  const parts = new Map(text.trim().toUpperCase().split(';').filter((part) => part !== '').map((part): readonly [string, string] => {
    const equals = part.indexOf('=');
    return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
  }));
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'));
  if (frequency === undefined) return undefined;
  const list = (name: string, least: number, most: number): readonly number[] | undefined => {
    const texts = parts.get(name)?.split(',') ?? [];
    const numbers = texts.map((entry) => (/^[+-]?\d{1,3}$/.test(entry) ? Number(entry) : NaN));
    return numbers.length <= LONGEST_LIST && numbers.every((n) => n >= least && n <= most && (n !== 0 || least === 0)) ? numbers : undefined;
  };
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map((entry) => {
    const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(entry);
    return match === null ? undefined : { weekday: WEEKDAYS.indexOf(match[2] ?? ''), nth: Number(match[1] ?? 0) };
  });
  const lists = {
    months: list('BYMONTH', 1, 12),
    weeks: list('BYWEEKNO', -53, 53),
    yearDays: list('BYYEARDAY', -366, 366),
    monthDays: list('BYMONTHDAY', -31, 31),
    hours: list('BYHOUR', 0, 23),
    minutes: list('BYMINUTE', 0, 59),
    seconds: list('BYSECOND', 0, 60),
    positions: list('BYSETPOS', -366, 366),
  };
  const interval = numberIn(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? numberIn(parts.get('COUNT') ?? '') : undefined;
  const isWhole = [...Object.values(lists), ...weekdays].every((entry) => entry !== undefined) && weekdays.length <= LONGEST_LIST;
  if (!isWhole || interval === undefined || (parts.has('COUNT') && count === undefined)) return undefined;
  const { months = [], weeks = [], yearDays = [], monthDays = [], hours = [], minutes = [], seconds = [], positions = [] } = lists;
  return {
    frequency,
    interval,
    count,
    until: parts.get('UNTIL'),
    months,
    weeks,
    yearDays,
    monthDays,
    weekdays: weekdays.filter((entry) => entry !== undefined),
    hours,
    minutes,
    seconds,
    positions,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
  };
}

const numberIn = (text: string): number | undefined => (/^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined);

/**
 * How many years, months, days … without a time that the rule names are gone through before it counts as ended: a leap
 * day on a Monday comes every 40 years at the latest.
 */
const MOST_IDLE: Readonly<Record<Frequency, number>> = {
  YEARLY: 100, MONTHLY: 600, WEEKLY: 600, DAILY: 3000, HOURLY: 10_000, MINUTELY: 10_000, SECONDLY: 10_000,
};

const LAST_YEAR = 9999;

/**
 * The times at which something happens by a rule, on the clock of the place, in order from the first one, which is the first of them
 * whatever the
 * rule says. Neither `count` nor `until` is heeded: whoever asks stops. Ends at the year 9999, or where the rule names no time for very
 * long.
 * Source: RFC 5545, 3.3.10, with its table of what each part of a rule does at each frequency.
 */
export function* recurrencesOf(rule: RecurrenceRule, first: Instant): Generator<Instant, void, void> {
  yield first;
  let idle = 0;
  for (let k = 0; idle < MOST_IDLE[rule.frequency]; k += 1) {
    const period = periodOf(rule, first, k);
    if (period === undefined) return;
    const times = chosen(rule, timesIn(rule, period, first)).filter((at) => at > first);
    idle = times.length === 0 ? idle + 1 : 0;
    for (const at of times) yield at;
  }
}

/** The beginning of the year, month, week … that the rule comes to after `k` others; `undefined` beyond the last year. */
function periodOf({ frequency, interval, weekStart }: RecurrenceRule, first: Instant, k: number): Instant | undefined {
  const steps = k * interval;
  const { year, month, weekday } = civilOf(first);
  const midnight = floorTo('day', 1, first);
  let at: number;
  switch (frequency) {
    case 'YEARLY':
      if (year + steps > LAST_YEAR) return undefined;
      at = instantOf(year + steps);
      break;
    case 'MONTHLY':
      if (year + steps / 12 > LAST_YEAR) return undefined;
      at = instantOf(year, month + steps);
      break;
    case 'WEEKLY':
      at = midnight - ((weekday - weekStart + 7) % 7) * DAY + steps * 7 * DAY;
      break;
    case 'DAILY':
      at = midnight + steps * DAY;
      break;
    default:
      at = first + steps * STEPS[frequency];
  }
  return at <= instantOf(LAST_YEAR, 12, 31) ? instant(at) : undefined;
}

const STEPS = { HOURLY: HOUR, MINUTELY: MINUTE, SECONDLY: SECOND } as const;

function timesIn(rule: RecurrenceRule, period: Instant, first: Instant): readonly Instant[] {
  const { frequency } = rule;
  if (frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY') return timesWithin(rule, period);
  const clock = civilOf(first);
  const [hours, minutes, seconds] = [or(rule.hours, clock.hour), or(rule.minutes, clock.minute), or(rule.seconds, clock.second)];
  return daysIn(rule, period, first).flatMap((day) =>
    hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => instant(day + h * HOUR + m * MINUTE + s * SECOND)))));
}

const or = (values: readonly number[], usual: number): readonly number[] => (values.length === 0 ? [usual] : values.toSorted((a, b) => a - b));

/** The times of an hour, minute or second, which the parts above it may rule out. */
function timesWithin(rule: RecurrenceRule, at: Instant): readonly Instant[] {
  const day = floorTo('day', 1, at);
  const { hour, minute, second } = civilOf(at);
  const has = (values: readonly number[], value: number): boolean => values.length === 0 || values.includes(value);
  if (!passes(rule, day) || !has(rule.hours, hour)) return [];
  if (rule.frequency !== 'HOURLY' && !has(rule.minutes, minute)) return [];
  if (rule.frequency === 'SECONDLY') return has(rule.seconds, second) ? [at] : [];
  const minutes = rule.frequency === 'HOURLY' ? or(rule.minutes, minute) : [minute];
  return minutes.flatMap((m) => or(rule.seconds, second).map((s) => instant(day + hour * HOUR + m * MINUTE + s * SECOND)));
}

/** The days of a year, month, week or day that the rule names, ascending. */
function daysIn(rule: RecurrenceRule, period: Instant, first: Instant): readonly Instant[] {
  const start = civilOf(first);
  const { year, month } = civilOf(period);
  const isIn = (day: Instant): boolean => passes(rule, day);
  switch (rule.frequency) {
    case 'DAILY':
      return [period].filter(isIn);
    case 'WEEKLY': {
      const weekdays = rule.weekdays.length === 0 ? [start.weekday] : rule.weekdays.map(({ weekday }) => weekday);
      return days(period, 7).filter((day) => weekdays.includes(civilOf(day).weekday) && hasMonth(rule, civilOf(day).month));
    }
    case 'MONTHLY': {
      if (!hasMonth(rule, month)) return [];
      const all = days(period, daysInMonth(year, month));
      if (rule.monthDays.length > 0) return all.filter(isIn);
      if (rule.weekdays.length > 0) return nthWeekdays(rule, all);
      return all.filter((day) => civilOf(day).day === start.day);
    }
    default:
      return daysOfYear(rule, year, start);
  }
}

function daysOfYear(rule: RecurrenceRule, year: number, start: Pick<Civil, 'month' | 'day' | 'weekday'>): readonly Instant[] {
  const january = instantOf(year);
  const all = days(january, Math.round((instantOf(year + 1) - january) / DAY));
  if (rule.yearDays.length > 0) return all.filter((day) => passes(rule, day));
  const daysOfMonth = (month: number): readonly Instant[] => days(instantOf(year, month), daysInMonth(year, month));
  if (rule.monthDays.length > 0) return monthsOf(rule, undefined).flatMap((month) => daysOfMonth(month).filter((day) => passes(rule, day)));
  if (rule.weeks.length > 0) {
    const weekdays = rule.weekdays.length === 0 ? [start.weekday] : rule.weekdays.map(({ weekday }) => weekday);
    return daysOfWeeks(rule, year).filter((day) => weekdays.includes(civilOf(day).weekday) && hasMonth(rule, civilOf(day).month));
  }
  if (rule.weekdays.length > 0) {
    if (rule.months.length === 0) return nthWeekdays(rule, all);
    return monthsOf(rule, undefined).flatMap((month) => nthWeekdays(rule, daysOfMonth(month)));
  }
  return monthsOf(rule, start.month).filter((month) => start.day <= daysInMonth(year, month)).map((month) => instantOf(year, month, start.day));
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The months that a rule names, in order; the usual one, or all, where it names none. */
const monthsOf = ({ months }: RecurrenceRule, usual: number | undefined): readonly number[] =>
  months.length > 0 ? months.toSorted((a, b) => a - b) : usual === undefined ? ALL_MONTHS : [usual];

/** The days of numbered weeks; the first week is the first that has four days in the year. */
function daysOfWeeks({ weeks, weekStart }: RecurrenceRule, year: number): readonly Instant[] {
  const firstWeek = (y: number): number => {
    const january = instantOf(y);
    const into = (civilOf(january).weekday - weekStart + 7) % 7;
    return january + (into <= 3 ? -into : 7 - into) * DAY;
  };
  const begin = firstWeek(year);
  const count = Math.round((firstWeek(year + 1) - begin) / (7 * DAY));
  const numbers = new Set(weeks.map((week) => (week < 0 ? count + 1 + week : week)).filter((week) => week >= 1 && week <= count));
  return [...numbers].sort((a, b) => a - b).flatMap((week) => days(instant(begin + (week - 1) * 7 * DAY), 7));
}

const days = (from: Instant, count: number): readonly Instant[] => Array.from({ length: count }, (_, k) => instant(from + k * DAY));

/** Of some days in a row, those weekdays that the rule names by their number from the start or the end. */
function nthWeekdays({ weekdays }: RecurrenceRule, all: readonly Instant[]): readonly Instant[] {
  return all.filter((day, k) =>
    weekdays.some(({ weekday, nth }) => {
      if (civilOf(day).weekday !== weekday) return false;
      return nth === 0 || (nth > 0 ? Math.floor(k / 7) + 1 === nth : Math.floor((all.length - 1 - k) / 7) + 1 === -nth);
    }));
}

const hasMonth = ({ months }: RecurrenceRule, month: number): boolean => months.length === 0 || months.includes(month);

/** Whether a day is not ruled out by the months, days of the year, days of the month and weekdays of a rule. */
function passes(rule: RecurrenceRule, day: Instant): boolean {
  const { year, month, day: dayOfMonth, weekday } = civilOf(day);
  if (!hasMonth(rule, month)) return false;
  const fromEnd = (values: readonly number[], value: number, length: number): boolean =>
    values.length === 0 || values.includes(value) || values.includes(value - length - 1);
  const dayOfYear = Math.round((day - instantOf(year)) / DAY) + 1;
  const lengthOfYear = Math.round((instantOf(year + 1) - instantOf(year)) / DAY);
  return fromEnd(rule.yearDays, dayOfYear, lengthOfYear)
    && fromEnd(rule.monthDays, dayOfMonth, daysInMonth(year, month))
    && (rule.weekdays.length === 0 || rule.weekdays.some((entry) => entry.weekday === weekday));
}

/** The times of a period, in order, or those at the positions that the rule names. */
function chosen({ positions }: RecurrenceRule, times: readonly Instant[]): readonly Instant[] {
  if (positions.length === 0) return times;
  const ordered = [...new Set(times)].sort((a, b) => a - b);
  const picked = new Set(positions.map((position) => ordered.at(position < 0 ? position : position - 1)).filter((at) => at !== undefined));
  return ordered.filter((at) => picked.has(at));
}
