import type { Box } from '../base/geometry.ts';
import { boundsOfRings } from './marks/shape.ts';
import type { Colour, GroupMark, Mark, RectMark } from './scene.ts';

/** Marks moved by some pixels to the right and down. */
export const translated = (marks: readonly Mark[], x: number, y: number): GroupMark => ({ kind: 'group', translate: { x, y }, marks });

/** Marks cut to a box. */
export const clipped = (marks: readonly Mark[], clip: Box): GroupMark => ({ kind: 'group', clip, marks });

/**
 * An area filled with parallel lines that rise to the right: a place known no more closely than this area. `spacing` is the distance
 * between lines in pixels. The lines belong to the coordinates, not to the area, so that those of neighbours meet.
 */
export function hatch(rings: readonly ArrayLike<number>[], spacing: number, colour: Colour, width = 1): GroupMark {
  const box = boundsOfRings(rings);
  if (!(spacing > 0)) throw new RangeError(`hatch lines need a distance, not ${spacing}`);
  const lines: number[][] = [];
  if (box) {
    // Along such a line x + y is constant.
    const step = spacing * Math.SQRT2;
    const last = box.x + box.width + box.y + box.height;
    for (let i = Math.ceil((box.x + box.y) / step); i * step <= last; i++) {
      const sum = i * step;
      const left = Math.max(box.x, sum - box.y - box.height);
      const right = Math.min(box.x + box.width, sum - box.y);
      // A little further than the box, so that no end shows within it.
      lines.push([left - width, sum - left + width, right + width, sum - right - width]);
    }
  }
  return { kind: 'group', clip: { rings }, marks: [{ kind: 'path', rings: lines, closed: false, stroke: { colour, width } }] };
}

/** How a bar fades: pixels over which it comes and goes, and its opacity between, from 0 to 1. */
export interface Softness {
  readonly start: number;
  readonly end: number;
  readonly strength: number;
}

const withAlpha = (colour: Colour, alpha: number): Colour =>
  `${colour.slice(0, 7)}${Math.round(Math.min(1, Math.max(0, alpha)) * 255).toString(16).padStart(2, '0')}`;

/** A bar whose ends fade out: a time span whose start or end is not known exactly. `colour` is `#rrggbb`. */
export function softBar(box: Box, colour: Colour, { start, end, strength }: Softness): RectMark {
  const share = box.width > 0 ? Math.min(1, box.width / Math.max(box.width, start + end)) / box.width : 0;
  const full = withAlpha(colour, strength);
  const none = withAlpha(colour, 0);
  return {
    kind: 'rect',
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    radius: Math.min(4, box.height / 2),
    fill: {
      kind: 'gradient',
      direction: 'across',
      stops: [
        { offset: 0, colour: start > 0 ? none : full },
        { offset: Math.min(1, start * share), colour: full },
        { offset: Math.max(0, 1 - end * share), colour: full },
        { offset: 1, colour: end > 0 ? none : full },
      ],
    },
  };
}
