import type { Json, Media, Place } from '../../model/event.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import { membersOf, type JsonCut } from '../json-cut.ts';
import { entryOf, eventEntry, firstObjects, jsonReader, scalarText, sourceAt, taking, type Taking } from '../json-entries.ts';
import { plainText } from '../plain-text.ts';
import { whenBetween } from '../xml/dates.ts';
import { addLine, addPolygon, emptyGeometry, namedPlace, numberOf, placesOf, positionIn, positionsOf, type Geometry } from '../xml/positions.ts';

/** Items stand in datasets, in a list of datasets, or by themselves. */
const pathsIn = (json: Json | undefined): readonly string[] => {
  if (!Array.isArray(json)) return ['datasets.*.options.items', 'datasets.*.items', 'options.items', 'items'];
  return firstObjects(json).some((entry) => Array.isArray(membersOf(entry['options'])['items']) || Array.isArray(entry['items'])) ? ['*.options.items', '*.items'] : [''];
};

/** Reads items of Timemap.js: the dataset that an item stands in is its category, and tags come after it. Years below zero are astronomical, as in ISO 8601. */
export const readTimemapjs = jsonReader(pathsIn, (cut, { order, years, zone }) => ({
  entries: entriesOf(cut, { order: order ?? 'month-first', years: years ?? 'astronomical', zone }),
}));

function* entriesOf({ frame, lists }: JsonCut, habits: DateHabits): Iterable<Entry> {
  for (const { steps, records } of lists) {
    const category = titleAt(frame, steps);
    for (const record of records()) yield entryOf(record, (members) => item(record.line, members, category, habits));
  }
}

/** The title of the dataset whose items stand at some steps. */
function titleAt(frame: Json, steps: readonly string[]): string | undefined {
  let json: Json | undefined = frame;
  let title: string | undefined;
  for (const step of steps) {
    json = Array.isArray(json) ? (json as readonly Json[])[Number(step)] : isObject(json) && Object.hasOwn(json, step) ? json[step] : undefined;
    if (isObject(json)) title = scalarText(json['title']) ?? title;
  }
  return title === undefined ? undefined : plainText(title).text;
}

function item(line: number, members: Members, category: string | undefined, habits: DateHabits): Entry {
  const record = taking(members);
  const options = record.within('options');
  const title = (record.words('title') ?? '').replace(/\s*\n\s*/g, ' ');
  const description = options.words('description') ?? options.words('infoHtml') ?? record.words('description');
  const media: Media[] = [];
  const places = [...placesAt(record, media), ...markedPlaces(record, media)];
  const tags = options.members['tags'];
  const isTagged = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
  if (isTagged) options.take('tags');
  const link = sourceAt(options, 'link') ?? sourceAt(record, 'link');
  const place = record.text('place');
  return eventEntry(line, record, {
    id: record.text('id'),
    title,
    description,
    when: whenBetween(record.date('start'), record.date('end'), habits, record.tell),
    places: places.length === 0 && place !== undefined ? [namedPlace(place)] : places,
    categories: [...new Set([...(category === undefined ? [] : [category]), ...(isTagged ? (tags as readonly string[]) : [])])].filter((name) => name.trim() !== ''),
    sources: link === undefined ? [] : [link],
    media,
  });
}

/** Places of an item that has several marks, each a point, line or outline. */
function markedPlaces(record: Taking, media: Media[]): readonly Place[] {
  const marks = record.members['placemarks'];
  if (!Array.isArray(marks) || !marks.every((mark) => isObject(mark as Json))) return [];
  record.take('placemarks');
  return (marks as readonly Members[]).flatMap((mark) => {
    const part = taking(mark);
    const places = placesAt(part, media);
    record.findings.push(...part.findings);
    return places;
  });
}

function placesAt(record: Taking, media: Media[]): readonly Place[] {
  const geometry = emptyGeometry();
  const point = record.within('point');
  const position = positionIn(point.text('lon') ?? point.text('lng'), point.text('lat'), point.path('lat'), record.tell);
  if (position !== undefined) geometry.points.push(position);
  const line = lineAt(record, 'polyline');
  if (line.length > 0) addLine(geometry, line);
  const ring = lineAt(record, 'polygon');
  if (ring.length > 0) addPolygon(geometry, [ring]);
  if (isObject(record.members['overlay'])) addOverlay(geometry, record.within('overlay'), media);
  return placesOf(geometry, '');
}

function lineAt(record: Taking, name: string): ReturnType<typeof positionsOf> {
  const list = record.members[name];
  if (!Array.isArray(list)) return [];
  record.take(name);
  const numberAt = (json: Json | undefined): number => numberOf(scalarText(json)) ?? NaN;
  const tuples = (list as readonly Json[]).map((at) => (isObject(at) ? [numberAt(at['lon'] ?? at['lng']), numberAt(at['lat'])] : []));
  return positionsOf(tuples, record.path(name), record.tell, name === 'polygon');
}

/** A picture laid over the map: the area that it covers, and its address. */
function addOverlay(geometry: Geometry, overlay: Taking, media: Media[]): void {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = ['west', 'south', 'east', 'north'].map((side) => numberOf(overlay.text(side)) ?? NaN);
  const corners = positionsOf([[west, south], [east, south], [east, north], [west, north], [west, south]], overlay.path('north'), overlay.tell, true);
  if (corners.length === 5) addPolygon(geometry, [corners]);
  const url = overlay.url('image');
  if (url !== undefined) media.push({ url, caption: undefined, credit: undefined });
}
