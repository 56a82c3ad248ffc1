import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes a generated file; with `--check` on the command line, only says whether it is up to date and fails when it is not. */
export function writeOrCheck(target, text) {
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
    return;
  }
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  console.error(`${relative(process.cwd(), fileURLToPath(target))} does not match the fonts; run its script in data/fonts`);
  process.exitCode = 1;
}
