// Writes dist/gallery/index.html: every picture of this folder, light and dark, on one page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const require = createRequire(import.meta.url);
const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('dist/gallery/', ROOT);

const server = await createServer({
  configFile: false,
  root: fileURLToPath(ROOT),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { galleryPage } = await server.ssrLoadModule('/tests/scenes/machinery/gallery.ts');
  mkdirSync(FOLDER, { recursive: true });
  const file = new URL('index.html', FOLDER);
  writeFileSync(file, galleryPage((font) => readFileSync(require.resolve(`@fontsource-variable/${font}`), 'base64')));
  process.stdout.write(`${fileURLToPath(file)}\n`);
} finally {
  await server.close();
}
