// Installs the tools that Dateline is measured beside, in the pinned versions, where they are not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export function installPeers() {
  const installed = `${HERE}node_modules/.package-lock.json`;
  const pinned = JSON.parse(readFileSync(`${HERE}package-lock.json`, 'utf8')).packages;
  const present = existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).packages : {};
  if (Object.keys(pinned).every((path) => path === '' || present[path]?.version === pinned[path].version)) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
