// Writes src/core/scene/font-face-table.ts and src/web/fonts.css: `node data/fonts/build-faces.mjs`, or `--check` to compare without writing.
import { createRequire } from 'node:module';
import { FAMILIES } from './faces.mjs';
import { writeOrCheck } from './write-or-check.mjs';

const require = createRequire(import.meta.url);

const faces = Object.values(FAMILIES).flatMap(({ name, pack, parts, styles, weights }) => {
  const unicode = require(`@fontsource-variable/${pack}/unicode.json`);
  return styles.flatMap((style) =>
    parts.map((part) => ({ family: name, style, weights, file: `${pack}/files/${pack}-${part}-wght-${style}.woff2`, unicodeRange: unicode[part] })),
  );
});

const entry = ({ family, style, weights, file, unicodeRange }) => `  {
    family: '${family}',
    style: '${style}',
    weights: [${weights.join(', ')}],
    file: '${file}',
    unicodeRange: '${unicodeRange}',
  },
`;

const rule = ({ family, style, weights, file, unicodeRange }) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weights.join(' ')};
  font-display: swap;
  src: url('@fontsource-variable/${file}') format('woff2');
  unicode-range: ${unicodeRange};
}
`;

const table = `// Made by data/fonts/build-faces.mjs from the fontsource packages; do not edit.
import type { FontFace } from './font-faces.ts';

/** The bundled font files, for each family and style in the order in which a character is looked for. */
export const FONT_FACES: readonly FontFace[] = [
${faces.map(entry).join('')}];
`;

const css = `/* Made by data/fonts/build-faces.mjs from the fontsource packages; do not edit. */
${faces.map(rule).join('\n')}`;

writeOrCheck(new URL('../../src/core/scene/font-face-table.ts', import.meta.url), table);
writeOrCheck(new URL('../../src/web/fonts.css', import.meta.url), css);
