import type { Bounds } from '../../core/geo/coordinates.ts';
import { lngLatOf, projectionOf, worldSizeOf } from '../../core/geo/mercator.ts';
import type { ShownMap } from './store.ts';

/** The part of the world that a map shows, to the nearest pixel: a camera that comes to rest elsewhere by less than that shows the same. */
export function shownArea({ viewport, size }: ShownMap): Bounds {
  const projection = projectionOf(viewport, size);
  const [west, north] = lngLatOf(projection, { x: 0, y: 0 });
  const [east, south] = lngLatOf(projection, { x: size.width, y: size.height });
  const pixel = 360 / worldSizeOf(viewport.zoom);
  const rounded = (degrees: number): number => Math.round(degrees / pixel) * pixel;
  return { west: rounded(west), south: rounded(south), east: rounded(east), north: rounded(north) };
}
