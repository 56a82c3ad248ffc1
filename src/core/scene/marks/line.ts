import type { LineMark } from '../scene.ts';
import { strokePath } from './canvas-style.ts';
import type { Faces } from './faces.ts';
import { boundsOfRings, distanceToSegment, grow, halfWidth } from './shape.ts';

export const line: Faces<LineMark> = {
  kind: 'line',
  bounds: (mark) => {
    const box = boundsOfRings([[mark.x1, mark.y1, mark.x2, mark.y2]]);
    return box && grow(box, halfWidth(mark.stroke));
  },
  canvas: (mark, { context }) => {
    context.beginPath();
    context.moveTo(mark.x1, mark.y1);
    context.lineTo(mark.x2, mark.y2);
    strokePath(context, mark.stroke);
  },
  svg: (mark, writer) => {
    writer.element(mark, 'line', [
      ['x1', mark.x1],
      ['y1', mark.y1],
      ['x2', mark.x2],
      ['y2', mark.y2],
      ...writer.stroke(mark.stroke),
    ]);
  },
  distance: (mark, x, y) =>
    Math.max(0, distanceToSegment(x, y, mark.x1, mark.y1, mark.x2, mark.y2) - halfWidth(mark.stroke)),
};
