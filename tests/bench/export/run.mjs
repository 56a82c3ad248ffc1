// Measures how fast figures are written beside what others do: installs them, builds the page, and hands over to bench.ts.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ROOT, withModules } from '../../support/with-modules.mjs';
import { installPeers } from '../install-peers.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

installPeers();
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  publicDir: false,
  build: { target: 'es2022', outDir: 'dist/bench-export', lib: { entry: `${HERE}page.ts`, formats: ['iife'], name: 'exporting', fileName: () => 'page.js' } },
});
await withModules(async (load) => {
  const { benchExport } = await load('/tests/bench/export/bench.ts');
  await benchExport(process.argv.slice(2));
});
