import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, fitBounds, lngSpanOf, unionBounds } from '../../../../src/core/geo/bounds.ts';
import type { Bounds, LngLat } from '../../../../src/core/geo/coordinates.ts';
import { pointOf, projectionOf, wrapLng } from '../../../../src/core/geo/mercator.ts';

const position = fc.tuple(fc.integer({ min: -180, max: 179 }), fc.integer({ min: -80, max: 80 })) as fc.Arbitrary<LngLat>;

const holds = ({ west, south, north, ...rest }: Bounds, [lng, lat]: LngLat): boolean =>
  ((wrapLng(lng) - west + 720) % 360) <= lngSpanOf({ west, south, north, ...rest }) + 1e-9 && lat >= south && lat <= north;

/** The narrowest span that holds all longitudes, by trying each of them as the western edge. */
const narrowest = (lngs: readonly number[]): number => Math.min(...lngs.map((west) => Math.max(...lngs.map((lng) => (lng - west + 360) % 360))));

describe('bounds of positions', () => {
  it('are undefined without positions', () => {
    expect(boundsOf([])).toBeUndefined();
  });

  it('of one position are that position', () => {
    expect(boundsOf([[51.4, 35.7]])).toEqual({ west: 51.4, east: 51.4, south: 35.7, north: 35.7 });
  });

  it('cross the antimeridian where that is narrower', () => {
    expect(boundsOf([[170, -10], [-170, 5]])).toEqual({ west: 170, east: -170, south: -10, north: 5 });
    expect(boundsOf([[-20, 0], [30, 0]])).toEqual({ west: -20, east: 30, south: 0, north: 0 });
  });

  it('hold every position and are as narrow as can be', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 12 }), (positions) => {
        const bounds = boundsOf(positions) as Bounds;
        for (const each of positions) expect(holds(bounds, each)).toBe(true);
        expect(lngSpanOf(bounds)).toBeCloseTo(narrowest(positions.map(([lng]) => lng)), 9);
      }),
    );
  });
});

describe('the union of bounds', () => {
  it('is the whole world when its parts leave no gap', () => {
    const parts = [{ west: -180, east: 0 }, { west: 0, east: 100 }, { west: 90, east: 180 }].map((part) => ({ ...part, south: -1, north: 1 }));
    expect(unionBounds(parts)).toEqual({ west: -180, east: 180, south: -1, north: 1 });
  });

  it('keeps a part that crosses the antimeridian in one piece', () => {
    expect(unionBounds([{ west: 170, east: -170, south: 0, north: 1 }, { west: 150, east: 160, south: 0, north: 1 }])).toEqual({
      west: 150, east: -170, south: 0, north: 1,
    });
  });
});

describe('fitting bounds', () => {
  const size = { width: 1040, height: 520 };
  const padding = { top: 30, right: 80, bottom: 50, left: 40 };

  it('shows the bounds whole, inside the padding, and fills the picture one way', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const bounds = boundsOf([a, b]) as Bounds;
        const viewport = fitBounds(bounds, size, padding, 22);
        fc.pre(viewport.zoom > 0 && viewport.zoom < 22);
        const scale = 256 * 2 ** viewport.zoom;
        const projection = projectionOf(viewport, size);
        const west = pointOf(projection, [bounds.west, bounds.north]);
        const width = (lngSpanOf(bounds) / 360) * scale;
        const east = pointOf(projection, [bounds.west, bounds.south]);
        expect(width).toBeLessThanOrEqual(size.width - 120 + 1e-6);
        expect(west.y).toBeGreaterThanOrEqual(padding.top - 1e-6);
        expect(east.y).toBeLessThanOrEqual(size.height - padding.bottom + 1e-6);
        const full = Math.max(width / (size.width - 120), (east.y - west.y) / (size.height - 80));
        expect(full).toBeCloseTo(1, 6);
      }),
    );
  });

  it('comes no closer to a single place than asked', () => {
    const { lng, lat, zoom } = fitBounds({ west: 10, east: 10, south: 50, north: 50 }, size, { top: 20, right: 20, bottom: 20, left: 20 }, 6);
    expect(zoom).toBe(6);
    expect(lng).toBeCloseTo(10, 9);
    expect(lat).toBeCloseTo(50, 9);
  });

  it('centres bounds across the antimeridian on it', () => {
    const { lng } = fitBounds({ west: 170, east: -170, south: -5, north: 5 }, size, { top: 0, right: 0, bottom: 0, left: 0 }, 22);
    expect(Math.abs(lng)).toBeCloseTo(180, 9);
  });
});
