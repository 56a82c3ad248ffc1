import { err, ok, type Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { UNDATED } from '../../model/build-event.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json, Media, Place, Source as EventSource, Status, When } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { DAY, instant, type Instant } from '../../time/instant.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import { readBesideText, withBeside } from '../event-cells/beside.ts';
import type { Parsed, Source } from '../format.ts';
import { namedPlace, positionIn } from '../xml/positions.ts';
import { describe, isWebUrl, keep, linkedSource } from '../xml/words.ts';
import { componentsIn, propertiesOf, propertyOf, RECORDS, textsOf, unescapeText, type Component, type Property } from './components.ts';
import { keyOf, occurrencesOf, type Occurrences } from './occurrences.ts';
import { NO_STAMP, X_DATELINE } from './own-names.ts';
import { instantOfTime, parseDuration, parseTime, textOfTime, type CalendarTime } from './times.ts';
import { zonesOf, type CalendarZone } from './zones.ts';

/** Text of more bytes than this does not fit into one string of every engine. */
const LONGEST_TEXT = 2 ** 29 - 24;

/** Most additional times of all events of a file that repeat. */
const MOST_REPEATED = 100_000;

/** What reading a component needs to know of the file. */
interface Calendar {
  readonly zoneOf: (name: string) => CalendarZone | undefined;
  /** Zone of times that state none, as answered. */
  readonly zone: string | undefined;
  /** Times that other components replace, by the id of the event that repeats. */
  readonly replaced: ReadonlyMap<string, ReadonlySet<string>>;
  /** Changes that hold from one time on, by the id of the event that repeats, in order. */
  readonly onward: ReadonlyMap<string, readonly Onward[]>;
}

/** A component that stands for one time of an event that repeats, and for all that come after it. */
interface Onward {
  readonly record: Component;
  readonly from: Instant;
  /** How much later its times begin than those of the rule. */
  readonly shift: number;
}

/**
 * Reads a calendar: each event, task and journal entry is a record. What is cancelled is shown as retracted; a single time of an event that repeats that is cancelled,
 * and times that are free or busy, are no events. An event that repeats is as many records as it has times, since each stands in the calendar by itself; its other
 * times bear its id with the date behind it.
 */
export function* readIcs({ bytes }: Source, { zone }: Answers): Steps<number, Result<Parsed, Issue>> {
  if (bytes.length > LONGEST_TEXT) return err({ code: 'file-too-large', severity: 'error', place: {}, parameters: { limit: '500 MB' } });
  const text = decodeUtf8(bytes);
  const calendars: Component[] = [];
  const zones: Component[] = [];
  const changed: Component[] = [];
  let cut: Component | undefined;
  let count = 0;
  for (const component of componentsIn(text, OF_CHANGES)) {
    cut ??= component.closed ? undefined : component;
    if (component.name === 'VCALENDAR') calendars.push(component);
    else if (component.name === 'VTIMEZONE') zones.push(component);
    else if (RECORDS.has(component.name) && propertyOf(component, 'RECURRENCE-ID') !== undefined) changed.push(component);
    count += 1;
    if (count % STEP_COMPONENTS === 0) yield 0.5;
  }
  const zoneOf = zonesOf(zones);
  const calendar: Calendar = { zoneOf, zone, replaced: replacedTimes(changed, zoneOf), onward: onwardChanges(changed.some(isOnward) ? recordsIn(text) : [], zoneOf) };
  const issues = cut === undefined ? [] : [unclosed(cut)];
  return ok({ kind: 'entries', entries: entriesOf(recordsIn(text), calendar), questions: [], issues, story: storyOf(calendars) });
}

/** How many components are looked at between two steps. */
const STEP_COMPONENTS = 5000;

/** What says which times of an event that repeats are changed. */
const OF_CHANGES: ReadonlySet<string> = new Set(['UID', 'RECURRENCE-ID', 'DTSTART']);

/** The records of a file, one after the other. */
function* recordsIn(text: string): Iterable<Component> {
  for (const component of componentsIn(text)) if (RECORDS.has(component.name)) yield component;
}

const unclosed = ({ name, line }: Component): Issue => ({
  code: 'file-damaged',
  severity: 'warning',
  place: { line },
  value: `BEGIN:${name}`,
  parameters: { reason: `END:${name} is missing` },
});

function storyOf(calendars: readonly Component[]): Partial<Story> {
  const text = (...names: readonly string[]): string | undefined => {
    const values = calendars.flatMap((calendar) => names.map((name) => filled(propertyOf(calendar, name)?.value)));
    const value = values.find((found) => found !== undefined);
    return value === undefined ? undefined : unescapeText(value).trim();
  };
  return { title: text('NAME', 'X-WR-CALNAME') ?? '', deck: text('DESCRIPTION', 'X-WR-CALDESC') };
}

/** The times that components with a RECURRENCE-ID stand for. */
function replacedTimes(records: readonly Component[], zoneOf: Calendar['zoneOf']): ReadonlyMap<string, ReadonlySet<string>> {
  const replaced = new Map<string, Set<string>>();
  for (const record of records) {
    const property = propertyOf(record, 'RECURRENCE-ID');
    const time = property === undefined ? undefined : parseTime(property, zoneOf);
    if (time === undefined) continue;
    const id = uidOf(record) ?? '';
    const times = replaced.get(id) ?? new Set();
    times.add(keyOf(time));
    replaced.set(id, times);
  }
  return replaced;
}

const isOnward = (record: Component): boolean => propertyOf(record, 'RECURRENCE-ID')?.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE';

/** The changes that hold from one time on. Source: RFC 5545, 3.2.13. */
function onwardChanges(records: Iterable<Component>, zoneOf: Calendar['zoneOf']): Calendar['onward'] {
  const changes = new Map<string, Onward[]>();
  for (const record of records) {
    const property = propertyOf(record, 'RECURRENCE-ID');
    const start = propertyOf(record, 'DTSTART');
    if (property === undefined || start === undefined || !isOnward(record)) continue;
    const [time, moved] = [parseTime(property, zoneOf), parseTime(start, zoneOf)];
    if (time === undefined || moved === undefined) continue;
    const id = uidOf(record) ?? '';
    const known = changes.get(id) ?? [];
    changes.set(id, known);
    known.push({ record, from: instantOfTime(time), shift: moved.wall - wallIn(time, moved) });
  }
  for (const list of changes.values()) list.sort((a, b) => a.from - b.from);
  return changes;
}

const uidOf = (record: Component): string | undefined => filled(propertyOf(record, 'UID')?.value);

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

function* entriesOf(records: Iterable<Component>, calendar: Calendar): Generator<Entry> {
  let repeated = 0;
  for (const record of records) {
    const { line, name } = record;
    const status = propertyOf(record, 'STATUS')?.value.trim().toUpperCase();
    if (name === 'VFREEBUSY') {
      yield { kind: 'not-event', line, what: 'setting' };
    } else if (status === 'CANCELLED' && propertyOf(record, 'RECURRENCE-ID') !== undefined) {
      yield { kind: 'not-event', line, what: 'cancelled' };
    } else if (isEmpty(record)) {
      yield { kind: 'refused', line, finding: { code: 'entry-empty' }, cells: cellsOf(record) };
    } else {
      for (const entry of timesOf(record, calendar, MOST_REPEATED - repeated)) {
        yield entry;
        repeated += 1;
      }
      repeated -= 1;
    }
  }
}

const isEmpty = (record: Component): boolean =>
  !['DTSTART', 'DTEND', 'DUE', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'GEO'].some((name) => filled(propertyOf(record, name)?.value) !== undefined);

const cellsOf = ({ properties }: Component): ReadonlyMap<string, string> => new Map(properties.map(({ name, value }) => [name, value]));

/** The first time alone, of an event that comes after all the times that are followed. */
const firstOf = (first: CalendarTime): Occurrences => ({ times: [{ time: first, lengthMs: undefined }], findings: [{ code: 'recurrence-capped', column: 'RRULE', parameters: { shown: 1 } }] });

/** An event, once or at each of its times. */
function* timesOf(record: Component, calendar: Calendar, left: number): Generator<Entry> {
  const { line } = record;
  const first = timeOf(propertyOf(record, 'DTSTART'), calendar);
  const repeats = propertyOf(record, 'RRULE') !== undefined || propertyOf(record, 'RDATE') !== undefined;
  const uid = uidOf(record);
  const override = propertyOf(record, 'RECURRENCE-ID');
  if (first === undefined || !repeats || override !== undefined) {
    const moved = override === undefined ? undefined : parseTime(override, calendar.zoneOf);
    const { draft, findings } = draftOf(record, first, calendar);
    yield { kind: 'event', line, draft: { ...draft, id: draft.id ?? (moved === undefined || uid === undefined ? uid : `${uid} ${textOfTime(moved)}`) }, findings };
    return;
  }
  const { times, findings } = left > 0 ? occurrencesOf(record, first, calendar.zoneOf) : firstOf(first);
  const replaced = calendar.replaced.get(uid ?? '');
  const onward = calendar.onward.get(uid ?? '') ?? [];
  const kept = times.filter(({ time }) => replaced === undefined || !replaced.has(keyOf(time)));
  const shown = kept.slice(0, Math.max(1, left));
  const isCut = shown.length < kept.length;
  const capped: readonly Finding[] = isCut ? [{ code: 'recurrence-capped', column: 'RRULE', parameters: { shown: shown.length } }] : [];
  for (const [k, { time, lengthMs }] of shown.entries()) {
    const change = onward.findLast(({ from }) => from < instantOfTime(time));
    const start = change === undefined ? time : { ...time, wall: instant(time.wall + change.shift) };
    const read = draftOf(change?.record ?? record, start, calendar, lengthMs);
    const id = uid === undefined || time.wall === first.wall ? uid : `${uid} ${textOfTime(time)}`;
    yield { kind: 'event', line, draft: { ...read.draft, id }, findings: k === 0 ? [...read.findings, ...findings, ...capped] : [] };
  }
  // All of its times are taken out or replaced.
  if (shown.length === 0) yield { kind: 'not-event', line, what: 'cancelled', findings };
}

/** Properties that a draft takes up. Those with parameters that say more are kept besides. */
const TAKEN: ReadonlySet<string> = new Set([
  'UID', 'SUMMARY', 'DESCRIPTION', 'DTSTART', 'DTEND', 'DUE', 'DURATION', 'LOCATION', 'GEO', 'CATEGORIES', 'STATUS', 'URL', 'ATTACH',
  'IMAGE', 'RELATED-TO', 'RECURRENCE-ID', X_DATELINE,
]);

interface ReadDraft {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** An event at one of its times; `start` is undefined where none is stated or it cannot be read, `lengthMs` where this time is as long as the others. */
function draftOf(record: Component, start: CalendarTime | undefined, calendar: Calendar, lengthMs?: number): ReadDraft {
  const findings: Finding[] = [];
  const tell = (finding: Finding): void => {
    findings.push(finding);
  };
  const extra = new Map<string, Json>();
  const text = (name: string): string | undefined => {
    const value = filled(propertyOf(record, name)?.value);
    return value === undefined ? undefined : filled(unescapeText(value));
  };
  const description = text('DESCRIPTION');
  const described = description !== undefined && HTML.test(description) ? describe(description, 'DESCRIPTION', tell) : undefined;
  if (described?.html !== undefined) extra.set('DESCRIPTION', described.html);
  const media: Media[] = [...(described?.media ?? [])];
  const sources: EventSource[] = [...(described?.sources ?? [])];
  for (const property of record.properties) {
    if (property.name === 'URL' || property.name === 'ATTACH' || property.name === 'IMAGE') addLink(property, media, sources, extra, tell);
    else if (!TAKEN.has(property.name) && property.value !== NO_STAMP) keep(extra, property.name, kept(property));
  }
  for (const { name, properties } of record.components) {
    keep(extra, name, properties.map((property) => `${property.name}:${kept(property)}`).join('\n'));
  }
  const { status, word } = statusOf(record);
  if (word !== undefined) extra.set('STATUS', word);
  const title = text('SUMMARY');
  const categories = propertiesOf(record, 'CATEGORIES').flatMap(({ value }) => textsOf(value));
  const beside = readBesideText(text(X_DATELINE));
  if (beside?.has('status') === true) extra.delete('STATUS');
  const draft: Draft = {
    when: whenOf(record, start, calendar, lengthMs, tell),
    ...(title === undefined ? {} : { title: title.replace(/\s*\n\s*/g, ' ') }),
    description: described === undefined ? description : described.text,
    places: placesOf(record, text('LOCATION'), extra, tell),
    categories: [...new Set(categories)],
    status,
    sources: distinct(sources),
    media,
    relations: relationsOf(record, extra),
    extra,
  };
  return { draft: withBeside(draft, beside), findings };
}

/** Markup that programs put into descriptions. Anything else in angle brackets is meant as it stands. */
const HTML = /<(?:br|p|div|span|a|b|i|u|ul|ol|li|table|html|body|strong|em|h[1-6]|script|img|iframe)(?:\s[^<>]{0,2000})?\/?>/i;

const distinct = (sources: readonly EventSource[]): readonly EventSource[] => [...new Map(sources.map((source) => [source.url, source])).values()];

/** A property as one text: its parameters before the colon. */
function kept({ parameters, value }: Property): string {
  const text = unescapeText(value);
  return parameters.size === 0 ? text : `${[...parameters].map(([name, setting]) => `${name}=${setting}`).join(';')}:${text}`;
}

function statusOf(record: Component): { readonly status: Status; readonly word?: string } {
  const word = filled(propertyOf(record, 'STATUS')?.value);
  switch (word?.toUpperCase()) {
    case undefined:
      return { status: record.name === 'VTODO' && propertyOf(record, 'COMPLETED') === undefined ? 'planned' : 'confirmed' };
    case 'CONFIRMED':
    case 'COMPLETED':
    case 'FINAL':
      return { status: 'confirmed' };
    case 'TENTATIVE':
    case 'NEEDS-ACTION':
    case 'IN-PROCESS':
    case 'IN PROCESS':
      return { status: 'planned', word: word ?? '' };
    case 'CANCELLED':
      return { status: 'retracted', word: word ?? '' };
    default:
      return { status: 'confirmed', word: word ?? '' };
  }
}

const MEDIA_FILE = /\.(?:png|jpe?g|gif|webp|svg|mp4|webm|mp3|ogg)(?:[?#]|$)/i;

function addLink(property: Property, media: Media[], sources: EventSource[], extra: Map<string, Json>, tell: (finding: Finding) => void): void {
  const { name, parameters } = property;
  const url = property.value.trim();
  if (url === '') return;
  const isBinary = parameters.get('VALUE')?.toUpperCase() === 'BINARY' || parameters.get('ENCODING')?.toUpperCase() === 'BASE64';
  if (isBinary) {
    const file = parameters.get('FILENAME') ?? parameters.get('X-FILENAME') ?? name;
    tell({ code: 'not-shown', column: name, value: file, parameters: { what: 'attachment' } });
    keep(extra, name, kept(property));
    return;
  }
  if (!isWebUrl(url) && !/^mailto:\S+@\S+$/i.test(url)) {
    if (!/^(?:cid|message|file):/i.test(url)) tell({ code: 'url-refused', column: name, value: url });
    keep(extra, name, kept(property));
    return;
  }
  const title = filled(parameters.get('FILENAME') ?? parameters.get('X-LABEL'));
  const shows = name === 'IMAGE' || /^(?:image|video|audio)\//i.test(parameters.get('FMTTYPE') ?? '') || MEDIA_FILE.test(url);
  if (shows && isWebUrl(url) && name !== 'URL') media.push({ url, caption: title, credit: undefined });
  else sources.push(linkedSource(url, title));
}

/** The time of an event: DTEND and the end of a duration lie after its last day. */
function whenOf(record: Component, start: CalendarTime | undefined, calendar: Calendar, lengthMs: number | undefined, tell: (finding: Finding) => void): When {
  const stated = propertyOf(record, 'DTSTART');
  const begins = start ?? timeOf(propertyOf(record, 'DUE'), calendar);
  if (begins === undefined) {
    const value = filled(stated?.value);
    if (value !== undefined) tell({ code: 'date-unreadable', column: 'DTSTART', value });
    return { ...UNDATED, wording: value };
  }
  tellZone(stated, begins, tell);
  const length = lengthMs ?? lengthOf(record, calendar, tell);
  const end = start === undefined || length === undefined ? undefined : endAfter(start, length, endProperty(record)?.name);
  const from = textOfTime(begins);
  const to = end === undefined ? from : textOfTime(end);
  const edtf = parseEdtf(from === to ? from : `${from}/${to}`);
  if (!edtf.ok) return { ...UNDATED, wording: filled(stated?.value) };
  const zone = zoneNameOf(begins, calendar) ?? 'local';
  // An end that lies before the start is kept in the words.
  const wording = length !== undefined && length < 0 ? `${stated?.value ?? ''} – ${endProperty(record)?.value ?? ''}` : undefined;
  return { ...UNDATED, edtf: zone === 'local' ? edtf.value : inZone(edtf.value, zone), wording, zone };
}

/** The name of the zone of a time that its text does not state itself. */
function zoneNameOf({ kind, zone }: CalendarTime, calendar: Calendar): string | undefined {
  if (kind === 'day' || zone === 'utc') return undefined;
  if (zone === 'floating') return calendar.zone;
  return zone.kind === 'named' ? zone.name : undefined;
}

const timeOf = (property: Property | undefined, calendar: Calendar): CalendarTime | undefined =>
  property === undefined ? undefined : parseTime(property, calendar.zoneOf);

function tellZone(property: Property | undefined, { kind, zone }: CalendarTime, tell: (finding: Finding) => void): void {
  const name = property?.parameters.get('TZID');
  if (kind === 'time' && zone === 'floating' && name !== undefined) tell({ code: 'zone-unknown', column: 'DTSTART', value: name });
}

const endProperty = (record: Component): Property | undefined => propertyOf(record, 'DTEND') ?? propertyOf(record, 'DUE') ?? propertyOf(record, 'DURATION');

/** Where an event that begins at a time ends: its last day, or the time; `undefined` where it has no length. */
function endAfter(start: CalendarTime, length: number, property: string | undefined): CalendarTime | undefined {
  // A day that ends before the next one is its own last day. Tasks are due on a day, which belongs to them.
  const last = start.kind === 'day' && property !== 'DUE' ? length - DAY : length;
  return last <= 0 ? undefined : { ...start, wall: instant(start.wall + last) };
}

/** How long the first time of an event is, on the clocks of its start; what is wrong with its end is told. */
function lengthOf(record: Component, calendar: Calendar, tell: (finding: Finding) => void): number | undefined {
  const property = endProperty(record);
  const begin = propertyOf(record, 'DTSTART');
  const first = timeOf(begin, calendar);
  const value = filled(property?.value);
  if (property === undefined || value === undefined || first === undefined) return undefined;
  const end = property.name === 'DURATION' ? undefined : parseTime(property, calendar.zoneOf);
  const length = end === undefined ? (property.name === 'DURATION' ? parseDuration(value) : undefined) : wallIn(end, first) - first.wall;
  if (length === undefined) tell({ code: 'date-unreadable', column: property.name, value });
  else if (length < 0) tell({ code: 'end-before-start', column: property.name, value, parameters: { start: begin?.value ?? '' } });
  return length;
}

/** What the clocks of one time show at another. */
function wallIn(time: CalendarTime, like: CalendarTime): Instant {
  const [from, to] = [time.zone, like.zone];
  if (time.kind === 'day' || like.kind === 'day' || from === to || from === 'floating' || to === 'floating') return time.wall;
  const at = instantOfTime(time);
  if (to === 'utc') return at;
  return instant(at + (to.kind === 'named' ? to.clocks(at) : to.offsetAt(at)));
}

/** The place of an event: LOCATION is its name; GEO, or what Apple keeps beside it, its position. */
function placesOf(record: Component, location: string | undefined, extra: Map<string, Json>, tell: (finding: Finding) => void): readonly Place[] {
  const geo = filled(propertyOf(record, 'GEO')?.value);
  const apple = propertyOf(record, 'X-APPLE-STRUCTURED-LOCATION');
  const written = geo ?? /^geo:([^;?]+)/i.exec(apple?.value ?? '')?.[1]?.replace(',', ';');
  const column = geo === undefined ? 'X-APPLE-STRUCTURED-LOCATION' : 'GEO';
  const [lat, lng] = written === undefined ? [] : written.replace(/\\(?=[;,])/g, '').split(written.includes(';') ? ';' : ',');
  const at = written === undefined ? undefined : positionIn(lng ?? '', lat ?? '', column, tell);
  if (geo !== undefined && at === undefined) keep(extra, 'GEO', geo);
  const name = (location ?? filled(apple?.parameters.get('X-TITLE')) ?? '').replace(/\s*\n\s*/g, ', ');
  if (at !== undefined) return [{ kind: 'exact', at, name, basis: { kind: 'stated' }, wording: undefined }];
  return name === '' ? [] : [namedPlace(name)];
}

/** An event is a part of the one that it names as its parent; other ties are kept as they stand. */
function relationsOf(record: Component, extra: Map<string, Json>): NonNullable<Draft['relations']> {
  return propertiesOf(record, 'RELATED-TO').flatMap((property) => {
    const kind = property.parameters.get('RELTYPE')?.toUpperCase() ?? 'PARENT';
    const to = property.value.trim();
    if (kind === 'PARENT' && to !== '') return [{ kind: 'part-of' as const, to }];
    keep(extra, 'RELATED-TO', kept(property));
    return [];
  });
}
