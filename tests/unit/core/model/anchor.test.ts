import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../../src/core/geo/coordinates.ts';
import { anchorOfArea, anchorOfRoute } from '../../../../src/core/model/anchor.ts';

const square = (lng: number, lat: number, side: number): readonly LngLat[] => [
  [lng, lat], [lng + side, lat], [lng + side, lat + side], [lng, lat + side], [lng, lat],
];

describe('the point that stands for an area', () => {
  it('is the centroid of a compact one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -170, max: 160 }), fc.integer({ min: -70, max: 60 }), fc.integer({ min: 1, max: 10 }), (lng, lat, side) => {
        const [x, y] = anchorOfArea([[square(lng, lat, side)]]);
        expect(x).toBeCloseTo(lng + side / 2, 9);
        expect(y).toBeCloseTo(lat + side / 2, 9);
      }),
    );
  });

  it('lies in the largest polygon', () => {
    expect(anchorOfArea([[square(0, 0, 1)], [square(20, 20, 4)], [square(40, 40, 2)]])).toEqual([22, 22]);
  });

  it('lies inside a crescent, whose centroid does not', () => {
    const crescent: readonly LngLat[] = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 9], [9, 9], [9, 1], [0, 1], [0, 0]];
    const [lng, lat] = anchorOfArea([[crescent]]);
    expect(lng > 9 || lat < 1 || lat > 9).toBe(true);
    expect(lng > 0 && lng < 10 && lat > 0 && lat < 10).toBe(true);
  });

  it('lies beside a hole, not in it', () => {
    const [lng, lat] = anchorOfArea([[square(0, 0, 10), square(3, 3, 4)]]);
    expect(lng < 3 || lng > 7 || lat < 3 || lat > 7).toBe(true);
  });

  it('does not care which way round or where the outline begins', () => {
    const ring = square(50, 20, 6).slice(0, 4);
    const turned = [...ring.slice(2), ...ring.slice(0, 2)].reverse();
    expect(anchorOfArea([[turned]])).toEqual(anchorOfArea([[ring]]));
  });

  it('is somewhere on an outline without size', () => {
    expect(anchorOfArea([[[[5, 5], [5, 5], [5, 5], [5, 5]]]])).toEqual([5, 5]);
  });

  it('does not exist for less than three corners', () => {
    expect(() => anchorOfArea([[[[5, 5], [6, 6]]]])).toThrow('an area needs a ring of three corners, got [[[[5,5],[6,6]]]]');
    expect(() => anchorOfArea([])).toThrow('an area needs a ring of three corners, got []');
  });
});

describe('the point that stands for a route', () => {
  it('lies half-way along its longest line', () => {
    expect(anchorOfRoute([[[0, 0], [1, 0]], [[10, 10], [10, 12], [16, 12]]])).toEqual([12, 12]);
  });

  it('is the point of a route that does not move', () => {
    expect(anchorOfRoute([[[3, 4], [3, 4]]])).toEqual([3, 4]);
  });

  it('does not exist for a route without a point', () => {
    expect(() => anchorOfRoute([])).toThrow('a route needs a point, got []');
  });
});
