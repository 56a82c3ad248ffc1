import type { GlyphMark, Mark } from '../scene.ts';
import type { Faces } from './faces.ts';
import { unite } from './shape.ts';

/** Points of a shape in a box from -1 to 1, y downwards; several rings where the shape is in pieces. */
type Outline = readonly (readonly number[])[];

const HALF_DISC: readonly number[] = Array.from({ length: 17 }, (_, i) => {
  const angle = Math.PI + (i * Math.PI) / 16;
  return [1.08 * Math.cos(angle), 0.54 + 1.08 * Math.sin(angle)];
}).flat();

/**
 * One outline for each category, of about the same weight to the eye, none of them a disc or a ring: those are for the status.
 * The first, a square, is drawn with round corners.
 */
const OUTLINES: readonly Outline[] = [
  [[-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8]],
  [[0, -1, 0.98, 0.75, -0.98, 0.75]],
  [[0, -1.05, 1.05, 0, 0, 1.05, -1.05, 0]],
  [[-0.32, -1, 0.32, -1, 0.32, -0.32, 1, -0.32, 1, 0.32, 0.32, 0.32, 0.32, 1, -0.32, 1, -0.32, 0.32, -1, 0.32, -1, -0.32, -0.32, -0.32]],
  [HALF_DISC],
  [[-0.95, -0.75, 0.95, -0.75, 0.95, -0.15, -0.95, -0.15], [-0.95, 0.15, 0.95, 0.15, 0.95, 0.75, -0.95, 0.75]],
  [[0, 1, 0.98, -0.75, -0.98, -0.75]],
  [[-0.9, -0.9, 0.9, -0.9, 0.15, 0, 0.9, 0.9, -0.9, 0.9, -0.15, 0]],
];

/** The number of different shapes. */
export const GLYPH_COUNT = OUTLINES.length;

/** The marks that make up a glyph. Shapes repeat after the last. */
export function expandGlyph({ shape, x, y, radius, fill }: GlyphMark): readonly Mark[] {
  const position = ((shape % GLYPH_COUNT) + GLYPH_COUNT) % GLYPH_COUNT;
  if (position === 0) {
    const half = radius * 0.8;
    return [{ kind: 'rect', x: x - half, y: y - half, width: 2 * half, height: 2 * half, radius: half * 0.28, fill }];
  }
  const rings = (OUTLINES[position] ?? []).map((ring) => ring.map((value, i) => (i % 2 === 0 ? x : y) + value * radius));
  return [{ kind: 'path', rings, closed: true, fill }];
}

export const glyph: Faces<GlyphMark> = {
  kind: 'glyph',
  bounds: (mark, boundsOf) => unite(expandGlyph(mark).map(boundsOf)),
  canvas: (mark, painter) => painter.paint(expandGlyph(mark)),
  svg: (mark, writer) => writer.group(mark, [], expandGlyph(mark)),
  distance: (mark, x, y) => Math.max(0, Math.max(Math.abs(x - mark.x), Math.abs(y - mark.y)) - mark.radius),
};
