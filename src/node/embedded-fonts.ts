import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { EmbeddedFont } from '../core/paint/font-face-rule.ts';
import type { FontFace } from '../core/scene/font-faces.ts';

const require = createRequire(import.meta.url);

/** The WOFF2 files of some faces, to be put into an SVG. */
export const readFonts = (faces: readonly FontFace[]): Promise<readonly EmbeddedFont[]> =>
  Promise.all(
    faces.map(async (face) => ({
      face,
      format: 'woff2',
      base64: await readFile(require.resolve(`@fontsource-variable/${face.file}`), 'base64'),
    })),
  );
