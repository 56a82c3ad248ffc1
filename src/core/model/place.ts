import type { LngLat } from '../geo/coordinates.ts';
import type { AreaGeometry, LocatedPlace, Place } from './event.ts';

/** Whether a place has a position on the map. */
export const isLocated = (place: Place): place is LocatedPlace => place.kind !== 'withheld' && place.kind !== 'not-stated';

/** Decimals of a degree within which two positions of one name are one place: 0.0001° is 11 m. */
const KEY_DECIMALS = 4;

/**
 * What makes two places the same: a country or region by its code, any other place by kind, name and position.
 * Stable across openings, so that links can hold it.
 */
export function placeKey(place: LocatedPlace): string {
  if ((place.kind === 'country' || place.kind === 'region') && place.code !== undefined) return `${place.kind}:${place.code}`;
  const [lng, lat] = place.at.map(keyDegrees);
  return `${place.kind}:${lng},${lat}:${place.name}`;
}

/** Degrees in the fewest characters; `+ 0` turns minus zero into zero. */
const keyDegrees = (degrees: number): string => String(Number(degrees.toFixed(KEY_DECIMALS)) + 0);

/**
 * The point that stands for an area: the centroid of its largest polygon, or, where that lies outside
 * (a crescent, a hole), the middle of the widest piece of the parallel through it.
 * Throws on an area without a ring of three corners.
 */
export function anchorOfArea(area: AreaGeometry): LngLat {
  const measured = area.map((rings) => ({ rings, ...centroidOf(rings[0] ?? []) }));
  const largest = measured.reduce<(typeof measured)[number] | undefined>(
    (best, polygon) => (best === undefined || polygon.size > best.size ? polygon : best),
    undefined,
  );
  if (largest === undefined || (largest.rings[0] ?? []).length < 3) throw new Error(`an area needs a ring of three corners, got ${JSON.stringify(area)}`);
  const [lng, lat] = largest.at;
  const crossings = crossingsAt(largest.rings, lat);
  let widest: readonly [number, number] | undefined;
  for (let c = 0; c + 1 < crossings.length; c += 2) {
    const [west, east] = [crossings[c] as number, crossings[c + 1] as number];
    if (west <= lng && lng <= east) return largest.at;
    if (widest === undefined || east - west > widest[1] - widest[0]) widest = [west, east];
  }
  return widest === undefined ? largest.at : [(widest[0] + widest[1]) / 2, lat];
}

/** Centroid and size of a ring in plane degrees (the shoelace formula); of a ring without size, the mean of its corners. */
function centroidOf(ring: readonly LngLat[]): { readonly at: LngLat; readonly size: number } {
  let [twice, lngSum, latSum] = [0, 0, 0];
  // Relative to the first corner: the products stay small, so that nothing is lost in a tiny ring far from 0,0.
  const [lng0, lat0] = ring[0] ?? [0, 0];
  ring.forEach(([lng, lat], i) => {
    const [nextLng, nextLat] = ring[(i + 1) % ring.length] as LngLat;
    const cross = (lng - lng0) * (nextLat - lat0) - (nextLng - lng0) * (lat - lat0);
    twice += cross;
    lngSum += (lng + nextLng - 2 * lng0) * cross;
    latSum += (lat + nextLat - 2 * lat0) * cross;
  });
  if (twice !== 0) return { at: [lng0 + lngSum / (3 * twice), lat0 + latSum / (3 * twice)], size: Math.abs(twice) / 2 };
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(ring.length, 1);
  return { at: [mean(0), mean(1)], size: 0 };
}

/** Longitudes where the rings cross a parallel, ascending: inside between the first and second, the third and fourth … */
function crossingsAt(rings: readonly (readonly LngLat[])[], lat: number): readonly number[] {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([lng, cornerLat], i) => {
      const [nextLng, nextLat] = ring[(i + 1) % ring.length] as LngLat;
      return cornerLat > lat === nextLat > lat ? [] : [lng + ((lat - cornerLat) / (nextLat - cornerLat)) * (nextLng - lng)];
    }),
  );
  return crossings.sort((a, b) => a - b);
}

/** The point that stands for a route: half-way along its longest line, in plane degrees. Throws on a route without a point. */
export function anchorOfRoute(path: readonly (readonly LngLat[])[]): LngLat {
  const measured = path.map((line) => ({ line, length: lengthOf(line) }));
  const longest = measured.reduce((best, line) => (line.length > best.length ? line : best), measured[0] ?? { line: [], length: 0 });
  let left = longest.length / 2;
  for (let p = 1; p < longest.line.length; p += 1) {
    const [from, to] = [longest.line[p - 1] as LngLat, longest.line[p] as LngLat];
    const step = distance(from, to);
    if (step > 0 && step >= left) return [from[0] + ((to[0] - from[0]) * left) / step, from[1] + ((to[1] - from[1]) * left) / step];
    left -= step;
  }
  const first = longest.line[0];
  if (first === undefined) throw new Error(`a route needs a point, got ${JSON.stringify(path)}`);
  return first;
}

const distance = (a: LngLat, b: LngLat): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const lengthOf = (line: readonly LngLat[]): number => line.reduce((sum, point, p) => (p === 0 ? 0 : sum + distance(line[p - 1] as LngLat, point)), 0);
