import type { Box } from '../base/geometry.ts';

/**
 * The part of a polygon's ring inside a box, by Sutherland and Hodgman's algorithm (1974); empty when nothing is. The ring is
 * x0, y0, x1, y1 … without a repeated first vertex; what lies outside is replaced by runs along the box's edges.
 */
export function clipRing(ring: readonly number[], box: Box): number[] {
  let kept = ring.slice();
  kept = cutAt(kept, 0, box.x, 1);
  kept = cutAt(kept, 0, box.x + box.width, -1);
  kept = cutAt(kept, 1, box.y, 1);
  return cutAt(kept, 1, box.y + box.height, -1);
}

/** Keeps the side of a ring where the coordinate on `axis` (0 is x) is not below `limit` (`side` 1) or not above it (`side` −1). */
function cutAt(ring: readonly number[], axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const { length } = ring;
  for (let k = 0; k < length; k += 2) {
    const before = (k + length - 2) % length;
    const x0 = ring[before] as number;
    const y0 = ring[before + 1] as number;
    const x1 = ring[k] as number;
    const y1 = ring[k + 1] as number;
    const from = ((axis === 0 ? x0 : y0) - limit) * side;
    const to = ((axis === 0 ? x1 : y1) - limit) * side;
    if (from >= 0 !== to >= 0) {
      const share = from / (from - to);
      const x = x0 + share * (x1 - x0);
      const y = y0 + share * (y1 - y0);
      kept.push(axis === 0 ? limit : x, axis === 0 ? y : limit);
    }
    if (to >= 0) kept.push(x1, y1);
  }
  return kept;
}

/** The runs of a line's segments that come near a box; segments that lie wholly to one side of it are left out. */
export function clipLine(line: readonly number[], box: Box): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (let k = 0; k + 3 < line.length; k += 2) {
    const x0 = line[k] as number;
    const y0 = line[k + 1] as number;
    const x1 = line[k + 2] as number;
    const y1 = line[k + 3] as number;
    const outside =
      Math.max(x0, x1) < box.x || Math.min(x0, x1) > box.x + box.width || Math.max(y0, y1) < box.y || Math.min(y0, y1) > box.y + box.height;
    if (outside) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else {
      if (run.length === 0) run.push(x0, y0);
      run.push(x1, y1);
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
