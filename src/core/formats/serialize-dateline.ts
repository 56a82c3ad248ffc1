import { unreachable } from '../base/result.ts';
import type { AreaGeometry, Basis, Json, LocatedPlace, Place, Source, TimelineEvent } from '../model/event.ts';
import { isLocated } from '../model/place.ts';
import type { Story } from '../model/story.ts';

/** Writes one member as `data/schema/dateline.schema.json` has it; `undefined` leaves it out. */
type Write<T> = (value: T) => Json | undefined;
type Writers<T> = ReadonlyMap<string, Write<T>>;

type Entries = readonly (readonly [name: string, value: Json | undefined])[];

const written = <T>(writers: Writers<T>, value: T): Entries => [...writers].map(([name, write]) => [name, write(value)] as const);

/** A JSON object of the members that have a value; of equal names the last one counts. */
function objectOf(entries: Entries): { readonly [key: string]: Json } {
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

const listOf = <T>(values: readonly T[], write: (value: T) => Json): Json | undefined =>
  values.length === 0 ? undefined : values.map(write);

/** Members of a collection but `features`, in the order of writing. */
export function serializeHeader(story: Story, version: number): ReadonlyMap<string, Json> {
  const dateline = objectOf([['version', version], ...written(STORY_MEMBERS, story), ...story.extra]);
  return new Map<string, Json>([['type', 'FeatureCollection'], ['dateline', dateline], ...story.collectionExtra]);
}

/** How each member of `dateline` but the version is written, in order; `undefined` leaves it out. */
export const STORY_MEMBERS: Writers<Story> = new Map<string, Write<Story>>([
  ['title', ({ title }) => title],
  ['deck', ({ deck }) => deck],
  ['language', ({ language }) => (language === 'und' ? undefined : language)],
  ['reportDate', ({ reportDate }) => reportDate?.edtf],
  ['sources', ({ sources }) => listOf(sources, writeSource)],
  ['credit', ({ credit }) => credit],
  ['licence', ({ licence }) => licence],
  ['categories', ({ categories }) => listOf(categories, ({ id, name }) => ({ id, name }))],
  ['eras', ({ eras }) => listOf(eras, ({ name, when }) => ({ name, when }))],
  ['walk', ({ walk }) => listOf(walk, ({ title, text, view }) => objectOf([['title', title || undefined], ['text', text || undefined], ['view', view || undefined]]))],
]);

/** What an event fills of its feature: all of it but the members kept for saving. */
export type EventProper = Omit<TimelineEvent, 'extra' | 'featureExtra'>;

/** How each member of `properties` is written, in order; `undefined` leaves it out. */
export const EVENT_MEMBERS: Writers<EventProper> = new Map<string, Write<EventProper>>([
  ['title', ({ title }) => title],
  ['shortTitle', ({ shortTitle }) => shortTitle],
  ['description', ({ description }) => description],
  ['when', ({ when }) => when.edtf?.text ?? null],
  ['whenWording', ({ when }) => when.wording],
  ['whenBasis', ({ when }) => (when.basis.kind === 'stated' ? undefined : writeBasis(when.basis))],
  ['zone', ({ when }) => (when.zone === 'local' ? undefined : when.zone)],
  ['partOfDay', ({ when }) => when.partOfDay],
  ['places', ({ places }) => (places.every(isBare) ? undefined : places.map(writePlace))],
  ['categories', ({ categories }) => listOf(categories, (id) => id)],
  ['status', ({ status }) => status],
  ['attribution', ({ attribution }) => attribution],
  ['actors', ({ actors }) => listOf(actors, (actor) => actor)],
  ['sources', ({ sources }) => listOf(sources, writeSource)],
  ['relations', ({ relations }) => listOf(relations, ({ kind, to }) => ({ kind, to }))],
  ['media', ({ media }) => listOf(media, ({ url, caption, credit }) => objectOf([['url', url], ['caption', caption], ['credit', credit]]))],
]);

/** How each member of a feature but its properties is written. */
export const FEATURE_MEMBERS: Writers<EventProper> = new Map<string, Write<EventProper>>([
  ['type', () => 'Feature'],
  ['id', ({ id }) => id],
  ['geometry', ({ places }) => geometryOf(places)],
]);

/** An event as a feature. */
export function serializeFeature(event: TimelineEvent): { readonly [key: string]: Json } {
  const properties = objectOf([...written(EVENT_MEMBERS, event), ...event.extra]);
  return objectOf([...written(FEATURE_MEMBERS, event), ['properties', properties], ...event.featureExtra]);
}

const writeSource = ({ publisher, title, url, date, locator }: Source): Json =>
  objectOf([['publisher', publisher], ['title', title], ['url', url], ['date', date], ['locator', locator]]);

/** Whether a place says no more than its geometry does: it then needs no entry in `places`. */
const isBare = (place: Place): boolean =>
  (place.kind === 'exact' || place.kind === 'area' || place.kind === 'route')
  && place.name === '' && place.basis.kind === 'stated' && place.wording === undefined;

const writePlace = (place: Place): Json =>
  objectOf([
    ['name', place.name],
    ['kind', place.kind],
    ['basis', writeBasis(place.basis)],
    ['wording', place.wording],
    ['radiusKm', place.kind === 'near' ? place.radiusKm : undefined],
    ['code', place.kind === 'country' || place.kind === 'region' ? place.code : undefined],
  ]);

const writeBasis = (basis: Basis): Json => (basis.kind === 'stated' ? 'stated' : { inferredFrom: basis.from });

/** One geometry for all located places, in their order: `null` for none, a collection for several. */
function geometryOf(places: readonly Place[]): Json {
  const geometries = places.filter(isLocated).map(geometryOfPlace);
  return geometries.length > 1 ? { type: 'GeometryCollection', geometries } : (geometries[0] ?? null);
}

function geometryOfPlace(place: LocatedPlace): Json {
  switch (place.kind) {
    case 'exact':
    case 'near':
    case 'country':
    case 'region':
      return { type: 'Point', coordinates: place.at };
    case 'area':
      return oneOrMany('Polygon', place.area);
    case 'route':
      return oneOrMany('LineString', place.path);
    default:
      return unreachable(place);
  }
}

function oneOrMany(type: 'Polygon' | 'LineString', parts: AreaGeometry | Extract<Place, { readonly kind: 'route' }>['path']): Json {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? { type, coordinates: first } : { type: `Multi${type}`, coordinates: parts };
}
