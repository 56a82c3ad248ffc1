import { FONT_FACES } from './font-face-table.ts';
import { runsOf } from './font-stack.ts';
import type { FontFamily, Scene } from './scene.ts';
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

/** The font files that the texts of a scene need, in the order of `FONT_FACES`: what to embed in an SVG file. */
export function fontFacesUsed(scene: Scene): readonly FontFace[] {
  const characters = new Map<string, Set<string>>();
  for (const { text, font } of textMarksOf(scene.marks)) {
    for (const run of runsOf(text)) {
      const style = font.italic && !run.arabic ? 'italic' : 'normal';
      const key = `${run.arabic ? 'Vazirmatn' : FAMILY_NAMES[font.family]} ${style}`;
      const known = characters.get(key) ?? new Set();
      characters.set(key, known);
      for (const character of run.text) known.add(character);
    }
  }
  const used = new Set<FontFace>();
  for (const [key, set] of characters) {
    const faces = FONT_FACES.filter((face) => `${face.family} ${face.style}` === key);
    for (const character of set) {
      const face = faces.find((candidate) => covers(candidate, character.codePointAt(0) ?? 0));
      if (face) used.add(face);
    }
  }
  return FONT_FACES.filter((face) => used.has(face));
}
