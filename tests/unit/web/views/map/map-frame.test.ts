import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAround, isCovered, isSameFrame, placementOf } from '../../../../../src/web/views/map/map-frame.ts';

const size = { width: 800, height: 500 };
const viewports = fc.record({
  lng: fc.double({ min: -400, max: 400, noNaN: true }),
  lat: fc.double({ min: -60, max: 60, noNaN: true }),
  zoom: fc.double({ min: 0, max: 10, noNaN: true }),
});

describe('a frame of the map', () => {
  it('covers what it was painted for, and that alone is the same', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const frame = frameAround(viewport, size);
        expect(isCovered(viewport, size, frame)).toBe(true);
        expect(isSameFrame(frame, frameAround({ ...viewport }, size))).toBe(true);
        expect(isSameFrame(frame, frameAround({ ...viewport, zoom: viewport.zoom + 0.001 }, size))).toBe(false);
        expect(isSameFrame(frame, frameAround({ ...viewport, lng: viewport.lng + 1 }, size))).toBe(false);
        expect(isSameFrame(frame, frameAround(viewport, { ...size, width: 810 }))).toBe(false);
      }),
    );
  });

  it('covers a map that is zoomed in to up to twice its scale, and not one that is zoomed out beyond its margin', () => {
    const frame = frameAround({ lng: 10, lat: 20, zoom: 4 }, size);
    expect(isCovered({ lng: 10, lat: 20, zoom: 5 }, size, frame)).toBe(true);
    expect(isCovered({ lng: 10, lat: 20, zoom: 5.01 }, size, frame)).toBe(false);
    expect(isCovered({ lng: 10, lat: 20, zoom: 3.75 }, size, frame)).toBe(true);
    expect(isCovered({ lng: 10, lat: 20, zoom: 3.6 }, size, frame)).toBe(false);
  });

  it('covers a map that is dragged as far as its margin', () => {
    const frame = frameAround({ lng: 0, lat: 0, zoom: 0 }, size);
    const degrees = (pixels: number): number => (pixels / 256) * 360;
    expect(isCovered({ lng: degrees(frame.margin.x), lat: 0, zoom: 0 }, size, frame)).toBe(true);
    expect(isCovered({ lng: degrees(frame.margin.x + 2), lat: 0, zoom: 0 }, size, frame)).toBe(false);
  });

  it('lies around what it was painted for, with its margin beyond each edge', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const frame = frameAround(viewport, size);
        expect(placementOf(frame, viewport, size)).toEqual({ x: -frame.margin.x, y: -frame.margin.y, scale: 1 });
      }),
    );
  });

  it('moves against the map, and grows with it around its middle', () => {
    const frame = frameAround({ lng: 0, lat: 0, zoom: 0 }, size);
    const east = placementOf(frame, { lng: 36, lat: 0, zoom: 0 }, size);
    expect(east.x).toBeCloseTo(-frame.margin.x - 25.6);
    expect(east.y).toBeCloseTo(-frame.margin.y);
    const close = placementOf(frame, { lng: 0, lat: 0, zoom: 1 }, size);
    expect(close.scale).toBe(2);
    expect(close.x + frame.size.width).toBeCloseTo(size.width / 2);
    expect(close.y + frame.size.height).toBeCloseTo(size.height / 2);
  });
});
