import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, sliceAround, SLICE_STEP, widenedBack, widenedOn } from '../../../../../src/web/views/list/slice.ts';

describe('the part of a long list on the page', () => {
  it('begins at the start', () => {
    expect(sliceAround(2000, undefined)).toEqual({ first: 0, last: SLICE_STEP });
  });

  it('is the whole of a short list', () => {
    expect(sliceAround(7, 3)).toEqual({ first: 0, last: 7 });
  });

  it('holds the position that it is put around, and no more than a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (length, seed) => {
        const position = seed % length;
        const slice = sliceAround(length, position);
        expect(holds(slice, position)).toBe(true);
        expect(slice.last - slice.first).toBeLessThanOrEqual(SLICE_STEP);
        expect(slice.first).toBeGreaterThanOrEqual(0);
        expect(slice.last).toBeLessThanOrEqual(length);
      }),
    );
  });

  it('widens until it holds everything', () => {
    let slice = sliceAround(1000, 500);
    for (let step = 0; step < 10; step += 1) slice = widenedOn(widenedBack(slice), 1000);
    expect(slice).toEqual({ first: 0, last: 1000 });
  });
});
