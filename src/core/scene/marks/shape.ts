import type { Box } from '../../base/geometry.ts';
import { formatNumber } from '../format-number.ts';
import type { Stroke } from '../scene.ts';

/** Half the width of an outline: how far it reaches beyond the shape. */
export const halfWidth = (stroke: Stroke | undefined): number => (stroke?.width ?? 0) / 2;

/** The box, larger by `margin` on every side. */
export const grow = (box: Box, margin: number): Box => ({
  x: box.x - margin,
  y: box.y - margin,
  width: box.width + 2 * margin,
  height: box.height + 2 * margin,
});

/** The smallest box around some boxes; `undefined` around none. */
export function unite(boxes: readonly (Box | undefined)[]): Box | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    if (box === undefined) continue;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box that two boxes share; `undefined` when they lie apart. */
export function intersect(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width < 0 || height < 0 ? undefined : { x, y, width, height };
}

/** The box around flat rings x0, y0, x1, y1 …; `undefined` without a point. */
export function boundsOfRings(rings: readonly ArrayLike<number>[]): Box | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = ring[i] as number;
      const y = ring[i + 1] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Pixels from a point to a box, 0 inside. */
export function distanceToBox(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

/** Pixels from a point to a straight line between two points. */
export function distanceToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Whether a point lies in rings by the even-odd rule. */
export function insideRings(rings: readonly ArrayLike<number>[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let x1 = ring[ring.length - 2] as number;
    let y1 = ring[ring.length - 1] as number;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x2 = ring[i] as number;
      const y2 = ring[i + 1] as number;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      x1 = x2;
      y1 = y2;
    }
  }
  return inside;
}

/** Pixels from a point to the lines of rings; infinite without a line. */
export function distanceToRings(rings: readonly ArrayLike<number>[], closed: boolean, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    const count = ring.length >> 1;
    for (let i = closed ? 0 : 1; i < count; i++) {
      const from = 2 * (i === 0 ? count - 1 : i - 1);
      const distance = distanceToSegment(
        x, y, ring[from] as number, ring[from + 1] as number, ring[2 * i] as number, ring[2 * i + 1] as number,
      );
      if (distance < nearest) nearest = distance;
    }
  }
  return nearest;
}

/** SVG path data of rings: straight lines between rounded points. */
export function pathDataOf(rings: readonly ArrayLike<number>[], closed: boolean): string {
  let data = '';
  for (const ring of rings) {
    if (ring.length < 4) continue;
    let separator = 'M';
    for (let i = 0; i + 1 < ring.length; i += 2) {
      data += `${separator}${formatNumber(ring[i] as number)} ${formatNumber(ring[i + 1] as number)}`;
      separator = i === 0 ? 'L' : ' ';
    }
    if (closed) data += 'Z';
  }
  return data;
}

/** The four corners of a box as a ring. */
export const ringOfBox = ({ x, y, width, height }: Box): readonly number[] => [x, y, x + width, y, x + width, y + height, x, y + height];
