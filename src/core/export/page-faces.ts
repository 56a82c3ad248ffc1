import { isArabic } from '../scene/arabic-width.ts';
import { FONT_FACES } from '../scene/font-face-table.ts';
import { covers, type FontFace } from '../scene/font-faces.ts';

/** A letter by which a face is known for the one of its family that sets Latin text. */
const LATIN = 'A'.charCodeAt(0);

/** Whether a face sets the letters that the words of a page itself are written with: of these, every page has its own. */
export const isPageOwn = (face: FontFace): boolean => face.family !== 'Vazirmatn' && covers(face, LATIN);

/**
 * The font files that a page with these texts in it needs beside its own, in the order of `FONT_FACES`: upright ones for the letters that the
 * own ones do not have.
 */
export function pageFaces(texts: string): readonly FontFace[] {
  const codes = Array.from(new Set(texts), (character) => character.codePointAt(0) ?? 0);
  return FONT_FACES.filter((face) => {
    if (isPageOwn(face) || face.style === 'italic') return false;
    if (face.family === 'Vazirmatn') return isArabic(texts) && !covers(face, LATIN) && codes.some((code) => covers(face, code));
    const family = FONT_FACES.filter((other) => other.family === face.family && other.style === face.style);
    return codes.some((code) => family.find((other) => covers(other, code)) === face);
  });
}
