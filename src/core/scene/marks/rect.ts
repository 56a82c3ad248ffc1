import { fillPath, strokePath } from './canvas-style.ts';
import type { RectMark } from '../scene.ts';
import type { Faces } from './faces.ts';
import { distanceToBox, grow, halfWidth } from './shape.ts';

/** Corners never take more than half a side. */
const radiusOf = (mark: RectMark): number => Math.max(0, Math.min(mark.radius ?? 0, mark.width / 2, mark.height / 2));

/** Pixels from a point to the filled box with its round corners. */
function distanceToRect(mark: RectMark, x: number, y: number): number {
  const radius = radiusOf(mark);
  return Math.max(0, distanceToBox(grow(mark, -radius), x, y) - radius);
}

/** Pixels from a point to the outline alone. */
function distanceToEdge(mark: RectMark, x: number, y: number): number {
  const inside = Math.min(x - mark.x, mark.x + mark.width - x, y - mark.y, mark.y + mark.height - y);
  return inside > 0 ? inside : distanceToRect(mark, x, y);
}

export const rect: Faces<RectMark> = {
  kind: 'rect',
  bounds: (mark) => grow(mark, halfWidth(mark.stroke)),
  canvas: (mark, { context }) => {
    const radius = radiusOf(mark);
    context.beginPath();
    if (radius > 0) context.roundRect(mark.x, mark.y, mark.width, mark.height, radius);
    else context.rect(mark.x, mark.y, mark.width, mark.height);
    fillPath(context, mark.fill, mark);
    context.lineJoin = 'miter';
    strokePath(context, mark.stroke);
    context.lineJoin = 'round';
  },
  svg: (mark, writer) => {
    const radius = radiusOf(mark);
    writer.element(mark, 'rect', [
      ['x', mark.x],
      ['y', mark.y],
      ['width', mark.width],
      ['height', mark.height],
      ['rx', radius > 0 ? radius : undefined],
      ...writer.fill(mark.fill, mark),
      ...writer.stroke(mark.stroke),
      ['stroke-linejoin', mark.stroke && radius === 0 ? 'miter' : undefined],
    ]);
  },
  distance: (mark, x, y) =>
    Math.max(0, (mark.fill === undefined ? distanceToEdge(mark, x, y) : distanceToRect(mark, x, y)) - halfWidth(mark.stroke)),
};
