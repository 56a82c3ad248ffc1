import type { Point } from '../base/geometry.ts';
import type { MapProjection } from '../geo/mercator.ts';
import type { Gathering, MapSpot } from './map-spots.ts';

/** A sign that has gone into another one, on its way there. */
export interface Leaving {
  readonly spot: MapSpot;
  /** How much of it is left, from 1 down. */
  readonly opacity: number;
}

/** How signs part and join from one step of a zoom to the next, so that none jumps. */
export interface Drift {
  /** By key of a sign: pixels from where it belongs to where it still is. */
  readonly offsets: ReadonlyMap<string, Point>;
  readonly leaving: readonly Leaving[];
}

/** Nothing moves. */
export const AT_REST: Drift = { offsets: new Map(), leaving: [] };

/** The part of a way that is left after one step. */
const LEFT = 0.74;
/** Ways shorter than this many pixels have ended, and signs fainter than this are gone. */
const ENDED = 0.4;
const FAINT = 0.08;

/** What is known of the step before. */
export interface DriftFrom {
  readonly gathering: Gathering;
  readonly projection: MapProjection;
  readonly drift: Drift;
  readonly spotOf: ReadonlyMap<string, MapSpot>;
}

/**
 * The drift one step after another: signs that part come out of the sign that they were in, signs that join go into the one that they
 * are in now.
 */
export function driftOn(from: DriftFrom, gathering: Gathering, projection: MapProjection): Drift {
  const there = (x: number, y: number): Point => {
    const enlarged = projection.scale / from.projection.scale;
    return { x: (x + from.projection.left) * enlarged - projection.left, y: (y + from.projection.top) * enlarged - projection.top };
  };
  const offsets = new Map<string, Point>();
  const origins = new Set<MapSpot>();
  for (const spot of gathering.spots) {
    const same = from.spotOf.get(spot.key);
    const origin = same ?? from.gathering.spotUnder(spot);
    if (origin === undefined) continue;
    origins.add(origin);
    const before = from.drift.offsets.get(origin.key) ?? { x: 0, y: 0 };
    const at = same === undefined ? there(origin.x + before.x, origin.y + before.y) : { x: spot.x + before.x, y: spot.y + before.y };
    const offset = { x: (at.x - spot.x) * LEFT, y: (at.y - spot.y) * LEFT };
    // What lies in another copy of the world does not come from there.
    if (Math.hypot(offset.x, offset.y) > ENDED && Math.abs(offset.x) < projection.scale / 2) offsets.set(spot.key, offset);
  }
  const gone = from.gathering.spots.filter((spot) => !origins.has(spot)).map((spot): Leaving => ({ spot, opacity: 1 }));
  const leaving = [...from.drift.leaving, ...gone].flatMap(({ spot, opacity }): readonly Leaving[] => {
    const into = gathering.spotUnder(spot);
    const left = opacity * LEFT;
    if (into === undefined || left < FAINT) return [];
    const at = there(spot.x, spot.y);
    return Math.abs(into.x - at.x) > projection.scale / 2 ? [] : [{ spot: { ...spot, x: into.x + (at.x - into.x) * LEFT, y: into.y + (at.y - into.y) * LEFT }, opacity: left }];
  });
  return { offsets, leaving };
}
