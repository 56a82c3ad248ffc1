import type { Box } from '../../base/geometry.ts';
import type { CanvasLike } from '../canvas-like.ts';
import type { Fill, Mark, Stroke } from '../scene.ts';

/** What a mark paints itself with on a canvas. */
export interface CanvasPainter {
  readonly context: CanvasLike;
  /** Paints marks that belong to the one being painted, under its opacity. */
  readonly paint: (marks: readonly Mark[]) => void;
}

/** Attributes of an SVG element in the order of writing; those without a value are left out. Numbers are rounded. */
export type Attributes = readonly (readonly [name: string, value: string | number | undefined])[];

/** What a mark writes itself with as SVG. */
export interface SvgWriter {
  /** Writes one element for the mark; `content` is SVG already. */
  readonly element: (mark: Mark, name: string, attributes: Attributes, content?: string) => void;
  /** Writes other marks for the mark, under its opacity; in a `g` when that has something to say. */
  readonly group: (mark: Mark, attributes: Attributes, marks: readonly Mark[]) => void;
  /** The attributes of a fill; a gradient runs over `box`. */
  readonly fill: (fill: Fill | undefined, box: Box) => Attributes;
  readonly stroke: (stroke: Stroke | undefined) => Attributes;
  /** Defines a clip by path data and answers the reference to it. */
  readonly clip: (pathData: string) => string;
}

/** All that is to know about one kind of mark. Written as methods, so that the faces of one kind pass for those of any. */
export interface Faces<M extends Mark> {
  readonly kind: M['kind'];
  /** The box that the painted mark fills, outline included; `undefined` when nothing is painted. */
  bounds(mark: M, boundsOf: (mark: Mark) => Box | undefined): Box | undefined;
  canvas(mark: M, painter: CanvasPainter): void;
  svg(mark: M, writer: SvgWriter): void;
  /** Pixels from a point to the mark, 0 on it. */
  distance(mark: M, x: number, y: number, distanceOf: (mark: Mark, x: number, y: number) => number): number;
}
