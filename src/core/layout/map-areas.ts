import type { BaseMap } from '../geo/base-map.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { nearestCopy, unitXOf, unitYOf, type MapProjection } from '../geo/mercator.ts';
import { circleAround, EARTH_RADIUS_KM } from '../geo/sphere.ts';
import type { LocatedPlace } from '../model/event.ts';
import type { Colour, GroupMark, Mark, PathMark } from '../scene/scene.ts';
import { pixelRing } from './base-map-shapes.ts';
import { SYMBOL_RADIUS } from './map-spots.ts';

/** How loudly an area is drawn: `calm` where many are hatched or one fills the picture, `plain` otherwise, `strong` for the selected one. */
export type AreaWeight = 'calm' | 'plain' | 'strong';

const OUTLINE_WIDTH = { calm: 0.8, plain: 1.1, strong: 1.8 } as const satisfies Record<AreaWeight, number>;
const HATCH_ALPHA = { calm: '24', plain: '40', strong: '8C' } as const satisfies Record<AreaWeight, string>;
const SOFT_ALPHA = { calm: '1F', plain: '2E', strong: '47' } as const satisfies Record<AreaWeight, string>;

/** Pixels between hatch lines, measured along the edge of the picture. */
const HATCH_STEP = 9;

/** A hatched area this many times wider than the picture is drawn calmly, with lines twice as far apart. */
const FILLS_PICTURE = 1.5;

/** Outlines that are dashed are drawn this much smoother than coasts, in pixels, so that dashes do not crowd in every inlet. */
const SMOOTHNESS = 1;

/** Radius of the hatched disc that stands for a country or region whose outline is not known or too small to see. */
const STAND_IN_RADIUS = 14;

/** What lies under a place's sign: its extent as far as it is known. An exact place has none, nor has one that its sign would hide. */
export function layoutArea(
  place: LocatedPlace, projection: MapProjection, base: BaseMap | undefined, colour: Colour, weight: AreaWeight,
): readonly Mark[] {
  switch (place.kind) {
    case 'exact':
      return [];
    case 'near':
      if (place.radiusKm * pixelsPerKm(place.at[1], projection) < SYMBOL_RADIUS) return [];
      return [softArea([geographicLine(circleAround(place.at, place.radiusKm), place.at, projection)], colour, weight, undefined)];
    case 'area':
      return [softArea(place.area.flat().map((ring) => geographicLine(ring, place.at, projection)), colour, weight, [2, 2.5])];
    case 'country':
    case 'region':
      return hatchedArea(standInRings(place, projection, base), projection, colour, weight, fillsPicture(place, projection, base));
    case 'route': {
      const rings = place.path.map((line) => geographicLine(line, place.at, projection));
      return [{ kind: 'path', rings, closed: false, stroke: { colour, width: weight === 'strong' ? 3 : 2 }, opacity: 0.85, role: 'route' }];
    }
  }
}

/** Pixels of a kilometre at a latitude: Web Mercator enlarges lengths by its secant. Source: EPSG:3857. */
export const pixelsPerKm = (lat: number, { scale }: Pick<MapProjection, 'scale'>): number =>
  scale / (2 * Math.PI * EARTH_RADIUS_KM * Math.max(Math.cos((lat * Math.PI) / 180), 1e-6));

/** The outline of the country that stands in for a place, or a disc around its position. */
function standInRings(place: LocatedPlace & { readonly code: string | undefined }, projection: MapProjection, base: BaseMap | undefined): number[][] {
  const country = place.kind === 'country' ? base?.countryOf.get(place.code ?? '') : undefined;
  const x = unitXOf(place.at[0]);
  const middle = x + nearestCopy(projection, x);
  if (country !== undefined) {
    const { west, east } = country.main;
    const seen = ((east - west) / 360) * projection.scale > STAND_IN_RADIUS;
    const rings = country.rings.map((ring) => pixelRing(ring, projection, Math.round(middle - (ring.box.x0 + ring.box.x1) / 2), SMOOTHNESS));
    if (seen) return rings.filter((ring) => ring.length >= 6);
  }
  const [cx, cy] = [middle * projection.scale - projection.left, unitYOf(place.at[1]) * projection.scale - projection.top];
  return [
    Array.from({ length: 48 }, (_, step) => (2 * Math.PI * step) / 48).flatMap((angle) => [
      round(cx + STAND_IN_RADIUS * Math.sin(angle)),
      round(cy - STAND_IN_RADIUS * Math.cos(angle)),
    ]),
  ];
}

function fillsPicture(place: LocatedPlace & { readonly code: string | undefined }, { scale, size }: MapProjection, base: BaseMap | undefined): boolean {
  const main = base?.countryOf.get(place.code ?? '')?.main;
  return main !== undefined && ((main.east - main.west) / 360) * scale > FILLS_PICTURE * size.width;
}

/** A dashed outline filled with lines that lean to the right; the lines stay where they are on the ground when the map moves. */
function hatchedArea(rings: number[][], projection: MapProjection, colour: Colour, asked: AreaWeight, fills: boolean): readonly Mark[] {
  if (rings.length === 0) return [];
  const weight: AreaWeight = fills && asked === 'plain' ? 'calm' : asked;
  const step = fills ? 2 * HATCH_STEP : HATCH_STEP;
  const outline: PathMark = {
    kind: 'path',
    rings,
    closed: true,
    fill: `${colour}0A`,
    stroke: { colour: weight === 'calm' ? `${colour}99` : colour, width: OUTLINE_WIDTH[weight], dash: [4, 3] },
    role: 'stand-in',
  };
  const hatch: GroupMark = {
    kind: 'group',
    clip: { rings },
    marks: [
      { kind: 'path', rings: hatchLines(rings, projection, step), closed: false, stroke: { colour: `${colour}${HATCH_ALPHA[weight]}`, width: 0.9 }, role: 'hatch' },
    ],
  };
  return [hatch, outline];
}

function hatchLines(rings: readonly number[][], { left, top }: MapProjection, step: number): number[][] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let k = 0; k < ring.length; k += 2) {
      x0 = Math.min(x0, ring[k] as number);
      x1 = Math.max(x1, ring[k] as number);
      y0 = Math.min(y0, ring[k + 1] as number);
      y1 = Math.max(y1, ring[k + 1] as number);
    }
  }
  // All lines x + y = c; in world pixels every c is a whole number of steps.
  const origin = left + top;
  const first = Math.ceil((x0 + y0 + origin) / step);
  const last = Math.floor((x1 + y1 + origin) / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, line) => {
    const c = (first + line) * step - origin;
    return [round(c - y0), round(y0), round(c - y1), round(y1)];
  });
}

function softArea(rings: number[][], colour: Colour, weight: AreaWeight, dash: readonly number[] | undefined): PathMark {
  return {
    kind: 'path',
    rings,
    closed: true,
    fill: `${colour}${SOFT_ALPHA[weight]}`,
    ...(dash === undefined ? {} : { stroke: { colour, width: OUTLINE_WIDTH[weight], dash } }),
    role: 'extent',
  };
}

/** Positions as pixels, in the copy of the world where their place's sign stands; each follows the one before by the shorter way. */
function geographicLine(positions: readonly LngLat[], at: LngLat, projection: MapProjection): number[] {
  const start = unitXOf(at[0]);
  let before = start + nearestCopy(projection, start);
  return positions.flatMap(([lng, lat]) => {
    const x = unitXOf(lng);
    before = x + Math.round(before - x);
    return [round(before * projection.scale - projection.left), round(unitYOf(lat) * projection.scale - projection.top)];
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
