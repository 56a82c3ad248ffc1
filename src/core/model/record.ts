import { inZone } from '../time/edtf-zone.ts';
import { parseEdtf } from '../time/edtf.ts';
import { buildEvent } from './build-event.ts';
import type { Basis, Json, Media, PartOfDay, Place, Relation, Source, Status, TimelineEvent, When } from './event.ts';

type Entries = readonly (readonly [string, Json])[];

/** What is kept of an event: its fields in a fixed order, `null` for what it lacks. */
type RecordTuple = readonly [
  id: string,
  title: string,
  status: Status,
  edtf: string | null,
  zone: string | null,
  categories: readonly string[] | null,
  places: readonly Place[] | null,
  shortTitle: string | null,
  description: string | null,
  attribution: string | null,
  partOfDay: PartOfDay | null,
  wording: string | null,
  inferredFrom: string | null,
  actors: readonly string[] | null,
  sources: readonly Source[] | null,
  relations: readonly Relation[] | null,
  media: readonly Media[] | null,
  extra: Entries | null,
  featureExtra: Entries | null,
];

const listOrNull = <T>(values: readonly T[]): readonly T[] | null => (values.length === 0 ? null : values);
const entriesOrNull = (members: ReadonlyMap<string, Json>): Entries | null => (members.size === 0 ? null : [...members]);

/** An event as a line of JSON, without what it lacks at the end. Halves of surrogate pairs are escaped, so that any text comes back as it was. */
export function encodeEvent(event: TimelineEvent): string {
  const { when } = event;
  const tuple: RecordTuple = [
    event.id,
    event.title,
    event.status,
    when.edtf?.text ?? null,
    when.zone === 'local' ? null : when.zone,
    listOrNull(event.categories),
    listOrNull(event.places),
    event.shortTitle ?? null,
    event.description ?? null,
    event.attribution ?? null,
    when.partOfDay ?? null,
    when.wording ?? null,
    when.basis.kind === 'inferred' ? when.basis.from : null,
    listOrNull(event.actors),
    listOrNull(event.sources),
    listOrNull(event.relations),
    listOrNull(event.media),
    entriesOrNull(event.extra),
    entriesOrNull(event.featureExtra),
  ];
  let length: number = tuple.length;
  while (tuple[length - 1] === null) length -= 1;
  return JSON.stringify(tuple.slice(0, length));
}

/** The event of a record. Throws on a text that `encodeEvent` did not write. */
export function decodeEvent(record: string): TimelineEvent {
  const [
    id, title, status, edtf, zone, categories, places, shortTitle, description, attribution, partOfDay, wording, inferredFrom,
    actors, sources, relations, media, extra, featureExtra,
  ] = JSON.parse(record) as RecordTuple;
  return buildEvent({
    id,
    title,
    status,
    when: whenOf(edtf, zone, partOfDay, wording, inferredFrom),
    categories: categories ?? [],
    places: (places ?? []).map(completePlace),
    shortTitle: shortTitle ?? undefined,
    description: description ?? undefined,
    attribution: attribution ?? undefined,
    actors: actors ?? [],
    sources: (sources ?? []).map(completeSource),
    relations: relations ?? [],
    media: (media ?? []).map(({ url, caption, credit }) => ({ url, caption, credit })),
    extra: new Map(extra ?? []),
    featureExtra: new Map(featureExtra ?? []),
  });
}

/** The texts of a record that a search looks at: title, short title, description, places, actors, who says so, publishers. */
export function decodeTexts(record: string): readonly string[] {
  const [, title, , , , , places, shortTitle, description, attribution, , , , actors, sources] = JSON.parse(record) as RecordTuple;
  return [
    title,
    shortTitle ?? '',
    description ?? '',
    ...(places ?? []).map(({ name }) => name),
    ...(actors ?? []),
    attribution ?? '',
    ...(sources ?? []).map(({ publisher }) => publisher ?? ''),
  ];
}

function whenOf(text: string | null | undefined, zone: string | null | undefined, partOfDay: PartOfDay | null | undefined, wording: string | null | undefined, inferredFrom: string | null | undefined): When {
  const basis: Basis = typeof inferredFrom === 'string' ? { kind: 'inferred', from: inferredFrom } : { kind: 'stated' };
  const rest = { wording: wording ?? undefined, basis, zone: zone ?? 'local', partOfDay: partOfDay ?? undefined };
  if (typeof text !== 'string') return { edtf: undefined, ...rest };
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`a record holds a date that cannot be read: ${JSON.stringify(text)}`);
  return { edtf: rest.zone === 'local' ? edtf.value : inZone(edtf.value, rest.zone), ...rest };
}

/** JSON leaves out what is `undefined`; the types say that it is there. */
function completePlace(place: Place): Place {
  const { name, basis, wording } = place;
  if (place.kind !== 'country' && place.kind !== 'region') return { ...place, name, basis, wording };
  return { ...place, name, basis, wording, code: place.code };
}

const completeSource = ({ publisher, title, url, date, locator }: Source): Source => ({ publisher, title, url, date, locator });
