import type { DateOrder } from '../date-habits.ts';
import { daysInMonth, instantOf } from '../calendar.ts';
import { dayText, edtfOfDay, edtfOfMonth, edtfOfYear, twoDigits } from '../edtf-of.ts';
import type { Edtf, EdtfDateTime, Precision } from '../edtf-reading.ts';
import { HOUR, MINUTE, SECOND, instant } from '../instant.ts';
import type { Written } from './reading.ts';

const [ZERO, NINE, SPACE, COLON, SLASH, DOT, HYPHEN, T, Z, PLUS] = [48, 57, 32, 58, 47, 46, 45, 84, 90, 43] as const;

const isSeparator = (code: number): boolean => code === HYPHEN || code === SLASH || code === DOT;

/**
 * Reads the commonest shapes of dates at once, character by character: 2019, 2019-07, 2019-07-04 (days also with / or .), 4/7/2019 (also
 * with . or -),
 * days alone or with a time as in 10:20, 10:20:30.5, Z, +02:00. `undefined` for all others, and for whatever is not plainly a date.
 */
export function readUsual(text: string, order: DateOrder | undefined): Written | undefined {
  const { length } = text;
  if (length < 4 || length > 40) return undefined;
  if (isSeparator(text.charCodeAt(1)) || isSeparator(text.charCodeAt(2))) return length < 8 ? undefined : readYearLast(text, order);
  if (length < 8) return readMonthOrYear(text);
  const fifth = text.charCodeAt(4);
  return isSeparator(fifth) ? readYearFirst(text, fifth) : undefined;
}

/** A year of four digits, or a month of one; 1939-41 and the parts of a year are for others to read. */
function readMonthOrYear(text: string): Written | undefined {
  const { length } = text;
  const year = digitsAt(text, 0, 4);
  if (year < 1) return undefined;
  if (length === 4) return { edtf: edtfOfYear(year), zone: 'local', order: 'none', exactText: true };
  const month = digitsAt(text, 5, 2);
  if (length !== 7 || text.charCodeAt(4) !== HYPHEN || month < 1 || month > 12) return undefined;
  return { edtf: edtfOfMonth(year, month), zone: 'local', order: 'none', exactText: true };
}

/** The same for the ISO shapes alone, over bytes of UTF-8. */
export function isoDateIn(bytes: Uint8Array, start: number, end: number): Edtf | undefined {
  const length = end - start;
  if (length < 10 || length > 40 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return undefined;
  if (length === 10) {
    const [year, month, day] = [digitsIn(bytes, start, 4), digitsIn(bytes, start + 5, 2), digitsIn(bytes, start + 8, 2)];
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? edtfOfDay(year, month, day) : undefined;
  }
  return readYearFirst(String.fromCharCode(...bytes.subarray(start, end)), HYPHEN)?.edtf;
}

/** The number that `count` digits make; -1 where there are others. */
function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const code = text.charCodeAt(i);
    if (!(code >= ZERO && code <= NINE)) return -1;
    value = value * 10 + code - ZERO;
  }
  return value;
}

/** The same in bytes. */
function digitsIn(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const code = bytes[i] ?? 0;
    if (code < ZERO || code > NINE) return -1;
    value = value * 10 + code - ZERO;
  }
  return value;
}

const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
};

function readYearFirst(text: string, separator: number): Written | undefined {
  const year = digitsAt(text, 0, 4);
  const monthEnd = isDigitAt(text, 6) ? 7 : 6;
  const month = digitsAt(text, 5, monthEnd - 5);
  if (text.charCodeAt(monthEnd) !== separator) return undefined;
  const dayEnd = isDigitAt(text, monthEnd + 2) ? monthEnd + 3 : monthEnd + 2;
  const day = digitsAt(text, monthEnd + 1, dayEnd - monthEnd - 1);
  return readRest(text, dayEnd, year, month, day, 'none');
}

function readYearLast(text: string, order: DateOrder | undefined): Written | undefined {
  const firstEnd = isDigitAt(text, 1) ? 2 : 1;
  const separator = text.charCodeAt(firstEnd);
  if (!isSeparator(separator)) return undefined;
  const secondEnd = firstEnd + (isDigitAt(text, firstEnd + 2) ? 3 : 2);
  if (text.charCodeAt(secondEnd) !== separator) return undefined;
  const first = digitsAt(text, 0, firstEnd);
  const second = digitsAt(text, firstEnd + 1, secondEnd - firstEnd - 1);
  const year = digitsAt(text, secondEnd + 1, 4);
  const end = secondEnd + 5;
  if (isDigitAt(text, end)) return undefined;
  if (first > 12) return readRest(text, end, year, second, first, 'proven-day-first');
  if (second > 12) return readRest(text, end, year, first, second, 'proven-month-first');
  if (first === second) return readRest(text, end, year, first, second, 'none');
  // Where nothing tells, dots put the day first: they are in use nowhere that puts the month there.
  const used = order ?? (separator === DOT ? 'day-first' : undefined);
  if (used === undefined) return undefined;
  return used === 'day-first' ? readRest(text, end, year, second, first, 'either') : readRest(text, end, year, first, second, 'either');
}

/** What follows the day: nothing, or a time of day. */
function readRest(text: string, at: number, year: number, month: number, day: number, order: Written['order']): Written | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const edtf = at === text.length ? edtfOfDay(year, month, day) : readTime(text, at, year, month, day);
  return edtf === undefined ? undefined : { edtf, zone: 'local', order, exactText: true };
}

function readTime(text: string, at: number, year: number, month: number, day: number): EdtfDateTime | undefined {
  const letter = text.charCodeAt(at);
  if (letter !== T && letter !== SPACE) return undefined;
  let end = at + (isDigitAt(text, at + 2) ? 3 : 2);
  const hour = digitsAt(text, at + 1, end - at - 1);
  if (hour < 0 || hour > 23 || text.charCodeAt(end) !== COLON) return undefined;
  const minute = digitsAt(text, end + 1, 2);
  if (minute < 0 || minute > 59) return undefined;
  end += 3;
  let [second, fraction] = ['', ''];
  if (text.charCodeAt(end) === COLON) {
    const value = digitsAt(text, end + 1, 2);
    if (value < 0 || value > 59) return undefined;
    second = twoDigits(value);
    end += 3;
    if (text.charCodeAt(end) === DOT) {
      const from = end + 1;
      end = from;
      while (isDigitAt(text, end)) end += 1;
      if (end === from) return undefined;
      fraction = text.slice(from, end);
    }
  }
  const zone = zoneAt(text, end);
  if (zone === undefined) return undefined;
  const [hh, mm] = [twoDigits(hour), twoDigits(minute)];
  const clock = `${hh}:${mm}${second === '' ? '' : `:${second}`}${fraction === '' ? '' : `.${fraction}`}`;
  const start = instantOf(year, month, day, hour, minute - zone.minutes, Number(second), Number(fraction.slice(0, 3).padEnd(3, '0')));
  const [precision, width] = precisionOf(second, fraction);
  const until = instant(start + width);
  return {
    kind: 'date-time',
    year,
    month,
    day,
    hour: hh,
    minute: mm,
    second,
    fraction,
    zone: zone.text,
    text: `${dayText(year, month, day)}T${clock}${zone.text}`,
    span: { earliestStart: start, latestStart: until, earliestEnd: start, latestEnd: until },
    precision,
    qualifier: { uncertain: false, approximate: false },
    start: 'stated',
    end: 'stated',
    zoned: zone.text !== '',
  };
}

function precisionOf(second: string, fraction: string): readonly [Precision, number] {
  if (second === '') return ['minute', MINUTE];
  return fraction === '' ? ['second', SECOND] : ['millisecond', Math.max(1, SECOND / 10 ** fraction.length)];
}

const [NO_ZONE, UTC] = [{ text: '', minutes: 0 }, { text: 'Z', minutes: 0 }] as const;

/** What ends a time: nothing, `Z`, or an offset such as +02:00 or +0200. */
function zoneAt(text: string, at: number): { readonly text: string; readonly minutes: number } | undefined {
  const rest = text.length - at;
  if (rest === 0) return NO_ZONE;
  const sign = text.charCodeAt(at);
  if (sign === Z) return rest === 1 ? UTC : undefined;
  if ((sign !== PLUS && sign !== HYPHEN) || (rest !== 5 && rest !== 6)) return undefined;
  if (rest === 6 && text.charCodeAt(at + 3) !== COLON) return undefined;
  const [hours, minutes] = [digitsAt(text, at + 1, 2), digitsAt(text, text.length - 2, 2)];
  if (hours < 0 || minutes < 0 || minutes > 59) return undefined;
  const total = hours * 60 + minutes;
  if (total === 0) return UTC;
  if (total > (sign === PLUS ? 14 * HOUR : 12 * HOUR) / MINUTE) return undefined;
  return { text: `${sign === PLUS ? '+' : '-'}${twoDigits(hours)}:${twoDigits(minutes)}`, minutes: sign === PLUS ? total : -total };
}
