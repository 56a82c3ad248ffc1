import { isArabic } from '../scene/arabic-width.ts';
import { FONT_FACES } from '../scene/font-face-table.ts';
import { covers, type FontFace } from '../scene/font-faces.ts';

/** A letter by which a face is known for the one of its family that sets Latin text. */
const LATIN = 'A'.charCodeAt(0);

/** Whether a face sets the letters that the words of a page itself are written with: of these, every page has its own. */
export const isPageOwn = (face: FontFace): boolean => face.family !== 'Vazirmatn' && covers(face, LATIN);

/** The faces that stories may need beside the page's own: upright ones, for the letters that the own ones do not have. */
export const STORY_FACES: readonly FontFace[] = FONT_FACES.filter((face) => !isPageOwn(face) && face.style === 'normal');

/** What the file of a face is called where it lies by itself. */
export const fontFileName = ({ file }: FontFace): string => file.replace(/^.*\//, '');

/** Those of `STORY_FACES`, in their order, that a page with these texts in it needs. */
export function pageFaces(texts: string): readonly FontFace[] {
  const codes = codesBeyondAscii(texts);
  const needed = (face: FontFace): boolean => codes.some((code) => covers(face, code));
  return STORY_FACES.filter((face) => {
    if (face.family === 'Vazirmatn') return needed(face) && isArabic(texts);
    const family = FONT_FACES.filter((other) => other.family === face.family && other.style === face.style);
    return codes.some((code) => family.find((other) => covers(other, code)) === face);
  });
}

/** The characters of a text that are not among the first 128, which the page's own faces set, each once. */
function codesBeyondAscii(text: string): readonly number[] {
  const codes = new Set<number>();
  for (let k = 0; k < text.length; k += 1) {
    if (text.charCodeAt(k) < 0x80) continue;
    const code = text.codePointAt(k) ?? 0;
    codes.add(code);
    if (code > 0xffff) k += 1;
  }
  return [...codes];
}
