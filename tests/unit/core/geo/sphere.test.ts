import { geoDistance } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleAround, distanceKm, EARTH_RADIUS_KM } from '../../../../src/core/geo/sphere.ts';

describe('distance over the ground', () => {
  it('is half the way round between opposite points, and short across the antimeridian', () => {
    expect(distanceKm([0, 0], [180, 0])).toBeCloseTo(Math.PI * EARTH_RADIUS_KM, 6);
    expect(distanceKm([179.5, 0], [-179.5, 0])).toBeCloseTo(111.19, 1);
  });

  it('agrees with another formula everywhere', () => {
    const degrees = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));
    fc.assert(
      fc.property(degrees, degrees, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(geoDistance(a, b) * EARTH_RADIUS_KM, 2);
      }),
    );
  });
});

describe('a circle on the ground', () => {
  it('keeps its distance all around, wherever it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -85, max: 85 }), fc.integer({ min: 1, max: 2_000 }), (lng, lat, radius) => {
        for (const position of circleAround([lng, lat], radius, 12)) expect(distanceKm([lng, lat], position)).toBeCloseTo(radius, 3);
      }),
    );
  });

  it('begins in the north and runs clockwise', () => {
    const [north, east] = circleAround([10, 20], 100, 4);
    expect(north?.[0]).toBeCloseTo(10, 9);
    expect(north?.[1]).toBeGreaterThan(20);
    expect(east?.[0]).toBeGreaterThan(10);
  });
});
