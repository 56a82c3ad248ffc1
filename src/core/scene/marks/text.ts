import type { CanvasLike } from '../canvas-like.ts';
import { cssFont, fontStack, spacingOf } from '../font-stack.ts';
import { roundLength } from '../format-number.ts';
import { measureText } from '../measure.ts';
import { toPrintable } from '../printable.ts';
import type { TextMark } from '../scene.ts';
import { escapeXml } from '../xml.ts';
import type { Box } from '../../base/geometry.ts';
import type { Faces } from './faces.ts';
import { distanceToBox, grow } from './shape.ts';

/** Ascent and descent in ems; the larger of the family's and Vazirmatn's would leave gaps, so letters of Latin script set the measure. */
const HEIGHTS = { sans: { ascent: 0.969, descent: 0.242 }, serif: { ascent: 1.036, descent: 0.335 } } as const;
/** Part of the width that lies left of `x`. */
const LEFT_PART = { start: 0, middle: 0.5, end: 1 } as const;

/** Set once, on the root of an SVG file. */
const DEFAULT_STACK = fontStack('sans');

/**
 * Browsers set letters at quarters of a pixel; where a line starts at a quarter, canvas and SVG choose the same for every letter in it, at any
 * whole scale.
 */
const toQuarter = (x: number): number => Math.round(x * 4) / 4;

/**
 * Browsers set baselines at whole pixels, and other programs, those that show PDF files among them, each round a part of a pixel their own way:
 * where it is whole already, all set it alike.
 */
const toWhole = (y: number): number => Math.round(y);

/** What Chromium counts widths and places of lines in an SVG file by, its `LayoutUnit`, in pixels. */
const UNIT = 1 / 64;

/**
 * Where a line begins on a canvas: there where the SVG file has it begin. Browsers take such a line for as wide as the next full unit, and begin it
 * at the full unit before; `textAlign` would count by the width as it is, and set some letters at another quarter of a pixel.
 */
function startOf({ x, anchor }: TextMark, printable: string, context: CanvasLike): number {
  const at = toQuarter(x);
  if (anchor === 'start') return at;
  const width = Math.ceil(context.measureText(printable).width / UNIT) * UNIT;
  return Math.floor((at - width * LEFT_PART[anchor]) / UNIT) * UNIT;
}

function boxOf(mark: TextMark): Box {
  const width = measureText(mark.text, mark.font);
  const { ascent, descent } = HEIGHTS[mark.font.family];
  return {
    x: mark.x - width * LEFT_PART[mark.anchor],
    y: mark.y - ascent * mark.font.size,
    width,
    height: (ascent + descent) * mark.font.size,
  };
}

export const text: Faces<TextMark> = {
  kind: 'text',
  bounds: (mark) => (mark.text === '' ? undefined : grow(boxOf(mark), mark.halo?.width ?? 0)),
  canvas: (mark, { context }) => {
    const { font, halo } = mark;
    const printable = toPrintable(mark.text);
    if (printable === '') return;
    const y = toWhole(mark.y);
    context.font = cssFont(font, printable);
    context.letterSpacing = `${roundLength(spacingOf(font, printable))}px`;
    const x = startOf(mark, printable, context);
    if (halo && halo.width > 0) {
      context.strokeStyle = halo.colour;
      context.lineWidth = 2 * halo.width;
      context.strokeText(printable, x, y);
    }
    context.fillStyle = mark.fill;
    context.fillText(printable, x, y);
  },
  svg: (mark, writer) => {
    const { font, halo } = mark;
    const printable = toPrintable(mark.text);
    if (printable === '') return;
    const stack = fontStack(font.family, printable);
    const box = { x: mark.x, y: mark.y, width: 0, height: 0 };
    writer.element(
      mark,
      'text',
      [
        ['x', toQuarter(mark.x)],
        ['y', toWhole(mark.y)],
        ['font-family', stack === DEFAULT_STACK ? undefined : stack],
        ['font-size', font.size],
        ['font-weight', font.weight === 400 ? undefined : font.weight],
        ['font-style', font.italic ? 'italic' : undefined],
        ['letter-spacing', spacingOf(font, printable) || undefined],
        ['text-anchor', mark.anchor === 'start' ? undefined : mark.anchor],
        ...writer.fill(mark.fill, box),
        ...(halo && halo.width > 0 ? writer.stroke({ colour: halo.colour, width: 2 * halo.width }) : []),
        ['paint-order', halo && halo.width > 0 ? 'stroke' : undefined],
      ],
      escapeXml(printable),
    );
  },
  distance: (mark, x, y) => (mark.text === '' ? Number.POSITIVE_INFINITY : distanceToBox(boxOf(mark), x, y)),
};
