import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { PAGE_FILE } from './page-file.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the command line writes a story as one HTML file', () => {
  const file = fileURLToPath(PAGE_FILE);
  mkdirSync(fileURLToPath(new URL('.', PAGE_FILE)), { recursive: true });
  execFileSync(process.execPath, [at('dist/node/cli.js'), 'render', at('data/stories/iran-us-2026-02.geojson'), '-o', file]);
  expect(statSync(file).size).toBeGreaterThan(1_000_000);
});
