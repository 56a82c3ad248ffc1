import type { Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import { boundsOf, fitBounds, lngSpanOf, unionBounds, type Padding } from '../geo/bounds.ts';
import type { Bounds, MapViewport } from '../geo/coordinates.ts';
import { circleAround } from '../geo/sphere.ts';
import { unitXOf, unitYOf } from '../geo/mercator.ts';
import { ringsContain } from '../geo/contains.ts';
import type { Dataset } from '../model/dataset.ts';
import type { LocatedPlace } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';

/** No closer than this by itself: a single town is shown with the land around it. */
const CLOSEST_FIT = 6.5;

/** Shown when nothing has a place: the inhabited world. */
const WORLD: Bounds = { west: -170, east: 180, south: -56, north: 74 };

/** Places spread over more degrees of longitude than this are shown on a whole world in its usual order, Europe and Africa in the middle. */
const WORLDWIDE = 240;
const WORLD_WEST = -168;

/** The viewport that shows every place of visible events whole; countries that stand in for a place count with their main part. */
export function fitPlaces(dataset: Dataset, visible: Visible, size: Size, base: BaseMap | undefined, padding: Padding = paddingOf(size)): MapViewport {
  const parts = dataset.places.filter(({ events }) => events.some((i) => visible.passes[i] === 1)).map(({ place }) => boundsOfPlace(place, base));
  const bounds = unionBounds(parts) ?? WORLD;
  const shown = lngSpanOf(bounds) > WORLDWIDE ? { ...bounds, west: WORLD_WEST, east: WORLD_WEST + 360 } : bounds;
  return fitBounds(shown, size, padding, CLOSEST_FIT);
}

/** The viewport that shows the given places, up to `maxZoom`. */
export function fitSome(places: readonly LocatedPlace[], size: Size, base: BaseMap | undefined, maxZoom: number): MapViewport {
  return fitBounds(unionBounds(places.map((place) => boundsOfPlace(place, base))) ?? WORLD, size, paddingOf(size), maxZoom);
}

/** The bounds of all that is drawn of a place. */
export function boundsOfPlace(place: LocatedPlace, base: BaseMap | undefined): Bounds {
  const [lng, lat] = place.at;
  const point: Bounds = { west: lng, east: lng, south: lat, north: lat };
  switch (place.kind) {
    case 'exact':
      return point;
    case 'near':
      return boundsOf(circleAround(place.at, place.radiusKm, 16)) ?? point;
    case 'area':
      return boundsOf(place.area.flat(2)) ?? point;
    case 'route':
      return boundsOf(place.path.flat()) ?? point;
    case 'country':
      return base?.countryOf.get(place.code ?? '')?.main ?? point;
    case 'region':
      return point;
  }
}

/** Codes of the countries that the story is about: those that its places lie in or that stand in for one. */
export function focusCountries(dataset: Dataset, base: BaseMap): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { place } of dataset.places) {
    const named = place.kind === 'country' ? base.countryOf.get(place.code ?? '') : undefined;
    const code = named?.a3 ?? (place.kind === 'country' ? undefined : countryAt(place.at[0], place.at[1], base));
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

function countryAt(lng: number, lat: number, base: BaseMap): string | undefined {
  const x = unitXOf(lng);
  const y = unitYOf(lat);
  return base.countries.find(({ rings }) => {
    const near = rings.filter(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
    return near.length > 0 && ringsContain(near.map((ring) => ring.points), x, y);
  })?.a3;
}

/** Room at the edges for signs and names: a tenth of the picture at most. */
export function paddingOf({ width, height }: Size): Padding {
  const x = Math.min(48, width / 10);
  const y = Math.min(28, height / 10);
  return { top: y, right: x, bottom: y, left: x };
}
