// The faces that Dateline sets type in, read from the variable WOFF2 files of the fontsource packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Package and parts (the files of one style, each with some scripts) of each family. */
const FAMILIES = {
  sans: { pack: 'inter', parts: ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] },
  serif: { pack: 'source-serif-4', parts: ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] },
  arabic: { pack: 'vazirmatn', parts: ['arabic'] },
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
