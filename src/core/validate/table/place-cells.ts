import type { Finding } from '../../formats/entry.ts';
import { isE7 } from '../../formats/field-names.ts';
import { parseAngle, parsePosition } from '../../geo/parse-coordinates.ts';
import { looksLikeWkt, parseWkt } from '../../geo/parse-wkt.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Json } from '../../model/event.ts';
import { readGeometry, type Shape } from '../read-geometry.ts';
import { degreesOfE7, isAbsent } from './cell-texts.ts';
import type { Cell } from './columns.ts';

/** Where a row lies on the map, and what is to be told of its cells. */
export interface ReadShapes {
  readonly shapes: readonly Exclude<Shape, { readonly kind: 'broken' }>[];
  readonly findings: readonly Finding[];
}

const NOWHERE: ReadShapes = { shapes: [], findings: [] };

/** Reads a position from a latitude and a longitude: both or neither, and on the globe. Where missing coordinates end up, at 0, 0, is told and taken as stated. */
export function readPair(latitude: Cell, longitude: Cell): ReadShapes {
  const [noLat, noLng] = [isAbsent(latitude.text), isAbsent(longitude.text)];
  if (noLat && noLng) return NOWHERE;
  if (noLat) return failed({ code: 'coordinates-incomplete', column: latitude.column, value: longitude.text.trim(), parameters: { missing: latitude.column } });
  if (noLng) return failed({ code: 'coordinates-incomplete', column: longitude.column, value: latitude.text.trim(), parameters: { missing: longitude.column } });
  const [lat, lng] = [latitude, longitude].map(({ column, text }) => parseAngle(isE7(column) ? degreesOfE7(text) : text));
  const value = `${latitude.text.trim()}, ${longitude.text.trim()}`;
  if (lat === undefined || lng === undefined) {
    return failed({ code: 'coordinates-unreadable', column: (lat === undefined ? latitude : longitude).column, value });
  }
  if (lat.axis === 'longitude' && lng.axis === 'latitude') return pointAt(lat.degrees, lng.degrees, latitude.column, value);
  if (lat.axis === 'longitude' || lng.axis === 'latitude') return failed({ code: 'coordinates-unreadable', column: latitude.column, value });
  const isLngAmiss = Math.abs(lat.degrees) <= 90 && Math.abs(lng.degrees) > 180;
  return pointAt(lng.degrees, lat.degrees, (isLngAmiss ? longitude : latitude).column, value);
}

/** Reads a position or a geometry that stands in one cell: two coordinates, well-known text, or GeoJSON. */
export function readCoordinatesCell({ column, text }: Cell): ReadShapes {
  if (isAbsent(text)) return NOWHERE;
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJsonGeometry(column, trimmed);
  if (looksLikeWkt(trimmed)) {
    const geometry = parseWkt(trimmed);
    return geometry === undefined ? unreadable(column, trimmed) : shapesOf(column, trimmed, geometry as Json);
  }
  const position = parsePosition(trimmed);
  return position === undefined ? unreadable(column, trimmed) : pointAt(position.lng, position.lat, column, trimmed);
}

/** How deep brackets of GeoJSON may stand within each other: collections of multipolygons within others. */
const DEEPEST = 24;

function depthOf(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of json) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const unreadable = (column: string, value: string): ReadShapes => failed({ code: 'coordinates-unreadable', column, value });
const failed = (finding: Finding): ReadShapes => ({ shapes: [], findings: [finding] });

function pointAt(lng: number, lat: number, column: string, value: string): ReadShapes {
  if (Math.abs(lat) > 90) {
    const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90 ? 'yes' : 'no';
    return failed({ code: 'latitude-out-of-range', column, value, parameters: { latitude: lat, swapped } });
  }
  if (Math.abs(lng) > 180) return failed({ code: 'longitude-out-of-range', column, value, parameters: { longitude: lng } });
  const findings: readonly Finding[] = lng === 0 && lat === 0 ? [{ code: 'null-island', column, value }] : [];
  return { shapes: [{ kind: 'point', at: [lng, lat] satisfies LngLat }], findings };
}

function readJsonGeometry(column: string, text: string): ReadShapes {
  if (depthOf(text) > DEEPEST) return unreadable(column, text);
  try {
    const json = JSON.parse(text) as Json;
    const geometry = typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as { readonly [name: string]: Json }) : {};
    return shapesOf(column, text, geometry['type'] === 'Feature' ? (geometry['geometry'] ?? null) : json);
  } catch {
    return unreadable(column, text);
  }
}

/** The parts of a geometry, as in GeoJSON; `written`: as it stands in its cell. */
function shapesOf(column: string, written: string, geometry: Json): ReadShapes {
  const findings: Finding[] = [];
  const shapes = readGeometry(geometry, (code, _, parameters) => {
    findings.push({ code, column, value: written, ...(parameters === undefined ? {} : { parameters }) });
  });
  return { shapes: shapes.filter((shape) => shape.kind !== 'broken'), findings };
}
