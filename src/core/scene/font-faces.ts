import { FONT_FACES } from './font-face-table.ts';
import { isArabic } from './arabic-width.ts';
import { toPrintable } from './printable.ts';
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

/** Whether a face is there to set a character. */
export const covers = (face: FontFace, code: number): boolean => RANGES.get(face)?.some(([first, last]) => code >= first && code <= last) ?? false;

/** The faces that may set a text, the first one with a character setting it. Vazirmatn has no italic: browsers slant it. */
export function facesFor({ text, font }: Pick<TextMark, 'text' | 'font'>): readonly FontFace[] {
  const style = font.italic ? 'italic' : 'normal';
  const own = FONT_FACES.filter((face) => face.family === FAMILY_NAMES[font.family] && face.style === style);
  return isArabic(text) ? [...FONT_FACES.filter((face) => face.family === 'Vazirmatn'), ...own] : own;
}

/**
 * The characters that each font file sets in a scene, by code point; the files in the order of `FONT_FACES`: what to embed in a picture. A file
 * that sets anything gets all that it could set, since programs choose the file of an accent by the letter before it.
 */
export function charactersOfFaces(scene: Scene): ReadonlyMap<FontFace, ReadonlySet<number>> {
  const used = new Set<FontFace>();
  const characters = new Map(FONT_FACES.map((face) => [face, new Set<number>()]));
  for (const mark of textMarksOf(scene.marks)) {
    const faces = facesFor(mark);
    for (const character of toPrintable(mark.text)) {
      const code = character.codePointAt(0) ?? 0;
      const able = faces.filter((face) => covers(face, code));
      if (able[0] !== undefined) used.add(able[0]);
      for (const face of able) characters.get(face)?.add(code);
    }
  }
  return new Map([...characters].filter(([face]) => used.has(face)));
}

/** The font files that the texts of a scene need, in the order of `FONT_FACES`. */
export const fontFacesUsed = (scene: Scene): readonly FontFace[] => [...charactersOfFaces(scene).keys()];
