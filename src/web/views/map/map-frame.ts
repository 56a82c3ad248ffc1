import type { Point, Size } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import { unitXOf, unitYOf, worldSizeOf } from '../../../core/geo/mercator.ts';

/** How much of the map's width and height is painted beyond each of its edges, so that dragging finds a map there. */
const MARGIN = 0.125;

/** Up to this zoom the embedded base map looks right. */
export const MAX_ZOOM = 10;

/** A picture enlarged by more levels than this is painted anew. */
const MOST_ENLARGED = 1;

/** A picture of the map that is larger than the map's element by a margin on each side. */
export interface Frame {
  readonly viewport: MapViewport;
  readonly size: Size;
  /** Pixels that the frame goes beyond the map's element to the left and the top. */
  readonly margin: Point;
}

/** The frame around a viewport in an element of a size. */
export function frameAround(viewport: MapViewport, { width, height }: Size): Frame {
  const margin = { x: Math.round(width * MARGIN), y: Math.round(height * MARGIN) };
  return { viewport, size: { width: width + 2 * margin.x, height: height + 2 * margin.y }, margin };
}

/** Whether a frame, moved and enlarged with the map, fills an element of a size that shows a viewport, and is not too coarse for it. */
export function isCovered(shown: MapViewport, { width, height }: Size, { viewport, size }: Frame): boolean {
  const levels = shown.zoom - viewport.zoom;
  if (levels > MOST_ENLARGED) return false;
  const enlarged = 2 ** levels;
  const away = pixelsBetween(shown, viewport);
  return Math.abs(away.x) + width / 2 <= (enlarged * size.width) / 2 + 1 && Math.abs(away.y) + height / 2 <= (enlarged * size.height) / 2 + 1;
}

/** Where the upper left corner of a frame lies in an element of a size that shows a viewport, in pixels, and how much it is enlarged there. */
export function placementOf({ viewport, size }: Frame, shown: MapViewport, { width, height }: Size): Point & { readonly scale: number } {
  const scale = 2 ** (shown.zoom - viewport.zoom);
  const away = pixelsBetween(shown, viewport);
  return { x: away.x + (width - scale * size.width) / 2, y: away.y + (height - scale * size.height) / 2, scale };
}

/** Less than what anybody sees, and more than what projecting there and back loses. */
const NO_PIXELS = 0.01;

/** Whether two frames show the same. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  const away = pixelsBetween(a.viewport, b.viewport);
  return (
    a.size.width === b.size.width &&
    a.size.height === b.size.height &&
    Math.abs(2 ** (a.viewport.zoom - b.viewport.zoom) - 1) * a.size.width < NO_PIXELS &&
    Math.abs(away.x) < NO_PIXELS &&
    Math.abs(away.y) < NO_PIXELS
  );
}

/** From the middle of one viewport to that of another, in pixels of the first. */
function pixelsBetween(from: MapViewport, to: MapViewport): Point {
  const scale = worldSizeOf(from.zoom);
  return { x: (unitXOf(to.lng) - unitXOf(from.lng)) * scale, y: (unitYOf(to.lat) - unitYOf(from.lat)) * scale };
}
