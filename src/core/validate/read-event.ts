import { isObject, without, type Members } from '../formats/dateline-file.ts';
import { notReproduced } from '../formats/same-json.ts';
import { EVENT_MEMBERS, FEATURE_MEMBERS } from '../formats/serialize-dateline.ts';
import { RELATION_KINDS, STATUSES, type Json, type Media, type Relation, type Source, type TimelineEvent } from '../model/event.ts';
import type { Ids } from './assign-ids.ts';
import { readEdtfText, readWhen } from './read-when.ts';
import { readPlaces } from './read-places.ts';
import { readChoice, readFilledText, readList, readMember, readObject, readText, readUrl, type Read, type Tell } from './read.ts';

/** What reading one feature needs to know of the others. */
export interface EventContext {
  /** Whether the file has a `dateline` member: only then must ids, titles and `when` be there. */
  readonly native: boolean;
  /** The ids of all events of the file. */
  readonly ids: Pick<Ids, 'has'>;
}

export const readSource: Read<Source> = readObject((members, tell) => ({
  publisher: readMember(members, 'publisher', readFilledText, tell),
  title: readMember(members, 'title', readFilledText, tell),
  url: readMember(members, 'url', readUrl, tell),
  date: readMember(members, 'date', readEdtfText, tell),
  locator: readMember(members, 'locator', readFilledText, tell),
}));

const readMedia: Read<Media> = readObject((members, tell) => {
  const url = readMember(members, 'url', readUrl, tell);
  if (members['url'] === undefined) tell('member-wrong-kind', undefined, { wanted: 'text' }, '.url');
  const caption = readMember(members, 'caption', readFilledText, tell);
  const credit = readMember(members, 'credit', readFilledText, tell);
  return url === undefined ? undefined : { url, caption, credit };
});

const readRelation = (ids: EventContext['ids']): Read<Relation> =>
  readObject((members, tell) => {
    const kind = readMember(members, 'kind', readChoice(RELATION_KINDS), tell);
    const to = readMember(members, 'to', readText, tell);
    if (to === undefined || !ids.has(to)) tell('relation-unknown', to, undefined, '.to');
    return kind === undefined || to === undefined || !ids.has(to) ? undefined : { kind, to };
  });

const readTexts = readList(readText);
const readStatus = readChoice(STATUSES, 'reported');
const readSources = readList(readSource);
const readMediaList = readList(readMedia);

const NONE: readonly never[] = [];
const NOTHING: ReadonlyMap<string, Json> = new Map();

/** Reads a feature as an event. Whatever of it cannot be read is told, and kept beside the event for saving. */
export function readEvent(feature: Members, id: string, { native, ids }: EventContext, tell: Tell): TimelineEvent {
  const properties = readMember(feature, 'properties', readObject((members) => members), tell) ?? {};
  const tellProperties: Tell = (code, value, parameters, below = '') => tell(code, value, parameters, `.properties${below}`);
  const read = <T>(name: string, reader: Read<T>): T | undefined => readMember(properties, name, reader, tellProperties);

  const places = readPlaces(feature['geometry'], properties, tell, tellProperties);
  const title = read('title', readFilledText);
  if (native && isBlank(properties['title'])) tellProperties('title-missing', properties['title'], undefined, '.title');
  const event: TimelineEvent = {
    id,
    title: title ?? read('name', readPlainName) ?? places.find(({ name }) => name !== '')?.name ?? id,
    shortTitle: read('shortTitle', readFilledText),
    description: read('description', readFilledText),
    when: readWhen(properties, native, tellProperties),
    places,
    categories: read('categories', readTexts) ?? NONE,
    // A status that nobody knows is at least somebody's statement, and must not pass for confirmed.
    status: read('status', readStatus) ?? 'confirmed',
    attribution: read('attribution', readFilledText),
    actors: read('actors', readTexts) ?? NONE,
    sources: read('sources', readSources) ?? NONE,
    relations: properties['relations'] === undefined ? NONE : (read('relations', readList(readRelation(ids))) ?? NONE),
    media: read('media', readMediaList) ?? NONE,
    extra: NOTHING,
    featureExtra: NOTHING,
  };
  const extra = notReproduced(properties, (name) => EVENT_MEMBERS.get(name)?.(event));
  const featureExtra = notReproduced(withoutProperties(feature), (name) => FEATURE_MEMBERS.get(name)?.(event));
  return extra.size === 0 && featureExtra.size === 0 ? event : { ...event, extra, featureExtra };
}

/** The members of a feature but its properties, unless those are of a kind that cannot be read. */
function withoutProperties(feature: Members): Members {
  const properties = feature['properties'];
  return properties === null || isObject(properties) ? without(feature, 'properties') : feature;
}

const isBlank = (json: Json | undefined): boolean =>
  json === undefined || json === null || (typeof json === 'string' && json.trim() === '');

/** The title of plain GeoJSON; whatever else a `name` is, is no fault. */
const readPlainName: Read<string> = (json) => (typeof json === 'string' && json.trim() !== '' ? json : undefined);
