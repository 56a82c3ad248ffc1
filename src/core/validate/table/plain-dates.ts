import { internBytes } from '../../base/intern-bytes.ts';
import { decodeUtf8, encodeUtf8 } from '../../base/utf8.ts';
import { daysInMonth, instantOf } from '../../time/calendar.ts';
import { PRECISIONS, type Edtf, type Precision } from '../../time/edtf.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/instant.ts';
import { dateReader, type DateReading } from './date-cells.ts';
import { hasTime, zoned } from './row-clock.ts';

/** A date or a time in numbers: one object that is filled anew for each cell. */
export interface PlainDate {
  /** Its EDTF stands in `bytes` from `from` to `to`, but for the letter before a time of day, which can be a blank. */
  bytes: Uint8Array;
  from: number;
  to: number;
  /** UTC milliseconds. */
  start: number;
  end: number;
  year: number;
  /** Position in `PRECISIONS`. */
  precision: number;
  approximate: boolean;
  hasTime: boolean;
  isZoned: boolean;
}

/** Where the letter before a time of day stands in its EDTF. */
export const CLOCK_AT = 10;

/** Starts an object that dates are read into. */
export const emptyDate = (): PlainDate => ({ bytes: new Uint8Array(), from: 0, to: 0, start: 0, end: 0, year: 0, precision: 0, approximate: false, hasTime: false, isZoned: false });

const rankOf = (precision: Precision): number => PRECISIONS.indexOf(precision);
/** The position of a day among precisions. */
export const DAY_RANK = rankOf('day');
const [HOUR_RANK, MINUTE_RANK, SECOND_RANK, MILLISECOND_RANK] = [rankOf('hour'), rankOf('minute'), rankOf('second'), rankOf('millisecond')] as const;
const [ZERO, NINE, SPACE, COLON, DOT, HYPHEN, T, Z, TILDE] = [48, 57, 32, 58, 46, 45, 84, 90, 126] as const;

/** Most different cells that are remembered. */
const MOST = 20_000;

/** Longest cell that is remembered. */
const LONGEST = 60;

/**
 * Makes a reader of the dates of a column from bytes into numbers, equal to what the column's reader of texts gives. ISO dates and times in UTC or without a zone are read
 * as they stand; others, as long as they are not too many, are read as text and remembered, and `note` is told each once with its EDTF. `false` for all that is more than a date or a time
 * of its own exact words: a cell whose marks stand for others, an interval, of another zone, before the year 0.
 */
export function plainDates(reading: DateReading, note: (text: string, edtf: string) => void): (date: PlainDate, bytes: Uint8Array, start: number, end: number) => boolean {
  const { notation, habits, days } = reading;
  const isIso = notation.kind === 'words' && habits.calendar === undefined;
  const hasClocks = days === 'as-written';
  const hasZone = habits.zone !== undefined;
  const read = dateReader(reading);
  const known = internBytes();
  const dates: (PlainDate | undefined)[] = [];
  const remembered = (text: string): PlainDate | undefined => {
    const written = read(text);
    const date = written.ok && written.value.exactText && written.value.isAssumed !== true ? dateOf(zoned(written.value)) : undefined;
    if (date !== undefined) note(text, decodeUtf8(date.bytes));
    return date;
  };
  return (date, bytes, start, end) => {
    if (isIso && isoDate(date, bytes, start, end) && (!date.hasTime || (hasClocks && (date.isZoned || !hasZone)))) return true;
    if (end < start || known.texts.length >= MOST || end - start > LONGEST) return false;
    const number = known.add(bytes, start, end);
    if (number === dates.length) dates.push(remembered(known.texts[number] ?? ''));
    const found = dates[number];
    if (found === undefined) return false;
    takeDate(date, found);
    return true;
  };
}

function takeDate(date: PlainDate, from: PlainDate): void {
  date.bytes = from.bytes;
  date.from = from.from;
  date.to = from.to;
  date.start = from.start;
  date.end = from.end;
  date.year = from.year;
  date.precision = from.precision;
  date.approximate = from.approximate;
  date.hasTime = from.hasTime;
  date.isZoned = from.isZoned;
}

function dateOf({ edtf, zone }: { readonly edtf: Edtf; readonly zone: string }): PlainDate | undefined {
  if (zone !== 'local' || (edtf.kind !== 'date' && edtf.kind !== 'date-time')) return undefined;
  const { text, qualifier, span } = edtf;
  const year = edtf.kind === 'date' ? Number(edtf.year.digits) : edtf.year;
  const isClock = hasTime(edtf);
  const isPlain = year >= 0 && !text.includes('X') && isClock === (text[CLOCK_AT] === 'T') && !/[+-]\d\d:\d\d$/.test(text);
  if (!isPlain) return undefined;
  const bytes = encodeUtf8(text);
  return {
    bytes,
    from: 0,
    to: bytes.length,
    start: span.earliestStart,
    end: span.latestEnd,
    year,
    precision: rankOf(edtf.precision),
    approximate: qualifier.approximate,
    hasTime: isClock,
    isZoned: edtf.zoned,
  };
}

/** Reads `2026-02-03`, alone, with `~` for about, or with a time as in `T17`, `T17:40`, `T17:40:05`, `T17:40:05.250` – with a blank for the `T` unless the hour is alone – and perhaps `Z`. */
function isoDate(date: PlainDate, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < CLOCK_AT || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return false;
  const year = 100 * twoDigitsAt(bytes, start) + twoDigitsAt(bytes, start + 2);
  const month = twoDigitsAt(bytes, start + 5);
  const day = twoDigitsAt(bytes, start + 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return false;
  date.bytes = bytes;
  date.from = start;
  date.to = end;
  date.year = year;
  const midnight = instantOf(year, month, day);
  date.approximate = end === start + CLOCK_AT + 1 && bytes[start + CLOCK_AT] === TILDE;
  if (end === start + CLOCK_AT || date.approximate) {
    date.start = midnight;
    date.end = midnight + DAY;
    date.precision = DAY_RANK;
    date.hasTime = false;
    date.isZoned = false;
    return true;
  }
  return clockAt(date, bytes, start + CLOCK_AT, end, midnight);
}

function clockAt(date: PlainDate, bytes: Uint8Array, from: number, end: number, midnight: number): boolean {
  const isZoned = bytes[end - 1] === Z;
  const to = isZoned ? end - 1 : end;
  const length = to - from;
  const isHour = length === 3;
  if (bytes[from] !== T && (isHour || bytes[from] !== SPACE)) return false;
  const hour = twoDigitsAt(bytes, from + 1);
  const minute = isHour ? 0 : bytes[from + 3] === COLON && length >= 6 ? twoDigitsAt(bytes, from + 4) : NaN;
  const second = length <= 6 ? 0 : bytes[from + 6] === COLON && length >= 9 ? twoDigitsAt(bytes, from + 7) : NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return false;
  let start = midnight + hour * HOUR + minute * MINUTE + second * SECOND;
  let width: number = isHour ? HOUR : length === 6 ? MINUTE : SECOND;
  let precision = isHour ? HOUR_RANK : length === 6 ? MINUTE_RANK : SECOND_RANK;
  if (length > 9) {
    if (bytes[from + 9] !== DOT || length < 11 || length > 13) return false;
    width = SECOND;
    for (let at = from + 10; at < to; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > NINE - ZERO) return false;
      width /= 10;
      start += digit * width;
    }
    precision = MILLISECOND_RANK;
  }
  date.start = start;
  date.end = start + width;
  date.precision = precision;
  date.hasTime = true;
  date.isZoned = isZoned;
  return true;
}

/** The number of two digits; NaN for anything else. */
function twoDigitsAt(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}
