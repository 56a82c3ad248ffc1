import { unreachable } from '../base/result.ts';
import { civilOf, instantOf } from '../time/calendar.ts';
import { twoDigits, yearText } from '../time/edtf-of.ts';
import { printEdtf } from '../time/edtf-print.ts';
import type {
  Component, Edtf, EdtfDate, EdtfDateTime, EdtfLongYear, EdtfPoint, EdtfRange, EdtfSeason, EdtfYearGroup, Precision,
} from '../time/edtf-reading.ts';
import { parseEdtf } from '../time/edtf.ts';
import { DAY, HOUR, instant, MINUTE, SECOND, YEAR } from '../time/instant.ts';

/** The length of the unit by which a date of each precision moves, in milliseconds; months and years have their mean length. */
export const STEP_LENGTHS: Readonly<Record<Precision, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: YEAR / 12,
  season: YEAR / 4,
  year: YEAR,
  decade: 10 * YEAR,
  century: 100 * YEAR,
  millennium: 1e3 * YEAR,
  'ten-millennia': 1e4 * YEAR,
  'hundred-millennia': 1e5 * YEAR,
  'million-years': 1e6 * YEAR,
  deep: 1e7 * YEAR,
};

/**
 * A date that lies about so many milliseconds later, as closely known and as qualified as before: each date in it moves by whole units of its
 * own. `undefined` where there is no such date.
 */
export function shiftEdtf(edtf: Edtf, by: number): Edtf | undefined {
  switch (edtf.kind) {
    case 'interval':
      return read(`${shiftedEnd(edtf.from, by)}/${shiftedEnd(edtf.to, by)}`);
    case 'set': {
      const list = edtf.entries.map((entry) => (entry.kind === 'range' ? shiftedRange(entry, by) : shiftedPoint(entry, by))).join(', ');
      return read(edtf.choice === 'one-of' ? `[${list}]` : `{${list}}`);
    }
    default:
      return read(shiftedPoint(edtf, by));
  }
}

/**
 * A date of which one end lies about so many milliseconds later: of a single date this makes an interval, and of an interval whose ends meet
 * a single date. `undefined` where that end is open or not known, would pass the other, or there is no such date.
 */
export function shiftEdge(edtf: Edtf, edge: 'start' | 'end', by: number): Edtf | undefined {
  if (edtf.kind === 'set') return undefined;
  const { from, to } = edtf.kind === 'interval' ? edtf : { from: edtf, to: edtf };
  if (typeof (edge === 'start' ? from : to) === 'string') return undefined;
  const start = edge === 'start' ? shiftedEnd(from, by) : printedEnd(from);
  const end = edge === 'end' ? shiftedEnd(to, by) : printedEnd(to);
  return read(start === end ? start : `${start}/${end}`);
}

function read(text: string): Edtf | undefined {
  const edtf = parseEdtf(text);
  return edtf.ok ? edtf.value : undefined;
}

type End = EdtfPoint | 'open' | 'unknown';

const printedEnd = (end: End): string => (end === 'open' ? '..' : end === 'unknown' ? '' : printEdtf(end));
const shiftedEnd = (end: End, by: number): string => (typeof end === 'string' ? printedEnd(end) : shiftedPoint(end, by));
const shiftedRange = ({ from, to }: EdtfRange, by: number): string => [from, to].map((end) => (end === undefined ? '' : shiftedPoint(end, by))).join('..');

/** A single date so much later, as text; a text that is no date where there is none. */
function shiftedPoint(point: EdtfPoint, by: number): string {
  switch (point.kind) {
    case 'date':
      return shiftedDate(point, by);
    case 'date-time':
      return shiftedDateTime(point, by);
    case 'season':
      return shiftedSeason(point, by);
    case 'long-year':
      return shiftedLongYear(point, by);
    case 'decade':
    case 'century':
      return shiftedGroup(point, by);
    default:
      return unreachable(point);
  }
}

const isPlain = (part: Component | undefined): part is Component => part !== undefined && !part.digits.includes('X');
const marked = ({ before, after }: Component, digits: string): string => before + digits + after;

/** How many whole units a length is, to the nearest, and as many back as forth. */
const unitsIn = (by: number, unit: number): number => Math.sign(by) * Math.round(Math.abs(by) / unit) + 0;

function shiftedDate({ year, month, day, text }: EdtfDate, by: number): string {
  const rest = (...parts: readonly (Component | undefined)[]): string =>
    parts.map((part) => (part === undefined ? '' : `-${marked(part, part.digits)}`)).join('');
  if (!isPlain(year) || !isPlain(month)) {
    const masked = year.digits.length - year.digits.replace(/X+$/, '').length;
    const count = unitsIn(by, YEAR * 10 ** masked);
    if (count === 0) return text;
    const moved = shiftedYear(year.digits, masked, count);
    return moved.startsWith('Y') ? moved : marked(year, moved) + rest(month, day);
  }
  const [y, m] = [Number(year.digits), Number(month.digits)];
  if (!isPlain(day)) {
    const months = y * 12 + m - 1 + unitsIn(by, STEP_LENGTHS.month);
    return `${marked(year, yearText(Math.floor(months / 12)))}-${marked(month, twoDigits(months - 12 * Math.floor(months / 12) + 1))}${rest(day)}`;
  }
  const civil = civilOf(instant(instantOf(y, m, Number(day.digits)) + unitsIn(by, DAY) * DAY));
  return `${marked(year, yearText(civil.year))}-${marked(month, twoDigits(civil.month))}-${marked(day, twoDigits(civil.day))}`;
}

/** A year whose last digits are not stated, so many of its units later. */
function shiftedYear(digits: string, masked: number, count: number): string {
  const stated = digits.slice(0, digits.length - masked);
  if (stated === '' || stated === '-' || stated.includes('X')) return digits;
  const sign = stated.startsWith('-') ? -1 : 1;
  const unit = 10 ** masked;
  const moved = yearText((sign * Math.abs(Number(stated)) + count) * unit);
  return masked === 0 ? moved : moved.slice(0, -masked) + 'X'.repeat(masked);
}

/** Digits of a second that make milliseconds; finer ones stay as they are. */
const MILLISECOND_DIGITS = 3;

/** The length of the finest part that a time of day states. */
function clockUnit({ minute, second, fraction }: EdtfDateTime): number {
  if (fraction !== '') return 10 ** Math.max(MILLISECOND_DIGITS - fraction.length, 0);
  return second === '' ? (minute === '' ? HOUR : MINUTE) : SECOND;
}

function shiftedDateTime(point: EdtfDateTime, by: number): string {
  const unit = clockUnit(point);
  const count = unitsIn(by, unit);
  if (count === 0) return printEdtf(point);
  const ms = Number(point.fraction.slice(0, MILLISECOND_DIGITS).padEnd(MILLISECOND_DIGITS, '0'));
  const at = instantOf(point.year, point.month, point.day, Number(point.hour), Number(point.minute), Number(point.second)) + ms + count * unit;
  const { year, month, day, hour, minute, second, millisecond } = civilOf(instant(at));
  const clock = [hour, minute, second].slice(0, [point.hour, point.minute, point.second].filter((part) => part !== '').length).map(twoDigits).join(':');
  const moved = String(millisecond).padStart(MILLISECOND_DIGITS, '0').slice(0, point.fraction.length) + point.fraction.slice(MILLISECOND_DIGITS);
  const fraction = point.fraction === '' ? '' : `.${moved}`;
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}T${clock}${fraction}${point.zone}`;
}

/** The parts of a year that EDTF has codes for, each list in the order of the calendar; a southern year begins with its autumn. */
const PARTS_OF_YEAR: readonly (readonly number[])[] = [[21, 22, 23, 24], [25, 26, 27, 28], [31, 32, 29, 30], [33, 34, 35, 36], [37, 38, 39], [40, 41]];

function shiftedSeason({ year, season, text }: EdtfSeason, by: number): string {
  const codes = PARTS_OF_YEAR.find((list) => list.includes(Number(season.digits)));
  if (codes === undefined || !isPlain(year)) return text;
  const parts = Number(year.digits) * codes.length + codes.indexOf(Number(season.digits)) + unitsIn(by, YEAR / codes.length);
  const moved = Math.floor(parts / codes.length);
  return `${marked(year, yearText(moved))}-${marked(season, String(codes[parts - moved * codes.length]))}`;
}

function shiftedLongYear(point: EdtfLongYear, by: number): string {
  const unit = point.exponent === undefined ? STEP_LENGTHS[point.precision] / YEAR : 10 ** point.exponent;
  const count = unitsIn(by, unit * YEAR);
  const digits = Number(point.digits) + count * (point.exponent === undefined ? unit : 1);
  const text = printEdtf({ ...point, digits: String(digits) });
  return point.prefixed && point.exponent === undefined && point.significant === undefined && Math.abs(digits) <= 9999 ? yearText(digits) + point.after : text;
}

function shiftedGroup({ kind, digits, after }: EdtfYearGroup, by: number): string {
  const moved = Number(digits) + unitsIn(by, STEP_LENGTHS[kind]);
  return `${moved < 0 ? '-' : ''}${String(Math.abs(moved)).padStart(kind === 'decade' ? 3 : 2, '0')}${after}`;
}
