import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { isPageOwn } from '../../core/export/page-faces.ts';
import type { PageFont } from '../../core/export/page.ts';
import { FONT_FACES } from '../../core/scene/font-face-table.ts';
import { covers, type FontFace } from '../../core/scene/font-faces.ts';

const require = createRequire(import.meta.url);

/** Latin letters with their accents, figures, and the signs that dates and sentences are written with. */
const UPRIGHT = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...Array.from('–—‘’“”…·•×→←↑↓−≈⅓ \u2009\u2011\u202f', (sign) => sign.charCodeAt(0))];
/** What stands slanted: remarks on dates, and the names of waters. */
const SLANTED = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...Array.from('–—‘’“”… \u202f', (sign) => sign.charCodeAt(0))];

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/**
 * The fonts that every page has: those that its own words and the names on the map are set in, cut down to what these need. `names` are those
 * on the map.
 */
export async function ownFonts(names: string): Promise<readonly PageFont[]> {
  const own = FONT_FACES.filter(isPageOwn);
  const beyond = Array.from(new Set(names), (letter) => letter.codePointAt(0) ?? 0).filter((code) => !UPRIGHT.includes(code) || !own.some((face) => covers(face, code)));
  const others = FONT_FACES.filter((face) => face.family === 'Inter' && face.style === 'normal' && !isPageOwn(face));
  const cut = [
    ...own.map((face) => (face.style === 'normal' ? cutFace(face, UPRIGHT, [400, 700]) : cutFace(face, SLANTED, [400, 400]))),
    ...others.map((face) => cutFace(face, beyond, [400, 700])),
  ];
  return (await Promise.all(cut)).filter((font) => font !== undefined);
}

/** The whole file of a face. */
export const readFontFile = ({ file }: FontFace): Promise<Uint8Array> => readFile(require.resolve(`@fontsource-variable/${file}`));

/** A face with these characters and weights alone; `undefined` when it has none of them. */
async function cutFace(face: FontFace, codes: readonly number[], weights: FontFace['weights']): Promise<PageFont | undefined> {
  const kept = codes.filter((code) => covers(face, code));
  if (kept.length === 0) return undefined;
  const [min, max] = weights;
  const bytes = await subsetFont(await readFontFile(face), String.fromCodePoint(...kept), {
    targetFormat: 'woff2',
    variationAxes: { wght: min === max ? min : { min, max } },
  });
  const unicodeRange = isPageOwn(face) ? face.unicodeRange : kept.map((code) => `U+${code.toString(16).toUpperCase()}`).join(',');
  return { face: { ...face, weights, unicodeRange }, base64: bytes.toString('base64') };
}
