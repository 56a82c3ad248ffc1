import 'leaflet/dist/leaflet.css';
import type { Map as LeafletMap, Point as LeafletPoint, TileLayer } from 'leaflet';
import type { Box, Point, Size } from '../../../core/base/geometry.ts';
import { lngSpanOf } from '../../../core/geo/bounds.ts';
import type { Bounds, MapViewport } from '../../../core/geo/coordinates.ts';
import { wrapLng } from '../../../core/geo/mercator.ts';
import { leastZoom } from '../../../core/layout/map-fit.ts';
import { whileBusy } from '../../platform/busy.ts';
import { attachWheelZoom } from '../../gestures/wheel-zoom.ts';
import { createMap, DomUtil } from './leaflet.ts';
import { frameAround, isCovered, MAX_ZOOM, type Frame } from './map-frame.ts';
import { createZoomMotion } from './zoom-motion.ts';
import type * as Tiles from './tiles.ts';

export type { Frame } from './map-frame.ts';

/** Online tiles go on to the streets. */
const MAX_TILE_ZOOM = 18;

/** How long the map moves by itself. */
const TRAVEL_S = 0.2;
/** A change of scale smaller than this part is none. */
const LEAST_ZOOM = 0.02;

/** What the map tells as it is moved. */
export interface CameraEvents {
  /** The map came to rest, or goes beyond what is painted: this is to be painted now. `byHand` when a person moved it there. */
  readonly onFrame: (frame: Frame, byHand: boolean) => void;
  /** The map shows something else, at each step. */
  readonly onMove: () => void;
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
  /** What lies in a box of the map's element; eastern edges beyond 180° where it crosses the antimeridian. */
  readonly boundsOf: (box: Box) => Bounds;
  /** Where bounds lie in pixels of the map's element, in the copy of the world nearest to its middle. */
  readonly boxOf: (bounds: Bounds) => Box;
  readonly dispose: () => void;
}

/** Starts Leaflet in an element: gestures, zooming and optional tiles are its own, everything drawn is ours. */
export function createCamera(element: HTMLElement, canvases: readonly HTMLCanvasElement[], still: boolean, events: CameraEvents): Camera {
  const map = createMap(element, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    zoomSnap: 0,
    maxZoom: MAX_ZOOM,
    maxBounds: [[-85.06, -100_000], [85.06, 100_000]],
    maxBoundsViscosity: 1,
    inertia: !still,
    zoomAnimation: false,
    fadeAnimation: false,
    doubleClickZoom: false,
    scrollWheelZoom: false,
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
  /** Painted ahead of the zoom that goes there. */
  let ahead: Frame | undefined;
  let tiles: TileLayer | undefined;
  let isOnline = false;
  let isDisposed = false;

  const exactly = (): MapViewport => {
    const { lng, lat } = map.getCenter();
    return { lng, lat, zoom: map.getZoom() };
  };
  const paint = (viewport: MapViewport, isByHand: boolean): Frame => {
    framed = frameAround(viewport, sizeOf(map.getSize()));
    events.onFrame(framed, isByHand);
    return framed;
  };
  const silently = (move: () => void): void => {
    byHand = false;
    move();
    byHand = true;
  };
  /** Keeps what is painted on its ground while the map zooms around it. */
  const follow = (): void => {
    const zoom = map.getZoom();
    const origin = map.project(map.getCenter(), zoom).subtract(map.getSize().divideBy(2)).subtract(map.containerPointToLayerPoint([0, 0])).round();
    for (const [canvas, { viewport, size }] of placed) {
      const scale = 2 ** (zoom - viewport.zoom);
      const corner = map.project([viewport.lat, viewport.lng], zoom).subtract([(size.width / 2) * scale, (size.height / 2) * scale]);
      const offset = corner.subtract(origin);
      // At rest on whole pixels: a canvas between them is blurred.
      DomUtil.setTransform(canvas, scale === 1 ? offset.round() : offset, scale);
    }
  };

  map.on('moveend', () => {
    ahead = undefined;
    paint(exactly(), byHand);
  });
  map.on('zoom', follow);
  map.on('move', () => {
    if (framed === undefined) return;
    events.onMove();
    if (ahead === undefined && !isCovered(exactly(), sizeOf(map.getSize()), framed)) paint(exactly(), false);
  });
  // What a zoom leads in to is painted enlarged until it has come; what it leads out to is painted before it sets out, and shrinks into place.
  const motion = createZoomMotion(map, still, (heading) => {
    const leadsOut = heading.zoom < map.getZoom();
    if (!leadsOut) ahead = undefined;
    else if (framed !== undefined && !isCovered(heading, sizeOf(map.getSize()), framed)) ahead = paint(heading, false);
  });
  const stopGestures = [
    attachWheelZoom(element, (x, y, levels) => motion.zoomBy({ x, y }, levels)),
    listen(element, 'pointerdown', motion.stop),
  ];

  const middle = (): LeafletPoint => map.getSize().divideBy(2);
  const show = (viewport: MapViewport): void =>
    silently(() => {
      motion.stop();
      map.setView([viewport.lat, viewport.lng], viewport.zoom, { animate: false });
    });
  return {
    viewport: () => viewportOf(map),
    size: () => sizeOf(map.getSize()),
    show,
    travel: ({ lng, lat, zoom }) => {
      motion.stop();
      const offset = map.latLngToContainerPoint(nearest(map, lat, lng)).subtract(middle());
      const shrunk = 1 - 2 ** (map.getZoom() - zoom);
      if (Math.abs(shrunk) < LEAST_ZOOM) map.panBy(offset, { animate: !still, duration: TRAVEL_S });
      // The one pixel that shows the same position before and after.
      else motion.zoomTo(middle().add(offset.divideBy(shrunk)), zoom);
    },
    panBy: ({ x, y }) => {
      motion.stop();
      map.panBy([x, y], { animate: !still, duration: TRAVEL_S });
    },
    zoomBy: (levels) => {
      motion.zoomBy(middle(), levels);
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
      const show = ({ onlineTiles }: typeof Tiles): void => {
        if (!isOnline || isDisposed) return;
        tiles?.remove();
        tiles = onlineTiles();
        tiles.once('tileerror', fail);
        tiles.addTo(map);
      };
      whileBusy(import('./tiles.ts')).then(show, fail);
      map.setZoom(Math.round(map.getZoom()), { animate: false });
    },
    setDragging: (dragging) => {
      if (dragging) map.dragging.enable();
      else map.dragging.disable();
    },
    place: (canvas, frame) => {
      placed.set(canvas, frame);
      follow();
    },
    inFrame: ({ x, y }, frame) => {
      const here = map.project(map.containerPointToLatLng([x, y]), frame.viewport.zoom);
      const centre = map.project([frame.viewport.lat, frame.viewport.lng], frame.viewport.zoom);
      return { x: here.x - centre.x + frame.size.width / 2, y: here.y - centre.y + frame.size.height / 2 };
    },
    boundsOf: ({ x, y, width, height }) => {
      const northWest = map.containerPointToLatLng([x, y]);
      const southEast = map.containerPointToLatLng([x + width, y + height]);
      const west = round(wrapLng(northWest.lng), 5);
      return { west, north: round(northWest.lat, 5), east: round(west + southEast.lng - northWest.lng, 5), south: round(southEast.lat, 5) };
    },
    boxOf: (bounds) => {
      const [north, west] = nearest(map, bounds.north, bounds.west + lngSpanOf(bounds) / 2);
      const corner = map.latLngToContainerPoint([north, west - lngSpanOf(bounds) / 2]);
      const opposite = map.latLngToContainerPoint([bounds.south, west + lngSpanOf(bounds) / 2]);
      return { x: corner.x, y: corner.y, width: opposite.x - corner.x, height: opposite.y - corner.y };
    },
    dispose: () => {
      isDisposed = true;
      for (const stop of stopGestures) stop();
      motion.stop();
      map.remove();
    },
  };
}

const sizeOf = (point: LeafletPoint): Size => ({ width: point.x, height: point.y });

function viewportOf(map: LeafletMap): MapViewport {
  const { lng, lat } = map.getCenter();
  return { lng: round(wrapLng(lng), 5), lat: round(lat, 5), zoom: round(map.getZoom(), 3) };
}

/** A position in the copy of the world that is nearest to the middle of the map. */
function nearest(map: LeafletMap, lat: number, lng: number): [lat: number, lng: number] {
  const middle = map.getCenter().lng;
  return [lat, lng + 360 * Math.round((middle - lng) / 360)];
}

function listen(element: HTMLElement, type: 'pointerdown', listener: () => void): () => void {
  element.addEventListener(type, listener);
  return () => element.removeEventListener(type, listener);
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
