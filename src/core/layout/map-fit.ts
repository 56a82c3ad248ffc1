import type { Box, Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import { fitBounds, lngSpanOf, unionBounds, type Padding } from '../geo/bounds.ts';
import type { Bounds, LngLat, MapViewport } from '../geo/coordinates.ts';
import { pointOf, projectionOf, TILE_SIZE, unitYOf, wrapLng, type MapProjection } from '../geo/mercator.ts';
import type { Dataset } from '../model/dataset.ts';
import type { LocatedPlace } from '../model/event.ts';
import { FEW_PLACES } from '../model/place-order.ts';
import { placeAt, positionAt } from '../model/rows.ts';
import type { Visible } from '../query/visible.ts';
import { isOutlined } from './map-cells.ts';
import { sampledPlaces } from './map-samples.ts';
import { boundsOfPlace } from './place-bounds.ts';

/** No closer than this by itself: a single town is shown with the land around it. */
const CLOSEST_FIT = 6.5;

/** Shown when nothing has a place: the inhabited world. */
const WORLD: Bounds = { west: -170, east: 180, south: -56, north: 74 };

/** Places spread over more degrees of longitude than this are shown on one whole world in its usual order, Europe and Africa in the middle. */
const WORLDWIDE = 240;
/** Where such a world is cut: in the Bering Strait, or up to so many degrees beside it where a place lies nearer to the cut than is clear. */
const WORLD_WEST = -168;
const CUT_REACH = 12;
const CLEAR_OF_CUT = 8;

/** What a fit has to heed. */
export interface FitOptions {
  readonly padding?: Padding;
  /** Boxes in pixels beneath which no place may lie, as far as that can be had. */
  readonly covers?: readonly Box[];
  /** The map comes no closer than this zoom. */
  readonly closest?: number;
}

/** What a place takes up on the map. */
export interface Reach {
  readonly at: LngLat;
  readonly bounds: Bounds;
}

/** What one place takes up; a country that stands in for a place counts with its main part. */
export const reachOf = (place: LocatedPlace, base: BaseMap | undefined): Reach => ({ at: place.at, bounds: boundsOfPlace(place, base) });

/** The viewport that shows everything whole. */
export function fitPlaces(places: readonly Reach[], size: Size, options: FitOptions = {}): MapViewport {
  const { padding = paddingOf(size), covers = [], closest = CLOSEST_FIT } = options;
  const bounds = unionBounds(places.map((place) => place.bounds)) ?? WORLD;
  const isWorldwide = lngSpanOf(bounds) > WORLDWIDE;
  const west = isWorldwide ? wholeWorldWest(places) : bounds.west;
  const shown = isWorldwide ? { ...bounds, west, east: west + 360 } : bounds;
  const fit = (room: Padding): MapViewport => fitBounds(shown, size, room, closest);
  // What is beside a whole world is the world again: only signs near the cut need the room.
  const first = isWorldwide ? { ...padding, left: SIGN_REACH, right: SIGN_REACH } : padding;
  const hiding = (viewport: MapViewport): Box | undefined => coverOver(places, projectionOf(viewport, size), covers);
  const cover = hiding(fit(first));
  const room = cover === undefined ? undefined : paddingsBeside(cover, first, size).sort((a, b) => fit(b).zoom - fit(a).zoom).find((other) => hiding(fit(other)) === undefined);
  return fit(room ?? first);
}

/** The least zoom that a map of this size has use for: the world fills nearly all of its width, or the inhabited world of its height. */
export function leastZoom({ width, height }: Size): number {
  const inhabited = unitYOf(WORLD.south) - unitYOf(WORLD.north);
  return Math.log2(Math.max(1, Math.min(width, height / inhabited) * NEARLY_ALL) / TILE_SIZE);
}

const NEARLY_ALL = 0.85;

/**
 * What the places take up at which events happened, those that pass or all. Very many places are taken together by neighbourhoods, with
 * the positions of one place in each.
 */
export function reachesOf(dataset: Dataset, visible: Visible | undefined, base: BaseMap | undefined): readonly Reach[] {
  return sampledPlaces(dataset, visible, NEIGHBOURHOODS).map(({ place, west, north, east, south }) =>
    dataset.places.size <= FEW_PLACES || isOutlined(dataset, place)
      ? reachOf(placeAt(dataset, place), base)
      : { at: positionAt(dataset, place), bounds: { west, north, east, south } });
}

/** Level of the grid whose cells are neighbourhoods: six degrees wide. */
export const NEIGHBOURHOODS = 6;

/** The western edge of a whole world: as near to the usual one as keeps places clear of the cut. */
function wholeWorldWest(places: readonly Reach[]): number {
  const angles = places.map(({ at: [lng] }) => wrapLng(lng - WORLD_WEST));
  const clearance = (cut: number): number => Math.min(CLEAR_OF_CUT, ...angles.map((angle) => Math.abs(angle - cut)));
  const cuts = Array.from({ length: 2 * CUT_REACH + 1 }, (_, k) => (k % 2 === 0 ? k / 2 : -(k + 1) / 2));
  return WORLD_WEST + cuts.reduce((best, cut) => (clearance(cut) > clearance(best) ? cut : best), 0);
}

/** Pixels that a place's sign reaches around its position, with a little space. */
const SIGN_REACH = 16;

/** The first cover beneath which a place lies. */
function coverOver(places: readonly Reach[], projection: MapProjection, covers: readonly Box[]): Box | undefined {
  const points = covers.length === 0 ? [] : places.map(({ at }) => pointOf(projection, at));
  return covers.find((box) =>
    points.some(({ x, y }) => x > box.x - SIGN_REACH && x < box.x + box.width + SIGN_REACH && y > box.y - SIGN_REACH && y < box.y + box.height + SIGN_REACH),
  );
}

/** The paddings that keep places to one side of a cover; none that leaves less than half of the picture. */
function paddingsBeside(cover: Box, padding: Padding, { width, height }: Size): Padding[] {
  const sides: readonly Padding[] = [
    { ...padding, left: Math.max(padding.left, cover.x + cover.width + SIGN_REACH) },
    { ...padding, right: Math.max(padding.right, width - cover.x + SIGN_REACH) },
    { ...padding, top: Math.max(padding.top, cover.y + cover.height + SIGN_REACH) },
    { ...padding, bottom: Math.max(padding.bottom, height - cover.y + SIGN_REACH) },
  ];
  return sides.filter(({ left, right, top, bottom }) => left + right <= width / 2 && top + bottom <= height / 2);
}

/** Room at the edges for signs and names: a tenth of the picture at most. */
export function paddingOf({ width, height }: Size): Padding {
  const x = Math.min(48, width / 10);
  const y = Math.min(28, height / 10);
  return { top: y, right: x, bottom: y, left: x };
}
