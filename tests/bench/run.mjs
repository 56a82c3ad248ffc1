// Measures the built page beside its peers: installs them, builds everything, and hands over to bench.ts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ROOT, withModules } from '../support/with-modules.mjs';
import { installPeers } from './install-peers.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const measures = !process.argv.includes('--show');
if (measures) installPeers();

if (measures && !process.argv.includes('--no-page')) run('npx', ['vite', 'build', '--logLevel', 'warn']);
if (measures) await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/bench',
    rolldownOptions: {
      input: { driver: `${HERE}pages/driver.ts`, parts: `${HERE}pages/parts.ts` },
      output: { entryFileNames: '[name].js' },
    },
  },
});

await withModules(async (load) => {
  const { bench } = await load('/tests/bench/bench.ts');
  await bench(process.argv.slice(2));
});
