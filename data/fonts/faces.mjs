// The faces that Dateline sets type in, read from the variable WOFF2 files of the fontsource packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** First and last code point of each run of characters that pictures are measured and set in. */
export const RANGES = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x180, 0x24f], [0x2b0, 0x2dd], [0x370, 0x3ff], [0x400, 0x45f], [0x1e00, 0x1eff],
  [0x2000, 0x204a], [0x20a0, 0x20bf], [0x2100, 0x2122], [0x2190, 0x2193], [0x2212, 0x2215],
];
export const ARABIC_RANGES = [[0x60c, 0x60d], [0x61b, 0x61f], [0x621, 0x64a], [0x660, 0x66d], [0x671, 0x6d5], [0x6ee, 0x6ff]];

/** The faces that are measured, and kept as static fonts: a weight of a style of a family. */
export const FACES = [
  ...[400, 500, 600, 700].map((weight) => ({ family: 'sans', weight, style: 'normal' })),
  { family: 'sans', weight: 400, style: 'italic' },
  ...[400, 500, 600, 700].map((weight) => ({ family: 'serif', weight, style: 'normal' })),
  { family: 'serif', weight: 400, style: 'italic' },
];
export const ARABIC_FACES = [400, 500, 600, 700].map((weight) => ({ family: 'arabic', weight, style: 'normal' }));

export const codePointsOf = (ranges) => ranges.map(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

const LATIN_AND_NEIGHBOURS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

/** CSS name, package, styles and range of weights of each family, and its parts: files with some scripts each. */
export const FAMILIES = {
  sans: { name: 'Inter', pack: 'inter', parts: LATIN_AND_NEIGHBOURS, styles: ['normal', 'italic'], weights: [100, 900] },
  serif: { name: 'Source Serif 4', pack: 'source-serif-4', parts: LATIN_AND_NEIGHBOURS, styles: ['normal', 'italic'], weights: [200, 900] },
  arabic: { name: 'Vazirmatn', pack: 'vazirmatn', parts: ['arabic'], styles: ['normal'], weights: [100, 900] },
};

const readPart = (pack, part, style) =>
  readFileSync(require.resolve(`@fontsource-variable/${pack}/files/${pack}-${part}-wght-${style}.woff2`));

/** The static fonts of one face, one per part, in the order in which a browser would ask them. */
export async function fontsOf({ family, weight, style }) {
  const { pack, parts } = FAMILIES[family];
  return Promise.all(
    parts.map(async (part) =>
      create(
        await subsetFont(readPart(pack, part, style), undefined, {
          keepAllGlyphs: true,
          variationAxes: { wght: weight },
          targetFormat: 'sfnt',
        }),
      ),
    ),
  );
}

/** The advance width of a glyph in font units. Past the end of `hmtx` the last width repeats. */
export function advanceOf(font, glyphId) {
  const { metrics } = font.hmtx;
  return metrics.get(Math.min(glyphId, metrics.length - 1)).advance;
}
