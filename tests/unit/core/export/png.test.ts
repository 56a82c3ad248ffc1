import { describe, expect, it } from 'vitest';
import { canPaint, pngSize } from '../../../../src/core/export/png.ts';

describe('pngSize', () => {
  it('multiplies both sides and rounds to whole pixels', () => {
    expect(pngSize({ width: 1200, height: 675 }, 2)).toEqual({ width: 2400, height: 1350 });
    expect(pngSize({ width: 333.4, height: 100.5 }, 1)).toEqual({ width: 333, height: 101 });
  });
});

describe('canPaint', () => {
  it('allows what browsers paint and no more', () => {
    expect(canPaint({ width: 6348, height: 4492 })).toBe(true);
    expect(canPaint({ width: 16_384, height: 100 })).toBe(true);
    expect(canPaint({ width: 16_385, height: 100 })).toBe(false);
    expect(canPaint({ width: 15_000, height: 15_000 })).toBe(false);
    expect(canPaint({ width: 0, height: 100 })).toBe(false);
  });
});
