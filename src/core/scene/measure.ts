import { isArabic, widthOfArabic } from './arabic-width.ts';
import { ADVANCES, RANGES } from './font-metrics.ts';
import { decodeTable } from './font-table.ts';
import type { Font } from './scene.ts';

/** Where the tables end; everything above is not a letter of the bundled fonts. */
const LIMIT = RANGES.reduce((limit, [, last]) => Math.max(limit, last + 1), 0);

/** Advance widths in ems by code point; NaN where the face has no such character. */
type Face = Float64Array;

function decodeFace(name: keyof typeof ADVANCES): Face {
  const widths = new Float64Array(LIMIT).fill(Number.NaN);
  const table = decodeTable(ADVANCES, name);
  let at = 0;
  for (const [first, last] of RANGES) {
    widths.set(table.subarray(at, at + last - first + 1), first);
    at += last - first + 1;
  }
  return widths;
}

/** Italics are listed in one weight only: the others add to it what the upright gains. */
function makeFace({ family, weight, italic }: Font): Face {
  const upright = decodeFace(`${family} ${weight}`);
  if (!italic) return upright;
  const regular = decodeFace(`${family} 400`);
  return decodeFace(`${family} 400 italic`).map((width, code) => width + (upright[code] as number) - (regular[code] as number));
}

const faces = new Map<string, Face>();

function faceOf(font: Font): Face {
  const key = `${font.family} ${font.weight} ${font.italic ?? false}`;
  const known = faces.get(key);
  if (known) return known;
  const face = makeFace(font);
  faces.set(key, face);
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

/** The widths of the characters of a text without Arabic script. */
function widthOfLetters(text: string, font: Font): { readonly ems: number; readonly letters: number } {
  let ems = 0;
  let letters = 0;
  const face = faceOf(font);
  for (const character of text) {
    const inFace = face[character.codePointAt(0) ?? 0];
    const width = inFace === undefined || Number.isNaN(inFace) ? widthOfForeign(character) : inFace;
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
