// Measures the built page beside its peers: installs them, builds everything, and hands over to bench.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ROOT, withModules } from '../support/with-modules.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const measures = !process.argv.includes('--show');
const installed = `${HERE}node_modules/.package-lock.json`;
const pinned = JSON.parse(readFileSync(`${HERE}package-lock.json`, 'utf8')).packages;
const present = existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).packages : {};
const isCurrent = Object.keys(pinned).every((path) => path === '' || present[path]?.version === pinned[path].version);
if (!isCurrent && measures) run('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund']);

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
