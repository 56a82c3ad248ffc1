import { clamp, type Size } from '../../../core/base/geometry.ts';
import { lngSpanOf } from '../../../core/geo/bounds.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import { latOf, lngLatOf, lngOf, pointOf, projectionOf, unitYOf, worldSizeOf, wrapLng, type MapProjection } from '../../../core/geo/mercator.ts';
import { leastZoom } from '../../../core/layout/map-fit.ts';
import type { Camera, CameraEvents } from './camera.ts';
import { frameAround, MAX_ZOOM, placementOf } from './map-frame.ts';

/** A camera that stands: it goes where it is told and answers no hand. */
export interface StillCamera extends Camera {
  /** What it shows, to the last digit. */
  readonly exactly: () => MapViewport;
}

/** Shows the map in an element with no more than a projection: its first picture needs no gestures. */
export function createStillCamera(element: HTMLElement, canvases: readonly HTMLCanvasElement[], events: CameraEvents): StillCamera {
  let viewport: MapViewport = { lng: 40, lat: 25, zoom: 2 };
  let size = sizeOf(element);
  element.append(...canvases);

  const projection = (): MapProjection => projectionOf(viewport, size);
  const show = (wanted: MapViewport, byHand: boolean): void => {
    viewport = heldIn(wanted, size);
    events.onFrame(frameAround(viewport, size), byHand);
  };
  const pan = (dx: number, dy: number, levels = 0): void => {
    const { scale, left, top } = projection();
    const middle = { x: (left + dx + size.width / 2) / scale, y: (top + dy + size.height / 2) / scale };
    show({ lng: lngOf(middle.x), lat: latOf(middle.y), zoom: viewport.zoom + levels }, true);
  };
  return {
    exactly: () => viewport,
    viewport: () => ({ ...viewport, lng: wrapLng(viewport.lng) }),
    size: () => size,
    show: (wanted) => show(wanted, false),
    travel: (wanted) => show(wanted, true),
    panBy: ({ x, y }) => pan(x, y),
    zoomBy: (levels) => pan(0, 0, levels),
    maxZoom: () => MAX_ZOOM,
    resize: () => {
      size = sizeOf(element);
      show(viewport, false);
    },
    setOnline: () => undefined,
    setDragging: () => undefined,
    place: (canvas, frame) => {
      const { x, y, scale } = placementOf(frame, viewport, size);
      canvas.style.transformOrigin = '0 0';
      canvas.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0) scale(${scale})`;
    },
    inFrame: ({ x, y }, frame) => pointOf(projectionOf(frame.viewport, frame.size), lngLatOf(projection(), { x, y })),
    boundsOf: ({ x, y, width, height }) => {
      const [west, north] = lngLatOf(projection(), { x, y });
      const [east, south] = lngLatOf(projection(), { x: x + width, y: y + height });
      return { west: wrapLng(west), north, east: wrapLng(west) + east - west, south };
    },
    boxOf: (bounds) => {
      const half = lngSpanOf(bounds) / 2;
      const middle = pointOf(projection(), [bounds.west + half, bounds.north]);
      const width = (2 * half * projection().scale) / 360;
      return { x: middle.x - width / 2, y: middle.y, width, height: pointOf(projection(), [bounds.west + half, bounds.south]).y - middle.y };
    },
    dispose: () => {
      for (const canvas of canvases) canvas.remove();
    },
  };
}

const sizeOf = (element: HTMLElement): Size => ({ width: element.clientWidth, height: element.clientHeight });

/** A viewport within the zooms that there are, with the poles outside of the picture. */
function heldIn({ lng, lat, zoom }: MapViewport, size: Size): MapViewport {
  const held = clamp(zoom, Math.min(leastZoom(size), MAX_ZOOM), MAX_ZOOM);
  const half = Math.min(size.height / worldSizeOf(held), 1) / 2;
  return { lng, lat: latOf(clamp(unitYOf(lat), half, 1 - half)), zoom: held };
}
