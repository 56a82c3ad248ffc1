import {
  describeEdtf,
  formatAt,
  formatDay,
  formatEnds,
  formatInterval,
  formatMonth,
  formatShortDate,
  formatTimeOfDay,
  formatTimeOfUtcDay,
  formatYear,
  type Words,
} from '../../../core/i18n/describe-time.ts';
import { describePlaces, describeStatus, type Words as PhraseWords } from '../../../core/i18n/describe-event.ts';
import type { TimelineEvent, When } from '../../../core/model/event.ts';
import { civilOf } from '../../../core/time/calendar.ts';
import { parseEdtf, type Edtf } from '../../../core/time/edtf.ts';
import { pointsOf } from '../../../core/time/edtf-zone.ts';
import { DAY, YEAR, instant, type Interval } from '../../../core/time/instant.ts';
import type { EventGroup, GroupUnit } from './groups.ts';

/** What a card needs to know of the heading over it. */
export type Heading = Pick<EventGroup, 'unit' | 'isMixed'>;

/** The heading of cards that stand in no list of time. */
export const NO_HEADING: Heading = { unit: undefined, isMixed: false };

/** The heading over a group: its day, month or year, or the stretch of time that its dates leave open. */
export function describeHeading({ unit, interval }: Pick<EventGroup, 'unit' | 'interval'>, words: Words): string {
  switch (unit) {
    case 'day':
      return formatDay(interval.start, words);
    case 'month':
      return formatMonth(interval.start, words);
    case 'year':
      return formatYear(civilOf(interval.start).year, words);
    case undefined:
      return describeStretch(interval, words);
  }
}

/** Days and months in full, 5–8 February 2026; longer or finer stretches as a time window is written. */
function describeStretch(interval: Interval, words: Words): string {
  const { start, end } = interval;
  if (start % DAY !== 0 || end % DAY !== 0 || end - start > 3 * YEAR) return formatInterval(interval, words);
  const [first, last] = formatEnds(start, instant(end - 1), 'day', 'long', words);
  const { time } = words.messages;
  return /\s/.test(first) ? time.rangeSpaced(first, last) : time.range(first, last);
}

/** What a card says of its time beyond the heading: the day under a month, the hour or part of the day, how sure it is. */
export function gutterText({ edtf, partOfDay }: When, { unit, isMixed }: Heading, words: Words): string {
  const { messages } = words;
  if (edtf === undefined) return '';
  if (isMixed && (unit === undefined || edtf.span.latestEnd - edtf.span.earliestStart > LONGEST[unit])) return beyond(edtf, words);
  const isFiner = unit === 'month' || unit === 'year';
  const parts = [
    hedge(edtf, words),
    isFiner && isWithin(edtf, unit) ? dayIn(edtf, words) : undefined,
    partOfDay === undefined ? timeUnderHeading(edtf, words) : messages.model.partOfDay[partOfDay],
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** A date that is longer than its heading says, whose start the heading says: its end, or all of it where that is no interval. */
function beyond(edtf: Edtf, words: Words): string {
  if (edtf.kind !== 'interval' || typeof edtf.to === 'string') return formatShortDate(edtf, words);
  return words.messages.time.untilShort(formatShortDate(edtf.to, words));
}

/** No unit is longer. */
const LONGEST: Readonly<Record<GroupUnit, number>> = { day: DAY, month: 31 * DAY, year: 366 * DAY };

/** The time of day as it is written; in UTC, which the headings' days are of, where it was written by the clocks of another zone. */
function timeUnderHeading(edtf: Edtf, words: Words): string | undefined {
  return edtf.kind === 'date-time' && edtf.zone === 'Z' ? formatTimeOfDay(edtf, words) : formatTimeOfUtcDay(edtf, words);
}

function hedge({ qualifier }: Edtf, { messages }: Words): string | undefined {
  const { hedges } = messages.list;
  if (qualifier.uncertain) return hedges.uncertain;
  return qualifier.approximate ? hedges.approximate : undefined;
}

/** Whether a date is finer than the heading's unit. */
function isWithin({ span }: Edtf, unit: 'month' | 'year'): boolean {
  return span.latestEnd - span.earliestStart < (unit === 'month' ? 28 * DAY : 365 * DAY);
}

function dayIn({ span }: Edtf, words: Words): string {
  const { earliestStart, latestEnd } = span;
  if (latestEnd - earliestStart <= DAY) return formatAt(earliestStart, 'day-month-short', words);
  const [first, last] = [formatAt(earliestStart, 'day-month-short', words), formatAt(instant(latestEnd - 1), 'day-month-short', words)];
  return first === last ? first : words.messages.time.range(first, last);
}

/** All that is known of an event's time, a sentence or two: the reading, the wording it was read from, whose clock it is. */
export function describeWhen(when: When, words: Words): readonly string[] {
  const { list } = words.messages;
  const { edtf, wording, basis, zone } = when;
  if (edtf === undefined) return [list.details.noDate, ...(wording === undefined ? [] : [list.reading.noDate(wording)])];
  const reading = describeWhenBriefly(when, words);
  const hasClock = pointsOf(edtf).some((point) => point.kind === 'date-time' && point.zone === '');
  return [
    wording === undefined ? reading : list.reading.date(wording, reading),
    ...(basis.kind === 'inferred' ? [list.reading.inferred(basis.from)] : []),
    ...(hasClock ? [zone === 'local' ? list.zone.local : list.zone.named(zone)] : []),
  ];
}

/** The reading of an event's time in plain words, with the part of the day. */
export function describeWhenBriefly({ edtf, partOfDay }: When, words: Words): string {
  const { list } = words.messages;
  if (edtf === undefined) return list.undated;
  const date = describeEdtf(edtf, words);
  return partOfDay === undefined ? date : `${date}, ${list.partOfDay[partOfDay]}`;
}

/** What is known of an event beside its title, in one line for the ear: when, where, and how far it is established. */
export function describeBriefly(event: TimelineEvent, words: Words & PhraseWords): string {
  return [describeWhenBriefly(event.when, words), describePlaces(event, words), describeStatus(event, words)].join(', ');
}

/** The date of a source, short; as it stands where it cannot be read. */
export function describeDate(text: string, words: Words): string {
  const date = parseEdtf(text);
  return date.ok ? formatShortDate(date.value, words) : text;
}
