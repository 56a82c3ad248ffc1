import { instantOf } from '../time/calendar.ts';
import { numbersLike, yearsLike } from '../time/edtf-digits.ts';
import type { Component } from '../time/edtf.ts';
import { formatAt, formatList, formatPlain, formatYear, type Words } from './format-time.ts';

/** A date of which digits are not stated (`X`), without its qualifiers. */
export interface MaskedDate {
  readonly year: Component;
  readonly month: Component | undefined;
  readonly day: Component | undefined;
}

/** A date of which digits are not stated, in words: "a day in February 2026", "25 December of a year in the 1560s". */
export function describeMasked({ year, month, day }: MaskedDate, words: Words): string {
  const { time } = words.messages;
  const whole = month === undefined ? describeYears(year.digits, words) : describeMonthOfYear(year.digits, month.digits, words);
  if (month === undefined || day === undefined) return whole;
  const days = describeDays(day.digits, words);
  if (days === undefined) return time.aDayIn(month.digits === 'XX' ? describeYears(year.digits, words) : whole);
  const names = monthsLike(month.digits);
  return names.length > LISTED ? time.of(time.dayNumber(days), whole) : time.dayOf(days, whole);
}

/** Up to so many possible months or days are named one by one, more are told by the first and the last. */
const LISTED = 3;

const monthsLike = (digits: string): readonly number[] => numbersLike(digits, 1, 12);

function describeMonthOfYear(year: string, month: string, words: Words): string {
  const { time } = words.messages;
  if (!year.includes('X') && !month.includes('X')) return formatAt(instantOf(Number(year), Number(month)), 'month-year', words);
  const years = describeYears(year, words);
  if (month === 'XX') return time.aMonthIn(years);
  const names = monthsLike(month).map((number) => formatAt(instantOf(2000, number), 'month', words));
  return time.of(describeChoice(names, time.aMonthFrom, words), years);
}

/** A year whose last digit is missing is a year in its decade; any other gap is told by its limits. */
function describeYears(digits: string, words: Words): string {
  const { time } = words.messages;
  if (!digits.includes('X')) return formatYear(Number(digits), words);
  if (digits === 'XXXX') return time.aYear;
  const { first, last } = yearsLike(digits);
  if (/^[1-9]\d\dX$/.test(digits)) return time.aYearIn(time.decade(formatPlain(first, words)));
  const [from, to] = [formatYear(first, words), formatYear(last, words)];
  return /^[^X]+X+$/.test(digits) ? time.aYearBetween(from, to) : time.aYearLike(from, to, digits);
}

/** The days that two digits can mean; `undefined` when it may be any. */
function describeDays(digits: string, words: Words): string | undefined {
  if (digits === 'XX') return undefined;
  const names = numbersLike(digits, 1, 31).map((day) => formatPlain(day, words));
  // With the tens missing the days are ten apart, and are listed.
  return digits.startsWith('X') ? formatList(names, 'disjunction', words) : describeChoice(names, words.messages.time.aDayFrom, words);
}

function describeChoice(names: readonly string[], fromTo: (first: string, last: string) => string, words: Words): string {
  const [first = '', last = first] = [names[0], names.at(-1)];
  return names.length > LISTED ? fromTo(first, last) : formatList(names, 'disjunction', words);
}
