import { unreachable } from '../base/result.ts';
import type { AreaGeometry, Basis, Json, LocatedPlace, Media, Place, Relation, Source, TimelineEvent } from '../model/event.ts';
import { isLocated } from '../model/place.ts';
import type { Category, Era, Story } from '../model/story.ts';
import type { Members } from './dateline-file.ts';

/** What `data/schema/dateline.schema.json` says, from the model's side: every function writes one of its objects. */
type Written = Json | undefined;

/** A JSON object of the members that have a value. */
function objectOf(entries: Iterable<readonly [string, Written]>): { readonly [key: string]: Json } {
  return Object.fromEntries([...entries].filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

const listOf = <T>(values: readonly T[], write: (value: T) => Json): Written => (values.length === 0 ? undefined : values.map(write));

/** Members of a collection but `features`, in the order of writing. */
export function serializeHeader(story: Story, version: number): Members {
  const written = objectOf([...storyMembers(story), ['version', version], ...story.extra]);
  return new Map<string, Json>([['type', 'FeatureCollection'], ['dateline', { version, ...written }], ...story.collectionExtra]);
}

/** Members of `dateline` that a story fills, without the version. */
export function storyMembers(story: Story): ReadonlyMap<string, Written> {
  return new Map<string, Written>([
    ['title', story.title],
    ['deck', story.deck],
    ['language', story.language === 'und' ? undefined : story.language],
    ['reportDate', story.reportDate?.edtf],
    ['sources', listOf(story.sources, serializeSource)],
    ['credit', story.credit],
    ['licence', story.licence],
    ['categories', listOf(story.categories, ({ id, name }: Category) => ({ id, name }))],
    ['eras', listOf(story.eras, ({ name, when }: Era) => ({ name, when }))],
  ]);
}

/** An event as a feature. */
export function serializeFeature(event: TimelineEvent): { readonly [key: string]: Json } {
  const properties = objectOf([...eventMembers(event), ...event.extra]);
  return objectOf([['type', 'Feature'], ['id', event.id], ['geometry', geometryOf(event.places)], ['properties', properties], ...event.featureExtra]);
}

/** Members of `properties` that an event fills. */
export function eventMembers(event: TimelineEvent): ReadonlyMap<string, Written> {
  return new Map<string, Written>([
    ['title', event.title],
    ['shortTitle', event.shortTitle],
    ['description', event.description],
    ['when', event.when.edtf?.text ?? null],
    ['whenWording', event.when.wording],
    ['zone', event.when.zone === 'local' ? undefined : event.when.zone],
    ['partOfDay', event.when.partOfDay],
    ['places', event.places.every(isBare) ? undefined : event.places.map(serializePlace)],
    ['categories', listOf(event.categories, (id) => id)],
    ['status', event.status],
    ['attribution', event.attribution],
    ['actors', listOf(event.actors, (actor) => actor)],
    ['sources', listOf(event.sources, serializeSource)],
    ['relations', listOf(event.relations, ({ kind, to }: Relation) => ({ kind, to }))],
    ['media', listOf(event.media, ({ url, caption, credit }: Media) => objectOf([['url', url], ['caption', caption], ['credit', credit]]))],
  ]);
}

const serializeSource = ({ publisher, title, url, date, locator }: Source): Json =>
  objectOf([['publisher', publisher], ['title', title], ['url', url], ['date', date], ['locator', locator]]);

/** Whether a place says no more than its geometry does: it then needs no entry in `places`. */
const isBare = (place: Place): boolean =>
  (place.kind === 'exact' || place.kind === 'area' || place.kind === 'route') && place.name === '' && place.basis.kind === 'stated' && place.wording === undefined;

const serializePlace = (place: Place): Json =>
  objectOf([
    ['name', place.name],
    ['kind', place.kind],
    ['basis', serializeBasis(place.basis)],
    ['wording', place.wording],
    ['radiusKm', place.kind === 'near' ? place.radiusKm : undefined],
    ['code', place.kind === 'country' || place.kind === 'region' ? place.code : undefined],
  ]);

const serializeBasis = (basis: Basis): Json => (basis.kind === 'stated' ? 'stated' : { inferredFrom: basis.from });

/** One geometry for all located places, in their order: `null` for none, a collection for several. */
export function geometryOf(places: readonly Place[]): Json {
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
