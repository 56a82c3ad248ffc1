import { civilOf } from '../time/calendar.ts';
import { dayText, monthText, twoDigits, yearText } from '../time/edtf-of.ts';
import type { Edtf, EdtfPoint } from '../time/edtf.ts';
import { DAY, instant, SECOND, type Instant } from '../time/instant.ts';

/** A date in the parts that programs know, the last stated one its precision. The year is astronomical. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** `Z` where the time is UTC; empty for local time of an unknown zone. */
  readonly zone?: 'Z' | '';
}

/** Where a time begins and ends, its last unit included; `undefined` for a side without bound or one that is not known, and for the end of a single date. */
export interface Edges {
  readonly from: DateParts | undefined;
  readonly to: DateParts | undefined;
}

/**
 * The widest stretch that a time may take up, in whole units: a year is a year, a season its months, what has digits left open goes from the first to
 * the last day that it may mean.
 */
export function edgesOf(edtf: Edtf): Edges {
  if (edtf.kind === 'interval') {
    const [from, to] = [edtf.from, edtf.to].map((end) => (typeof end === 'string' ? undefined : edgesOf(end)));
    return { from: from?.from, to: to?.to ?? to?.from };
  }
  const single = edtf.kind === 'set' ? undefined : partsOf(edtf);
  return single === undefined ? edgesOfSpan(edtf.span.earliestStart, edtf.span.latestEnd) : { from: single, to: undefined };
}

/** A date of one unit; `undefined` for one that is wider, or of which digits are left open. */
function partsOf(point: EdtfPoint): DateParts | undefined {
  switch (point.kind) {
    case 'date': {
      const parts = [point.year, point.month, point.day].map((part) => (part === undefined ? undefined : Number(part.digits)));
      const [year = NaN, month, day] = parts;
      if (parts.some((part) => Number.isNaN(part))) return undefined;
      return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
    }
    case 'date-time':
      return timeParts(point.span.earliestStart, point.hour === '' || point.minute === '' ? 'hour' : point.second === '' ? 'minute' : 'second', point.zoned);
    case 'long-year':
      return point.exponent === undefined && point.significant === undefined ? { year: point.year } : undefined;
    default:
      return undefined;
  }
}

/** A time of day; of an hour alone its first minute. */
function timeParts(at: Instant, unit: 'hour' | 'minute' | 'second', zoned: boolean): DateParts {
  const { year, month, day, hour, minute, second } = civilOf(at);
  return { year, month, day, hour, minute, ...(unit === 'second' ? { second } : {}), zone: zoned ? 'Z' : '' };
}

/** Whole years, months or days from one instant to another, whichever are the widest that fit; a single one of them has no end of its own. */
export function edgesOfSpan(start: Instant, end: Instant): Edges {
  const from = Number.isFinite(start) ? civilOf(start) : undefined;
  const last = Number.isFinite(end) ? civilOf(instant(end - SECOND)) : undefined;
  const after = Number.isFinite(end) ? civilOf(end) : undefined;
  const startsDay = [from, after].every((at) => at === undefined || at.day === 1);
  const startsYear = startsDay && [from, after].every((at) => at === undefined || at.month === 1);
  const cut = (at: typeof from): DateParts | undefined => {
    if (at === undefined) return undefined;
    if (startsYear) return { year: at.year };
    return startsDay ? { year: at.year, month: at.month } : { year: at.year, month: at.month, day: at.day };
  };
  const [first, final] = [cut(from), cut(last)];
  return first !== undefined && final !== undefined && textOfParts(first) === textOfParts(final) ? { from: first, to: undefined } : { from: first, to: final };
}

/** The same in EDTF. */
export function textOfParts({ year, month, day, hour, minute, second, zone = '' }: DateParts): string {
  if (month === undefined) return yearText(year);
  if (day === undefined) return monthText(year, month);
  if (hour === undefined) return dayText(year, month, day);
  return `${dayText(year, month, day)}T${twoDigits(hour)}:${twoDigits(minute ?? 0)}${second === undefined ? '' : `:${twoDigits(second)}`}${zone}`;
}

/** Edges in EDTF; open where a side has none. */
export function textOfEdges({ from, to }: Edges): string {
  if (from === undefined) return to === undefined ? '' : `../${textOfParts(to)}`;
  return to === undefined ? textOfParts(from) : `${textOfParts(from)}/${textOfParts(to)}`;
}

/** The first and the last day of a time; `undefined` for a side without bound. */
export function daysOf(edtf: Edtf): { readonly first: DateParts | undefined; readonly last: DateParts | undefined } {
  const { earliestStart, latestEnd } = edtf.span;
  const dayAt = (at: Instant): DateParts | undefined => {
    if (!Number.isFinite(at)) return undefined;
    const { year, month, day } = civilOf(at);
    return { year, month, day };
  };
  return { first: dayAt(earliestStart), last: dayAt(instant(Math.max(earliestStart, Math.ceil(latestEnd / DAY) * DAY - DAY))) };
}
