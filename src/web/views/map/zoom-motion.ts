/* oxlint-disable no-underscore-dangle -- so Leaflet names what it moves a map with from frame to frame */
import type { Map as LeafletMap } from 'leaflet';
import type { Point } from '../../../core/base/geometry.ts';
import { clamp } from '../../../core/base/geometry.ts';
import { frame } from '../../platform/frame.ts';

/** What the map is to show. */
export interface Heading {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Zooming that goes on from frame to frame: each further wish moves where it goes, not where it is. */
export interface ZoomMotion {
  /** Zooms by so many levels more, so that what is under a pixel of the map's element stays there. */
  readonly zoomBy: (at: Point, levels: number) => void;
  /** Zooms to a level around a pixel of the map's element, which may lie outside of it. */
  readonly zoomTo: (at: Point, zoom: number) => void;
  /** Ends where it is. */
  readonly stop: () => void;
}

/** The part of the way that is left shrinks to a third in so many milliseconds. */
const TIME_MS = 60;
/** So few levels are no way any more. */
const ARRIVED = 0.01;

/** What Leaflet moves its own map with while fingers pinch it; its types leave it out. */
interface MovingMap {
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): void;
  _move(centre: ReturnType<LeafletMap['unproject']>, zoom: number): void;
  _moveEnd(zoomChanged: boolean): void;
  /** Ends movements alone; the public one shows the map anew as well. */
  _stop(): void;
}

/**
 * Gives a map a motion of its own; `onHeading` is told where it goes before it sets out, and again whenever that changes. Where people do not
 * want movements it is at once where it goes.
 */
export function createZoomMotion(map: LeafletMap, still: boolean, onHeading: (heading: Heading) => void): ZoomMotion {
  const moving = map as LeafletMap & MovingMap;
  let way: { readonly at: Point; readonly to: number; readonly end: () => void } | undefined;

  /** The middle of the map at a zoom with the same position under the pixel; the poles stay outside of it. */
  const middleAt = ({ x, y }: Point, zoom: number): ReturnType<LeafletMap['unproject']> => {
    const size = map.getSize();
    const offset = size.divideBy(2).subtract([x, y]);
    const fixed = map.project(map.containerPointToLatLng([x, y]), zoom);
    const centre = fixed.add(offset);
    const world = map.options.crs?.scale(zoom) ?? 0;
    const half = Math.min(size.y, world) / 2;
    centre.y = clamp(centre.y, half, world - half);
    return map.unproject(centre, zoom);
  };
  const jump = (at: Point, zoom: number): void => moving._move(middleAt(at, zoom), zoom);
  const stop = (): void => {
    if (way === undefined) return;
    const { end } = way;
    way = undefined;
    end();
    moving._moveEnd(true);
  };
  const zoomTo = (at: Point, wanted: number): void => {
    const snap = map.options.zoomSnap ?? 0;
    const to = clamp(snap > 0 ? Math.round(wanted / snap) * snap : wanted, map.getMinZoom(), map.getMaxZoom());
    if (to === (way?.to ?? map.getZoom())) return;
    moving._stop();
    if (way === undefined) moving._moveStart(true, false);
    way?.end();
    if (still) {
      jump(at, to);
      moving._moveEnd(true);
      return;
    }
    const { lng, lat } = middleAt(at, to);
    onHeading({ lng, lat, zoom: to });
    let before: number | undefined;
    const end = frame.animate((now) => {
      const passed = before === undefined ? 16 : Math.min(now - before, 100);
      before = now;
      const zoom = map.getZoom();
      const left = (to - zoom) * Math.exp(-passed / TIME_MS);
      const isThere = Math.abs(left) < ARRIVED;
      jump(at, isThere ? to : to - left);
      if (isThere) stop();
      return !isThere;
    });
    way = { at, to, end };
  };
  return { zoomTo, zoomBy: (at, levels) => zoomTo(at, (way?.to ?? map.getZoom()) + levels), stop };
}
