import { geoDistance } from 'd3';
import type { LngLat } from './coordinates.ts';

/** Mean radius of the Earth in kilometres. Source: IUGG 1980. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Distance of two positions over the ground in kilometres, on a sphere (within 0.6 % of the ellipsoid). */
export const distanceKm = ([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number => geoDistance([lng1, lat1], [lng2, lat2]) * EARTH_RADIUS_KM;

/**
 * The circle of all positions at a distance from a centre, as `steps` positions clockwise from north. Longitudes run on beyond ±180
 * where the circle crosses the antimeridian.
 */
export function circleAround([lng, lat]: LngLat, radiusKm: number, steps = 64): LngLat[] {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const sinLat = Math.sin(lat * RADIANS);
  const cosLat = Math.cos(lat * RADIANS);
  return Array.from({ length: steps }, (_, step): LngLat => {
    const bearing = (2 * Math.PI * step) / steps;
    const sine = sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing);
    const across = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cosLat, Math.cos(angle) - sinLat * sine);
    return [lng + across / RADIANS, Math.asin(Math.min(Math.max(sine, -1), 1)) / RADIANS];
  });
}
