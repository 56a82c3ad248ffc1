import { isArabic, widthOfArabic } from './arabic-width.ts';
import { ADVANCES, RANGES } from './font-metrics.ts';
import { decodeAdvance } from './font-table.ts';
import type { Font } from './scene.ts';

type FaceName = keyof typeof ADVANCES;

/** Where the tables end; everything above is not a letter of the bundled fonts. */
const LIMIT = RANGES.reduce((limit, [, last]) => Math.max(limit, last + 1), 0);

/** Advance widths in ems by code point; NaN where the face has no such character. */
function decodeFace(name: FaceName): Float64Array {
  const widths = new Float64Array(LIMIT).fill(Number.NaN);
  RANGES.forEach(([first, last], run) => {
    for (let code = first; code <= last; code++) widths[code] = decodeAdvance(ADVANCES[name][run] ?? '', code - first);
  });
  return widths;
}

const faces = new Map<FaceName, Float64Array>();

function faceOf(name: FaceName): Float64Array {
  const known = faces.get(name);
  if (known) return known;
  const face = decodeFace(name);
  faces.set(name, face);
  return face;
}

/** Marks that sit on the letter before them, and characters that only steer shaping, take no room. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** Chinese, Japanese and Korean characters and pictographs fill a square in any font. */
const FULL_WIDTH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303F\uFF01-\uFF60]/u;
/** Taken for characters of scripts that no bundled font has: a little wider than the mean Latin letter. */
const USUAL_WIDTH = 0.6;

function widthOfForeign(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return FULL_WIDTH.test(character) ? 1 : USUAL_WIDTH;
}

/** Width in ems of one character of the face. Italics exist in one weight: the others add what the upright gains. */
function widthOf(character: string, code: number, font: Font): number {
  const width = (weight: Font['weight']): number => faceOf(`${font.family} ${weight}`)[code] ?? Number.NaN;
  const inFace = font.italic
    ? (faceOf(`${font.family} 400 italic`)[code] ?? Number.NaN) + (font.weight === 400 ? 0 : width(font.weight) - width(400))
    : width(font.weight);
  return Number.isNaN(inFace) ? widthOfForeign(character) : inFace;
}

/** The widths of the characters of a text without Arabic script. */
function widthOfLetters(text: string, font: Font): { readonly ems: number; readonly letters: number } {
  let ems = 0;
  let letters = 0;
  for (const character of text) {
    const width = widthOf(character, character.codePointAt(0) ?? 0, font);
    ems += width;
    if (width > 0) letters++;
  }
  return { ems, letters };
}

/**
 * Width of a line of text in pixels, from tables of advance widths and so the same on every machine. Arabic script is measured
 * in the shapes that its letters take in the word, and never spaced. Kerning is left out: it narrows most lines by less than
 * one per cent, lines in capitals by up to four, so that what was measured to fit does.
 */
export function measureText(text: string, font: Font): number {
  if (isArabic(text)) {
    const arabic = widthOfArabic(text, font.weight);
    return (arabic.ems + widthOfLetters(arabic.rest, font).ems) * font.size;
  }
  const { ems, letters } = widthOfLetters(text, font);
  return ems * font.size + letters * (font.spacing ?? 0);
}
