import type { Basis, Source, TimelineEvent } from '../../model/event.ts';
import { isLocated } from '../../model/place.ts';
import { printWkt } from '../../geo/print-wkt.ts';
import { listCell, textCell } from './text-cell.ts';
import { shapeOf } from './place-shape.ts';

/** What an event says under one name, as the text of a cell. */
type WriteCell = (event: TimelineEvent) => string;

const basisCell = (basis: Basis): string | undefined => (basis.kind === 'stated' ? undefined : basis.from);
const sourcesCell = (member: keyof Source): WriteCell => ({ sources }) => sourceList(sources, member);

/** The entries of sources under one name. Sources that state nothing at all are still as many. */
function sourceList(sources: readonly Source[], member: keyof Source): string {
  const isBare = member === 'publisher' && sources.every((source) => Object.values(source).every((text) => text === undefined));
  return isBare ? listCell(sources.map(() => undefined)) : someCell(sources, (source) => source[member]);
}

/** A member of every one of a list, where some of them has it. */
function someCell<T>(values: readonly T[], write: (value: T) => string | undefined): string {
  const texts = values.map(write);
  return texts.every((text) => text === undefined) ? '' : listCell(texts);
}

const firstAt = ({ places }: TimelineEvent): readonly [lng: number, lat: number] | undefined => places.find(isLocated)?.at;

/** Every member of an event but those it has of its own, by the names of columns, in their order. Lists of one thing have a place in each of its columns. */
export const EVENT_CELLS = {
  id: ({ id }) => textCell(id),
  title: ({ title }) => textCell(title),
  shortTitle: ({ shortTitle }) => textCell(shortTitle),
  description: ({ description }) => textCell(description),
  when: ({ when }) => when.edtf?.text ?? '',
  whenWording: ({ when }) => textCell(when.wording),
  whenBasis: ({ when }) => textCell(basisCell(when.basis)),
  zone: ({ when }) => (when.zone === 'local' ? '' : textCell(when.zone)),
  partOfDay: ({ when }) => when.partOfDay ?? '',
  place: ({ places }) => someCell(places, ({ name }) => (name === '' ? undefined : name)),
  placeKind: ({ places }) => places.map(({ kind }) => kind).join(' | '),
  latitude: (event) => String(firstAt(event)?.[1] ?? ''),
  longitude: (event) => String(firstAt(event)?.[0] ?? ''),
  radiusKm: ({ places }) => someCell(places, (place) => (place.kind === 'near' ? String(place.radiusKm) : undefined)),
  placeCode: ({ places }) => someCell(places, (place) => (place.kind === 'country' || place.kind === 'region' ? place.code : undefined)),
  placeWording: ({ places }) => someCell(places, ({ wording }) => wording),
  placeBasis: ({ places }) => someCell(places, ({ basis }) => basisCell(basis)),
  geometry: ({ places }) => geometryCell(places),
  categories: ({ categories }) => listCell(categories),
  status: ({ status }) => status,
  attribution: ({ attribution }) => textCell(attribution),
  actors: ({ actors }) => listCell(actors),
  sourcePublisher: sourcesCell('publisher'),
  sourceTitle: sourcesCell('title'),
  sourceUrl: sourcesCell('url'),
  sourceDate: sourcesCell('date'),
  sourceLocator: sourcesCell('locator'),
  relations: ({ relations }) => listCell(relations.map(({ kind, to }) => `${kind} ${to}`)),
  media: ({ media }) => listCell(media.map(({ url }) => url)),
  mediaCaption: ({ media }) => someCell(media, ({ caption }) => caption),
  mediaCredit: ({ media }) => someCell(media, ({ credit }) => credit),
} as const satisfies Readonly<Record<string, WriteCell>>;

/** The name of a column that holds a member of events. */
export type EventCell = keyof typeof EVENT_CELLS;

/** Names of these columns, in order. */
export const EVENT_CELL_NAMES = Object.keys(EVENT_CELLS) as readonly EventCell[];

/** Shapes as well-known text, where one pair of numbers does not hold them. */
function geometryCell(places: TimelineEvent['places']): string {
  const shapes = places.filter(isLocated).map(shapeOf);
  const [only] = shapes;
  if (only === undefined || (shapes.length === 1 && only.type === 'Point')) return '';
  return printWkt(shapes.length === 1 ? only : { type: 'GeometryCollection', geometries: shapes });
}
