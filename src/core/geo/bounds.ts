import type { Size } from '../base/geometry.ts';
import { clamp } from '../base/geometry.ts';
import type { Bounds, LngLat, MapViewport } from './coordinates.ts';
import { latOf, lngOf, TILE_SIZE, unitXOf, unitYOf, wrapLng } from './mercator.ts';

/** Pixels kept free at the edges of a picture. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Degrees of longitude that bounds span, 0 to 360. */
export const lngSpanOf = (bounds: Bounds): number =>
  bounds.east >= bounds.west ? Math.min(bounds.east - bounds.west, 360) : bounds.east + 360 - bounds.west;

/** The smallest bounds that hold all positions, across the antimeridian where that is narrower; `undefined` for none. */
export function boundsOf(positions: Iterable<LngLat>): Bounds | undefined {
  return unionBounds(Array.from(positions, ([lng, lat]) => ({ west: lng, east: lng, south: lat, north: lat })));
}

/** The smallest bounds that hold all bounds: what is left of the circle of longitudes without its widest empty arc. */
export function unionBounds(parts: readonly Bounds[]): Bounds | undefined {
  if (parts.length === 0) return undefined;
  const arcs = parts.map((part) => {
    const west = wrapLng(part.west);
    return { west, east: west + lngSpanOf(part) };
  });
  arcs.sort((a, b) => a.west - b.west);
  const first = arcs[0] as { west: number; east: number };
  let reached = first.east;
  let widest = -Infinity;
  let west = first.west;
  let east = first.east;
  for (const arc of arcs.slice(1)) {
    if (arc.west - reached > widest) {
      widest = arc.west - reached;
      west = arc.west;
      east = reached;
    }
    reached = Math.max(reached, arc.east);
  }
  // The gap across the antimeridian counts too, and wins when it is as wide as any other.
  if (first.west + 360 - reached >= widest) {
    west = first.west;
    east = reached;
    widest = first.west + 360 - reached;
  }
  const south = Math.min(...parts.map((part) => part.south));
  const north = Math.max(...parts.map((part) => part.north));
  if (widest <= 0) return { west: -180, east: 180, south, north };
  return { west, east: east >= 180 && west > east - 360 ? wrapEast(east, west) : east, south, north };
}

/** An eastern edge written in −180 to 180; 180 itself stays where the bounds end there. */
const wrapEast = (east: number, west: number): number => (east === 180 && west <= 180 ? 180 : wrapLng(east));

/**
 * The viewport that shows bounds whole in a picture of `size`, inside its padding and no closer than `maxZoom`.
 * Zoom is fractional; a single position is shown at `maxZoom`.
 */
export function fitBounds(bounds: Bounds, size: Size, padding: Padding, maxZoom: number): MapViewport {
  const width = Math.max(size.width - padding.left - padding.right, 1);
  const height = Math.max(size.height - padding.top - padding.bottom, 1);
  const spanX = lngSpanOf(bounds) / 360;
  const top = unitYOf(bounds.north);
  const spanY = unitYOf(bounds.south) - top;
  const closest = Math.min(width / (spanX * TILE_SIZE), height / (spanY * TILE_SIZE));
  const zoom = clamp(Math.log2(closest), 0, maxZoom);
  const scale = TILE_SIZE * 2 ** zoom;
  const x = unitXOf(bounds.west) + spanX / 2 + (padding.right - padding.left) / 2 / scale;
  const y = top + spanY / 2 + (padding.bottom - padding.top) / 2 / scale;
  return { lng: wrapLng(lngOf(x)), lat: latOf(y), zoom };
}
