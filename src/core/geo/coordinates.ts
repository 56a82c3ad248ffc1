/** A position in degrees, WGS 84: longitude first, as in GeoJSON. */
export type LngLat = readonly [lng: number, lat: number];

/** A box in degrees. `west` may be greater than `east`: it then crosses the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a map shows: its centre in degrees and its zoom (Web Mercator, 256 px world at zoom 0; may be fractional). */
export interface MapViewport {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}
