import { FONT_FACES } from './font-face-table.ts';
import { isArabic } from './arabic-width.ts';
import type { FontFamily, Scene, TextMark } from './scene.ts';
import { textMarksOf } from './texts.ts';

/** A font file of the page: a family in one style, for some scripts, in a range of weights. */
export interface FontFace {
  /** CSS name. */
  readonly family: 'Inter' | 'Source Serif 4' | 'Vazirmatn';
  readonly style: 'normal' | 'italic';
  /** Lightest and boldest weight. */
  readonly weights: readonly [number, number];
  /** Path of the WOFF2 file below `@fontsource-variable/`. */
  readonly file: string;
  /** As in CSS: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
}

const FAMILY_NAMES: { readonly [F in FontFamily]: FontFace['family'] } = { sans: 'Inter', serif: 'Source Serif 4' };

type CodeRange = readonly [first: number, last: number];

const parseRange = (unicodeRange: string): readonly CodeRange[] =>
  unicodeRange.split(',').map((part): CodeRange => {
    const [first = '', last = first] = part.replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });

const RANGES = new Map(FONT_FACES.map((face) => [face, parseRange(face.unicodeRange)]));

const covers = (face: FontFace, code: number): boolean => RANGES.get(face)?.some(([first, last]) => code >= first && code <= last) ?? false;

/** The faces that may set a text, the first one with a character setting it. Vazirmatn has no italic: browsers slant it. */
function facesFor({ text, font }: TextMark): readonly FontFace[] {
  const style = font.italic ? 'italic' : 'normal';
  const own = FONT_FACES.filter((face) => face.family === FAMILY_NAMES[font.family] && face.style === style);
  return isArabic(text) ? [...FONT_FACES.filter((face) => face.family === 'Vazirmatn'), ...own] : own;
}

/** The font files that the texts of a scene need, in the order of `FONT_FACES`: what to embed in an SVG file. */
export function fontFacesUsed(scene: Scene): readonly FontFace[] {
  const used = new Set<FontFace>();
  for (const mark of textMarksOf(scene.marks)) {
    const faces = facesFor(mark);
    for (const character of mark.text) {
      const face = faces.find((candidate) => covers(candidate, character.codePointAt(0) ?? 0));
      if (face) used.add(face);
    }
  }
  return FONT_FACES.filter((face) => used.has(face));
}
