import {
  describeEdtf,
  describeOffset,
  formatAt,
  formatDay,
  formatEnds,
  formatInterval,
  formatMonth,
  formatShortDate,
  formatStretch,
  formatTime,
  formatTimeInZone,
  formatTimeOfDay,
  formatYear,
  spanInZone,
  wallIn,
  type Words,
} from '../../../core/i18n/describe-time.ts';
import { describePlaces, describeStatus, type Words as PhraseWords } from '../../../core/i18n/describe-event.ts';
import type { TimelineEvent, When } from '../../../core/model/event.ts';
import { civilOf } from '../../../core/time/calendar.ts';
import { parseEdtf, type Edtf } from '../../../core/time/edtf.ts';
import { pointsOf } from '../../../core/time/edtf-zone.ts';
import { DAY, HOUR, YEAR, instant, type Interval } from '../../../core/time/instant.ts';
import type { EventGroup, GroupUnit } from './groups.ts';

/** What a card needs to know of the heading over it. */
export type Heading = Pick<EventGroup, 'unit' | 'isMixed'>;

/** The heading of cards that stand in no list of time. */
export const NO_HEADING: Heading = { unit: undefined, isMixed: false };

/** The heading over a group: its hour, day, month or year, or the stretch of time that its dates leave open. */
export function describeHeading({ unit, interval }: Pick<EventGroup, 'unit' | 'interval'>, words: Words): string {
  switch (unit) {
    case 'hour':
      return describeHour(interval, words);
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

/** An hour of a day, by the clocks of the words' zone: Tuesday 3 February 2026, 14:00–15:00; 17:30–18:30 UTC+3:30 of another than UTC. */
function describeHour({ start, end }: Interval, words: Words): string {
  const [from, to] = [wallIn(start, words), wallIn(end, words)];
  const { time } = words.messages;
  const hours = time.range(formatTime(from, words), formatTime(to, words));
  const isUtc = (words.zone ?? 'UTC') === 'UTC';
  return time.dateAndTime(formatDay(from, words), isUtc ? hours : time.inZone(hours, describeOffset(from - start, words)));
}

/** Days and months in full, 5–8 February 2026; longer or finer stretches as a time window is written. */
function describeStretch(interval: Interval, words: Words): string {
  const { start, end } = interval;
  const isOfDays = [start, end].every((at) => !Number.isFinite(at) || at % DAY === 0);
  if (!isOfDays) return formatInterval(interval, words);
  if (!(end - start <= 3 * YEAR)) return formatStretch(interval, words);
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
const LONGEST: Readonly<Record<GroupUnit, number>> = { hour: HOUR, day: DAY, month: 31 * DAY, year: 366 * DAY };

/**
 * The time of day by the clocks of the words' zone, with its day where that is another than the heading's, which are of UTC. What was
 * written in UTC needs no more words where those are the clocks.
 */
function timeUnderHeading(edtf: Edtf, words: Words): string | undefined {
  if (edtf.kind === 'date-time' && edtf.zone === 'Z' && (words.zone ?? 'UTC') === 'UTC') return formatTimeOfDay(edtf, words);
  const time = formatTimeInZone(edtf, words);
  const [day, wallDay] = [edtf.span.earliestStart, spanInZone(edtf, words).earliestStart].map((at) => formatAt(at, 'day-month-short', words));
  return time === undefined || wallDay === undefined || day === wallDay ? time : words.messages.time.dateAndTime(wallDay, time);
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
