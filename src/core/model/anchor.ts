import { clamp } from '../base/geometry.ts';
import type { LngLat } from '../geo/coordinates.ts';
import type { AreaGeometry } from './event.ts';

type Ring = readonly LngLat[];
type Side = readonly [from: LngLat, to: LngLat];

/** Points per side of the grid that is laid over an area, and how often it is laid anew, finer, around the best of them. */
const GRID = 12;
const ROUNDS = 3;

/** The centroid is taken when it has at least this share of the room that the roomiest point has. */
const ENOUGH_ROOM = 0.6;

/**
 * The point that stands for an area on the map: the centroid of its largest polygon, unless that lies outside or close to the edge,
 * as in a crescent; then the point farthest from any edge ("pole of inaccessibility", found on a grid).
 * Throws on an area without a ring of three corners.
 */
export function anchorOfArea(area: AreaGeometry): LngLat {
  const polygons = area.filter(([outer]) => outer !== undefined && outer.length >= 3);
  const largest = greatest(polygons, ([outer]) => centroidOf(outer ?? []).size);
  const outer = largest?.[0];
  if (largest === undefined || outer === undefined) throw new Error(`an area needs a ring of three corners, got ${JSON.stringify(area)}`);
  const sides = largest.flatMap(sidesOf);
  const centroid = centroidOf(outer).at;
  const roomiest = roomiestPoint(outer, sides);
  return roomAt(centroid, sides) >= ENOUGH_ROOM * roomAt(roomiest, sides) ? centroid : roomiest;
}

function greatest<T>(values: readonly T[], measure: (value: T) => number): T | undefined {
  let best: { readonly value: T; readonly size: number } | undefined;
  for (const value of values) {
    const size = measure(value);
    if (best === undefined || size > best.size) best = { value, size };
  }
  return best?.value;
}

/** Centroid and size of a ring in plane degrees (the shoelace formula); of a ring without size, the mean of its corners. */
function centroidOf(ring: Ring): { readonly at: LngLat; readonly size: number } {
  let [twice, lngSum, latSum] = [0, 0, 0];
  // Relative to the first corner: the products stay small, so that nothing is lost in a tiny ring far from 0,0.
  const [lng0, lat0] = ring[0] ?? [0, 0];
  for (const [[lng, lat], [nextLng, nextLat]] of sidesOf(ring)) {
    const cross = (lng - lng0) * (nextLat - lat0) - (nextLng - lng0) * (lat - lat0);
    twice += cross;
    lngSum += (lng + nextLng - 2 * lng0) * cross;
    latSum += (lat + nextLat - 2 * lat0) * cross;
  }
  if (twice !== 0) return { at: [lng0 + lngSum / (3 * twice), lat0 + latSum / (3 * twice)], size: Math.abs(twice) / 2 };
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(ring.length, 1);
  return { at: [mean(0), mean(1)], size: 0 };
}

const sidesOf = (ring: Ring): readonly Side[] => ring.map((corner, c) => [corner, ring[(c + 1) % ring.length] ?? corner]);

function roomiestPoint(outer: Ring, sides: readonly Side[]): LngLat {
  let [west, south, east, north] = boxOf(outer);
  let best: LngLat = [(west + east) / 2, (south + north) / 2];
  let room = roomAt(best, sides);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [stepLng, stepLat] = [(east - west) / GRID, (north - south) / GRID];
    for (let g = 0; g < GRID * GRID; g += 1) {
      const point: LngLat = [west + stepLng * ((g % GRID) + 0.5), south + stepLat * (Math.floor(g / GRID) + 0.5)];
      const roomThere = roomAt(point, sides, room);
      if (roomThere > room) [best, room] = [point, roomThere];
    }
    [west, east, south, north] = [best[0] - stepLng, best[0] + stepLng, best[1] - stepLat, best[1] + stepLat];
  }
  return best;
}

const boxOf = (ring: Ring): readonly [west: number, south: number, east: number, north: number] =>
  ring.reduce<[number, number, number, number]>(
    ([west, south, east, north], [lng, lat]) => [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );

/**
 * Distance from a point to the nearest side in degrees of latitude, negative outside.
 * A point with less room than `enough` is not measured to the end: what is returned for it is some number below that.
 */
function roomAt(point: LngLat, sides: readonly Side[], enough = Number.NEGATIVE_INFINITY): number {
  const lng = point[0];
  const lat = point[1];
  const shrink = Math.cos((lat * Math.PI) / 180);
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of sides) {
    const x0 = (from[0] - lng) * shrink;
    const y0 = from[1] - lat;
    const dx = (to[0] - from[0]) * shrink;
    const dy = to[1] - from[1];
    if (y0 > 0 !== y0 + dy > 0 && x0 - (y0 / dy) * dx > 0) inside = !inside;
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : clamp(-(x0 * dx + y0 * dy) / square, 0, 1);
    nearest = Math.min(nearest, Math.sqrt((x0 + along * dx) ** 2 + (y0 + along * dy) ** 2));
    if (nearest < enough) return nearest;
  }
  return inside ? nearest : -nearest;
}

/** The point that stands for a route: half-way along its longest line, in plane degrees. Throws on a route without a point. */
export function anchorOfRoute(path: readonly Ring[]): LngLat {
  const longest = greatest(path, lengthOf) ?? [];
  let left = lengthOf(longest) / 2;
  for (const [p, to] of longest.entries()) {
    const from = longest[p - 1] ?? to;
    const step = distance(from, to);
    if (step > 0 && step >= left) return [from[0] + ((to[0] - from[0]) * left) / step, from[1] + ((to[1] - from[1]) * left) / step];
    left -= step;
  }
  const [first] = longest;
  if (first === undefined) throw new Error(`a route needs a point, got ${JSON.stringify(path)}`);
  return first;
}

const distance = (a: LngLat, b: LngLat): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const lengthOf = (line: Ring): number => line.reduce((sum, point, p) => sum + distance(line[p - 1] ?? point, point), 0);
