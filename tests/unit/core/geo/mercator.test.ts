import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latOf, lngLatOf, lngOf, MAX_LATITUDE, nearestCopy, pointOf, projectionOf, unitXOf, unitYOf, worldSizeOf, wrapLng } from '../../../../src/core/geo/mercator.ts';

const lng = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });
const zoom = fc.double({ min: 0, max: 12, noNaN: true });

describe('Web Mercator', () => {
  it('puts the Gulf of Guinea in the middle of the world and the edges at its corners', () => {
    expect([unitXOf(0), unitYOf(0)]).toEqual([0.5, 0.5]);
    expect([unitXOf(-180), unitXOf(180)]).toEqual([0, 1]);
    expect(unitYOf(MAX_LATITUDE)).toBeCloseTo(0, 12);
    expect(unitYOf(-MAX_LATITUDE)).toBeCloseTo(1, 12);
  });

  it('holds the poles at the edges of the square world', () => {
    expect(unitYOf(90)).toBe(unitYOf(MAX_LATITUDE));
    expect(unitYOf(-90)).toBe(unitYOf(-MAX_LATITUDE));
  });

  it('gives the tile pixels that every map uses: Tehran at zoom 10', () => {
    expect(Math.floor((unitXOf(51.4215) * worldSizeOf(10)) / 256)).toBe(658);
    expect(Math.floor((unitYOf(35.694) * worldSizeOf(10)) / 256)).toBe(403);
  });

  it('comes back from every position', () => {
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        expect(lngOf(unitXOf(x))).toBeCloseTo(x, 9);
        expect(latOf(unitYOf(y))).toBeCloseTo(y, 9);
      }),
    );
  });

  it('wraps longitudes into one turn, east of 180° to the west', () => {
    expect([190, -190, 180, -180, 540, 0].map(wrapLng)).toEqual([-170, 170, -180, -180, -180, 0]);
  });
});

describe('a projection', () => {
  const size = { width: 400, height: 300 };

  it('puts the centre in the middle of the picture', () => {
    const projection = projectionOf({ lng: 51.4, lat: 35.7, zoom: 5.5 }, size);
    const { x, y } = pointOf(projection, [51.4, 35.7]);
    expect(x).toBeCloseTo(200, 6);
    expect(y).toBeCloseTo(150, 6);
  });

  it('shows a position across the antimeridian beside the centre, not a world away', () => {
    const projection = projectionOf({ lng: 179, lat: 0, zoom: 3 }, size);
    const { x } = pointOf(projection, [-179, 0]);
    expect(x).toBeCloseTo(200 + (2 / 360) * worldSizeOf(3), 6);
    expect(nearestCopy(projection, unitXOf(-179))).toBe(1);
  });

  it('tells the position under each pixel', () => {
    fc.assert(
      fc.property(lng, lat, zoom, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }), (centreLng, centreLat, level, x, y) => {
        const projection = projectionOf({ lng: centreLng, lat: centreLat, zoom: level }, size);
        const [foundLng, foundLat] = lngLatOf(projection, { x, y });
        expect(unitXOf(foundLng) * projection.scale - projection.left).toBeCloseTo(x, 4);
        if (Math.abs(foundLat) < MAX_LATITUDE) expect(unitYOf(foundLat) * projection.scale - projection.top).toBeCloseTo(y, 4);
      }),
    );
  });
});
