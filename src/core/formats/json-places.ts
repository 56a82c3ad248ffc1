import type { LngLat } from '../geo/coordinates.ts';
import type { Json, Place } from '../model/event.ts';
import { isObject } from './dateline-file.ts';
import { scalarText, type Taking } from './json-entries.ts';
import { keep } from './xml/words.ts';
import { addLine, addPolygon, emptyGeometry, namedPlace, numberOf, placesOf, positionIn, positionOf, type Tell } from './xml/positions.ts';

/** The place of two members that hold latitude and longitude, under the first of some names each; a name alone is a place that is not stated. */
export function pointPlaces(record: Taking, latitudes: readonly string[], longitudes: readonly string[], name: string): readonly Place[] {
  const first = (names: readonly string[]): string | undefined => names.find((member) => record.text(member) !== undefined);
  const members = [first(latitudes), first(longitudes)];
  const [lat, lng] = members.map((member) => (member === undefined ? undefined : record.text(member)));
  const position = positionIn(lng, lat, record.path(latitudes[0] ?? ''), record.tell);
  // What is no position is kept as it stands.
  if (position === undefined) for (const member of members) if (member !== undefined) keep(record.extra, record.path(member), record.text(member) ?? '');
  if (position !== undefined) return placesOf({ ...emptyGeometry(), points: [position] }, name);
  return name === '' ? [] : [namedPlace(name)];
}

/** Deepest collections of geometries that are followed. */
const DEEPEST = 8;

/**
 * The places of a GeoJSON geometry (RFC 7946): one for each point, one for all lines and one for all outlines of a part, in order. What cannot be read is told. A name
 * without a geometry is a place that is not stated.
 */
export function geojsonPlaces(json: Json | undefined, name: string, column: string, tell: Tell): readonly Place[] {
  const places = json === undefined || json === null ? [] : placesIn(json, name, column, tell, 0);
  return places.length === 0 && name !== '' ? [namedPlace(name)] : places;
}

function placesIn(json: Json, name: string, column: string, tell: Tell, depth: number): readonly Place[] {
  const unreadable = (): readonly Place[] => {
    tell({ code: 'geometry-unreadable', column, value: JSON.stringify(json) });
    return [];
  };
  if (!isObject(json)) return unreadable();
  const { type, coordinates = null, geometries, geometry } = json;
  if (type === 'Feature' && geometry !== undefined && geometry !== null && depth < DEEPEST) return placesIn(geometry, name, column, tell, depth + 1);
  if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < DEEPEST) {
    return (geometries as readonly Json[]).flatMap((part) => placesIn(part, name, column, tell, depth + 1));
  }
  const shape = emptyGeometry();
  const line = (positions: Json): readonly (readonly number[])[] => listOf(positions).map(tupleOf);
  const here = `${column}.coordinates`;
  switch (type) {
    case 'Point': {
      const [lng = NaN, lat = NaN] = tupleOf(coordinates);
      if (Array.isArray(coordinates) && coordinates.length === 0) return [];
      const position = positionOf(lng, lat, JSON.stringify(coordinates), here, swapTold(tell));
      if (position !== undefined) shape.points.push(position);
      break;
    }
    case 'MultiPoint':
      for (const [lng = NaN, lat = NaN] of line(coordinates)) {
        const position = positionOf(lng, lat, `${lng} ${lat}`, here, swapTold(tell));
        if (position !== undefined) shape.points.push(position);
      }
      break;
    case 'LineString':
      addLine(shape, cornersOf(line(coordinates), here, tell));
      break;
    case 'MultiLineString':
      for (const part of listOf(coordinates)) addLine(shape, cornersOf(line(part), here, tell));
      break;
    case 'Polygon':
      addPolygon(shape, ringsOf(coordinates, here, tell));
      break;
    case 'MultiPolygon':
      for (const part of listOf(coordinates)) addPolygon(shape, ringsOf(part, here, tell));
      break;
    default:
      return unreadable();
  }
  return placesOf(shape, name);
}

const ringsOf = (json: Json, column: string, tell: Tell): readonly (readonly LngLat[])[] =>
  listOf(json).map((ring) => cornersOf(listOf(ring).map(tupleOf), column, tell));

/** The positions of a line or ring, which may pass through 0, 0; those that cannot be read are left out, and the first of them is told. */
function cornersOf(tuples: readonly (readonly number[])[], column: string, tell: Tell): readonly LngLat[] {
  let isTold = false;
  const tellOnce = swapTold((finding) => {
    if (!isTold) tell(finding);
    isTold = true;
  });
  return tuples
    .map(([lng = NaN, lat = NaN]): LngLat | undefined => (lng === 0 && lat === 0 ? [0, 0] : positionOf(lng, lat, `${lng} ${lat}`, column, tellOnce)))
    .filter((position) => position !== undefined);
}

const listOf = (json: Json): readonly Json[] => (Array.isArray(json) ? json : []);

const tupleOf = (json: Json): readonly number[] => listOf(json).map((number) => (typeof number === 'number' ? number : (numberOf(scalarText(number)) ?? NaN)));

/** A latitude that does not exist may be a longitude: said where the two make a position the other way round. */
const swapTold =
  (tell: Tell): Tell =>
  (finding) => {
    const numbers = /^\[?\s*(-?[\d.eE+]+)[\s,]+(-?[\d.eE+]+)/.exec(finding.value ?? '');
    const isSwapped = finding.code === 'latitude-out-of-range' && numbers !== null && Math.abs(Number(numbers[2])) <= 180 && Math.abs(Number(numbers[1])) <= 90;
    tell(isSwapped ? { ...finding, parameters: { ...finding.parameters, swapped: 'yes' } } : finding);
  };
