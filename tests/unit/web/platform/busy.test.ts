import { describe, expect, it } from 'vitest';
import { busy, isQuiet, whileBusy, workUnderWay } from '../../../../src/web/platform/busy.ts';

describe('work under way', () => {
  it('is counted until each piece has ended, and no piece ends twice', () => {
    const first = busy();
    const second = busy();
    expect(workUnderWay.value).toBe(2);
    first();
    first();
    expect(isQuiet.value).toBe(false);
    second();
    expect(isQuiet.value).toBe(true);
  });

  it('ends with a promise, kept or broken', async () => {
    const kept = whileBusy(Promise.resolve(7));
    const broken = whileBusy(Promise.reject(new Error('no')));
    expect(workUnderWay.value).toBe(2);
    await expect(kept).resolves.toBe(7);
    await expect(broken).rejects.toThrow('no');
    expect(isQuiet.value).toBe(true);
  });
});
