import { formatNumber } from '../format-number.ts';
import type { BoxesMark } from '../scene.ts';
import type { Faces } from './faces.ts';
import { distanceToBox } from './shape.ts';

/** How many numbers say one box. */
const STRIDE = 4;

export const boxes: Faces<BoxesMark> = {
  kind: 'boxes',
  bounds: ({ boxes: flat }) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 0; k + STRIDE <= flat.length; k += STRIDE) {
      const [x, y] = [flat[k] as number, flat[k + 1] as number];
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + (flat[k + 2] as number));
      bottom = Math.max(bottom, y + (flat[k + 3] as number));
    }
    return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
  },
  canvas: ({ boxes: flat, fill }, { context }) => {
    context.fillStyle = fill;
    for (let k = 0; k + STRIDE <= flat.length; k += STRIDE) {
      context.fillRect(flat[k] as number, flat[k + 1] as number, flat[k + 2] as number, flat[k + 3] as number);
    }
  },
  svg: (mark, writer) => {
    const { boxes: flat, fill } = mark;
    let data = '';
    for (let k = 0; k + STRIDE <= flat.length; k += STRIDE) {
      const [x, y, width, height] = [0, 1, 2, 3].map((at) => formatNumber(flat[k + at] as number));
      data += `M${x} ${y}h${width}v${height}H${x}z`;
    }
    if (data !== '') writer.element(mark, 'path', [['d', data], ...writer.fill(fill, NOWHERE)]);
  },
  distance: ({ boxes: flat }, x, y) => {
    let nearest = Infinity;
    for (let k = 0; k + STRIDE <= flat.length; k += STRIDE) {
      const box = { x: flat[k] as number, y: flat[k + 1] as number, width: flat[k + 2] as number, height: flat[k + 3] as number };
      nearest = Math.min(nearest, distanceToBox(box, x, y));
    }
    return nearest;
  },
};

/** The box of a gradient, which boxes never have. */
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
