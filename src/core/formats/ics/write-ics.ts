import type { LocatedPlace, Place, Status, TimelineEvent } from '../../model/event.ts';
import { isLocated } from '../../model/place.ts';
import type { Category } from '../../model/story.ts';
import { civilOf } from '../../time/calendar.ts';
import { dayText, twoDigits } from '../../time/edtf-of.ts';
import type { Edtf, EdtfDateTime } from '../../time/edtf.ts';
import { DAY, instant, type Instant } from '../../time/instant.ts';
import { hashOf } from '../../base/hash.ts';
import { besideOf, besideText } from '../event-cells/beside.ts';
import { heldLines } from '../event-cells/held.ts';
import type { EventCell } from '../event-cells/write-cells.ts';
import { inPieces } from '../pieces.ts';
import type { StoryPart } from '../story-part.ts';
import { isWebUrl } from '../xml/words.ts';
import { escapeText, folded } from './fold.ts';
import { NO_STAMP, X_DATELINE } from './own-names.ts';

/**
 * Writes a story as a calendar (RFC 5545): each dated event as VEVENT, over all days that it may have taken up; what a calendar has no date for – undated
 * events, and those before the year 1 – as VJOURNAL without one. What it has no property for stands in X-DATELINE, which other programs pass over.
 */
export function* writeIcs({ story, events }: StoryPart): Generator<string, void, void> {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline 1//EN',
    'CALSCALE:GREGORIAN',
    ...(story.title === '' ? [] : [`NAME:${escapeText(story.title)}`, `X-WR-CALNAME:${escapeText(story.title)}`]),
    ...(story.deck === undefined ? [] : [`DESCRIPTION:${escapeText(story.deck)}`, `X-WR-CALDESC:${escapeText(story.deck)}`]),
  ];
  yield head.map(folded).join('');
  yield* inPieces(components(events(), story.categories));
  yield 'END:VCALENDAR\r\n';
}

function* components(events: Iterable<TimelineEvent>, categories: readonly Category[]): Generator<string, void, void> {
  for (const event of events) yield componentOf(event, categories);
}

/** Stands for a title of signs that a calendar may not hold. */
const UNTITLED = '–';

const STAMP = `DTSTAMP:${NO_STAMP}`;

function componentOf(event: TimelineEvent, categories: readonly Category[]): string {
  const { title, description, places, sources, media } = event;
  const time = event.when.edtf === undefined ? undefined : timeOf(event.when.edtf);
  const [place] = places;
  const at = places.find(isLocated);
  const name = time === undefined ? 'VJOURNAL' : 'VEVENT';
  const link = sources.find(({ url }) => url !== undefined && isWebUrl(url));
  const shown = name === 'VJOURNAL' ? [] : shownPlace(place, at);
  const beside = besideText(besideOf(event, { when: time?.text, places: shown }, heldBy(event, categories)));
  const lines = [
    `BEGIN:${name}`,
    `UID:${uidOf(event)}`,
    STAMP,
    ...(time?.lines ?? []),
    `SUMMARY:${escapeText(title).trim() || UNTITLED}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(name === 'VJOURNAL' || place === undefined || place.name === '' ? [] : [`LOCATION:${escapeText(place.name)}`]),
    ...(name === 'VJOURNAL' || at === undefined ? [] : [`GEO:${at.at[1]};${at.at[0]}`]),
    ...(event.categories.length === 0 ? [] : [`CATEGORIES:${event.categories.map((id) => escapeText(nameOf(id, categories))).join(',')}`]),
    ...(STATES[event.status] === undefined || name === 'VJOURNAL' ? [] : [`STATUS:${STATES[event.status]}`]),
    ...(link?.url === undefined ? [] : [`URL:${link.url}`]),
    ...media.filter(({ url }) => isWebUrl(url)).map(({ url }) => `IMAGE;VALUE=URI:${url}`),
    ...(beside === undefined ? [] : [`${X_DATELINE}:${escapeText(beside)}`]),
    `END:${name}`,
  ];
  return lines.map(folded).join('');
}

/** A calendar tells what is sure from what is not yet; all else it has no word for. */
const STATES: Readonly<Partial<Record<Status, string>>> = { confirmed: 'CONFIRMED', planned: 'TENTATIVE', retracted: 'CANCELLED' };

/** The id of an event; one that calendars would not give back as it is has another in its place. */
const uidOf = (event: TimelineEvent): string => (heldLines(event).includes('id') ? event.id : `e${hashOf(event.id).toString(36)}${hashOf(`${event.id.length} ${event.id}`).toString(36)}`);

const nameOf = (id: string, categories: readonly Category[]): string => categories.find((category) => category.id === id)?.name ?? id;

/** The place as readers of calendars see it: the name of the first, the position of the first that has one. */
function shownPlace(place: Place | undefined, at: LocatedPlace | undefined): readonly Place[] {
  if (place === undefined) return [];
  const base = { name: place.name, basis: { kind: 'stated' }, wording: undefined } as const;
  if (at !== undefined) return [{ ...base, kind: 'exact', at: at.at }];
  return place.name === '' ? [] : [{ ...base, kind: 'not-stated' }];
}

/** Cells that the properties above hold in full. */
function heldBy(event: TimelineEvent, known: readonly Category[]): readonly EventCell[] {
  const { categories, description = '' } = event;
  const areNamed = categories.every((id) => id === id.trim() && known.every((category) => category.id !== id || category.name === id));
  const isPlain = description === description.trim() && !/<|[^\P{C}\n\t]/u.test(description);
  return [...heldLines(event), ...(areNamed ? (['categories'] as const) : []), ...(isPlain ? (['description'] as const) : [])];
}

interface CalendarTime {
  readonly lines: readonly string[];
  /** What it is read as, in EDTF. */
  readonly text: string;
}

/** Years that a calendar can write. */
const YEARS = { first: 1, last: 9999 } as const;

/** The time of an event as its calendar has it; `undefined` where it has none. */
function timeOf(edtf: Edtf): CalendarTime | undefined {
  if (edtf.kind === 'date-time') return clockTime(edtf, undefined);
  if (edtf.kind === 'interval' && isTime(edtf.from) && (isTime(edtf.to) || typeof edtf.to === 'string')) {
    return clockTime(edtf.from, isTime(edtf.to) ? edtf.to : undefined);
  }
  const { earliestStart, latestEnd } = edtf.span;
  const [start, end] = [Number.isFinite(earliestStart) ? earliestStart : latestEnd - DAY, Number.isFinite(latestEnd) ? latestEnd : earliestStart + DAY];
  return daysFrom(instant(Math.floor(start / DAY) * DAY), instant(Math.ceil(end / DAY) * DAY));
}

const isTime = (end: unknown): end is EdtfDateTime => typeof end === 'object' && end !== null && 'kind' in end && end.kind === 'date-time';

const isWritable = (at: Instant): boolean => {
  if (!Number.isFinite(at)) return false;
  const { year } = civilOf(at);
  return year >= YEARS.first && year <= YEARS.last;
};

/** Whole days; the end is the day after the last one. */
function daysFrom(start: Instant, end: Instant): CalendarTime | undefined {
  const last = instant(end - DAY);
  if (!isWritable(start) || !isWritable(end) || last < start) return undefined;
  const [from, to] = [dayOf(start), dayOf(last)];
  const compact = (at: Instant): string => dayOf(at).replaceAll('-', '');
  return {
    lines: [`DTSTART;VALUE=DATE:${compact(start)}`, `DTEND;VALUE=DATE:${compact(end)}`],
    text: from === to ? from : `${from}/${to}`,
  };
}

function dayOf(at: Instant): string {
  const { year, month, day } = civilOf(at);
  return dayText(year, month, day);
}

/** Times of day, in UTC where their zone is known. */
function clockTime(from: EdtfDateTime, to: EdtfDateTime | undefined): CalendarTime | undefined {
  const [start, end] = [secondOf(from), to === undefined ? undefined : secondOf(to)];
  if (start === undefined || (to !== undefined && (end === undefined || from.zoned !== to.zoned))) return undefined;
  const hasEnd = end !== undefined && end.text > start.text;
  return {
    lines: [`DTSTART:${start.compact}`, ...(hasEnd ? [`DTEND:${end.compact}`] : [])],
    text: hasEnd ? `${start.text}/${end.text}` : start.text,
  };
}

function secondOf({ span, zoned }: EdtfDateTime): { readonly compact: string; readonly text: string } | undefined {
  if (!isWritable(span.earliestStart)) return undefined;
  const { year, month, day, hour, minute, second } = civilOf(span.earliestStart);
  const text = `${dayText(year, month, day)}T${[hour, minute, second].map(twoDigits).join(':')}${zoned ? 'Z' : ''}`;
  return { compact: text.replace(/[-:]/g, ''), text };
}
