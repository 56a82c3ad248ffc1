import { isArabic } from './arabic-width.ts';
import type { Font, FontFamily } from './scene.ts';

/** CSS font families of each text style: the bundled face, the one for Arabic script, and what most machines have. */
const STACKS: { readonly [F in FontFamily]: string } = {
  sans: "Inter, Vazirmatn, 'Helvetica Neue', Arial, sans-serif",
  serif: "'Source Serif 4', Vazirmatn, Georgia, 'Times New Roman', serif",
};

/** The families for text of a style. */
export const fontStack = (family: FontFamily): string => STACKS[family];

/** The families for a run of Arabic script in text of a style. */
export const arabicFontStack = (family: FontFamily): string => `Vazirmatn, ${STACKS[family].replace('Vazirmatn, ', '')}`;

/** A font as the CSS shorthand that a canvas takes. */
export function cssFont(font: Font): string {
  return `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px ${fontStack(font.family)}`;
}

/** A stretch of text in one script, for which a font is chosen. */
export interface Run {
  readonly text: string;
  readonly arabic: boolean;
}

const ARABIC_RUNS = /[\p{Script=Arabic}\p{Join_Control}\u060C\u061B\u061F][\p{Script=Arabic}\p{Join_Control}\p{M}\u060C\u061B\u061F ]*/gu;

/** Cuts a text where Arabic script begins and ends; spaces between Arabic words belong to them. */
export function runsOf(text: string): readonly Run[] {
  if (!isArabic(text)) return [{ text, arabic: false }];
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(ARABIC_RUNS)) {
    const words = match[0].trimEnd();
    if (match.index > end) runs.push({ text: text.slice(end, match.index), arabic: false });
    runs.push({ text: words, arabic: true });
    end = match.index + words.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), arabic: false });
  return runs;
}
