import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { overwrittenOf } from '../../../src/node/outputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: readonly string[]): string => join(folder, ...names);

describe('an input that would be written over', () => {
  it('is found by the file that it is, whatever the paths are called', () => {
    writeFileSync(at('a.csv'), 'title,date\n');
    mkdirSync(at('below'));
    symlinkSync(at('a.csv'), at('link.csv'));
    symlinkSync(folder, at('below', 'up'));
    expect(overwrittenOf([at('a.csv')], [`${folder}/below/../a.csv`])).toBe(at('a.csv'));
    expect(overwrittenOf([at('link.csv')], [at('a.csv')])).toBe(at('link.csv'));
    expect(overwrittenOf([at('a.csv')], [at('below', 'up', 'a.csv')])).toBe(at('a.csv'));
    expect(overwrittenOf([at('a.csv')], [at('b.csv'), at('below', 'a.csv')])).toBeUndefined();
  });

  it('is never the standard input', () => {
    expect(overwrittenOf(['-'], ['-'])).toBeUndefined();
  });
});
