import { daysInMonth, instantOf } from './calendar.ts';
import type { EdtfErrorKind } from './edtf-error.ts';
import { DAY, instant, type Instant, type Interval } from './instant.ts';

/** The part of a date that does not exist. */
export type DateFault = Extract<EdtfErrorKind, 'month' | 'day' | 'day-of-month'>;

/**
 * From the first to the last day that a year, month and day can mean, where `X` stands for any digit. The year may be negative,
 * month and day are two digits; a missing one means the whole month or year. Otherwise the part that does not exist.
 */
export function extentOfDate(year: string, month?: string, day?: string): Interval | DateFault {
  const masked = year.includes('X') || (month?.includes('X') ?? false) || (day?.includes('X') ?? false);
  return masked ? extentOfMask(year, month, day) : extentOfNumbers(Number(year), month, day);
}

function extentOfNumbers(year: number, month: string | undefined, day: string | undefined): Interval | DateFault {
  if (month === undefined) return { start: instantOf(year), end: instantOf(year + 1) };
  const m = Number(month);
  if (m < 1 || m > 12) return 'month';
  if (day === undefined) return { start: instantOf(year, m), end: instantOf(year, m + 1) };
  const d = Number(day);
  if (d < 1 || d > 31) return 'day';
  if (d > daysInMonth(year, m)) return 'day-of-month';
  const start = instantOf(year, m, d);
  return { start, end: instant(start + DAY) };
}

function extentOfMask(year: string, month: string | undefined, day: string | undefined): Interval | DateFault {
  const months = numbersLike(month ?? 'XX', 1, 12);
  const [firstMonth, lastMonth] = [months[0], months.at(-1)];
  if (firstMonth === undefined || lastMonth === undefined) return 'month';
  if (day === undefined) {
    const { first, last } = yearsLike(year);
    return { start: instantOf(first, firstMonth), end: instantOf(last, lastMonth + 1) };
  }
  const days = numbersLike(day, 1, 31);
  if (days.length === 0) return 'day';
  const start = firstDay(yearsFrom(year, 'first'), months, days);
  const end = firstDay(yearsFrom(year, 'last'), months.toReversed(), days.toReversed());
  if (start === undefined || end === undefined) return 'day-of-month';
  return { start, end: instant(end + DAY) };
}

/** The first combination, in the order given, that is a day of the calendar. */
function firstDay(years: Iterable<number>, months: readonly number[], days: readonly number[]): Instant | undefined {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((candidate) => candidate <= daysInMonth(year, month));
      if (day !== undefined) return instantOf(year, month, day);
    }
  }
  return undefined;
}

/** The numbers between two limits that two digits can mean, ascending. */
export function numbersLike(digits: string, low: number, high: number): readonly number[] {
  const numbers: number[] = [];
  for (let n = low; n <= high; n += 1) {
    const text = String(n).padStart(2, '0');
    if ((digits[0] === 'X' || digits[0] === text[0]) && (digits[1] === 'X' || digits[1] === text[1])) numbers.push(n);
  }
  return numbers;
}

/** The first and the last year that a year's digits can mean. There is no year -0. */
export function yearsLike(digits: string): { readonly first: number; readonly last: number } {
  const least = Number(digits.replaceAll('X', '0'));
  const greatest = Number(digits.replaceAll('X', '9'));
  if (!digits.startsWith('-')) return { first: least, last: greatest };
  return { first: greatest, last: Math.min(least, -1) };
}

/** The years that a year's digits can mean, from the first on or from the last back. */
function* yearsFrom(digits: string, end: 'first' | 'last'): Iterable<number> {
  const { first, last } = yearsLike(digits);
  const pattern = new RegExp(`^${digits.replace('-', '').replaceAll('X', '\\d')}$`);
  const step = end === 'first' ? 1 : -1;
  for (let year = end === 'first' ? first : last; year >= first && year <= last; year += step) {
    if (pattern.test(String(Math.abs(year)).padStart(4, '0'))) yield year;
  }
}
