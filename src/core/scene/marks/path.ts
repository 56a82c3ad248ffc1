import type { CanvasLike } from '../canvas-like.ts';
import type { PathMark } from '../scene.ts';
import { fillPath, strokePath } from './canvas-style.ts';
import type { Faces } from './faces.ts';
import { boundsOfRings, distanceToRings, grow, halfWidth, insideRings, pathDataOf } from './shape.ts';

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** Adds rings to the canvas's current path. */
export function traceRings(context: CanvasLike, rings: readonly ArrayLike<number>[], closed: boolean): void {
  for (const ring of rings) {
    if (ring.length < 4) continue;
    context.moveTo(ring[0] as number, ring[1] as number);
    for (let i = 2; i + 1 < ring.length; i += 2) context.lineTo(ring[i] as number, ring[i + 1] as number);
    if (closed) context.closePath();
  }
}

/** The box that a gradient runs over; only asked for when there is one. */
const gradientBox = (mark: PathMark) => (typeof mark.fill === 'object' ? (boundsOfRings(mark.rings) ?? NOWHERE) : NOWHERE);

export const path: Faces<PathMark> = {
  kind: 'path',
  bounds: (mark) => {
    const box = boundsOfRings(mark.rings);
    return box && grow(box, halfWidth(mark.stroke));
  },
  canvas: (mark, { context }) => {
    context.beginPath();
    traceRings(context, mark.rings, mark.closed);
    fillPath(context, mark.fill, gradientBox(mark));
    strokePath(context, mark.stroke);
  },
  svg: (mark, writer) => {
    const data = pathDataOf(mark.rings, mark.closed);
    if (data === '') return;
    writer.element(mark, 'path', [
      ['d', data],
      ['fill-rule', mark.fill === undefined ? undefined : 'evenodd'],
      ...writer.fill(mark.fill, gradientBox(mark)),
      ...writer.stroke(mark.stroke),
    ]);
  },
  distance: (mark, x, y) => {
    if (mark.fill !== undefined && insideRings(mark.rings, x, y)) return 0;
    return Math.max(0, distanceToRings(mark.rings, mark.closed, x, y) - halfWidth(mark.stroke));
  },
};
