// Writes dist/gallery/index.html: every picture of this folder, light and dark, on one page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, withModules } from '../support/with-modules.mjs';

const require = createRequire(import.meta.url);
const FOLDER = join(ROOT, 'dist/gallery');

await withModules(async (load) => {
  const { galleryPage } = await load('/tests/scenes/machinery/gallery.ts');
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'index.html');
  writeFileSync(file, galleryPage((font) => readFileSync(require.resolve(`@fontsource-variable/${font}`), 'base64')));
  process.stdout.write(`${file}\n`);
});
