import { inZone } from '../time/edtf-zone.ts';
import { parseEdtf } from '../time/edtf.ts';
import { buildEvent } from './build-event.ts';
import type { Basis, Json, Media, PartOfDay, Relation, Source, Status, TimelineEvent, When } from './event.ts';
import { decodePlace, encodePlace, type PlaceTuple } from './place-record.ts';

type Entries = readonly (readonly [string, Json])[];

/** Stands for a field that an event lacks: of all JSON the shortest. */
export const LACK = 0;
export type Lack = typeof LACK;

/** What is kept of an event: its fields in a fixed order; the usual status is left out, too. */
export type RecordTuple = [
  id: string,
  title: string,
  status: Status | Lack,
  edtf: string | Lack,
  zone: string | Lack,
  categories: string | readonly string[] | Lack,
  places: PlaceTuple | readonly PlaceTuple[] | Lack,
  shortTitle: string | Lack,
  description: string | Lack,
  attribution: string | Lack,
  partOfDay: PartOfDay | Lack,
  wording: string | Lack,
  inferredFrom: string | Lack,
  actors: readonly string[] | Lack,
  sources: readonly Source[] | Lack,
  relations: readonly Relation[] | Lack,
  media: readonly Media[] | Lack,
  extra: Entries | Lack,
  featureExtra: Entries | Lack,
];

/** A record as it is read: it ends with the last field that it has. */
export type ReadTuple = Readonly<Partial<RecordTuple>> & Pick<RecordTuple, 0 | 1>;

const USUAL_STATUS: Status = 'confirmed';
const UNKNOWN_ZONE = 'local';

const listOrLack = <T>(values: readonly T[]): readonly T[] | Lack => (values.length === 0 ? LACK : values);
const entriesOrLack = (members: ReadonlyMap<string, Json>): Entries | Lack => (members.size === 0 ? LACK : [...members]);
/** A list with one value as that value. */
const aloneOrList = <T>(values: readonly T[]): T | readonly T[] | Lack => (values.length === 1 ? (values[0] as T) : listOrLack(values));
const categoriesIn = (field: RecordTuple[5] | undefined): readonly string[] => (typeof field === 'string' ? [field] : (given(field) ?? []));
/** A place begins with its kind, a list with a place. */
const placesIn = (field: RecordTuple[6] | undefined): readonly PlaceTuple[] => (isPlace(field) ? [field] : (given(field) ?? []));
const isPlace = (field: RecordTuple[6] | undefined): field is PlaceTuple => Array.isArray(field) && typeof field[0] === 'number';
/** A field that an event has; `undefined` for one that it lacks. */
const given = <T>(field: T | Lack | undefined): T | undefined => (field === LACK ? undefined : field);

/** An event as the members of a JSON array, without what it lacks at the end. Halves of surrogate pairs are escaped, so that any text comes back as it was. */
export function encodeEvent(event: TimelineEvent): string {
  const { when, places } = event;
  const tuple: RecordTuple = [
    event.id,
    event.title,
    event.status === USUAL_STATUS ? LACK : event.status,
    when.edtf?.text ?? LACK,
    when.zone === UNKNOWN_ZONE ? LACK : when.zone,
    aloneOrList(event.categories),
    aloneOrList(places.map(encodePlace)),
    event.shortTitle ?? LACK,
    event.description ?? LACK,
    event.attribution ?? LACK,
    when.partOfDay ?? LACK,
    when.wording ?? LACK,
    when.basis.kind === 'inferred' ? when.basis.from : LACK,
    listOrLack(event.actors),
    listOrLack(event.sources),
    listOrLack(event.relations),
    listOrLack(event.media),
    entriesOrLack(event.extra),
    entriesOrLack(event.featureExtra),
  ];
  let length: number = tuple.length;
  while (tuple[length - 1] === LACK) length -= 1;
  return JSON.stringify(length === tuple.length ? tuple : tuple.slice(0, length)).slice(1, -1);
}

/** The fields of a record. Throws on a text that `encodeEvent` did not write. */
export const readRecord = (record: string): ReadTuple => JSON.parse(`[${record}]`) as ReadTuple;

/** The event of a record. */
export function eventOfRecord(record: ReadTuple): TimelineEvent {
  const [
    id, title, status, edtf, zone, categories, places, shortTitle, description, attribution, partOfDay, wording, inferredFrom,
    actors, sources, relations, media, extra, featureExtra,
  ] = record;
  const basis: Basis = typeof inferredFrom === 'string' ? { kind: 'inferred', from: inferredFrom } : { kind: 'stated' };
  return buildEvent({
    id,
    title,
    status: given(status) ?? USUAL_STATUS,
    when: whenOf(given(edtf), { zone: given(zone) ?? UNKNOWN_ZONE, partOfDay: given(partOfDay), wording: given(wording), basis }),
    categories: categoriesIn(categories),
    places: placesIn(places).map(decodePlace),
    shortTitle: given(shortTitle),
    description: given(description),
    attribution: given(attribution),
    actors: given(actors) ?? [],
    sources: (given(sources) ?? []).map(completeSource),
    relations: given(relations) ?? [],
    media: (given(media) ?? []).map(({ url, caption, credit }) => ({ url, caption, credit })),
    extra: new Map(given(extra) ?? []),
    featureExtra: new Map(given(featureExtra) ?? []),
  });
}

/** The event of a record as text. Throws on one that `encodeEvent` did not write. */
export const decodeEvent = (record: string): TimelineEvent => eventOfRecord(readRecord(record));

function whenOf(text: string | undefined, rest: Omit<When, 'edtf'>): When {
  if (text === undefined) return { edtf: undefined, ...rest };
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`a record holds a date that cannot be read: ${JSON.stringify(text)}`);
  return { edtf: rest.zone === UNKNOWN_ZONE ? edtf.value : inZone(edtf.value, rest.zone), ...rest };
}

/** JSON leaves out what is `undefined`; the types say that it is there. */
const completeSource = ({ publisher, title, url, date, locator }: Source): Source => ({ publisher, title, url, date, locator });

/** The id in a record. */
export const idOfRecord = ([id]: ReadTuple): string => id;

/** The texts of a record that a search looks at: title, short title, description, places, actors, who says so, publishers. */
export function textsOfRecord(record: ReadTuple): readonly string[] {
  const [, title, , , , , places, shortTitle, description, attribution, , , , actors, sources] = record;
  return [
    title,
    given(shortTitle) ?? '',
    given(description) ?? '',
    ...placesIn(places).map(([, name]) => name),
    ...(given(actors) ?? []),
    given(attribution) ?? '',
    ...(given(sources) ?? []).map(({ publisher }) => publisher ?? ''),
  ];
}
