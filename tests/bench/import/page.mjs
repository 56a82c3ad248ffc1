// Builds the page and measures how it opens tables: sizes and number of runs are its arguments, what was measured is printed as JSON.
import { spawnSync } from 'node:child_process';
import { ROOT, withModules } from '../../support/with-modules.mjs';

const [sizes = '', runs = ''] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
if (status !== 0) process.exit(status ?? 1);
await withModules(async (load) => {
  const { measurePage } = await load('/tests/bench/import/page.ts');
  process.stdout.write(JSON.stringify(await measurePage(ROOT, sizes.split(',').map(Number), Number(runs))));
});
