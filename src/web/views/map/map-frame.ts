import type { Map as LeafletMap } from 'leaflet';
import type { Point, Size } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';

/** How much of the map's width and height is painted beyond each of its edges, so that dragging finds a map there. */
const MARGIN = 0.25;

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

/** The frame around what a map shows now. */
export function frameOf(map: LeafletMap): Frame {
  const { x: width, y: height } = map.getSize();
  const { lng, lat } = map.getCenter();
  return frameAround({ lng, lat, zoom: map.getZoom() }, { width, height });
}

/** Whether a frame, moved and enlarged with the map, still fills the map's element and is not too coarse for it. */
export function isCovered(map: LeafletMap, { viewport, size }: Frame): boolean {
  const levels = map.getZoom() - viewport.zoom;
  if (levels > MOST_ENLARGED) return false;
  const enlarged = 2 ** levels;
  const shown = map.getSize();
  const middle = map.latLngToContainerPoint([viewport.lat, viewport.lng]);
  return (
    Math.abs(middle.x - shown.x / 2) + shown.x / 2 <= (enlarged * size.width) / 2 + 1 &&
    Math.abs(middle.y - shown.y / 2) + shown.y / 2 <= (enlarged * size.height) / 2 + 1
  );
}
