// The faces that Dateline sets type in, read from the variable WOFF2 files of the fontsource packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

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
