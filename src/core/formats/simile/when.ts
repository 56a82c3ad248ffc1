import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import { DAY } from '../../time/instant.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { parseWritten } from '../../time/written.ts';
import type { Finding } from '../entry.ts';
import { findingOf } from '../xml/dates.ts';
import type { Tell } from '../xml/positions.ts';

/** The four bounds of an event of SIMILE Timeline as they stand; empty or `undefined` where they are not stated. */
export interface SimileBounds {
  readonly start: string | undefined;
  readonly latestStart: string | undefined;
  readonly earliestEnd: string | undefined;
  readonly end: string | undefined;
  /** Whether the event lasts from start to end; otherwise it is a moment somewhere between them. */
  readonly isDuration: boolean;
}

interface Bound {
  readonly text: string;
  readonly edtf: Edtf | undefined;
  readonly zone: string;
  readonly isExact: boolean;
}

/** Midnight, as it is written behind the day in a date that JavaScript printed. */
const MIDNIGHT = /(?:^|[\sT])00:00(?::00(?:\.0+)?)?(?=$|[\sZ+-])/;

/**
 * When an event of SIMILE Timeline happened. A start that lies between two dates is the unit of the calendar that holds them both, or else the
 * earlier of them as an estimate; so is an end. A moment within a stretch is one of its dates, or the month or year that the stretch is. Dates
 * that are all at midnight are days, since the format has no other way to write them.
 */
export function simileWhen(bounds: SimileBounds, habits: DateHabits, tell: Tell): When {
  const stated = [bounds.start, bounds.latestStart, bounds.earliestEnd, bounds.end].map((text) => text?.trim() ?? '');
  const areDays = stated.every((text) => text === '' || MIDNIGHT.test(text) || !/\d:\d/.test(text));
  const columns = ['start', 'latestStart', 'earliestEnd', 'end'];
  const read = stated.map((text, b) => boundOf(text, columns[b] ?? '', areDays, habits, tell));
  const [start, latestStart, earliestEnd, end] = read;
  const from = together(start, latestStart);
  const to = together(earliestEnd, end);
  const latest = end ?? earliestEnd;
  const edtf = bounds.isDuration ? lasting(from, to, latest, tell) : momentIn(start ?? latestStart, latest ?? latestStart, tell);
  const zone = read.find((bound) => bound !== undefined && bound.zone !== 'local')?.zone ?? 'local';
  const isExact = read.every((bound) => bound === undefined || bound.isExact) && latestStart === undefined && earliestEnd === undefined;
  const words = stated.filter((text) => text !== '');
  return {
    ...UNDATED,
    edtf: edtf === undefined || zone === 'local' ? edtf : inZone(edtf, zone),
    wording: words.length === 0 || isExact ? undefined : words.join(' – '),
    zone,
  };
}

function boundOf(text: string, column: string, areDays: boolean, habits: DateHabits, tell: Tell): Bound | undefined {
  if (text === '') return undefined;
  const written = parseWritten(text, habits);
  if (!written.ok) {
    if (written.error.kind === 'absent') return undefined;
    tell(findingOf(written.error, { text, column }));
    return { text, edtf: undefined, zone: 'local', isExact: false };
  }
  const { edtf, zone, exactText } = written.value;
  if (!areDays || edtf.kind !== 'date-time') return { text, edtf, zone, isExact: exactText };
  const day = parseEdtf(edtf.text.slice(0, edtf.text.indexOf('T')));
  return { text, edtf: day.ok ? day.value : edtf, zone: 'local', isExact: exactText };
}

/** One date for two that something lies between. */
function together(earlier: Bound | undefined, later: Bound | undefined): Edtf | undefined {
  const [a, b] = [earlier?.edtf, later?.edtf];
  if (a === undefined || b === undefined || a.text === b.text) return a ?? b;
  const unit = unitAround(a, b);
  if (unit !== undefined) return unit;
  const estimate = parseEdtf(`${a.text}~`);
  return estimate.ok ? estimate.value : a;
}

/** The month, year, decade or century that holds two dates; the later may be the first moment after it. */
function unitAround(a: Edtf, b: Edtf): Edtf | undefined {
  const { earliestStart } = a.span;
  const latest = Math.max(b.span.earliestStart, b.span.latestEnd - DAY);
  for (const [length, digits] of [[7, ''], [4, ''], [3, 'X'], [2, 'XX']] as const) {
    if (!/^\d{4}(?:-\d\d)?(?:$|-)/.test(a.text) || a.text.length < length) continue;
    const unit = parseEdtf(a.text.slice(0, length) + digits);
    if (!unit.ok) continue;
    const { span } = unit.value;
    if (span.earliestStart <= earliestStart && (latest <= span.latestEnd || b.span.earliestStart === span.latestEnd)) return unit.value;
  }
  return undefined;
}

function lasting(from: Edtf | undefined, to: Edtf | undefined, end: Bound | undefined, tell: Tell): Edtf | undefined {
  if (from === undefined || to === undefined || from.text === to.text) return from ?? (to === undefined ? undefined : intervalTo(to));
  const interval = parseEdtf(`${from.text}/${to.text}`);
  if (interval.ok) return interval.value;
  if (interval.error.kind === 'backwards-interval') tell(endsBefore(from.text, end));
  return from;
}

function intervalTo(to: Edtf): Edtf {
  const interval = parseEdtf(`/${to.text}`);
  return interval.ok ? interval.value : to;
}

/** A moment that lies somewhere between two dates. */
function momentIn(start: Bound | undefined, end: Bound | undefined, tell: Tell): Edtf | undefined {
  const [from, to] = [start?.edtf, end?.edtf];
  if (from === undefined || to === undefined || from.text === to.text) return from ?? to;
  // From one midnight to another, as JavaScript prints them, a month or year is written whole.
  const unit = from.precision === 'day' && to.precision === 'day' ? unitAround(from, to) : undefined;
  if (unit?.span.earliestStart === from.span.earliestStart && unit.span.latestEnd === to.span.earliestStart) return unit;
  const oneOf = parseEdtf(`[${from.text}..${to.text}]`);
  if (oneOf.ok) return oneOf.value;
  if (from.span.earliestStart > to.span.latestEnd) tell(endsBefore(start?.text ?? '', end));
  return from;
}

const endsBefore = (start: string, end: Bound | undefined): Finding =>
  ({ code: 'end-before-start', column: 'end', value: end?.text ?? '', parameters: { start } });
