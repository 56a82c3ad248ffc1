import type { Json } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import { isLocated } from '../../model/place.ts';
import type { Story } from '../../model/story.ts';
import { settleOrder } from '../../time/date-columns.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { Answers, Question } from '../answers.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import { membersOf, type JsonCut, type JsonRecord } from '../json-cut.ts';
import { entryOf, eventEntry, jsonReader, scalarText, taking, wrongKind } from '../json-entries.ts';
import { geojsonPlaces } from '../json-places.ts';
import { plainText } from '../plain-text.ts';
import { isWebUrl, linkedSource } from '../xml/words.ts';
import { rolesOf, type Roles } from './roles.ts';
import { whenOf } from './when.ts';

/** How many features are looked at to find what their members hold. */
const SAMPLED = 500;

/**
 * Reads GeoJSON: each feature is an event, whatever its geometry. Years below zero are astronomical, as in ISO 8601. An end that is a day lasts until the end of that day. What the file says of itself
 * is of the story.
 */
export const readGeojson = jsonReader((json) => (Array.isArray(json) ? [''] : isObject(json) && json['type'] === 'Feature' ? ['!'] : ['features', 'data.features']), (cut, answers) => {
  const records = function* (): Iterable<JsonRecord> {
    for (const list of cut.lists) yield* list.records();
  };
  return { ...readFeatures(records, answers), issues: projected(cut), story: storyOf(cut) };
});

/** Names of coordinates that are degrees, as in the GeoJSON of before RFC 7946: WGS 84 and what hardly differs from it. */
const DEGREES = /(?:CRS:?:?84|EPSG:{1,2}[\d.]*:?(?:4326|4258|4269|4283|4617|4979|9057))$/i;

/** What there is to tell where a file says that its positions are no degrees. Source: https://geojson.org/geojson-spec.html#coordinate-reference-system-objects */
function projected({ frame }: JsonCut): readonly Issue[] {
  const name = scalarText(membersOf(membersOf(membersOf(frame)['crs'])['properties'])['name']);
  return name === undefined || DEGREES.test(name) ? [] : [{ code: 'coordinates-projected', severity: 'warning', place: { member: 'crs' }, value: name }];
}

/** Reads features; `records` gives them anew at each call. */
export function readFeatures(records: () => Iterable<JsonRecord>, answers: Answers): { readonly entries: Iterable<Entry>; readonly questions: readonly Question[] } {
  const properties = sampledProperties(records());
  const roles = rolesOf(properties, answers.mapping);
  const { habits, questions } = habitsOf(properties, roles, answers);
  return { entries: entriesOf(records(), roles, habits), questions };
}

function sampledProperties(records: Iterable<JsonRecord>): readonly Members[] {
  const properties: Members[] = [];
  for (const { json } of records) {
    if (isObject(json) && isObject(json['properties'])) properties.push(json['properties']);
    if (properties.length === SAMPLED) break;
  }
  return properties;
}

function habitsOf(properties: readonly Members[], roles: Roles, { order, years, zone }: Answers): { readonly habits: DateHabits; readonly questions: readonly Question[] } {
  const name = typeof properties[0]?.['when'] === 'string' ? 'when' : roles.get('start');
  const names = [name, roles.get('end')].filter((role) => role !== undefined);
  const dates = properties.flatMap((members) => names.map((role) => members[role])).filter((date) => typeof date === 'string');
  const column = settleOrder(dates);
  const used = order ?? column.order;
  const isOpen = used === undefined && column.counts.either > 0;
  return {
    habits: { order: used, years: years ?? 'astronomical', zone },
    questions: isOpen ? [{ kind: 'order', column: `properties.${name ?? ''}`, evidence: column.evidence, used: undefined }] : [],
  };
}

function* entriesOf(records: Iterable<JsonRecord>, roles: Roles, habits: DateHabits): Iterable<Entry> {
  for (const record of records) {
    const { line } = record;
    yield entryOf(record, (feature) => (isFeature(feature) ? eventOf(line, feature, roles, habits) : wrongKind(line, feature)));
  }
}

const isFeature = (members: Members): boolean => members['type'] === 'Feature' || isObject(members['properties']) || 'geometry' in members;

const NO_MEMBERS: Members = {};

function eventOf(line: number, feature: Members, roles: Roles, habits: DateHabits): Entry {
  const { type: _, id, properties, geometry = null, ...foreign } = feature;
  const record = taking(isObject(properties) ? properties : NO_MEMBERS);
  const at = (field: Parameters<Roles['get']>[0], read: (name: string) => string | undefined = record.text): string | undefined => {
    const name = roles.get(field);
    return name === undefined ? undefined : read(name);
  };
  const when = whenOf(record, roles, feature, habits);
  const title = (at('title', record.words) ?? firstOf(TITLES, record.words))?.replace(/\s*\n\s*/g, ' ') ?? titleOf(foreign);
  const name = at('place') ?? '';
  const link = at('sourceUrl', (member) => (isWebUrl(record.text(member) ?? '') ? record.url(member) : undefined));
  const source = at('source');
  const picture = at('media', record.url);
  const category = at('category');
  const places = geojsonPlaces(geometry, name, 'geometry', record.tell);
  const isKept = hasHeights(geometry) || !isGeometryPlain(geometry) || !places.some(isLocated);
  const featureExtra = new Map<string, Json>(Object.entries(foreign));
  if (isKept && geometry !== null) featureExtra.set('geometry', geometry);
  return eventEntry(line, record, {
    id: scalarText(id) ?? at('id') ?? scalarText(foreign['@id']),
    title: title ?? '',
    description: at('description', record.words) ?? descriptionOf(foreign),
    when,
    places,
    categories: category === undefined ? [] : [category],
    attribution: at('attribution'),
    sources: [
      ...(source === undefined ? [] : [isWebUrl(source) ? linkedSource(source) : { publisher: source, title: undefined, url: undefined, date: undefined, locator: undefined }]),
      ...(link === undefined ? [] : [linkedSource(link)]),
    ],
    media: picture === undefined ? [] : [{ url: picture, caption: undefined, credit: undefined }],
    featureExtra,
  });
}

/** Members that hold what a feature is called, where the one that the others have is empty. */
const TITLES = ['title', 'name', 'label', 'headline'] as const;

/** The first of some members that says something. */
function firstOf(names: readonly string[], read: (name: string) => string | undefined): string | undefined {
  for (const name of names) {
    const text = read(name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What Linked Places calls a feature: the first of its names. */
function titleOf({ names }: Members): string | undefined {
  const [first] = Array.isArray(names) ? (names as readonly Json[]) : [];
  return isObject(first) ? scalarText(first['toponym']) : undefined;
}

/** What Linked Places says about a feature: the first of its descriptions. */
function descriptionOf({ descriptions }: Members): string | undefined {
  const [first] = Array.isArray(descriptions) ? (descriptions as readonly Json[]) : [];
  const text = isObject(first) ? scalarText(first['value']) : undefined;
  return text === undefined ? undefined : plainText(text).text.trim();
}

/** Whether positions have more than longitude and latitude, which nothing else keeps. */
function hasHeights(json: Json, depth = 0): boolean {
  if (isObject(json)) return hasHeights(json['coordinates'] ?? json['geometries'] ?? null, depth + 1);
  if (!Array.isArray(json) || depth > 12) return false;
  const [first] = json as readonly Json[];
  return typeof first === 'number' ? json.length > 2 : (json as readonly Json[]).some((part) => hasHeights(part, depth + 1));
}

const isGeometryPlain = (json: Json): boolean => json === null || (isObject(json) && Object.keys(json).every((name) => name === 'type' || name === 'coordinates' || name === 'geometries'));

/** What a collection says about itself: its name, and all that nothing else holds. */
function storyOf({ frame, lists }: JsonCut): Partial<Story> {
  if (!isObject(frame) || lists.every(({ path }) => path !== 'features')) return {};
  const { type: _, features: __, ...rest } = frame;
  const metadata = isObject(rest['metadata']) ? rest['metadata'] : {};
  return {
    title: scalarText(rest['title']) ?? scalarText(rest['name']) ?? scalarText(metadata['title']) ?? '',
    deck: scalarText(rest['description']) ?? scalarText(metadata['description']),
    collectionExtra: new Map(Object.entries(rest)),
  };
}
