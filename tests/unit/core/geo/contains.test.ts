import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringsContain } from '../../../../src/core/geo/contains.ts';

/** The even-odd rule in the plainest way, over every edge. */
function plainlyContain(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  let crossings = 0;
  for (const ring of rings) {
    for (let k = 0; k < ring.length; k += 2) {
      const [x0, y0] = [ring.at(k - 2) ?? 0, ring.at(k - 1) ?? 0];
      const [x1, y1] = [ring[k] ?? 0, ring[k + 1] ?? 0];
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) crossings += 1;
    }
  }
  return crossings % 2 === 1;
}

/** A jagged coast around the middle, of many points. */
const ring = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 300 }).map((radii) =>
  radii.flatMap((radius, k) => [radius * Math.cos((2 * Math.PI * k) / radii.length), radius * Math.sin((2 * Math.PI * k) / radii.length)]));
const coordinate = fc.double({ min: -110, max: 110, noNaN: true });

describe('ringsContain', () => {
  it('knows the inside of a coast from its outside, and an island lake from both', () => {
    const square = [0, 0, 10, 0, 10, 10, 0, 10];
    const lake = [4, 4, 6, 4, 6, 6, 4, 6];
    expect(ringsContain([square, lake], 1, 1)).toBe(true);
    expect(ringsContain([square, lake], 5, 5)).toBe(false);
    expect(ringsContain([square, lake], 11, 5)).toBe(false);
    expect(ringsContain([[]], 0, 0)).toBe(false);
  });

  it('answers as the plain rule does, for rings of any length', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }), (rings, points) => {
        const packed = rings.map((points) => Float64Array.from(points));
        for (const [x, y] of points) expect(ringsContain(packed, x, y)).toBe(plainlyContain(rings, x, y));
        // Heights of corners are where the rule is most easily broken.
        for (const [k, y] of (rings[0] ?? []).entries()) if (k % 2 === 1) expect(ringsContain(packed, 0, y)).toBe(plainlyContain(rings, 0, y));
      }),
      { numRuns: 60 },
    );
  });
});
