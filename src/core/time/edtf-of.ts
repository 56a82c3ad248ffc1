import { instantOf } from './calendar.ts';
import type { Component, EdtfDate } from './edtf-reading.ts';
import { DAY, instant, type Instant } from './instant.ts';

/** Numbers from 0 to 99 in two digits. */
const PAIRS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** A number from 0 to 99 in two digits. */
export const twoDigits = (n: number): string => PAIRS[n] ?? String(n);

/**
 * An astronomical year as EDTF has it: four digits, or the long form beyond them. Such a year stands alone, without month or day.
 */
export function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** A month of a year of four digits. */
export const monthText = (year: number, month: number): string => `${yearText(year)}-${twoDigits(month)}`;

/** A day of a year of four digits. */
export const dayText = (year: number, month: number, day: number): string => `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;

const plain = (digits: string): Component => ({ before: '', digits, after: '' });

/** The reading of a day that exists, of a year from -9999 to 9999: the same as that of its text, made without reading it. */
export function edtfOfDay(year: number, month: number, day: number): EdtfDate {
  const [y, m, d] = [yearText(year), twoDigits(month), twoDigits(day)];
  const start = instantOf(year, month, day);
  return dateWithin(plain(y), plain(m), plain(d), `${y}-${m}-${d}`, 'day', start, instant(start + DAY));
}

/** The same of a month, 1 to 12. */
export function edtfOfMonth(year: number, month: number): EdtfDate {
  const [y, m] = [yearText(year), twoDigits(month)];
  return dateWithin(plain(y), plain(m), undefined, `${y}-${m}`, 'month', instantOf(year, month), instantOf(year, month + 1));
}

/** The same of a year. */
export function edtfOfYear(year: number): EdtfDate {
  const y = yearText(year);
  return dateWithin(plain(y), undefined, undefined, y, 'year', instantOf(year), instantOf(year + 1));
}

function dateWithin(
  year: Component,
  month: Component | undefined,
  day: Component | undefined,
  text: string,
  precision: 'day' | 'month' | 'year',
  start: Instant,
  end: Instant,
): EdtfDate {
  return {
    kind: 'date',
    year,
    month,
    day,
    text,
    span: { earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end },
    precision,
    qualifier: { uncertain: false, approximate: false },
    start: 'stated',
    end: 'stated',
    zoned: false,
  };
}
