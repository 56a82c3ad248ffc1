import { unreachable } from '../../base/result.ts';
import { civilOf, daysInMonth, instantOf } from '../calendar.ts';
import { dayText, monthText, yearText } from '../edtf-of.ts';
import { DAY, instant, type Instant } from '../instant.ts';

/** A date in EDTF, with what is needed to make more of it. */
export interface Span {
  readonly text: string;
  /** Its first and last date, for the ends of intervals. */
  readonly first: string;
  readonly last: string;
  /** What it is, where it can be divided: the days of a month, or some years. */
  readonly whole: WholeDays | WholeYears | undefined;
  /** Whether it says all that was written. */
  readonly exact: boolean;
}

interface WholeDays {
  readonly kind: 'days';
  readonly start: Instant;
  readonly count: number;
}

interface WholeYears {
  readonly kind: 'years';
  readonly from: number;
  readonly to: number;
}

/** A single date. */
export const spanOfPoint = (text: string, exact = true): Span => ({ text, first: text, last: text, whole: undefined, exact });

/** A month of which nothing more is known. */
export const spanOfMonth = (year: number, month: number): Span => ({
  ...spanOfPoint(monthText(year, month)),
  whole: { kind: 'days', start: instantOf(year, month), count: daysInMonth(year, month) },
});

/** A month of another calendar, by its first day and the number of its days. */
export function spanOfDays(start: Instant, count: number): Span {
  return { ...spanBetweenDates(textOfDay(start), textOfDay(instant(start + (count - 1) * DAY)), false), whole: { kind: 'days', start, count } };
}

/** A day in EDTF. */
export function textOfDay(at: Instant): string {
  const { year, month, day } = civilOf(at);
  return dayText(year, month, day);
}

/** A year of which nothing more is known. */
export const spanOfYear = (year: number): Span => ({ ...spanOfPoint(yearText(year)), whole: { kind: 'years', from: year, to: year } });

/** Some time between two dates. */
export function spanBetweenDates(first: string, last: string, exact: boolean): Span {
  return first === last ? spanOfPoint(first, exact) : { text: `[${first}..${last}]`, first, last, whole: undefined, exact };
}

/** Some time within some years. Ten or a hundred that share their first digits are a decade or a century in EDTF. */
export function spanOfYears(from: number, to: number): Span {
  const whole: WholeYears = { kind: 'years', from, to };
  if (from === to) return spanOfYear(from);
  const masked = from >= 0 && to <= 9999 && from % 10 === 0 ? maskOf(from, to - from + 1) : undefined;
  return { ...spanBetweenDates(yearText(from), yearText(to), true), ...(masked === undefined ? {} : { text: masked }), whole };
}

function maskOf(from: number, length: number): string | undefined {
  const digits = yearText(from);
  if (length === 10) return `${digits.slice(0, 3)}X`;
  return length === 100 && from % 100 === 0 ? `${digits.slice(0, 2)}XX` : undefined;
}

/** A part of a whole that words name. */
type PartName = 'early' | 'mid' | 'late' | 'first-half' | 'second-half';

/** The part of a whole: its early, middle or late third, or a half of it. `undefined` for what is not divided. */
export function partOf({ whole }: Span, part: PartName): Span | undefined {
  if (whole === undefined) return undefined;
  const half = part === 'first-half' || part === 'second-half';
  if (whole.kind === 'days') {
    const [first, last] = cut(whole.count, part, [10, 20]);
    const dayOf = (day: number): string => textOfDay(instant(whole.start + (day - 1) * DAY));
    return spanBetweenDates(dayOf(first), dayOf(last), half);
  }
  const { from, to } = whole;
  const length = to - from + 1;
  if (length === 1) return partOfYear(from, part, half);
  const thirds: readonly [number, number] = length === 10 ? [4, 7] : [Math.floor(length / 3), Math.floor((2 * length) / 3)];
  const [first, last] = cut(length, part, thirds);
  return spanBetweenDates(yearText(from + first - 1), yearText(from + last - 1), half);
}

/** Parts of a year have codes of their own: a third is 37 to 39, a half is 40 or 41. */
function partOfYear(year: number, part: PartName, half: boolean): Span | undefined {
  if (Math.abs(year) > 9999) return undefined;
  const [first, last] = cut(12, part, [4, 8]);
  const code = half ? 40 + Math.floor(first / 6) : 37 + Math.floor(first / 4);
  return { text: `${yearText(year)}-${code}`, first: monthText(year, first), last: monthText(year, last), whole: undefined, exact: half };
}

/** The first and the last of the units of a part, counting from 1. `thirds` are the last units of the first two thirds. */
function cut(length: number, part: PartName, [early, mid]: readonly [number, number]): readonly [number, number] {
  const half = Math.ceil(length / 2);
  switch (part) {
    case 'early':
      return [1, early];
    case 'mid':
      return [early + 1, mid];
    case 'late':
      return [mid + 1, length];
    case 'first-half':
      return [1, half];
    case 'second-half':
      return [half + 1, length];
    default:
      return unreachable(part);
  }
}

/** A date with a qualifier put to it. A time of day takes none: it stays, and says less than was written. */
export function qualified(span: Span, mark: '~' | '?'): Span {
  const [text, first, last] = [span.text, span.first, span.last].map((part) => markText(part, mark));
  return { ...span, text: text ?? '', first: first ?? '', last: last ?? '', exact: span.exact && !span.text.includes('T') };
}

function markText(text: string, mark: '~' | '?'): string {
  if (text.startsWith('[') || text.startsWith('{')) {
    const list = text.slice(1, -1).split(',').map((entry) => entry.split('..').map((end) => markText(end, mark)).join('..'));
    return `${text.charAt(0)}${list.join(',')}${text.at(-1) ?? ''}`;
  }
  if (text.includes('/')) return text.split('/').map((end) => markText(end, mark)).join('/');
  if (text === '' || text === '..' || text.includes('T') || text.endsWith('%') || text.endsWith(mark)) return text;
  return /[~?]$/.test(text) ? `${text.slice(0, -1)}%` : text + mark;
}
