import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  heightOf, holds, offsetOf, positionAt, sliceAt, spaceAround, suffices, TALLEST, WHOLE, type Extent,
} from '../../../../../src/web/views/list/virtual.ts';

const extents: fc.Arbitrary<Extent> = fc.record({
  length: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 2_000_000 })),
  entry: fc.integer({ min: 30, max: 200 }),
  viewport: fc.integer({ min: 100, max: 2000 }),
});

const positionIn = ({ length }: Extent, seed: number): number => seed % length;

describe('the part of a list on the page', () => {
  it('is the whole of a short list', () => {
    expect(sliceAt({ length: WHOLE, entry: 70, viewport: 300 }, WHOLE - 1)).toEqual({ first: 0, last: WHOLE });
  });

  it('holds what is seen from a position on, and few entries more', () => {
    fc.assert(
      fc.property(extents, fc.nat(), (extent, seed) => {
        const position = positionIn(extent, seed);
        const slice = sliceAt(extent, position);
        expect(holds(slice, position)).toBe(true);
        expect(suffices(slice, extent, position)).toBe(true);
        expect(slice.first).toBeGreaterThanOrEqual(0);
        expect(slice.last).toBeLessThanOrEqual(extent.length);
        expect(slice.last - slice.first).toBeLessThanOrEqual(Math.max(WHOLE, extent.viewport / extent.entry + 8));
      }),
    );
  });

  it('does not suffice when an entry in view is missing', () => {
    const extent = { length: 1000, entry: 50, viewport: 500 };
    expect(suffices({ first: 100, last: 120 }, extent, 99)).toBe(false);
    expect(suffices({ first: 100, last: 120 }, extent, 115)).toBe(false);
    expect(suffices({ first: 100, last: 120 }, extent, 104)).toBe(true);
  });
});

describe('the height of a list', () => {
  it('is that of its entries, up to the tallest that is laid out', () => {
    expect(heightOf({ length: 1000, entry: 70, viewport: 500 })).toBe(70_000);
    expect(heightOf({ length: 1_000_000, entry: 70, viewport: 500 })).toBe(TALLEST);
  });

  it('has every entry at a distance from the head that leads back to it', () => {
    fc.assert(
      fc.property(extents, fc.nat(), (extent, seed) => {
        const position = positionIn(extent, seed);
        const last = Math.floor(Math.max(extent.length - extent.viewport / extent.entry, 0));
        if (position <= last) expect(Math.abs(positionAt(extent, offsetOf(extent, position) + 1e-3) - position)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is scrolled through from the first entry to the last', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        expect(positionAt(extent, 0)).toBe(0);
        const foot = positionAt(extent, heightOf(extent) - extent.viewport);
        expect(sliceAt(extent, foot).last).toBe(extent.length);
      }),
    );
  });

  it('is shared by the part on the page and the space around it', () => {
    fc.assert(
      fc.property(extents, fc.nat(), (extent, seed) => {
        const slice = sliceAt(extent, positionIn(extent, seed));
        const { before, after } = spaceAround(extent, slice);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before === 0).toBe(slice.first === 0);
        if (slice.last === extent.length) expect(after).toBe(0);
        expect(before + after).toBeLessThanOrEqual(heightOf(extent) + 1e-6);
      }),
    );
  });
});
