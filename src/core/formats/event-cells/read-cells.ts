import { parseWkt, type WktGeometry, type WktPosition } from '../../geo/parse-wkt.ts';
import type { Draft } from '../../model/draft.ts';
import { PARTS_OF_DAY, RELATION_KINDS, STATUSES, type Basis, type Media, type Place, type PlaceKind, type Relation, type Source, type When } from '../../model/event.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { isWebUrl } from '../xml/words.ts';
import { placeOfShape } from './place-shape.ts';
import { readListCell, readTextCell } from './text-cell.ts';
import type { EventCell } from './write-cells.ts';

/** Gives the text of a cell by its column; empty where it holds nothing. */
export type Cells = (name: EventCell) => string;

const STATED: Basis = { kind: 'stated' };
const oneOf = <T extends string>(choices: readonly T[], text: string): T | undefined => choices.find((choice) => choice === text.trim());
const basisOf = (from: string | undefined): Basis => (from === undefined ? STATED : { kind: 'inferred', from });
const texts = (cell: string): readonly string[] => readListCell(cell).filter((text) => text !== undefined);

/**
 * Reads the cells of an event as `EVENT_CELLS` writes them. What cannot be read – a date, a shape, an address – is left to `otherwise`, the same
 * event as another reader understands it.
 */
export function draftOfCells(cell: Cells, otherwise: Draft): Draft {
  const text = (name: EventCell): string | undefined => readTextCell(cell(name));
  return {
    id: text('id'),
    title: text('title'),
    shortTitle: text('shortTitle'),
    description: text('description'),
    when: whenOf(cell) ?? otherwise.when,
    places: placesOf(cell) ?? otherwise.places,
    categories: texts(cell('categories')),
    status: oneOf(STATUSES, cell('status')) ?? otherwise.status,
    attribution: text('attribution'),
    actors: texts(cell('actors')),
    sources: sourcesOf(cell) ?? otherwise.sources,
    relations: texts(cell('relations')).map(relationOf).filter((relation) => relation !== undefined),
    media: mediaOf(cell) ?? otherwise.media,
  };
}

/** The time of an event; `undefined` for a date that is no EDTF. */
export function whenOf(cell: Cells): When | undefined {
  const written = cell('when').trim();
  const edtf = written === '' ? undefined : parseEdtf(written);
  const zone = readTextCell(cell('zone')) ?? 'local';
  if (edtf?.ok === false) return undefined;
  return {
    edtf: edtf === undefined || zone === 'local' ? edtf?.value : inZone(edtf.value, zone),
    wording: readTextCell(cell('whenWording')),
    basis: basisOf(readTextCell(cell('whenBasis'))),
    zone,
    partOfDay: oneOf(PARTS_OF_DAY, cell('partOfDay')),
  };
}

const KINDS: readonly PlaceKind[] = ['exact', 'near', 'area', 'country', 'region', 'route', 'withheld', 'not-stated'];

/** Where an event happened; `undefined` for shapes that cannot be read, or too few of them. */
export function placesOf(cell: Cells): readonly Place[] | undefined {
  const [names, kinds, radii, codes, wordings, bases] =
    (['place', 'placeKind', 'radiusKm', 'placeCode', 'placeWording', 'placeBasis'] as const).map((name) => readListCell(cell(name)));
  const shapes = shapesOf(cell);
  if (names === undefined || kinds === undefined || shapes === undefined) return undefined;
  const count = Math.max(names.length, kinds.length, shapes.length);
  const said = Array.from({ length: count }, (_, p) => ({
    name: names[p] ?? '',
    kind: oneOf(KINDS, kinds[p] ?? ''),
    wording: wordings?.[p],
    basis: basisOf(bases?.[p]),
    radiusKm: positive(radii?.[p]),
    code: codes?.[p],
  }));
  const isHidden = (kind: PlaceKind | undefined): boolean => kind === 'withheld' || kind === 'not-stated';
  if (said.filter(({ kind }) => !isHidden(kind)).length < shapes.length) return undefined;
  let next = 0;
  return said.map((place) => placeOfShape(place, isHidden(place.kind) ? undefined : shapes[next++]));
}

/** The shapes of an event, in order; none where it has no position, `undefined` where one cannot be read. */
function shapesOf(cell: Cells): readonly WktGeometry[] | undefined {
  const written = cell('geometry').trim();
  if (written !== '') {
    const geometry = parseWkt(written);
    const shapes = geometry?.type === 'GeometryCollection' ? geometry.geometries : geometry === undefined ? [] : [geometry];
    return shapes.length > 0 && shapes.every(isOnEarth) ? shapes : undefined;
  }
  const [lat, lng] = [cell('latitude').trim(), cell('longitude').trim()];
  if (lat === '' && lng === '') return [];
  const at: WktPosition = [Number(lng || NaN), Number(lat || NaN)];
  const point: WktGeometry = { type: 'Point', coordinates: at };
  return isOnEarth(point) ? [point] : undefined;
}

/** Whether all of a shape lies on the Earth, has as many corners as it needs, and is no point at 0, 0, where nothing is. */
function isOnEarth(shape: WktGeometry): boolean {
  switch (shape.type) {
    case 'Point':
      return isPosition(shape.coordinates) && (shape.coordinates[0] !== 0 || shape.coordinates[1] !== 0);
    case 'LineString':
      return isLine(shape.coordinates, 2);
    case 'MultiLineString':
      return shape.coordinates.every((line) => isLine(line, 2));
    case 'Polygon':
      return shape.coordinates.every((ring) => isLine(ring, 3));
    case 'MultiPolygon':
      return shape.coordinates.every((rings) => rings.every((ring) => isLine(ring, 3)));
    default:
      return false;
  }
}

const isPosition = ([lng, lat]: WktPosition): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
const isLine = (line: readonly WktPosition[], least: number): boolean => line.length >= least && line.every(isPosition);

function positive(text: string | undefined): number | undefined {
  const number = text === undefined ? NaN : Number(text);
  return number > 0 && Number.isFinite(number) ? number : undefined;
}

/** Where an event is told; `undefined` where an address is none that may become a link. */
function sourcesOf(cell: Cells): readonly Source[] | undefined {
  const [publishers = [], titles = [], urls = [], dates = [], locators = []] =
    (['sourcePublisher', 'sourceTitle', 'sourceUrl', 'sourceDate', 'sourceLocator'] as const).map((name) => readListCell(cell(name)));
  if (!urls.every(isLink) || !dates.every((date) => date === undefined || parseEdtf(date).ok)) return undefined;
  const count = Math.max(publishers.length, titles.length, urls.length, dates.length, locators.length);
  return Array.from({ length: count }, (_, s) => ({ publisher: publishers[s], title: titles[s], url: urls[s], date: dates[s], locator: locators[s] }));
}

const isLink = (url: string | undefined): boolean => url === undefined || isWebUrl(url) || /^mailto:\S+@\S+$/i.test(url);

function mediaOf(cell: Cells): readonly Media[] | undefined {
  const [urls = [], captions = [], credits = []] = (['media', 'mediaCaption', 'mediaCredit'] as const).map((name) => readListCell(cell(name)));
  if (!urls.every((url) => url !== undefined && isWebUrl(url))) return undefined;
  return urls.flatMap((url, m) => (url === undefined ? [] : [{ url, caption: captions[m], credit: credits[m] }]));
}

/** A relation as `follows e12`. */
function relationOf(text: string): Relation | undefined {
  const space = text.indexOf(' ');
  const kind = RELATION_KINDS.find((known) => known === text.slice(0, space));
  return kind === undefined ? undefined : { kind, to: text.slice(space + 1) };
}
