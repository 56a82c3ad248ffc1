import { err, ok, type Result } from '../base/result.ts';
import { MAX_YEAR, instantOf } from './calendar.ts';
import { extentOfDate, yearsLike, type DateFault } from './edtf-digits.ts';
import { diagnose, edtfError, type EdtfError } from './edtf-error.ts';
import type { Component, EdtfDate, EdtfLongYear, EdtfPoint, EdtfSeason, EdtfYearGroup, Precision, Reading } from './edtf-reading.ts';
import { qualifierOf, spanWithin, toMark } from './edtf-span.ts';
import { parseDateTime } from './edtf-time.ts';
import type { Interval } from './instant.ts';

const DATE = /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const SEASON = /^(?:2[1-9]|3\d|4[01])$/;
const LONG_YEAR = /^(Y?)(-?(\d+))(?:E(\d+))?(?:S(\d+))?([?~%]?)$/;
const YEAR_GROUP = /^(-?\d{2,3})([?~%]?)$/;

/** The precisions of a year by how many of its last digits are not stated; more than six are `deep`. */
const BY_MISSING_DIGITS: readonly Precision[] = [
  'year', 'decade', 'century', 'millennium', 'ten-millennia', 'hundred-millennia', 'million-years',
];

/**
 * First month and number of months of the parts of a year, codes 21 to 41. The standard leaves the seasons' bounds open; these are
 * the meteorological ones, whole months from March, June, September and December, with the northern hemisphere's for the codes
 * 21 to 24 that name no hemisphere. A winter is named after the year it begins in, as is a southern summer.
 * Source of the codes: https://www.loc.gov/standards/datetime/ (sub-year groupings);
 * of the bounds: https://www.ncei.noaa.gov/news/meteorological-versus-astronomical-seasons
 */
const PARTS_OF_YEAR: readonly (readonly [number, number])[] = [
  // Spring, summer, autumn, winter: anywhere, northern, southern.
  [3, 3], [6, 3], [9, 3], [12, 3],
  [3, 3], [6, 3], [9, 3], [12, 3],
  [9, 3], [12, 3], [3, 3], [6, 3],
  // Quarters, quadrimesters, semesters.
  [1, 3], [4, 3], [7, 3], [10, 3],
  [1, 4], [5, 4], [9, 4],
  [1, 6], [7, 6],
];

/** The letter before a time of day; any other T belongs to words. */
const CLOCK = /(?:^|[\dX?~%])T/;

/**
 * Reads a single date.
 * @param column position of `text` in the whole string, from 1, for the errors
 */
export function parsePoint(text: string, column: number): Result<EdtfPoint, EdtfError> {
  const date = DATE.exec(text);
  if (date !== null) return readDate(text, date, column);
  if (CLOCK.test(text)) return parseDateTime(text, column);
  const group = YEAR_GROUP.exec(text);
  if (group !== null) return readYearGroup(text, group, column);
  const long = LONG_YEAR.exec(text);
  if (long !== null && (long[1] === 'Y' || long[5] !== undefined)) return readLongYear(text, long, column);
  if (text.startsWith('Y')) return err(edtfError('long-year', column, text));
  return err(diagnose(text, column));
}

/** What the reading of a single date has besides the date itself. */
const reading = (text: string, extent: Interval, precision: Precision, marks: string): Reading => ({
  text,
  span: spanWithin(extent),
  precision,
  qualifier: qualifierOf(marks),
  start: 'stated',
  end: 'stated',
  zoned: false,
});

/** The component whose three groups in the pattern of a date begin with `group`. */
const componentOf = (match: RegExpExecArray, group: number): Component => ({
  before: toMark(match[group]),
  digits: match[group + 1] ?? '',
  after: toMark(match[group + 2]),
});

function readDate(text: string, match: RegExpExecArray, column: number): Result<EdtfDate | EdtfSeason, EdtfError> {
  const year = componentOf(match, 1);
  const month = match[5] === undefined ? undefined : componentOf(match, 4);
  const day = match[8] === undefined ? undefined : componentOf(match, 7);
  const parts = [year, month, day].filter((part) => part !== undefined);
  const marks = parts.map(({ before, after }) => before + after).join('');
  if (year.digits === '-0000') return err(edtfError('negative-zero', columnOf(parts, 0, column), year.digits));
  if (month !== undefined && day === undefined && SEASON.test(month.digits)) {
    const extent = extentOfSeason(year.digits, Number(month.digits));
    return ok({ kind: 'season', year, season: month, ...reading(text, extent, 'season', marks) });
  }
  const extent = extentOfDate(year.digits, month?.digits, day?.digits);
  if (typeof extent === 'string') return err(dateError(extent, parts, column));
  return ok({ kind: 'date', year, month, day, ...reading(text, extent, precisionOf(year, month, day), marks) });
}

/** Where the digits of a component stand. */
function columnOf(parts: readonly Component[], position: number, column: number): number {
  const earlier = parts.slice(0, position).map(({ before, digits, after }) => before.length + digits.length + after.length + 1);
  return earlier.reduce((sum, length) => sum + length, column + (parts[position]?.before.length ?? 0));
}

function dateError(fault: DateFault, parts: readonly Component[], column: number): EdtfError {
  const position = fault === 'month' ? 1 : 2;
  const digits = parts.map((part) => part.digits);
  return edtfError(fault, columnOf(parts, position, column), fault === 'day-of-month' ? digits.join('-') : (digits[position] ?? ''));
}

function precisionOf(year: Component, month: Component | undefined, day: Component | undefined): Precision {
  const gap = year.digits.indexOf('X');
  if (gap >= 0) return byMissingDigits(year.digits.length - gap);
  if (month === undefined || month.digits.includes('X')) return 'year';
  if (day === undefined || day.digits.includes('X')) return 'month';
  return 'day';
}

const byMissingDigits = (count: number): Precision => BY_MISSING_DIGITS[count] ?? 'deep';

function extentOfSeason(year: string, code: number): Interval {
  const part = PARTS_OF_YEAR[code - 21];
  if (part === undefined) throw new RangeError(`${code} is not a part of a year`);
  const [month, length] = part;
  const { first, last } = yearsLike(year);
  return { start: instantOf(first, month), end: instantOf(last, month + length) };
}

function readYearGroup(text: string, match: RegExpExecArray, column: number): Result<EdtfYearGroup, EdtfError> {
  const [, digits = '', after] = match;
  if (/^-0+$/.test(digits)) return err(edtfError('negative-zero', column, digits));
  const kind = digits.replace('-', '').length === 3 ? 'decade' : 'century';
  const { first, last } = yearsLike(digits.padEnd(digits.startsWith('-') ? 5 : 4, 'X'));
  const extent = { start: instantOf(first), end: instantOf(last + 1) };
  return ok({ kind, digits, after: toMark(after), ...reading(text, extent, kind, after ?? '') });
}

function readLongYear(text: string, match: RegExpExecArray, column: number): Result<EdtfLongYear, EdtfError> {
  const [, prefix, digits = '', magnitude = '', exponentText, significantText, after] = match;
  const prefixed = prefix === 'Y';
  const wellFormed = prefixed
    ? !magnitude.startsWith('0') && (exponentText !== undefined || magnitude.length > 4)
    : magnitude.length === 4 && exponentText === undefined;
  if (!wellFormed) return err(edtfError(prefixed ? 'long-year' : 'year-digits', column, text));
  if (digits === '-0000') return err(edtfError('negative-zero', column, digits));
  const exponent = exponentText === undefined ? undefined : Number(exponentText);
  const year = Number(digits) * 10 ** (exponent ?? 0);
  if (!(Math.abs(year) <= MAX_YEAR)) return err(edtfError('year-too-far', column, text));
  const stated = String(Math.abs(year)).length;
  const significant = significantText === undefined ? undefined : Number(significantText);
  if (significant !== undefined && (significant < 1 || significant > stated)) {
    return err(edtfError('significant-digits', column + text.indexOf('S') + 1, significantText ?? ''));
  }
  const missing = stated - (significant ?? stated);
  const { first, last } = yearsAbout(year, 10 ** missing);
  const extent = { start: instantOf(first), end: instantOf(last + 1) };
  const precision = byMissingDigits(significant === undefined ? (exponent ?? 0) : missing);
  return ok({
    kind: 'long-year',
    year,
    digits,
    prefixed,
    exponent,
    significant,
    after: toMark(after),
    ...reading(text, extent, precision, after ?? ''),
  });
}

/** The years that share a year's leading digits, `unit` of them: Y171010000S3 is some year from 171000000 to 171999999. */
function yearsAbout(year: number, unit: number): { readonly first: number; readonly last: number } {
  const least = Math.floor(Math.abs(year) / unit) * unit;
  return year < 0 ? { first: -(least + unit - 1), last: -least } : { first: least, last: least + unit - 1 };
}
