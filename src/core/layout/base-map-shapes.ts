import type { Box } from '../base/geometry.ts';
import type { MapLine, UnitBox } from '../geo/base-map.ts';
import { clipLine, clipRing } from '../geo/clip.ts';
import type { MapProjection } from '../geo/mercator.ts';

/** Pixels drawn beyond the edges of a picture, so that outlines along the cut are not seen. */
const MARGIN = 16;

/** A line may leave its course by this many pixels unless more is allowed. */
export const TOLERANCE = 0.4;

/** Rings smaller than this many pixels both ways are left out. */
const SMALLEST_RING = 1.5;

/** Rings that a coarser line would make nothing of are left out with it. */
const smallestAt = (tolerance: number): number => SMALLEST_RING + 2 * (tolerance - TOLERANCE);

/** The pixel rings of lines closed to polygons, in every copy of the world that is on view, cut to the picture. */
export function pixelRings(lines: readonly MapLine[], projection: MapProjection, tolerance: number = TOLERANCE): number[][] {
  return lines.flatMap((line) => copiesOnView(line.box, projection).map((copy) => pixelRing(line, projection, copy, tolerance))).filter(isRing);
}

/**
 * The pixel ring of one line in a given copy of the world, cut to the picture and true to `tolerance` pixels;
 * empty when nothing of it is seen.
 */
export function pixelRing(line: MapLine, projection: MapProjection, copy: number, tolerance: number = TOLERANCE): number[] {
  const clip = clipBoxOf(projection);
  const box = pixelBox(line.box, projection, copy);
  const smallest = smallestAt(tolerance);
  if (box.width < smallest && box.height < smallest) return [];
  const ring = project(line, projection, copy, tolerance);
  return rounded(isInside(box, clip) ? ring : clipRing(ring, clip));
}

/** The pixel runs of open lines, in every copy of the world that is on view, without what lies far outside the picture. */
export function pixelLines(lines: readonly MapLine[], projection: MapProjection, tolerance: number = TOLERANCE): number[][] {
  const clip = clipBoxOf(projection);
  const smallest = smallestAt(tolerance);
  const runs: number[][] = [];
  for (const line of lines) {
    for (const copy of copiesOnView(line.box, projection)) {
      const box = pixelBox(line.box, projection, copy);
      if (box.width < smallest && box.height < smallest) continue;
      const run = project(line, projection, copy, tolerance);
      for (const part of isInside(box, clip) ? [run] : clipLine(run, clip)) runs.push(rounded(part));
    }
  }
  return runs;
}

/** The copies of the world (0 is the first, 1 the next to the east) in which a box touches the picture. */
export function copiesOnView(box: UnitBox, { scale, left, top, size }: MapProjection): number[] {
  if (box.y1 * scale < top - MARGIN || box.y0 * scale > top + size.height + MARGIN) return [];
  const first = Math.ceil((left - MARGIN) / scale - box.x1);
  const last = Math.floor((left + size.width + MARGIN) / scale - box.x0);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => first + k);
}

/** A unit box in pixels of the picture. */
export function pixelBox(box: UnitBox, { scale, left, top }: MapProjection, copy: number): Box {
  return {
    x: (box.x0 + copy) * scale - left,
    y: box.y0 * scale - top,
    width: (box.x1 - box.x0) * scale,
    height: (box.y1 - box.y0) * scale,
  };
}

const clipBoxOf = ({ size }: MapProjection): Box => ({
  x: -MARGIN,
  y: -MARGIN,
  width: size.width + 2 * MARGIN,
  height: size.height + 2 * MARGIN,
});

const isRing = (ring: readonly number[]): boolean => ring.length >= 6;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

function project({ points, weights }: MapLine, { scale, left, top }: MapProjection, copy: number, tolerance: number): number[] {
  const least = tolerance / scale;
  const shift = copy * scale - left;
  const pixels: number[] = [];
  for (let k = 0; k < weights.length; k += 1) {
    if ((weights[k] as number) < least) continue;
    pixels.push((points[2 * k] as number) * scale + shift, (points[2 * k + 1] as number) * scale - top);
  }
  return pixels;
}

/** To tenths of a pixel: finer than eyes, and short in SVG. */
function rounded(pixels: number[]): number[] {
  for (let k = 0; k < pixels.length; k += 1) pixels[k] = Math.round((pixels[k] as number) * 10) / 10;
  return pixels;
}
