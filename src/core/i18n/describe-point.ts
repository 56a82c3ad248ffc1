import { unreachable } from '../base/result.ts';
import { civilOf, instantOf } from '../time/calendar.ts';
import type { Component, EdtfDate, EdtfDateTime, EdtfPoint, EdtfSeason, Mark } from '../time/edtf.ts';
import { MINUTE, type TimeSpan } from '../time/instant.ts';
import { describeMasked } from './describe-masked.ts';
import { formatAt, formatClock, formatPlain, formatYear, type RangeUnit, type Words } from './format-time.ts';
import type { Messages } from './messages.ts';

/** Beside other words remarks stand in brackets, alone they follow a comma. */
export type Position = 'alone' | 'inside';

/** A single date in words, with what qualifies it: "about 1850", "11 June 2004, day approximate". */
export function describePoint(point: EdtfPoint, words: Words, position: Position): string {
  const { time } = words.messages;
  const { whole, parts } = marksOf(point, time);
  const name = describeUnqualified(point, words);
  const about = point.kind === 'decade' || point.kind === 'century' ? time.aboutGroup : time.about;
  const date = whole === '~' || whole === '%' || isRounded(point) ? about(name) : name;
  const remarks = whole === '?' || whole === '%' ? [...parts, time.uncertain] : parts;
  if (remarks.length === 0) return date;
  return (position === 'alone' ? time.remark : time.remarkInside)(date, remarks.join(', '));
}

/** A year in exponent form states no more digits than it has before the E, and one with `S` says itself how many. */
export const isRounded = (point: EdtfPoint): boolean =>
  point.kind === 'long-year' && (point.exponent !== undefined || point.significant !== undefined);

/** What is said of a date as a whole, and what of its parts alone. */
function marksOf(point: EdtfPoint, time: Messages['time']): { readonly whole: Mark; readonly parts: readonly string[] } {
  if (point.kind === 'date-time') return { whole: '', parts: [] };
  if (point.kind === 'long-year') {
    return { whole: point.after, parts: point.significant === undefined ? [] : [time.sureDigits(point.significant)] };
  }
  if (point.kind !== 'date' && point.kind !== 'season') return { whole: point.after, parts: [] };
  const components = componentsOf(point);
  const marks = effectiveMarks(components.map(({ component }) => component));
  const [first = ''] = marks;
  if (marks.every((mark) => mark === first)) return { whole: first, parts: [] };
  const remarks = { '?': time.uncertain, '~': time.approximate, '%': time.uncertainAndApproximate };
  const parts = components.flatMap(({ name }, position) => {
    const mark = marks[position] ?? '';
    return mark === '' ? [] : [time.component[name](remarks[mark])];
  });
  return { whole: '', parts };
}

interface NamedComponent {
  readonly name: keyof Messages['time']['component'];
  readonly component: Component;
}

function componentsOf(point: EdtfDate | EdtfSeason): readonly NamedComponent[] {
  const year: NamedComponent = { name: 'year', component: point.year };
  if (point.kind === 'season') return [year, { name: 'season', component: point.season }];
  const { month, day } = point;
  const smaller: readonly (NamedComponent | undefined)[] = [
    month && { name: 'month', component: month },
    day && { name: 'day', component: day },
  ];
  return [year, ...smaller.filter((part) => part !== undefined)];
}

/** The qualifier of each component: its own on the left, and those on the right of it and of every later one. */
function effectiveMarks(components: readonly Component[]): readonly Mark[] {
  return components.map(({ before }, position) => {
    const marks = before + components.slice(position).map((component) => component.after).join('');
    const [uncertain, approximate] = [/[?%]/.test(marks), /[~%]/.test(marks)];
    if (uncertain) return approximate ? '%' : '?';
    return approximate ? '~' : '';
  });
}

/** A single date without what qualifies it. */
export function describeUnqualified(point: EdtfPoint, words: Words): string {
  const { time } = words.messages;
  switch (point.kind) {
    case 'date':
      if (point.text.includes('X')) return describeMasked(point, words);
      if (point.month === undefined) return formatYear(Number(point.year.digits), words);
      return formatAt(point.span.earliestStart, point.day === undefined ? 'month-year' : 'date', words);
    case 'date-time':
      return describeDateTime(point, words);
    case 'season': {
      const vague = point.year.digits.includes('X');
      const year = describeMasked({ year: point.year, month: undefined, day: undefined }, words);
      return time.partOfYear(Number(point.season.digits), year, vague);
    }
    case 'long-year':
      return formatYear(point.year, words);
    case 'decade':
      return describeDecade(point.span, words);
    case 'century':
      return time.century(...centuryOf(point.digits));
    default:
      return unreachable(point);
  }
}

/** The unit of a day, month or year with nothing missing and nothing qualified, which can share its words with another. */
export function plainUnit({ kind, text, qualifier, precision }: EdtfPoint): RangeUnit | undefined {
  if (kind !== 'date' || text.includes('X') || qualifier.uncertain || qualifier.approximate) return undefined;
  return precision === 'day' || precision === 'month' || precision === 'year' ? precision : undefined;
}

/** A century's number from 1 on, and whether it is before the common era: `-04` is the fifth century BCE. */
export const centuryOf = (digits: string): readonly [number: number, before: boolean] => [
  Math.abs(Number(digits)) + 1,
  digits.startsWith('-'),
];

/** 1960s; where the era turns or counts backwards, by its first and last year. */
export function describeDecade({ earliestStart, latestEnd }: TimeSpan, words: Words): string {
  const { time } = words.messages;
  const [first, next] = [civilOf(earliestStart).year, civilOf(latestEnd).year];
  return first > 0 ? time.decade(formatPlain(first, words)) : time.to(formatYear(first, words), formatYear(next - 1, words));
}

/** The day and the wall-clock time as they were written, with their zone. */
function describeDateTime(point: EdtfDateTime, words: Words): string {
  const { time } = words.messages;
  const date = formatAt(instantOf(point.year, point.month, point.day), 'date', words);
  return time.dateAndTime(date, describeClock(point, words));
}

/** The wall-clock time as written, with its zone: 17:54:59 UTC. */
function describeClock({ hour, minute, second, fraction, zone }: EdtfDateTime, words: Words): string {
  const { time } = words.messages;
  const clock = formatClock([hour, minute || '00', second].filter((part) => part !== '').map(Number), words);
  const exact = fraction === '' ? clock : `${clock}.${fraction}`;
  return zone === '' ? exact : time.inZone(exact, describeZone(zone, time.utc));
}

/** How far clocks are ahead of UTC, in milliseconds, to the minute: UTC, UTC+2:30, UTC−12. */
export function describeOffset(ahead: number, { messages }: Words): string {
  const minutes = Math.round(Math.abs(ahead) / MINUTE);
  const text = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return describeZone(`${ahead < 0 ? '-' : '+'}${text}`, messages.time.utc);
}

/** UTC, UTC+2:30, UTC−12. */
function describeZone(zone: string, utc: string): string {
  const hours = Number(zone.slice(1, 3));
  const minutes = zone.slice(3).replace(':', '');
  if (zone === 'Z' || (hours === 0 && Number(minutes) === 0)) return utc;
  return `${utc}${zone.startsWith('-') ? '−' : '+'}${hours}${Number(minutes) === 0 ? '' : `:${minutes}`}`;
}
