import { UNDATED } from '../../model/build-event.ts';
import type { Json, Relation, Source, When } from '../../model/event.ts';
import { settleOrder } from '../../time/date-columns.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { Issue } from '../../model/issue.ts';
import { parseWritten } from '../../time/written.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import type { RecordList } from '../json-cut.ts';
import { entryOf, eventEntry, firstObjects, jsonReader, scalarText, taking, webAddress, type Taking } from '../json-entries.ts';
import { pointPlaces } from '../json-places.ts';
import { whenBetween } from '../xml/dates.ts';
import { companionsOf, sourcesOf, textsIn, type Association, type Companions } from './companions.ts';

/** A file of all three, or of one of them: sources stand under their ids. */
const pathsIn = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? [''] : isObject(json) && ['events', 'associations'].some((name) => Array.isArray(json[name])) ? ['events', 'associations', 'sources{}', 'sources'] : ['{}'];

/**
 * Reads the events of TimeMap. Dates put the month first unless they prove otherwise, as the program does; a blank time is a day. Associations are categories, filters and
 * narratives by their mode where the file has them; ids whose record is in another file are kept. A file of associations or sources alone says where its events are.
 */
export const readTimemap = jsonReader(pathsIn, ({ lists }, { order, zone, years }) => {
  const list = (path: string): RecordList | undefined => lists.find((other) => other.path === path);
  const events = list('events') ?? (isOfEvents(list('')) ? list('') : undefined);
  const column = settleOrder(datesIn(events));
  const used = order ?? column.order ?? 'month-first';
  const isOpen = order === undefined && column.order === undefined && column.counts.either > 0;
  return {
    entries: entriesOf(lists, events, companionsOf(list('associations'), list('sources{}') ?? list('sources')), { order: used, zone, years }),
    issues: events === undefined ? lists.slice(0, 1).map(elsewhere) : [],
    questions: isOpen ? [{ kind: 'order', column: 'date', evidence: column.evidence, used }] : [],
  };
});

const elsewhere = (list: RecordList): Issue => ({
  code: 'events-elsewhere',
  severity: 'warning',
  place: {},
  parameters: { what: kindOf(list) === 'source' ? 'sources' : 'associations' },
});

/** What the records of a list are that holds no events: sources stand under their ids. */
const kindOf = (list: RecordList): 'source' | 'category' => (list.path === 'sources' || list.areMembers ? 'source' : 'category');

/** Whether the list of a file without names for its lists holds events. */
const isOfEvents = (list: RecordList | undefined): boolean => list !== undefined && !list.areMembers && firstJson(list).some((json) => 'date' in json || 'latitude' in json);

function firstJson(list: RecordList): readonly Members[] {
  const jsons: Json[] = [];
  for (const { json } of list.records()) {
    jsons.push(json);
    if (jsons.length === 20) break;
  }
  return firstObjects(jsons);
}

function* datesIn(events: RecordList | undefined): Iterable<string> {
  for (const { json } of events?.records() ?? []) if (isObject(json) && typeof json['date'] === 'string') yield json['date'];
}

function* entriesOf(lists: readonly RecordList[], events: RecordList | undefined, companions: Companions, habits: DateHabits): Iterable<Entry> {
  const last = new Map<string, string>();
  for (const list of lists) {
    for (const record of list.records()) {
      yield entryOf(record, (members): Entry => (list === events ? eventOf(record.line, members, companions, last, habits) : { kind: 'not-event', line: record.line, what: kindOf(list) }));
    }
  }
}

function eventOf(line: number, members: Members, companions: Companions, last: Map<string, string>, habits: DateHabits): Entry {
  const record = taking(members);
  const id = record.text('civId') ?? record.text('id');
  const { categories, relations } = associated(record, companions.associations, last, id);
  const own = record.text('category');
  const sources = sourcesAt(record, companions.sources);
  const place = record.text('location') ?? '';
  return eventEntry(line, record, {
    id,
    title: (record.words('title') ?? '').replace(/\s*\n\s*/g, ' '),
    description: record.words('description'),
    when: whenAt(record, habits),
    places: pointPlaces(record, ['latitude', 'lat'], ['longitude', 'lng', 'lon'], place),
    categories: [...new Set([...categories, ...(own === undefined ? [] : [own])])],
    relations,
    sources,
  });
}

/** A date and, where it is filled, a time. */
function whenAt(record: Taking, habits: DateHabits): When {
  const date = record.text('date');
  const time = record.text('time');
  const shown = record.text('time_display');
  if (date === undefined && time === undefined) return { ...UNDATED, wording: shown };
  const stated = { text: [date, time].filter((text) => text !== undefined).join(' '), column: date === undefined ? 'time' : 'date' };
  // A time that is none leaves the day.
  const isDayAlone = date !== undefined && time !== undefined && !parseWritten(stated.text, habits).ok && parseWritten(date, habits).ok;
  if (isDayAlone) {
    record.tell({ code: 'time-unreadable', column: 'time', value: time });
    record.extra.set('time', time);
  }
  const when = whenBetween(isDayAlone ? { ...stated, text: date } : stated, undefined, habits, record.tell);
  return shown === undefined ? when : { ...when, wording: shown };
}

/** What the associations of an event make of it: categories, the next step of a narrative, and filters that are kept under the name of their tree. */
function associated(record: Taking, known: ReadonlyMap<string, Association> | undefined, last: Map<string, string>, id: string | undefined): { readonly categories: readonly string[]; readonly relations: readonly Relation[] } {
  if (known === undefined) return { categories: [], relations: [] };
  const categories: string[] = [];
  const relations: Relation[] = [];
  const filters = new Map<string, string[]>();
  for (const name of textsIn(record.take('associations'))) {
    const association = known.get(name);
    if (association === undefined) {
      record.tell({ code: 'reference-unknown', column: 'associations', value: name });
      filters.set('associations', [...(filters.get('associations') ?? []), name]);
    } else if (association.mode === 'CATEGORY') {
      categories.push(association.title);
    } else if (association.mode === 'NARRATIVE') {
      const before = last.get(name);
      if (before !== undefined && id !== undefined && before !== id) relations.push({ kind: 'follows', to: before });
      if (id !== undefined) last.set(name, id);
      filters.set('narratives', [...(filters.get('narratives') ?? []), association.title]);
    } else {
      const [tree = 'filters', ...rest] = association.path.length > 1 ? association.path : ['filters', association.title];
      filters.set(tree, [...(filters.get(tree) ?? []), rest.join(' / ')]);
    }
  }
  for (const [tree, names] of filters) record.extra.set(tree, names);
  return { categories, relations };
}

/** The sources of an event: by id where the file has them, or as they stand in its record. */
function sourcesAt(record: Taking, known: ReadonlyMap<string, readonly Source[]> | undefined): readonly Source[] {
  const list = record.members['sources'];
  if (!Array.isArray(list)) return [];
  const sources: Source[] = [];
  const left: Json[] = [];
  for (const json of list as readonly Json[]) {
    const id = scalarText(json);
    const found = (id === undefined ? undefined : known?.get(id)) ?? (isObject(json) || (id !== undefined && /^https?:/i.test(id)) ? sourcesOf(json) : undefined);
    if (found !== undefined) {
      sources.push(...found);
      if (isObject(json) && found.every(({ url }) => url === undefined)) refuseAddress(record, json);
    } else if (json !== '') {
      if (known !== undefined && id !== undefined) record.tell({ code: 'reference-unknown', column: 'sources', value: id });
      left.push(json);
    }
  }
  record.take('sources');
  if (left.length > 0) record.extra.set('sources', left);
  return sources;
}

function refuseAddress(record: Taking, source: Members): void {
  for (const name of ['path', 'url']) {
    const address = scalarText(source[name]);
    if (address !== undefined) webAddress(address, 'sources', record.extra, record.tell);
  }
}
