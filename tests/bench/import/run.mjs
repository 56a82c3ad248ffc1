// Measures how fast files are read beside what others do: installs them, builds the reader, and hands over to bench.ts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { installPeers } from '../install-peers.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const BUILT = `${ROOT}dist/bench-import`;

installPeers();
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: BUILT,
    rolldownOptions: { input: { bench: `${HERE}bench.ts`, measure: `${HERE}measure.ts` }, output: { entryFileNames: '[name].js' } },
  },
});
const { status } = spawnSync(process.execPath, [`${BUILT}/bench.js`, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, DATELINE_ROOT: ROOT } });
process.exit(status ?? 1);
