import type { Json, Place, Source } from '../../model/event.ts';
import type { Story } from '../../model/story.ts';
import { parsePosition } from '../../geo/parse-coordinates.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { settleOrder } from '../../time/date-columns.ts';
import type { Answers, Question } from '../answers.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import type { JsonCut, RecordList } from '../json-cut.ts';
import { entryOf, eventEntry, firstObjects, jsonReader, scalarText, taking, type Taking } from '../json-entries.ts';
import { geojsonPlaces, pointPlaces } from '../json-places.ts';
import { whenBetween, type Stated } from '../xml/dates.ts';
import { emptyGeometry, namedPlace, placesOf, positionOf } from '../xml/positions.ts';
import { isWebUrl, linkedSource } from '../xml/words.ts';

/** Reads the records of a TimeMapper data package, under all names that its sheets may use. */
export const readTimemapper = jsonReader(['resources.*.records', 'resources.*.data'], (cut, answers) => {
  const { habits, questions } = habitsOf(cut, answers);
  return { entries: entriesOf(cut.lists, habits), questions, story: storyOf(cut.frame) };
});

function* entriesOf(lists: readonly RecordList[], habits: DateHabits): Iterable<Entry> {
  for (const { records } of lists) for (const record of records()) yield entryOf(record, (members) => eventOf(record.line, members, habits));
}

const STARTS = ['start', 'startdate', 'start date', 'start_date', 'date'] as const;
const ENDS = ['end', 'enddate', 'end date', 'end_date'] as const;

/** The order of day and month: as a person says, as the package says, or as the dates prove. */
function habitsOf({ frame, lists }: JsonCut, { order, years, zone }: Answers): { readonly habits: DateHabits; readonly questions: readonly Question[] } {
  const file = isObject(frame) ? frame : {};
  const config = isObject(file['tmconfig']) ? file['tmconfig'] : file;
  const stated = config['dayfirst'] === true || config['dayfirst'] === 'true' ? 'day-first' : undefined;
  const column = settleOrder(datesIn(lists));
  const used = order ?? stated ?? column.order;
  const isOpen = used === undefined && column.counts.either > 0;
  return {
    habits: { order: used, years: years ?? 'astronomical', zone },
    questions: isOpen ? [{ kind: 'order', column: 'start', evidence: column.evidence, used: undefined }] : [],
  };
}

function* datesIn(lists: readonly RecordList[]): Iterable<string> {
  for (const { records } of lists) {
    for (const { json } of records()) {
      if (!isObject(json)) continue;
      const members = inLowerCase(json);
      for (const name of [...STARTS, ...ENDS]) {
        const text = members[name];
        if (typeof text === 'string') yield text;
      }
    }
  }
}

function storyOf(frame: Json): Partial<Story> {
  const file = isObject(frame) ? frame : {};
  const [licence] = firstObjects(file['licenses'] ?? file['licences'] ?? null);
  return {
    title: scalarText(file['title']) ?? '',
    deck: scalarText(file['tagline'] ?? file['description']),
    credit: scalarText(file['author'] ?? file['owner']),
    licence: licence === undefined ? scalarText(file['license']) : scalarText(licence['name'] ?? licence['title'] ?? licence['type'] ?? licence['url']),
  };
}

/** Names of members that are read, in lower case as the program has them. */
const NAMES: ReadonlySet<string> = new Set([
  ...STARTS, ...ENDS, 'id', 'title', 'headline', 'description', 'text', 'url', 'web page', 'webpage', 'link', 'media', 'image', 'caption', 'media caption', 'mediacaption', 'image credit',
  'media credit', 'imagecredit', 'mediacredit', 'place', 'location', 'source', 'source url', 'sourceurl', 'source_url', 'lat', 'latitude', 'lon', 'lng', 'long', 'longitude',
]);

function inLowerCase(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      const plain = name.trim().toLowerCase();
      return [NAMES.has(plain) && !Object.hasOwn(members, plain) ? plain : name, value] as const;
    }),
  );
}

function eventOf(line: number, members: Members, habits: DateHabits): Entry {
  const record = taking(inLowerCase(members));
  const firstOf = <T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined => {
    for (const name of names) {
      const value = read(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const date = (names: readonly string[]): Stated | undefined => firstOf(names, record.date);
  const media = firstOf(['media', 'image'], record.url);
  const caption = firstOf(['caption', 'media caption', 'mediacaption'], record.words);
  const credit = firstOf(['image credit', 'media credit', 'imagecredit', 'mediacredit'], record.words);
  const place = record.text('place') ?? '';
  return eventEntry(line, record, {
    id: record.text('id'),
    title: (firstOf(['title', 'headline'], record.words) ?? '').replace(/\s*\n\s*/g, ' '),
    description: firstOf(['description', 'text'], record.words),
    when: whenBetween(date(STARTS), date(ENDS), habits, record.tell),
    places: placesAt(record, place),
    sources: sourcesOf(record, firstOf),
    media: media === undefined ? [] : [{ url: media, caption, credit }],
  });
}

function placesAt(record: Taking, place: string): readonly Place[] {
  const location = record.members['location'];
  if (typeof location === 'string' && location.trim() !== '') {
    const position = parsePosition(location);
    if (position !== undefined) {
      record.take('location');
      const at = positionOf(position.lng, position.lat, location, record.path('location'), record.tell);
      return at === undefined ? (place === '' ? [] : [namedPlace(place)]) : placesOf({ ...emptyGeometry(), points: [at] }, place);
    }
    if (place === '') return [namedPlace(record.text('location') ?? '')];
  }
  if (isObject(location) && location['type'] !== undefined) return geojsonPlaces(record.take('location'), place, record.path('location'), record.tell);
  if (isObject(location)) return pointPlaces(record.within('location'), ['lat', 'latitude'], ['lon', 'lng', 'longitude'], place);
  return pointPlaces(record, ['lat', 'latitude'], ['lon', 'lng', 'longitude', 'long'], place);
}

function sourcesOf(record: Taking, firstOf: <T>(names: readonly string[], read: (name: string) => T | undefined) => T | undefined): readonly Source[] {
  const address = firstOf(['source url', 'sourceurl', 'source_url'], record.url);
  const name = record.text('source');
  const page = firstOf(['url', 'web page', 'webpage', 'link'], record.url);
  const named = name === undefined ? [] : isWebUrl(name) ? [linkedSource(name)] : [{ publisher: name, title: undefined, url: address, date: undefined, locator: undefined }];
  return [...named, ...[address, page].filter((url) => url !== undefined && !named.some((source) => source.url === url)).map((url) => linkedSource(url ?? ''))];
}
