import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { specifyChanged, specifyChangedFiles, specifyMisread } from './any-input.ts';
import { CARRIERS } from './carriers.ts';

specifyChanged(CARRIERS.filter(({ kind }) => kind === 'table' || kind === 'workbook'));
specifyMisread();

/** Tables of more bytes than these are changed too little to matter. */
const LONGEST = 8192;

const kept = ['csv', 'xlsx'].flatMap((format) => {
  const folder = join(import.meta.dirname, '../formats', format);
  const names = readdirSync(folder).filter((name) => /\.(?:csv|txt|xlsx)$/.test(name));
  return names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
});
specifyChangedFiles(new Map(kept.filter(([, bytes]) => bytes.length <= LONGEST)));

describe('what everything shares', () => {
  it('has nothing left on its prototypes by files that were read', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Array.prototype)).toEqual([]);
  });
});
