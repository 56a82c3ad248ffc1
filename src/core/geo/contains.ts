import type { BaseCountry } from './base-map.ts';

/** Whether a point lies inside rings (x0, y0, x1, y1 … each) by the even-odd rule; on an edge, either answer may come. */
export function ringsContain(rings: Iterable<ArrayLike<number>>, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) if (crossesOddly(ring, x, y)) inside = !inside;
  return inside;
}

/** Whether a position in unit Mercator lies in a country. */
export function isInCountry({ rings }: BaseCountry, x: number, y: number): boolean {
  let inside = false;
  for (const { box, points } of rings) {
    if (x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1 && crossesOddly(points, x, y)) inside = !inside;
  }
  return inside;
}

/** Whether a ray from a point towards greater x crosses a ring an odd number of times. */
function crossesOddly(ring: ArrayLike<number>, x: number, y: number): boolean {
  if (ring.length <= 2 * STRETCH) return isOddAlong(ring, 0, ring.length, x, y);
  const reaches = reachesOf(ring);
  let isOdd = false;
  for (let at = 0, from = 0; from < ring.length; at += REACH, from += 2 * STRETCH) {
    const isBeside = (reaches[at] as number) > y || (reaches[at + 1] as number) <= y || (reaches[at + 2] as number) <= x;
    if (!isBeside && isOddAlong(ring, from, Math.min(from + 2 * STRETCH, ring.length), x, y)) isOdd = !isOdd;
  }
  return isOdd;
}

/** The same for the edges that end in the points of entries `from` to `to` − 1. */
function isOddAlong(ring: ArrayLike<number>, from: number, to: number, x: number, y: number): boolean {
  let isOdd = false;
  for (let k = from, before = from === 0 ? ring.length - 2 : from - 2; k < to; before = k, k += 2) {
    const y0 = ring[before + 1] as number;
    const y1 = ring[k + 1] as number;
    if (y0 > y === y1 > y) continue;
    const x0 = ring[before] as number;
    const x1 = ring[k] as number;
    if (x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) isOdd = !isOdd;
  }
  return isOdd;
}

/** Edges of a ring whose reach is looked at together. */
const STRETCH = 32;
/** Entries for each stretch: its least y, its greatest y and its greatest x. */
const REACH = 3;

const known = new WeakMap<ArrayLike<number>, Float64Array>();

/** How far the edges of each stretch of a ring reach; worked out once for a ring. */
function reachesOf(ring: ArrayLike<number>): Float64Array {
  const kept = known.get(ring);
  if (kept !== undefined) return kept;
  const reaches = new Float64Array(REACH * Math.ceil(ring.length / (2 * STRETCH)));
  for (let at = 0, from = 0; from < ring.length; at += REACH, from += 2 * STRETCH) {
    let [least, most, farthest] = [Infinity, -Infinity, -Infinity];
    const end = Math.min(from + 2 * STRETCH, ring.length);
    // The first edge begins at the point before.
    for (let k = from === 0 ? 0 : from - 2; k < end; k += 2) {
      const [px, py] = [ring[k] as number, ring[k + 1] as number];
      least = Math.min(least, py);
      most = Math.max(most, py);
      farthest = Math.max(farthest, px);
    }
    if (from === 0) {
      least = Math.min(least, ring[ring.length - 1] as number);
      most = Math.max(most, ring[ring.length - 1] as number);
      farthest = Math.max(farthest, ring[ring.length - 2] as number);
    }
    reaches.set([least, most, farthest], at);
  }
  known.set(ring, reaches);
  return reaches;
}
