import type { Box, Point, Size } from '../base/geometry.ts';

/** A colour as CSS text: `#rrggbb` or `#rrggbbaa`. */
export type Colour = string;

/** A left-to-right or top-to-bottom run of colours over the mark's own box; offsets 0 to 1. */
export interface Gradient {
  readonly kind: 'gradient';
  readonly direction: 'across' | 'down';
  readonly stops: readonly { readonly offset: number; readonly colour: Colour }[];
}

export type Fill = Colour | Gradient;

/** How an outline is drawn; widths and dashes in pixels. */
export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: readonly number[];
}

export const FONT_FAMILIES = ['sans', 'serif'] as const;
export type FontFamily = (typeof FONT_FAMILIES)[number];

/** A text style; `sans` is Inter and `serif` Source Serif 4, both falling back to Vazirmatn for Arabic script. */
export interface Font {
  readonly family: FontFamily;
  /** Pixels. */
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700;
  readonly italic?: boolean;
  /** Extra pixels after each letter; none in a text with Arabic script, whose letters join. */
  readonly spacing?: number;
}

interface MarkBase {
  /** Number of the event that this mark stands for: what a hit-test answers. */
  readonly event?: number;
  /** Key of a place or id of a control, answered by a hit-test beside the event. */
  readonly key?: string;
  /** Becomes `data-role` in SVG: what the mark is, for styling and tests (`label`, `bar`, `tick`). */
  readonly role?: string;
  /** From 0 to 1; multiplies the opacity of each colour of the mark, and of the marks in a group one by one. */
  readonly opacity?: number;
}

export interface RectMark extends MarkBase, Box {
  readonly kind: 'rect';
  readonly fill?: Fill;
  readonly stroke?: Stroke;
  /** Corner radius. */
  readonly radius?: number;
}

/** Many upright boxes in one colour, as density is drawn: a flat list x0, y0, width0, height0, x1 … */
export interface BoxesMark extends MarkBase {
  readonly kind: 'boxes';
  readonly boxes: ArrayLike<number>;
  readonly fill: Colour;
}

export interface LineMark extends MarkBase {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Stroke;
}

/** Polylines or polygons: each ring a flat list x0, y0, x1, y1 …; holes by the even-odd rule. */
export interface PathMark extends MarkBase {
  readonly kind: 'path';
  readonly rings: readonly ArrayLike<number>[];
  readonly closed: boolean;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

/**
 * A circle, or a sector of one from angle `from` to `to` in radians clockwise from the top.
 * The fill of a sector reaches to the centre, its stroke runs along the arc only.
 */
export interface CircleMark extends MarkBase {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
  readonly from?: number;
  readonly to?: number;
}

/**
 * The sign of an event: its status in the language of the design. `confirmed` a filled disc, `reported` a ring with a core,
 * `planned` a dashed ring, `disputed` and `denied` a ring with a stroke through, `retracted` a hollow ring.
 */
export interface SymbolMark extends MarkBase {
  readonly kind: 'symbol';
  readonly symbol: 'confirmed' | 'reported' | 'planned' | 'disputed' | 'denied' | 'retracted';
  readonly x: number;
  readonly y: number;
  /** Outer radius in pixels. */
  readonly radius: number;
  readonly colour: Colour;
  /** What shows inside rings. */
  readonly ground: Colour;
}

/** The small shape that tells categories apart without colour; `shape` is the category's position, 0 to 7. */
export interface GlyphMark extends MarkBase {
  readonly kind: 'glyph';
  readonly shape: number;
  readonly x: number;
  readonly y: number;
  /** Half the side of its box. */
  readonly radius: number;
  readonly fill: Colour;
}

/**
 * A line of text; `y` is the baseline. `anchor` says which part of the line lies at `x`: `start` its left end, `end` its right end,
 * whichever way its script runs.
 */
export interface TextMark extends MarkBase {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: Font;
  readonly fill: Colour;
  readonly anchor: 'start' | 'middle' | 'end';
  /** A band of this colour around the letters; width in pixels on each side. */
  readonly halo?: { readonly colour: Colour; readonly width: number };
}

/** Marks moved together, and cut to a shape (in the group's own coordinates, before the move). */
export interface GroupMark extends MarkBase {
  readonly kind: 'group';
  readonly marks: readonly Mark[];
  readonly translate?: Point;
  readonly clip?: Box | { readonly rings: readonly ArrayLike<number>[] };
}

export type Mark = RectMark | BoxesMark | LineMark | PathMark | CircleMark | SymbolMark | GlyphMark | TextMark | GroupMark;
export type MarkKind = Mark['kind'];

/** One picture as data: painted on canvas, written as SVG, hit-tested, all from this. Later marks lie on top. */
export interface Scene {
  readonly size: Size;
  readonly background?: Colour;
  readonly marks: readonly Mark[];
  /** Becomes the SVG's title and the canvas's accessible name. */
  readonly title: string;
  /** Becomes the SVG's description: what the picture shows, in a sentence or more. */
  readonly description?: string;
  /** BCP 47 tag and direction of the texts. */
  readonly language: string;
}
