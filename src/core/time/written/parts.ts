import { civilOf, daysInMonth, instantOf, MAX_YEAR } from '../calendar.ts';
import type { DateHabits } from '../date-habits.ts';
import { dayText, twoDigits, yearText } from '../edtf-of.ts';
import { DAY, instant } from '../instant.ts';
import { daysInIslamicMonth, instantOfIslamic } from '../islamic.ts';
import { daysInSolarHijriMonth, instantOfSolarHijri, SOLAR_HIJRI_YEARS } from '../solar-hijri.ts';
import type { Clock } from './clock.ts';
import type { Calendar, EraOfYear } from './lexicon.ts';
import type { Written, WrittenError } from './reading.ts';
import { qualified, spanBetweenDates, spanOfDays, spanOfMonth, spanOfPoint, spanOfYear, textOfDay, type Span } from './span.ts';

/** Why words give no date. */
export type Fault = WrittenError['kind'];

/** A year as it is written. */
export interface YearPart {
  readonly value: number;
  readonly digits: number;
  readonly era: EraOfYear | undefined;
}

/** What is written of a calendar date: all of it, or what another date beside it does not say again. */
export interface DateParts {
  readonly year?: YearPart | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** A number that stands alone: a day or the end of a year, which what stands beside it tells. */
  readonly bare?: number | undefined;
  /** Two numbers of which one is the day and one the month. */
  readonly pair?: readonly [number, number] | undefined;
  readonly calendar?: Calendar | undefined;
  readonly clock?: Clock | undefined;
  readonly order: Written['order'];
}

/** What is known while a date is read: habits, and what is found out about the order of day and month. */
export interface Reading {
  readonly habits: DateHabits;
  readonly orders: Written['order'][];
  readonly zones: string[];
}

/** The date of complete parts, in EDTF. */
export function spanOfParts(parts: DateParts, reading: Reading): Span | Fault {
  const { habits } = reading;
  const { month, day, clock } = parts;
  const year = parts.year ?? (habits.year === undefined ? undefined : { value: habits.year, digits: 4, era: undefined });
  reading.orders.push(parts.order);
  if (parts.bare !== undefined || parts.pair !== undefined) return 'unreadable';
  if (year === undefined) {
    if (month !== undefined || day !== undefined) return 'year-missing';
    return clock === undefined ? 'unreadable' : 'time-without-date';
  }
  const calendar = calendarOf(year.era, parts.calendar, habits);
  if (calendar !== 'gregorian') return otherCalendar(calendar, year.value, parts, reading);
  const value = gregorianYear(year, habits);
  if (typeof value === 'string') return value;
  if (clock !== undefined && (month === undefined || day === undefined)) return 'unreadable';
  if (month === undefined || month === 0) {
    if (day !== undefined && day > 0) {
      return month === 0 && day <= 31 && Math.abs(value) <= 9999 ? spanOfPoint(`${yearText(value)}-XX-${twoDigits(day)}`) : 'unreadable';
    }
    return year.era === 'bp' ? qualified(spanOfYear(value), '~') : spanOfYear(value);
  }
  if (month > 12 || Math.abs(value) > 9999) return 'impossible';
  if (day === undefined || day === 0) return clock === undefined ? spanOfMonth(value, month) : 'impossible';
  if (day > daysInMonth(value, month)) return 'impossible';
  return spanOfDay(dayText(value, month, day), clock, reading);
}

function spanOfDay(day: string, clock: Clock | undefined, reading: Reading): Span {
  if (clock === undefined) return spanOfPoint(day);
  if (clock.zone !== undefined) reading.zones.push(clock.zone);
  return spanOfPoint(`${day}T${clock.text}${clock.offset}`, clock.exact);
}

const calendarOf = (era: EraOfYear | undefined, named: Calendar | undefined, habits: DateHabits): Calendar => {
  if (era === 'solar-hijri' || era === 'islamic') return era;
  if (era !== undefined) return 'gregorian';
  return named ?? habits.calendar ?? 'gregorian';
};

/** The astronomical year; a fault for one that does not exist or is too far away. */
function gregorianYear({ value, era }: YearPart, habits: DateHabits): number | Fault {
  if (era === 'bce') return value < 1 ? 'impossible' : checked(1 - value);
  if (era === 'bp') return checked(BEFORE_PRESENT - value);
  if (value < 0 && habits.years === 'historical') return checked(value + 1);
  return value === 0 && habits.years === 'historical' ? 'year-zero' : checked(value);
}

/** The year that “before present” is counted from. Source: Stuiver and Polach, "Reporting of 14C Data", Radiocarbon 19 (1977). */
const BEFORE_PRESENT = 1950;

const checked = (year: number): number | Fault => (Math.abs(year) <= MAX_YEAR ? year : 'out-of-range');

function otherCalendar(calendar: Exclude<Calendar, 'gregorian'>, year: number, { month, day, clock }: DateParts, reading: Reading): Span | Fault {
  const solar = calendar === 'solar-hijri';
  const known = Number.isInteger(year) && year >= 1 && year < (solar ? SOLAR_HIJRI_YEARS.last : LAST_ISLAMIC_YEAR);
  if (!known) return 'out-of-range';
  if (month !== undefined && (month < 1 || month > 12)) return 'impossible';
  const startOf = solar ? instantOfSolarHijri : instantOfIslamic;
  const lengthOf = solar ? daysInSolarHijriMonth : daysInIslamicMonth;
  if (day !== undefined) {
    if (month === undefined || day < 1 || day > lengthOf(year, month)) return 'impossible';
    const span = spanOfDay(textOfDay(startOf(year, month, day)), clock, reading);
    return solar ? { ...span, exact: false } : { ...qualified(span, '~'), exact: false };
  }
  if (clock !== undefined) return 'unreadable';
  const span = month === undefined
    ? spanBetweenDates(textOfDay(startOf(year, 1, 1)), textOfDay(startOf(year, 12, lengthOf(year, 12))), false)
    : spanOfDays(startOf(year, month, 1), lengthOf(year, month));
  return solar ? span : qualified(span, '~');
}

/** A year of the Islamic calendar that lies wholly before the Gregorian year 10000. */
const LAST_ISLAMIC_YEAR = 9600;

/** The day of a week date, or its seven days. Source: ISO 8601-1:2019, 4.2.2 (the first week has the year's first Thursday). */
export function spanOfWeek(year: number, week: number, weekday: number | undefined): Span | Fault {
  const fourth = instantOf(year, 1, 4);
  const monday = fourth - ((civilOf(fourth).weekday + 6) % 7) * DAY;
  const start = monday + (week - 1) * 7 * DAY;
  if (week < 1 || week > 53 || (weekday !== undefined && (weekday < 1 || weekday > 7))) return 'impossible';
  if (week === 53 && civilOf(instant(start + 3 * DAY)).year !== year) return 'impossible';
  const dayOf = (position: number): string => textOfDay(instant(start + (position - 1) * DAY));
  return weekday === undefined ? spanBetweenDates(dayOf(1), dayOf(7), true) : spanOfPoint(dayOf(weekday));
}

/** A day of a year by its number, from 1. */
export function spanOfDayOfYear(year: number, day: number): Span | Fault {
  const at = instantOf(year, 1, day);
  return day < 1 || civilOf(at).year !== year ? 'impossible' : spanOfPoint(textOfDay(at));
}
