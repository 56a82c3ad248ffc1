import { unreachable } from '../base/result.ts';
import { civilOf, instantOf } from '../time/calendar.ts';
import { yearsLike } from '../time/edtf-digits.ts';
import type { Edtf, EdtfDate, EdtfDateTime, EdtfInterval, EdtfPoint, EdtfRange, EdtfSet } from '../time/edtf.ts';
import type { TimeSpan } from '../time/instant.ts';
import { centuryOf, describeDecade, describeOffset, isRounded, plainUnit } from './describe-point.ts';
import { formatAt, formatClock, formatDates, formatPlain, formatRange, formatYear, wallIn, type Words } from './format-time.ts';

/** A date in as few characters as a label has: 3 Feb 2026, Jan 2026, 5–8 Feb 2026, c. 1850, 1984?, from 1 Jun 2004. */
export function formatShortDate(edtf: Edtf, words: Words): string {
  switch (edtf.kind) {
    case 'interval':
      return isUnknown(edtf) ? words.messages.time.dateUnknown : shortRange(statedEnd(edtf.from), statedEnd(edtf.to), words);
    case 'set':
      return shortSet(edtf, words);
    default:
      return shortPoint(edtf, words);
  }
}

/**
 * The wall-clock time of day that a date-time states: 17:54, 17:54:59, 17:54:59.25. A full minute is written without seconds, a full second
 * without decimals, of which there are at most three. Nothing for any other date.
 */
export function formatTimeOfDay(edtf: Edtf, words: Words): string | undefined {
  return edtf.kind === 'date-time' ? formatClock([Number(edtf.hour), Number(edtf.minute), ...secondsOf(edtf)], words) : undefined;
}

/**
 * The time of day by the clocks of the words' zone, which is said with it: 14:24 UTC, 17:54:59 UTC+3:30. Where a date-time has no zone,
 * neither by an offset nor by a name, the wall-clock time as it is stated. Nothing for any other date.
 */
export function formatTimeInZone(edtf: Edtf, words: Words): string | undefined {
  if (edtf.kind !== 'date-time' || !edtf.zoned) return formatTimeOfDay(edtf, words);
  const { earliestStart } = edtf.span;
  const wall = wallIn(earliestStart, words);
  const { hour, minute } = civilOf(wall);
  return words.messages.time.inZone(formatClock([hour, minute, ...secondsOf(edtf)], words), describeOffset(wall - earliestStart, words));
}

/** The seconds that a clock shows beyond a full minute, to the millisecond. */
function secondsOf({ second, fraction }: EdtfDateTime): readonly number[] {
  const seconds = Number(`${second}.${fraction.slice(0, 3)}0`);
  return seconds === 0 ? [] : [seconds];
}

/** The span of a date in the calendar that the words' zone has: only times whose zone is known are moved. */
export function spanInZone(edtf: Edtf, words: Words): Pick<TimeSpan, 'earliestStart' | 'latestEnd'> {
  if (edtf.kind !== 'date-time' || !edtf.zoned) return edtf.span;
  return { earliestStart: wallIn(edtf.span.earliestStart, words), latestEnd: wallIn(edtf.span.latestEnd, words) };
}

const isUnknown = ({ from, to }: EdtfInterval): boolean =>
  typeof from === 'string' && typeof to === 'string' && (from === 'unknown' || to === 'unknown');

const statedEnd = (end: EdtfInterval['from']): EdtfPoint | undefined => (typeof end === 'string' ? undefined : end);

function shortRange(from: EdtfPoint | undefined, to: EdtfPoint | undefined, words: Words): string {
  const { time } = words.messages;
  if (from === undefined) return to === undefined ? time.allTime : time.untilShort(shortPoint(to, words));
  if (to === undefined) return time.fromShort(shortPoint(from, words));
  const [first, last] = [plainUnit(from), plainUnit(to)];
  return first !== undefined && first === last
    ? formatDates(from.span.earliestStart, to.span.earliestStart, first, words)
    : formatRange(shortPoint(from, words), shortPoint(to, words), words);
}

/** One or two entries are named; more are told by the first and the last. */
function shortSet({ entries, choice }: EdtfSet, words: Words): string {
  const { time } = words.messages;
  const [first, second] = [entries[0], entries[1]];
  if (first === undefined) return '';
  if (second === undefined) return shortEntry(first, words);
  if (entries.length > 2) return shortRange(startOf(first), endOf(entries.at(-1) ?? first), words);
  const [a, b] = [shortEntry(first, words), shortEntry(second, words)];
  return choice === 'one-of' ? time.or(a, b) : time.and(a, b);
}

const shortEntry = (entry: EdtfPoint | EdtfRange, words: Words): string =>
  entry.kind === 'range' ? shortRange(entry.from, entry.to, words) : shortPoint(entry, words);

const startOf = (entry: EdtfPoint | EdtfRange): EdtfPoint | undefined => (entry.kind === 'range' ? entry.from : entry);
const endOf = (entry: EdtfPoint | EdtfRange): EdtfPoint | undefined => (entry.kind === 'range' ? entry.to : entry);

function shortPoint(point: EdtfPoint, words: Words): string {
  const { time } = words.messages;
  const { uncertain, approximate } = point.qualifier;
  const name = shortUnqualified(point, words);
  const date = approximate || isRounded(point) ? time.aboutShort(name) : name;
  return uncertain ? time.uncertainShort(date) : date;
}

function shortUnqualified(point: EdtfPoint, words: Words): string {
  const { time } = words.messages;
  switch (point.kind) {
    case 'date':
      return shortDay(point, words);
    case 'date-time': {
      const date = formatAt(instantOf(point.year, point.month, point.day), 'date-short', words);
      return time.dateAndTime(date, formatTimeOfDay(point, words) ?? '');
    }
    case 'season':
      return time.partOfYearShort(Number(point.season.digits), shortYears(point.year.digits, words));
    case 'long-year':
      return formatYear(point.year, words, 'short');
    case 'decade':
      return describeDecade(point.span, words);
    case 'century':
      return time.centuryShort(...centuryOf(point.digits));
    default:
      return unreachable(point);
  }
}

/** As far as its digits are stated without a gap. */
function shortDay(point: EdtfDate, words: Words): string {
  const at = point.span.earliestStart;
  switch (point.precision) {
    case 'day':
      return formatAt(at, 'date-short', words);
    case 'month':
      return formatAt(at, 'month-year-short', words);
    default:
      return shortYears(point.year.digits, words);
  }
}

/** 1984, 1560s; any other gap by its first and last year. */
function shortYears(digits: string, words: Words): string {
  const { time } = words.messages;
  if (!digits.includes('X')) return formatYear(Number(digits), words, 'short');
  if (digits === 'XXXX') return time.yearNotStated;
  const { first, last } = yearsLike(digits);
  if (/^[1-9]\d\dX$/.test(digits)) return time.decade(formatPlain(first, words));
  return formatRange(formatYear(first, words, 'short'), formatYear(last, words, 'short'), words);
}
