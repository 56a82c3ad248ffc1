import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontFile } from '../core/export/fonts/font-file.ts';
import { fontFacesUsed } from '../core/scene/font-faces.ts';
import type { Scene } from '../core/scene/scene.ts';

const require = createRequire(import.meta.url);

/** The WOFF2 files of the fonts that a scene is set in. */
export const readFonts = (scene: Scene): Promise<readonly FontFile[]> =>
  Promise.all(fontFacesUsed(scene).map(async (face) => ({ face, bytes: await readFile(require.resolve(`@fontsource-variable/${face.file}`)) })));
