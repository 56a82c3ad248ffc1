import type { LngLat } from '../../geo/coordinates.ts';
import type { Place } from '../../model/event.ts';
import { elementsIn, elementsNamed, filled, wordsOf } from '../xml/element.ts';
import {
  addLine, addPolygon, emptyGeometry, namedPlace, numberOf, placesOf, positionIn, positionsOf, type Geometry, type Tell,
} from '../xml/positions.ts';
import type { XmlElement } from '../xml/walk-xml.ts';

/** Local names of the elements that say where an item lies, of GeoRSS Simple, GeoRSS GML and the W3C's basic geography. */
export const POSITIONS: ReadonlySet<string> = new Set([
  'point', 'line', 'polygon', 'box', 'circle', 'where', 'featurename', 'featureName', 'radius', 'Point', 'lat', 'long', 'lon', 'LineString',
  'Polygon', 'Envelope',
]);

/**
 * Where an item of a feed lies. GeoRSS writes latitude first.
 * Sources: https://docs.ogc.org/cs/17-002r1/17-002r1.html, https://www.w3.org/2003/01/geo/
 */
export function placesIn(item: XmlElement, tell: Tell): readonly Place[] {
  const geometry = emptyGeometry();
  const circles: Place[] = [];
  const elements = elementsIn(item).filter(({ local }) => POSITIONS.has(local));
  const named = elements.find(({ local }) => local.toLowerCase() === 'featurename');
  const name = (named && filled(wordsOf(named))) ?? '';
  const radius = numberOf(elements.filter(({ local }) => local === 'radius').map(wordsOf)[0]);
  for (const element of elements) {
    const circle = circleOf(element, radius, name, tell);
    if (circle !== undefined) circles.push(circle);
    else add(geometry, element, tell);
  }
  const stands = geometry.points.length + geometry.lines.length + geometry.polygons.length + circles.length > 0;
  if (!stands) addLatLong(geometry, item, tell);
  const places = [...placesOf(geometry, name), ...circles];
  return places.length === 0 && name !== '' ? [namedPlace(name)] : places;
}

/** A circle, or a point with a radius, in metres. */
function circleOf(element: XmlElement, radius: number | undefined, name: string, tell: Tell): Place | undefined {
  const isCircle = element.local === 'circle';
  if (!isCircle && (element.local !== 'point' || radius === undefined)) return undefined;
  const [lat = NaN, lng = NaN, own = NaN] = numbersIn(wordsOf(element));
  const metres = isCircle ? own : (radius ?? NaN);
  const [at] = positionsOf([[lng, lat]], element.name, tell);
  if (at === undefined) return undefined;
  const base = { name, basis: { kind: 'stated' }, wording: undefined, at } as const;
  return metres > 0 ? { ...base, kind: 'near', radiusKm: metres / 1000 } : { ...base, kind: 'exact' };
}

function add(geometry: Geometry, element: XmlElement, tell: Tell): void {
  const positions = (): readonly LngLat[] => latLngs(element, tell);
  switch (element.local) {
    case 'point':
      geometry.points.push(...positions().slice(0, 1));
      break;
    case 'line':
      addLine(geometry, positions());
      break;
    case 'polygon':
      addPolygon(geometry, [positions()]);
      break;
    case 'box':
      addBox(geometry, positions());
      break;
    case 'where':
      for (const part of elementsIn(element)) add(geometry, part, tell);
      break;
    case 'Point':
      // A point of GML has `pos`, one of the W3C's vocabulary `lat` and `long`.
      if (elementsIn(element).some(isList)) geometry.points.push(...inGml(element, tell).slice(0, 1));
      else addLatLong(geometry, element, tell);
      break;
    case 'LineString':
      addLine(geometry, inGml(element, tell));
      break;
    case 'Polygon': {
      const boundaries = ['exterior', 'outerBoundaryIs', 'interior', 'innerBoundaryIs'].flatMap((side) => elementsNamed(element, side));
      addPolygon(geometry, boundaries.map((boundary) => ringIn(boundary, tell)));
      break;
    }
    case 'Envelope':
      addBox(geometry, ['lowerCorner', 'upperCorner'].flatMap((corner) => elementsNamed(element, corner).flatMap((at) => latLngs(at, tell))));
      break;
    default:
  }
}

function addLatLong(geometry: Geometry, element: XmlElement, tell: Tell): void {
  const words = (names: readonly string[]): string | undefined => {
    const found = elementsIn(element).find(({ local }) => names.includes(local));
    return found && wordsOf(found);
  };
  const position = positionIn(words(['long', 'lon', 'lng']), words(['lat']), 'geo:lat', tell);
  if (position !== undefined) geometry.points.push(position);
}

/** A box by its lower and its upper corner. */
function addBox(geometry: Geometry, [lower, upper]: readonly LngLat[]): void {
  if (lower === undefined || upper === undefined) return;
  addPolygon(geometry, [[lower, [upper[0], lower[1]], upper, [lower[0], upper[1]]]]);
}

const ringIn = (boundary: XmlElement, tell: Tell): readonly LngLat[] => elementsNamed(boundary, 'LinearRing').flatMap((ring) => inGml(ring, tell));

/** The positions of a geometry of GML: in one list, or one by one; older `coordinates` join their numbers with commas. */
const inGml = (element: XmlElement, tell: Tell): readonly LngLat[] =>
  elementsIn(element).filter(isList).flatMap((list) => latLngs(list, tell));

const isList = ({ local }: XmlElement): boolean => local === 'pos' || local === 'posList' || local === 'coordinates';

function latLngs(element: XmlElement, tell: Tell): readonly LngLat[] {
  const numbers = numbersIn(wordsOf(element));
  const step = Number(element.attributes.get('srsDimension')) === 3 ? 3 : 2;
  const tuples: (readonly number[])[] = [];
  for (let k = 0; k < numbers.length; k += step) tuples.push([numbers[k + 1] ?? NaN, numbers[k] ?? NaN]);
  const [first, last] = [tuples[0], tuples.at(-1)];
  const isClosed = tuples.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return positionsOf(tuples, element.name, tell, isClosed);
}

const numbersIn = (text: string): readonly number[] =>
  text.split(/[\s,]+/).filter((part) => part !== '').map((part) => numberOf(part) ?? NaN);
