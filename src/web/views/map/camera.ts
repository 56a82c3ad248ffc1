import 'leaflet/dist/leaflet.css';
import type { LatLng, Map as LeafletMap, Point as LeafletPoint, TileLayer } from 'leaflet';
import type { Point, Size } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import { wrapLng } from '../../../core/geo/mercator.ts';
import { leastZoom } from '../../../core/layout/map-fit.ts';
import { whileBusy } from '../../platform/busy.ts';
import { createMap, DomUtil } from './leaflet.ts';

/** Up to this zoom the embedded base map looks right. */
const MAX_ZOOM = 10;
/** Online tiles go on to the streets. */
const MAX_TILE_ZOOM = 18;

/** How much of the map's width and height is painted beyond each of its edges, so that dragging finds a map there. */
const MARGIN = 0.25;

/** A picture of the map that is larger than the map's element by a margin on each side. */
export interface Frame {
  readonly viewport: MapViewport;
  readonly size: Size;
  /** Pixels that the frame goes beyond the map's element to the left and the top. */
  readonly margin: Point;
}

/** What the map tells as it is moved. */
export interface CameraEvents {
  /** The map came to rest, or was dragged beyond what is painted. `byHand` when a person moved it. */
  readonly onFrame: (frame: Frame, byHand: boolean) => void;
  /** The first online tile that could not be loaded. */
  readonly onTileError: () => void;
}

/** The moving part of the map. Pixels are those of the map's element. */
export interface Camera {
  readonly viewport: () => MapViewport;
  readonly size: () => Size;
  /** Moves there; nobody's hand did it. */
  readonly show: (viewport: MapViewport) => void;
  /** Moves there as if by hand, in a short movement where those are wanted. */
  readonly travel: (viewport: MapViewport) => void;
  readonly panBy: (pixels: Point) => void;
  readonly zoomBy: (levels: number) => void;
  readonly maxZoom: () => number;
  /** To be called when the element's size has changed. */
  readonly resize: () => void;
  readonly setOnline: (online: boolean) => void;
  /** Whether one finger or the mouse drags the map. */
  readonly setDragging: (dragging: boolean) => void;
  /** Lays a painted canvas where its frame belongs; it then follows the map. */
  readonly place: (canvas: HTMLCanvasElement, frame: Frame) => void;
  /** A pixel of the map's element as a pixel of a frame. */
  readonly inFrame: (point: Point, frame: Pick<Frame, 'viewport' | 'size'>) => Point;
  readonly dispose: () => void;
}

/** Starts Leaflet in an element: gestures, zooming and optional tiles are its own, everything drawn is ours. */
export function createCamera(element: HTMLElement, canvases: readonly HTMLCanvasElement[], still: boolean, events: CameraEvents): Camera {
  const map = createMap(element, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    zoomSnap: 0,
    wheelPxPerZoomLevel: 90,
    maxZoom: MAX_ZOOM,
    maxBounds: [[-85.06, -100_000], [85.06, 100_000]],
    maxBoundsViscosity: 1,
    inertia: !still,
    zoomAnimation: !still,
    fadeAnimation: false,
    center: [25, 40],
    zoom: 2,
  });
  const pane = map.getPane('overlayPane') ?? element;
  for (const canvas of canvases) {
    canvas.classList.add('leaflet-zoom-animated');
    pane.append(canvas);
  }
  map.setMinZoom(leastZoom(sizeOf(map.getSize())));
  const placed = new Map<HTMLCanvasElement, Frame>();
  let byHand = true;
  let framed: Frame | undefined;
  let tiles: TileLayer | undefined;
  let isOnline = false;
  let isDisposed = false;

  const tell = (): void => {
    framed = frameOf(map);
    events.onFrame(framed, byHand);
  };
  const silently = (move: () => void): void => {
    byHand = false;
    move();
    byHand = true;
  };
  /** Keeps what is painted on its ground while the map zooms around it. */
  const follow = (centre: LatLng, zoom: number): void => {
    for (const [canvas, frame] of placed) {
      const scale = map.getZoomScale(zoom, frame.viewport.zoom);
      const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).subtract(map.containerPointToLayerPoint([0, 0])).round();
      const corner = map.project([frame.viewport.lat, frame.viewport.lng], zoom).subtract([(frame.size.width / 2) * scale, (frame.size.height / 2) * scale]);
      const offset = corner.subtract(origin);
      // At rest on whole pixels: a canvas between them is blurred.
      DomUtil.setTransform(canvas, scale === 1 ? offset.round() : offset, scale);
    }
  };

  map.on('moveend', tell);
  map.on('move', () => {
    if (framed !== undefined && !isCovered(map, framed)) {
      framed = frameOf(map);
      events.onFrame(framed, false);
    }
  });
  map.on('zoom', () => follow(map.getCenter(), map.getZoom()));
  map.on('zoomanim', ({ center, zoom }) => follow(center, zoom));

  const show = (viewport: MapViewport): void => silently(() => map.setView([viewport.lat, viewport.lng], viewport.zoom, { animate: false }));
  return {
    viewport: () => viewportOf(map),
    size: () => sizeOf(map.getSize()),
    show,
    travel: ({ lng, lat, zoom }) => {
      map.setView([lat, lng], zoom, still ? { animate: false } : { animate: true, duration: 0.2 });
    },
    panBy: ({ x, y }) => {
      map.panBy([x, y], still ? { animate: false } : { animate: true, duration: 0.2 });
    },
    zoomBy: (levels) => {
      map.setZoom(map.getZoom() + levels);
    },
    maxZoom: () => map.getMaxZoom(),
    resize: () =>
      silently(() => {
        map.invalidateSize({ animate: false, pan: true });
        map.setMinZoom(leastZoom(sizeOf(map.getSize())));
      }),
    setOnline: (online) => {
      tiles?.remove();
      tiles = undefined;
      map.options.zoomSnap = online ? 1 : 0;
      map.setMaxZoom(online ? MAX_TILE_ZOOM : MAX_ZOOM);
      isOnline = online;
      if (!online) return;
      const fail = (): void => {
        if (isOnline) events.onTileError();
      };
      void whileBusy(import('./tiles.ts')).then(({ onlineTiles }) => {
        if (!isOnline || isDisposed) return;
        tiles?.remove();
        tiles = onlineTiles();
        tiles.once('tileerror', fail);
        tiles.addTo(map);
      }, fail);
      map.setZoom(Math.round(map.getZoom()), { animate: false });
    },
    setDragging: (dragging) => {
      if (dragging) map.dragging.enable();
      else map.dragging.disable();
    },
    place: (canvas, frame) => {
      placed.set(canvas, frame);
      follow(map.getCenter(), map.getZoom());
    },
    inFrame: ({ x, y }, frame) => {
      const here = map.project(map.containerPointToLatLng([x, y]), frame.viewport.zoom);
      const centre = map.project([frame.viewport.lat, frame.viewport.lng], frame.viewport.zoom);
      return { x: here.x - centre.x + frame.size.width / 2, y: here.y - centre.y + frame.size.height / 2 };
    },
    dispose: () => {
      isDisposed = true;
      map.remove();
    },
  };
}

const sizeOf = (point: LeafletPoint): Size => ({ width: point.x, height: point.y });

function viewportOf(map: LeafletMap): MapViewport {
  const { lng, lat } = map.getCenter();
  return { lng: round(wrapLng(lng), 5), lat: round(lat, 5), zoom: round(map.getZoom(), 3) };
}

function frameOf(map: LeafletMap): Frame {
  const { x: width, y: height } = map.getSize();
  const margin = { x: Math.round(width * MARGIN), y: Math.round(height * MARGIN) };
  const { lng, lat } = map.getCenter();
  return { viewport: { lng, lat, zoom: map.getZoom() }, size: { width: width + 2 * margin.x, height: height + 2 * margin.y }, margin };
}

/** Whether the map's element still lies within a frame. Zooming does not count: it ends in a frame of its own. */
function isCovered(map: LeafletMap, { viewport, margin }: Frame): boolean {
  if (map.getZoom() !== viewport.zoom) return true;
  const middle = map.latLngToContainerPoint([viewport.lat, viewport.lng]);
  const { x, y } = map.getSize().divideBy(2);
  return Math.abs(middle.x - x) <= margin.x && Math.abs(middle.y - y) <= margin.y;
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
