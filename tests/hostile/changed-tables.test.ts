import { describe, expect, it } from 'vitest';
import { specifyChanged, specifyMisread } from './any-input.ts';
import { CARRIERS } from './carriers.ts';

specifyChanged(CARRIERS.filter(({ kind }) => kind === 'table' || kind === 'workbook'));
specifyMisread();

describe('what everything shares', () => {
  it('has nothing left on its prototypes by files that were read', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Array.prototype)).toEqual([]);
  });
});
