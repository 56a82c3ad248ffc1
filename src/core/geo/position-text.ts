import type { LngLat } from './coordinates.ts';
import { wrapLng } from './mercator.ts';

/** Decimals of a position that a hand has pointed out on a map of so many degrees a pixel: one more than it can tell. */
export const decimalsFor = (degreesPerPixel: number): number => Math.min(Math.max(Math.ceil(-Math.log10(degreesPerPixel)), 0), 6);

/** A position with so many decimals, its longitude between −180 and 180. */
export function roundedPosition([lng, lat]: LngLat, decimals: number): LngLat {
  const round = (degrees: number): number => Number(degrees.toFixed(decimals)) + 0;
  return [round(wrapLng(lng)), round(lat)];
}

/** A position as people write it and `parsePosition` reads it: latitude, then longitude, in degrees. */
export const positionText = ([lng, lat]: LngLat): string => `${lat}, ${lng}`;
