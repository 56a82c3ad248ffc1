import type { LngLat } from '../../geo/coordinates.ts';
import { anchorOfArea, anchorOfRoute } from '../../model/anchor.ts';
import type { AreaGeometry, Place } from '../../model/event.ts';
import type { Finding } from '../entry.ts';

/** Takes what there is to tell about a record. */
export type Tell = (finding: Finding) => void;

/** A number as it is written in a file, with a decimal point or a lone decimal comma; `undefined` for anything else. */
export function numberOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > 40 || !/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.'));
}

/**
 * The position of a longitude and a latitude in degrees; what is wrong with them is told, with `written` as what stood at `column`. Where missing
 * coordinates end up, at 0, 0, it is told and taken as stated.
 */
export function positionOf(lng: number, lat: number, written: string, column: string, tell: Tell): LngLat | undefined {
  if (Number.isNaN(lng) || Number.isNaN(lat)) tell({ code: 'coordinates-unreadable', column, value: written });
  else if (!(Math.abs(lat) <= 90)) tell({ code: 'latitude-out-of-range', column, value: written, parameters: { latitude: lat, swapped: 'no' } });
  else if (!(Math.abs(lng) <= 180)) tell({ code: 'longitude-out-of-range', column, value: written, parameters: { longitude: lng } });
  else {
    if (lng === 0 && lat === 0) tell({ code: 'null-island', column, value: written });
    return [lng, lat];
  }
  return undefined;
}

/** The position that two texts state; `undefined` where there is none, which is told unless both are missing. */
export function positionIn(lng: string | undefined, lat: string | undefined, column: string, tell: Tell): LngLat | undefined {
  const hasLng = lng !== undefined && lng.trim() !== '';
  const hasLat = lat !== undefined && lat.trim() !== '';
  if (!hasLng && !hasLat) return undefined;
  if (!hasLng || !hasLat) {
    tell({ code: 'coordinates-incomplete', column, value: (hasLng ? lng : lat) ?? '', parameters: { missing: hasLng ? 'latitude' : 'longitude' } });
    return undefined;
  }
  return positionOf(numberOf(lng) ?? NaN, numberOf(lat) ?? NaN, `${lng.trim()} ${lat.trim()}`, column, tell);
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0;
const COMMA = 0x2c;

/**
 * Numbers that commas join and blanks part, as in KML: `1,2,0 3,4,0` are two lists. Blanks beside a comma do not part, two commas have
 * no number between them, and what is no number is `NaN`.
 */
export function tuplesIn(text: string): readonly (readonly number[])[] {
  const tuples: number[][] = [];
  let tuple: number[] | undefined;
  let commas = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === COMMA) {
      if (code === COMMA) commas += 1;
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && !isBlank(text.charCodeAt(at)) && text.charCodeAt(at) !== COMMA) at += 1;
    if (tuple === undefined || commas === 0) tuples.push((tuple = []));
    for (; commas > 1; commas -= 1) tuple.push(NaN);
    tuple.push(numberOf(text.slice(start, at)) ?? NaN);
    commas = 0;
  }
  return tuples;
}

/** Positions among lists of numbers; those that cannot be read are left out, and the first of them is told. The outline of an area may pass through 0, 0. */
export function positionsOf(tuples: readonly (readonly number[])[], column: string, tell: Tell, isOutline = false): readonly LngLat[] {
  const positions: LngLat[] = [];
  let isTold = false;
  for (const [lng = NaN, lat = NaN] of tuples) {
    const position = positionOf(lng, lat, `${lng} ${lat}`, column, (finding) => {
      if (isOutline && finding.code === 'null-island') return;
      if (!isTold) tell(finding);
      isTold = true;
    });
    if (position !== undefined) positions.push(position);
  }
  return positions;
}

/** Parts of what an event takes place on. */
export interface Geometry {
  readonly points: LngLat[];
  readonly lines: (readonly LngLat[])[];
  readonly polygons: (readonly (readonly LngLat[])[])[];
}

export const emptyGeometry = (): Geometry => ({ points: [], lines: [], polygons: [] });

/** Adds a line; one of a single position is a point. */
export function addLine(geometry: Geometry, line: readonly LngLat[]): void {
  const [first] = line;
  if (first !== undefined && line.every(([lng, lat]) => lng === first[0] && lat === first[1])) geometry.points.push(first);
  else if (first !== undefined) geometry.lines.push(line);
}

/** Adds a polygon, its outer ring first; one with fewer than three corners is the line that is left of it. */
export function addPolygon(geometry: Geometry, rings: readonly (readonly LngLat[])[]): void {
  const [outer = [], ...holes] = rings;
  if (outer.length < 3) addLine(geometry, outer);
  else geometry.polygons.push([outer, ...holes.filter((ring) => ring.length >= 3)]);
}

/** One place for each point, one for all lines together and one for all polygons, all of one name. */
export function placesOf({ points, lines, polygons }: Geometry, name: string): readonly Place[] {
  const base = { name, basis: { kind: 'stated' }, wording: undefined } as const;
  const area: AreaGeometry = polygons;
  return [
    ...points.map((at): Place => ({ ...base, kind: 'exact', at })),
    ...(lines.length === 0 ? [] : [{ ...base, kind: 'route', path: lines, at: anchorOfRoute(lines) } as const]),
    ...(area.length === 0 ? [] : [{ ...base, kind: 'area', area, at: anchorOfArea(area) } as const]),
  ];
}

/** A place that has a name alone. */
export const namedPlace = (name: string): Place => ({ kind: 'not-stated', name, basis: { kind: 'stated' }, wording: undefined });
