import { isArabic } from './arabic-width.ts';
import { roundLength } from './format-number.ts';
import { FONT_FAMILIES, type Font, type FontFamily } from './scene.ts';

/** CSS font families of each text style: the bundled face, the one for Arabic script, and what most machines have. */
const STACKS: { readonly [F in FontFamily]: string } = {
  sans: "Inter, Vazirmatn, 'Helvetica Neue', Arial, sans-serif",
  serif: "'Source Serif 4', Vazirmatn, Georgia, 'Times New Roman', serif",
};

/** The same for text with Arabic script: its own face first, for programs that set a whole line in the first family they have. */
const ARABIC_STACKS: { readonly [F in FontFamily]: string } = {
  sans: "Vazirmatn, Inter, 'Helvetica Neue', Arial, sans-serif",
  serif: "Vazirmatn, 'Source Serif 4', Georgia, 'Times New Roman', serif",
};

/** The CSS font families for a text in a style. */
export const fontStack = (family: FontFamily, text = ''): string => (isArabic(text) ? ARABIC_STACKS : STACKS)[family];

/** The CSS shorthand that a canvas takes for a text in a font; the size rounded as SVG files have it. */
export function cssFont(font: Font, text: string): string {
  return `${font.italic ? 'italic ' : ''}${font.weight} ${roundLength(font.size)}px ${fontStack(font.family, text)}`;
}

const CSS_FONT = /^(?<italic>italic )?(?<weight>[4567]00) (?<size>[\d.]+)px (?<stack>.+)$/;

/**
 * The font that `cssFont` wrote, without its spacing.
 * @throws Error for a text that it did not write.
 */
export function parseCssFont(css: string): Font {
  const { italic, weight, size, stack } = CSS_FONT.exec(css)?.groups ?? {};
  const family = FONT_FAMILIES.find((candidate) => stack === STACKS[candidate] || stack === ARABIC_STACKS[candidate]);
  if (family === undefined) throw new Error(`no font is written ${JSON.stringify(css)}`);
  return { family, size: Number(size), weight: Number(weight) as Font['weight'], ...(italic === undefined ? {} : { italic: true }) };
}

/** Pixels between the letters of a text: none in Arabic script, whose letters join. */
export const spacingOf = (font: Font, text: string): number => (isArabic(text) ? 0 : (font.spacing ?? 0));
