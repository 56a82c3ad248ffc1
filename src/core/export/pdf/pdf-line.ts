import { formatNumber } from '../../scene/format-number.ts';
import { measureText } from '../../scene/measure.ts';
import type { Font } from '../../scene/scene.ts';
import type { ShapedRun } from '../fonts/shape-line.ts';
import { hex, pdfNumber, pdfText } from './pdf-file.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import type { PdfResources } from './pdf-resources.ts';

/** How far browsers slant the letters of a family without italics, for each unit of height. */
const SLANT = 0.25;
const EM = 1000;
/** Where a frame that stands for a missing letter lies in its em. */
const FRAME = { inset: 0.08, height: 0.72 } as const;

/** The unit of a typeface is small. */
const SCALE_DECIMALS = 7;

const spacingOf = ({ spacing = 0 }: Font): number => spacing;

/** The width of a run in pixels. */
export function widthOfRun({ text, typeface, glyphs }: ShapedRun, font: Font): number {
  if (typeface === undefined) return measureText(text, font);
  return glyphs.reduce((width, { advance }) => width + (advance * font.size) / typeface.unitsPerEm + spacingOf(font), 0);
}

/** The operators that show a run as text from a point on the baseline, the y axis running down. */
export function showRun(run: ShapedRun, font: Font, x: number, y: number, fonts: PdfFonts): string {
  const { typeface, glyphs, isSlanted } = run;
  if (typeface === undefined) return showFrames(run, font, x, y);
  const { name, codeOf } = fonts.fontOf(typeface);
  const scale = font.size / typeface.unitsPerEm;
  const parts: string[] = ['BT', `/${name} ${pdfNumber(font.size)} Tf`];
  let shown: string[] = [];
  const flush = (): void => {
    if (shown.length > 0) parts.push(`[${shown.join('')}] TJ`);
    shown = [];
  };
  /** Where the next glyph belongs, where the file would set it, and how high. */
  let [pen, set, height] = [x, Number.NaN, Number.NaN];
  for (const glyph of glyphs) {
    const [left, bottom] = [pen + glyph.dx * scale, y - glyph.dy * scale];
    if (bottom !== height) {
      flush();
      parts.push(`1 0 ${isSlanted ? SLANT : 0} -1 ${pdfNumber(left)} ${pdfNumber(bottom)} Tm`);
      [set, height] = [left, bottom];
    }
    const gap = ((set - left) / font.size) * EM;
    if (Math.abs(gap) >= 0.05) {
      shown.push(pdfNumber(Math.round(gap * 10) / 10));
      set -= (Math.round(gap * 10) / 10 / EM) * font.size;
    }
    shown.push(`<${hex(codeOf(glyph), 4)}>`);
    set += typeface.widthOf(glyph.id) * scale;
    pen += glyph.advance * scale + spacingOf(font);
  }
  flush();
  return [...parts, 'ET'].join('\n');
}

/** A frame for each character that no bundled font has; the characters themselves are found and copied. */
function showFrames({ text }: ShapedRun, font: Font, x: number, y: number): string {
  const frames: string[] = [];
  let left = x;
  for (const character of text) {
    const width = measureText(character, font);
    const inset = FRAME.inset * font.size;
    if (width > 0) frames.push(`${[left + inset, y, Math.max(0, width - 2 * inset), -FRAME.height * font.size].map(pdfNumber).join(' ')} re`);
    left += width;
  }
  return `/Span <</ActualText ${pdfText(text)}>> BDC\n${pdfNumber(font.size / 16)} w\n${frames.join('\n')}\nS\nEMC`;
}

/**
 * The operators that draw the outlines of a run with a pen of so many pixels. Each glyph is drawn from the one outline that the file has of it, in
 * the units of its typeface.
 */
export function strokeRun({ typeface, glyphs, isSlanted }: ShapedRun, font: Font, x: number, y: number, pen: number, resources: PdfResources): string {
  if (typeface === undefined) return '';
  const scale = font.size / typeface.unitsPerEm;
  const [along, slant] = [scale, isSlanted ? SLANT * scale : 0].map((value) => formatNumber(value, SCALE_DECIMALS));
  const parts: string[] = [];
  let left = x;
  for (const { id, advance, dx, dy } of glyphs) {
    const name = resources.outline(typeface, id);
    if (name !== undefined) {
      parts.push(`q ${along} 0 ${slant} -${along} ${pdfNumber(left + dx * scale)} ${pdfNumber(y - dy * scale)} cm ${pdfNumber(pen / scale)} w /${name} Do Q`);
    }
    left += advance * scale + spacingOf(font);
  }
  return parts.join('\n');
}
