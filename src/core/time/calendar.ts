import { DAY, HOUR, MINUTE, SECOND, instant, type Instant } from './instant.ts';

/** An instant taken apart in the proleptic Gregorian calendar, UTC. */
export interface Civil {
  /** Astronomical: 0 is 1 BCE, -1 is 2 BCE. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday, 6 is Saturday. */
  readonly weekday: number;
}

/** Calendar units. Weeks begin on Monday, quarters in January, April, July and October. */
export const UNITS = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * The farthest year from 0 that can be dated. Up to here a count of days is an exact integer and two days are two instants;
 * the limit is past any date that physics gives.
 */
export const MAX_YEAR = 1e12;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The units whose length never changes, in milliseconds. */
const FIXED = { millisecond: 1, second: SECOND, minute: MINUTE, hour: HOUR } as const;

/** Whether a year has 366 days: every fourth, but of the full centuries only every fourth. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month (1 to 12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  const days = MONTH_LENGTHS[month - 1];
  if (days === undefined) throw new RangeError(`month ${month} is not between 1 and 12`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/**
 * The instant of a calendar date and UTC time. Parts beyond their ordinary values carry over: month 13 is the next January.
 * Milliseconds are exact up to 285,000 years from 1970; farther away the result is the nearest double, which is still the
 * right day and is read back as the same midnight by `civilOf`.
 */
export function instantOf(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): Instant {
  const date = daysFromCivil(year + Math.floor((month - 1) / 12), modulo(month - 1, 12) + 1) + day - 1;
  return instant(date * DAY + (hour * HOUR + minute * MINUTE + second * SECOND + millisecond));
}

/** Takes a finite instant apart. A fraction of a millisecond is cut off. */
export function civilOf(at: Instant): Civil {
  if (!Number.isFinite(at)) throw new RangeError(`${at} is not a point on the calendar`);
  const days = daysOf(at);
  const rest = Math.floor(at - days * DAY);
  return {
    ...civilFromDays(days),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor(rest / MINUTE) % 60,
    second: Math.floor(rest / SECOND) % 60,
    millisecond: rest % SECOND,
    weekday: modulo(days + 4, 7),
  };
}

/**
 * The last instant not after `at` at which a multiple of `step` units begins. Milliseconds to days are counted from 1970-01-01
 * (so 6 hours fall on midnight), weeks from Monday 1969-12-29, months, quarters and years from the year 0 (so 3 months fall on
 * January, 10 years on decades). Infinities stay as they are.
 */
export function floorTo(unit: Unit, step: number, at: Instant): Instant {
  if (!Number.isInteger(step) || step < 1) throw new RangeError(`a step of ${step} ${unit}s`);
  if (!Number.isFinite(at)) return at;
  switch (unit) {
    case 'day':
      return startOfDay(floorMultiple(daysOf(at), step));
    case 'week':
      return startOfDay(floorMultiple(daysOf(at) + 3, 7 * step) - 3);
    case 'month':
    case 'quarter': {
      const { year, month } = civilFromDays(daysOf(at));
      return instantOf(0, floorMultiple(year * 12 + month - 1, unit === 'month' ? step : 3 * step) + 1);
    }
    case 'year':
      return instantOf(floorMultiple(civilFromDays(daysOf(at)).year, step));
    default:
      return instant(floorMultiple(at, FIXED[unit] * step));
  }
}

/**
 * The instant a whole number of units later, or earlier for a negative count. Months, quarters and years keep the time of day
 * and the day of the month, held to the month's last day: 31 January and one month is 28 February. Infinities stay as they are.
 */
export function offsetBy(unit: Unit, count: number, at: Instant): Instant {
  if (!Number.isInteger(count)) throw new RangeError(`an offset of ${count} ${unit}s`);
  if (!Number.isFinite(at)) return at;
  switch (unit) {
    case 'day':
      return offsetDays(at, count);
    case 'week':
      return offsetDays(at, 7 * count);
    case 'month':
      return offsetMonths(at, count);
    case 'quarter':
      return offsetMonths(at, 3 * count);
    case 'year':
      return offsetMonths(at, 12 * count);
    default:
      return instant(at + FIXED[unit] * count);
  }
}

function offsetDays(at: Instant, count: number): Instant {
  const days = daysOf(at);
  return instant((days + count) * DAY + (at - days * DAY));
}

function offsetMonths(at: Instant, count: number): Instant {
  const days = daysOf(at);
  const from = civilFromDays(days);
  const months = from.year * 12 + from.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = modulo(months, 12) + 1;
  const day = Math.min(from.day, daysInMonth(year, month));
  return instant((daysFromCivil(year, month) + day - 1) * DAY + (at - days * DAY));
}

const startOfDay = (days: number): Instant => instant(days * DAY);

/** The remainder with the sign of the divisor. */
const modulo = (value: number, divisor: number): number => value - Math.floor(value / divisor) * divisor;

/** The greatest multiple of `step` that is not above `value`; far out the quotient may round up past it. */
function floorMultiple(value: number, step: number): number {
  const multiple = Math.floor(value / step) * step;
  return multiple > value ? multiple - step : multiple;
}

/**
 * Days from 1970-01-01 to the day of a finite instant. Beyond 2^53 milliseconds a midnight is held as the double nearest to it,
 * which may lie before it: that double counts as the midnight.
 */
function daysOf(at: number): number {
  const nearest = Math.round(at / DAY);
  return nearest * DAY <= at ? nearest : nearest - 1;
}

/**
 * Days from 1970-01-01 to the first of a month (1 to 12). Years are counted from 1 March of the year 0, so that the leap day
 * ends its year. Source of this and its inverse: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * `days_from_civil` and `civil_from_days`, https://howardhinnant.github.io/date_algorithms.html
 */
function daysFromCivil(year: number, month: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of a number of days from 1970-01-01. */
function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
