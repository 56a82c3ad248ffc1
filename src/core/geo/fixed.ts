import type { LngLat } from './coordinates.ts';
import { latOf, lngOf, unitXOf, unitYOf, wrapLng } from './mercator.ts';

/** Steps across the world in which positions stand in columns: finer than a pixel at zoom 23. */
export const FIXED_WORLD = 2 ** 32;

const LAST = FIXED_WORLD - 1;

/** Web Mercator x of a longitude as a whole number of steps; 0 is 180° west. */
export const fixedXOf = (lng: number): number => Math.min(Math.round(unitXOf(wrapLng(lng)) * FIXED_WORLD), LAST);

/** Web Mercator y of a latitude as a whole number of steps; 0 is the northern edge of the map. */
export const fixedYOf = (lat: number): number => Math.min(Math.round(unitYOf(lat) * FIXED_WORLD), LAST);

/** The position of steps, exact to about a centimetre. */
export const lngLatOfFixed = (x: number, y: number): LngLat => [lngOf(x / FIXED_WORLD), latOf(y / FIXED_WORLD)];
