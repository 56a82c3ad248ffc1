import type { Point, Size } from '../base/geometry.ts';
import type { LngLat, MapViewport } from './coordinates.ts';

/** Side of the square world at zoom 0, in pixels: what Leaflet and every tile server use. */
export const TILE_SIZE = 256;

/** The latitude at which Web Mercator's world is a square: atan(sinh(π)) in degrees. Nothing beyond it is drawn. */
export const MAX_LATITUDE = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI;

/** Unit Mercator: 0 at 180° west, 1 at 180° east. Longitudes beyond ±180 give values beyond 0 and 1. */
export const unitXOf = (lng: number): number => (lng + 180) / 360;

/** Unit Mercator: 0 at the northern edge of the world, 1 at the southern; latitudes beyond the edge are held at it. Source: EPSG:3857. */
export function unitYOf(lat: number): number {
  const sine = Math.sin((Math.min(Math.max(lat, -MAX_LATITUDE), MAX_LATITUDE) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** The inverse of `unitXOf`, in degrees. */
export const lngOf = (unitX: number): number => unitX * 360 - 180;

/** The inverse of `unitYOf`, in degrees. */
export const latOf = (unitY: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * unitY))) * 180) / Math.PI;

/** Pixels across the world at a zoom, which may be fractional. */
export const worldSizeOf = (zoom: number): number => TILE_SIZE * 2 ** zoom;

/** A longitude brought into −180 (included) to 180 (excluded). */
export const wrapLng = (lng: number): number => lng - 360 * Math.floor((lng + 180) / 360);

/** Where a picture of a size lies in the world: unit Mercator times `scale`, less `left` and `top`, is a pixel of it. */
export interface MapProjection {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly size: Size;
}

/** The projection of a picture of this size whose middle is the viewport's centre. */
export function projectionOf(viewport: MapViewport, size: Size): MapProjection {
  const scale = worldSizeOf(viewport.zoom);
  return {
    scale,
    left: unitXOf(viewport.lng) * scale - size.width / 2,
    top: unitYOf(viewport.lat) * scale - size.height / 2,
    size,
  };
}

/** The pixel of a position, in the copy of the world nearest to the picture's middle. */
export function pointOf(projection: MapProjection, [lng, lat]: LngLat): Point {
  const x = unitXOf(lng);
  return {
    x: (x + nearestCopy(projection, x)) * projection.scale - projection.left,
    y: unitYOf(lat) * projection.scale - projection.top,
  };
}

/** How many worlds to the right the copy of a unit x lies that is nearest to the picture's middle; negative to the left. */
export function nearestCopy(projection: MapProjection, unitX: number): number {
  const middle = (projection.left + projection.size.width / 2) / projection.scale;
  return Math.round(middle - unitX);
}

/** The position under a pixel; its longitude may lie beyond ±180 where copies of the world are on view. */
export function lngLatOf(projection: MapProjection, point: Point): LngLat {
  return [lngOf((point.x + projection.left) / projection.scale), latOf((point.y + projection.top) / projection.scale)];
}
