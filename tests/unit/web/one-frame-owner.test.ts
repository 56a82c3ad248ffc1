import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../../src');
const OWNER = 'web/platform/frame.ts';

it('asks for animation frames in one place only', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));
  const asking = files.filter((file) => /\b(?:request|cancel)AnimationFrame\(/u.test(readFileSync(join(SOURCES, file), 'utf8')));
  expect(asking.map((file) => file.replaceAll('\\', '/'))).toEqual([OWNER]);
});
