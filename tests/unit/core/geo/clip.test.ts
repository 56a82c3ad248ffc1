import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing } from '../../../../src/core/geo/clip.ts';
import { ringsContain } from '../../../../src/core/geo/contains.ts';

const box = { x: 20, y: 20, width: 60, height: 40 };
const ring = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { minLength: 3, maxLength: 12 });

describe('a ring cut to a box', () => {
  it('is itself when it lies inside', () => {
    expect(clipRing([30, 30, 40, 30, 40, 40], box)).toEqual([30, 30, 40, 30, 40, 40]);
  });

  it('is nothing when it lies outside', () => {
    expect(clipRing([0, 0, 10, 0, 10, 10], box)).toEqual([]);
  });

  it('covers inside the box what it covered before, and nothing outside', () => {
    fc.assert(
      fc.property(ring, fc.integer({ min: 21, max: 79 }), fc.integer({ min: 21, max: 59 }), (vertices, x, y) => {
        const flat = vertices.flat();
        const cut = clipRing(flat, box);
        for (let k = 0; k < cut.length; k += 2) {
          expect(cut[k]).toBeGreaterThanOrEqual(20 - 1e-9);
          expect(cut[k]).toBeLessThanOrEqual(80 + 1e-9);
          expect(cut[k + 1]).toBeGreaterThanOrEqual(20 - 1e-9);
          expect(cut[k + 1]).toBeLessThanOrEqual(60 + 1e-9);
        }
        // Off the grid of the vertices, so that no point lies on an edge.
        const [px, py] = [x + 0.123_456, y + 0.654_321];
        expect(ringsContain([cut], px, py)).toBe(ringsContain([flat], px, py));
      }),
    );
  });
});

describe('a line cut to a box', () => {
  it('keeps the segments that come near and leaves gaps where it is away', () => {
    expect(clipLine([0, 30, 50, 30, 50, 0, 60, 0, 60, 30], box)).toEqual([[0, 30, 50, 30, 50, 0], [60, 0, 60, 30]]);
  });

  it('is nothing when every segment is away', () => {
    expect(clipLine([0, 0, 100, 0, 100, 10], box)).toEqual([]);
  });
});

describe('a point', () => {
  it('lies in a ring but not in its hole', () => {
    const rings = [[0, 0, 10, 0, 10, 10, 0, 10], [3, 3, 7, 3, 7, 7, 3, 7]];
    expect(ringsContain(rings, 1, 1)).toBe(true);
    expect(ringsContain(rings, 5, 5)).toBe(false);
    expect(ringsContain(rings, 11, 5)).toBe(false);
  });
});
