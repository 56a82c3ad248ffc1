import type { LngLat } from '../geo/coordinates.ts';
import { isObject, type Members } from '../formats/dateline-file.ts';
import type { AreaGeometry, Json } from '../model/event.ts';
import type { Tell } from './read.ts';

/** One part of a geometry that can stand for one place; `broken` when it cannot be put on the map, which has been told. */
export type Shape =
  | { readonly kind: 'point'; readonly at: LngLat }
  | { readonly kind: 'area'; readonly area: AreaGeometry }
  | { readonly kind: 'route'; readonly path: readonly (readonly LngLat[])[] }
  | { readonly kind: 'broken' };

const BROKEN: Shape = { kind: 'broken' };

/** Cuts a GeoJSON geometry into one shape per place: the parts of a collection and the points of a MultiPoint, in order. */
export function readGeometry(json: Json | undefined, tell: Tell, path = '.geometry'): readonly Shape[] {
  if (json === undefined || json === null) return [];
  const geometry: Members = isObject(json) ? json : {};
  const type = geometry['type'];
  const coordinates = geometry['coordinates'] ?? null;
  const geometries = geometry['geometries'];
  const tellHere: Tell = (code, value, parameters, below = '') => tell(code, value, parameters, `${path}.coordinates${below}`);
  switch (type) {
    case 'Point':
      return [pointOf(coordinates, tellHere)];
    case 'MultiPoint':
      if (Array.isArray(coordinates)) return (coordinates as readonly Json[]).map((position) => pointOf(position, tellHere));
      break;
    case 'LineString':
      return [routeOf([coordinates], tellHere)];
    case 'MultiLineString':
      return [routeOf(coordinates, tellHere)];
    case 'Polygon':
      return [areaOf([coordinates], tellHere)];
    case 'MultiPolygon':
      return [areaOf(coordinates, tellHere)];
    case 'GeometryCollection':
      if (!Array.isArray(geometries)) break;
      return (geometries as readonly Json[]).flatMap((part, p) => readGeometry(part, tell, `${path}.geometries[${p}]`));
    default:
  }
  tell('geometry-unreadable', json, undefined, path);
  return [BROKEN];
}

function pointOf(json: Json, tell: Tell): Shape {
  const at = positionOf(json, tell);
  if (at === undefined) return BROKEN;
  if (at[0] === 0 && at[1] === 0) tell('null-island', json);
  return { kind: 'point', at };
}

function routeOf(json: Json, tell: Tell): Shape {
  const path = linesOf(json, 2, tell);
  return path === undefined ? BROKEN : { kind: 'route', path };
}

function areaOf(json: Json, tell: Tell): Shape {
  const area = manyOf(json, (rings) => linesOf(rings, 3, tell), tell);
  return area === undefined ? BROKEN : { kind: 'area', area };
}

/** Lines or rings of at least so many positions each. */
const linesOf = (json: Json, least: number, tell: Tell): readonly (readonly LngLat[])[] | undefined =>
  manyOf(json, (line) => manyOf(line, (position) => positionOf(position, tell), tell, least), tell);

/** A list whose entries can all be read: one broken entry breaks it, and is the only one told of. */
function manyOf<T>(json: Json, read: (entry: Json) => T | undefined, tell: Tell, least = 1): readonly T[] | undefined {
  if (!Array.isArray(json) || json.length < least) {
    tell('geometry-unreadable', json);
    return undefined;
  }
  const values: T[] = [];
  for (const entry of json as readonly Json[]) {
    const value = read(entry);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function positionOf(json: Json, tell: Tell): LngLat | undefined {
  const [lng, lat] = Array.isArray(json) ? [json[0] as Json, json[1] as Json] : [];
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    tell('geometry-unreadable', json);
    return undefined;
  }
  if (Math.abs(lat) > 90) {
    // What would be a good position the other way round was most likely written the other way round.
    tell('latitude-out-of-range', json, { latitude: lat, swapped: Math.abs(lat) <= 180 && Math.abs(lng) <= 90 ? 'yes' : 'no' });
    return undefined;
  }
  if (Math.abs(lng) > 180) {
    tell('longitude-out-of-range', json, { longitude: lng });
    return undefined;
  }
  return [lng, lat];
}
