import { wrap, wrapBalanced } from '../scene/fit-text.ts';
import type { Colour, Font, TextMark } from '../scene/scene.ts';

/** How a block of text is set: its font, the distance of its baselines in pixels, its colour. */
export interface TextStyle {
  readonly font: Font;
  readonly leading: number;
  readonly fill: Colour;
}

/** Where a block of text stands: `x` by its anchor, `y` the top of its first line, and the width at which lines break. */
export interface TextBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Whether lines are evened out, as in headlines. */
  readonly isBalanced?: boolean;
  readonly anchor?: TextMark['anchor'];
  readonly role?: string;
  readonly event?: number;
}

/** A block of text as marks, and its height in pixels: whole, in as many lines as it takes. */
export function layoutText(text: string, style: TextStyle, block: TextBlock): { readonly marks: readonly TextMark[]; readonly height: number } {
  const lines = block.isBalanced === true ? headlineLines(text, style.font, block.width) : wrap(text, style.font, block.width);
  return { marks: layoutLines(lines, style, block), height: lines.length * style.leading };
}

const NO_BREAK_SPACE = '\u00A0';

/** Lines of a headline: as even as can be, and none that ends in a word of one or two letters. */
export function headlineLines(text: string, font: Font, width: number): readonly string[] {
  const bound = text.replaceAll(/(?<=^|[\s(“‘])(\p{L}{1,2}) (?=\S)/gu, `$1${NO_BREAK_SPACE}`);
  let after = 0;
  return wrapBalanced(bound, font, width).map((line) => {
    const at = bound.indexOf(line, after);
    if (at === -1) return line;
    after = at + line.length;
    // As it was written: a reader who searches for it types spaces.
    return text.slice(at, after);
  });
}

/** Lines broken already, set from the block's top. */
export function layoutLines(lines: readonly string[], style: TextStyle, block: Omit<TextBlock, 'width'>): readonly TextMark[] {
  return lines.map((line, position) => ({
    kind: 'text',
    x: block.x,
    y: block.y + position * style.leading + baselineIn(style),
    text: line,
    font: style.font,
    fill: style.fill,
    anchor: block.anchor ?? 'start',
    ...(block.role !== undefined && { role: block.role }),
    ...(block.event !== undefined && { event: block.event }),
  }));
}

/** From a line's top to its baseline: letters with their descent (about a quarter of the size) stand in the middle of the line. */
export const baselineIn = ({ font, leading }: TextStyle): number => leading / 2 + font.size * 0.34;
