import { inZone } from '../time/edtf-zone.ts';
import { parseEdtf } from '../time/edtf.ts';
import { buildEvent } from './build-event.ts';
import type { Basis, Json, Media, PartOfDay, Relation, Source, Status, TimelineEvent, When } from './event.ts';
import { decodePlace, encodePlace, type PlaceTuple } from './place-record.ts';

type Entries = readonly (readonly [string, Json])[];

/** What is kept of an event: its fields in a fixed order, `null` for what it lacks; the usual status is left out, too. */
type RecordTuple = [
  id: string,
  title: string,
  status: Status | null,
  edtf: string | null,
  zone: string | null,
  categories: readonly string[] | null,
  places: readonly PlaceTuple[] | null,
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

/** A record as it is read: it ends with the last field that it has. */
type ReadTuple = Readonly<Partial<RecordTuple>> & Pick<RecordTuple, 0 | 1>;

const USUAL_STATUS: Status = 'confirmed';
const UNKNOWN_ZONE = 'local';

const listOrNull = <T>(values: readonly T[]): readonly T[] | null => (values.length === 0 ? null : values);
const entriesOrNull = (members: ReadonlyMap<string, Json>): Entries | null => (members.size === 0 ? null : [...members]);

/** An event as a line of JSON, without what it lacks at the end. Halves of surrogate pairs are escaped, so that any text comes back as it was. */
export function encodeEvent(event: TimelineEvent): string {
  const { when, places } = event;
  const tuple: RecordTuple = [
    event.id,
    event.title,
    event.status === USUAL_STATUS ? null : event.status,
    when.edtf?.text ?? null,
    when.zone === UNKNOWN_ZONE ? null : when.zone,
    listOrNull(event.categories),
    places.length === 0 ? null : places.map(encodePlace),
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
  return JSON.stringify(length === tuple.length ? tuple : tuple.slice(0, length));
}

const read = (record: string): ReadTuple => JSON.parse(record) as ReadTuple;

/** The event of a record. Throws on a text that `encodeEvent` did not write. */
export function decodeEvent(record: string): TimelineEvent {
  const [
    id, title, status, edtf, zone, categories, places, shortTitle, description, attribution, partOfDay, wording, inferredFrom,
    actors, sources, relations, media, extra, featureExtra,
  ] = read(record);
  const basis: Basis = typeof inferredFrom === 'string' ? { kind: 'inferred', from: inferredFrom } : { kind: 'stated' };
  return buildEvent({
    id,
    title,
    status: status ?? USUAL_STATUS,
    when: whenOf(edtf ?? undefined, { zone: zone ?? UNKNOWN_ZONE, partOfDay: partOfDay ?? undefined, wording: wording ?? undefined, basis }),
    categories: categories ?? [],
    places: (places ?? []).map(decodePlace),
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

function whenOf(text: string | undefined, rest: Omit<When, 'edtf'>): When {
  if (text === undefined) return { edtf: undefined, ...rest };
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`a record holds a date that cannot be read: ${JSON.stringify(text)}`);
  return { edtf: rest.zone === UNKNOWN_ZONE ? edtf.value : inZone(edtf.value, rest.zone), ...rest };
}

/** JSON leaves out what is `undefined`; the types say that it is there. */
const completeSource = ({ publisher, title, url, date, locator }: Source): Source => ({ publisher, title, url, date, locator });

/** The id in a record. */
export const decodeId = (record: string): string => read(record)[0];

/** The texts of a record that a search looks at: title, short title, description, places, actors, who says so, publishers. */
export function decodeTexts(record: string): readonly string[] {
  const [, title, , , , , places, shortTitle, description, attribution, , , , actors, sources] = read(record);
  return [
    title,
    shortTitle ?? '',
    description ?? '',
    ...(places ?? []).map(([, name]) => name),
    ...(actors ?? []),
    attribution ?? '',
    ...(sources ?? []).map(({ publisher }) => publisher ?? ''),
  ];
}
