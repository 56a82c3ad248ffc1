import type { LngLat } from '../../geo/coordinates.ts';
import { elementsIn, elementsNamed, wordsOf } from '../xml/element.ts';
import { addLine, addPolygon, emptyGeometry, numberOf, positionIn, positionsOf, tuplesIn, type Geometry, type Tell } from '../xml/positions.ts';
import type { XmlElement } from '../xml/walk-xml.ts';

/** Elements that hold where a feature lies. */
export const GEOMETRIES = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Model', 'Track', 'MultiTrack'] as const;

/** Where a placemark lies: all of its geometries, whatever they are nested in. */
export function geometryOf(placemark: XmlElement, tell: Tell): Geometry {
  const geometry = emptyGeometry();
  for (const element of elementsIn(placemark)) addGeometry(geometry, element, tell);
  return geometry;
}

function addGeometry(geometry: Geometry, element: XmlElement, tell: Tell): void {
  switch (element.local) {
    case 'Point':
      geometry.points.push(...coordinatesIn(element, tell).slice(0, 1));
      break;
    case 'LineString':
    case 'LinearRing':
      addLine(geometry, coordinatesIn(element, tell));
      break;
    case 'Polygon':
      addPolygon(geometry, ringsOf(element, tell));
      break;
    case 'MultiGeometry':
    case 'MultiTrack':
      for (const part of elementsIn(element)) addGeometry(geometry, part, tell);
      break;
    case 'Model':
      for (const location of elementsNamed(element, 'Location')) {
        const position = positionIn(wordsIn(location, 'longitude'), wordsIn(location, 'latitude'), 'Model.Location', tell);
        if (position !== undefined) geometry.points.push(position);
      }
      break;
    case 'Track':
      addLine(geometry, positionsOf(trackTuples(element), 'Track.coord', tell));
      break;
    default:
  }
}

/** A track may leave out the position of a moment: an empty `coord`. */
const trackTuples = (track: XmlElement): readonly (readonly number[])[] =>
  elementsNamed(track, 'coord')
    .map((coord) => wordsOf(coord).trim())
    .filter((text) => text !== '')
    .map((text) => text.split(/[\s,]+/).map((number) => numberOf(number) ?? NaN));

function coordinatesIn(element: XmlElement, tell: Tell, isOutline = false): readonly LngLat[] {
  const [coordinates] = elementsNamed(element, 'coordinates');
  if (coordinates === undefined) return [];
  const tuples = tuplesIn(wordsOf(coordinates));
  // Some write the numbers of a single position with blanks between them.
  const [single] = tuples;
  const isSpaced = single?.length === 1 && (tuples.length === 2 || tuples.length === 3) && tuples.every((tuple) => tuple.length === 1);
  return positionsOf(isSpaced ? [tuples.map(([number = NaN]) => number)] : tuples, `${element.name}.${coordinates.name}`, tell, isOutline);
}

/** The outer ring of a polygon, then its holes. */
function ringsOf(polygon: XmlElement, tell: Tell): readonly (readonly LngLat[])[] {
  const ringsIn = (boundary: string): readonly (readonly LngLat[])[] =>
    elementsNamed(polygon, boundary).flatMap((element) => elementsNamed(element, 'LinearRing').map((ring) => coordinatesIn(ring, tell, true)));
  return [...ringsIn('outerBoundaryIs').slice(0, 1), ...ringsIn('innerBoundaryIs')];
}

/** Where a picture lies: a box, a shape of four corners, or the point that a photograph was taken from. */
export function overlayGeometry(overlay: XmlElement, tell: Tell): Geometry {
  const geometry = emptyGeometry();
  for (const element of elementsIn(overlay)) {
    if (element.local === 'LatLonBox') {
      const sides = ['west', 'south', 'east', 'north'].map((side) => numberOf(wordsIn(element, side)) ?? NaN);
      const [west = NaN, south = NaN, east = NaN, north = NaN] = sides;
      const corners = positionsOf([[west, south], [east, south], [east, north], [west, north]], element.name, tell, true);
      if (corners.length === 4) addPolygon(geometry, [corners]);
    } else if (element.local === 'LatLonQuad') {
      addPolygon(geometry, [coordinatesIn(element, tell, true)]);
    } else if (element.local === 'Point') {
      addGeometry(geometry, element, tell);
    }
  }
  return geometry;
}

function wordsIn(element: XmlElement, local: string): string | undefined {
  const [inner] = elementsNamed(element, local);
  return inner === undefined ? undefined : wordsOf(inner);
}
