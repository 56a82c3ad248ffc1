import type { BaseMap } from '../geo/base-map.ts';
import { FIXED_WORLD } from '../geo/fixed.ts';
import type { MapProjection } from '../geo/mercator.ts';
import { placeAt, placeKindAt } from '../model/rows.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Colour, Mark } from '../scene/scene.ts';
import { layoutArea, pixelsPerKm, type AreaWeight } from './map-areas.ts';
import { categoryOfSite, type Gathering, type MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** The extents of places, and how each was drawn: many stay as they are while counts change. */
export interface Extents {
  readonly marks: readonly Mark[];
  readonly drawn: ReadonlyMap<string, readonly Mark[]>;
}

/** Above this number of hatched countries each is drawn more lightly. */
const CALM_FROM = 6;

/** What lies under the signs, each place once, and discs that others cover not at all; `before` are the extents of the same part of the world in the same look. */
export function layoutExtents(gathering: Gathering, projection: MapProjection, base: BaseMap | undefined, world: World, before: Extents | undefined): Extents {
  const { dataset, spots } = gathering;
  const isCovered = coverOf(gathering, projection);
  const extended = spots.map((spot) => ({ spot, places: extendedPlaces(spot, gathering).filter((extent) => !isCovered(extent)) }));
  const weight = restingWeight(extended.flatMap(({ places }) => places.map(({ place }) => placeKindAt(dataset, place))));
  const drawn = new Map<string, readonly Mark[]>();
  const draw = (place: number, colour: Colour): readonly Mark[] => {
    const how = `${place} ${colour} ${weight}`;
    const marks = before?.drawn.get(how) ?? layoutArea(placeAt(dataset, place), projection, base, colour, weight);
    drawn.set(how, marks);
    return marks;
  };
  const marks = extended.flatMap(({ spot, places }) =>
    places.flatMap(({ place, category }): readonly Mark[] => {
      const tie = { key: spot.key, ...(spot.only === undefined ? {} : { event: spot.only }) };
      // Hatch lines answer nothing: near one of them, the pointer is still nearer to a sign.
      return draw(place, categoryColour(world.palette, category)).map((mark) => (mark.kind === 'group' ? mark : { ...mark, ...tie }));
    }),
  );
  const { scale, size } = projection;
  const beside = marks.length === 0 ? 0 : Math.floor(size.width / (2 * scale) + 0.5);
  const copies = Array.from({ length: 2 * beside }, (_, k) => (k < beside ? k - beside : k - beside + 1));
  return { marks: [...copies.map((copy): Mark => ({ kind: 'group', marks, translate: { x: copy * scale, y: 0 } })), ...marks], drawn };
}

interface Extended {
  readonly place: number;
  /** Category that its events share. */
  readonly category: number;
}

/** The places of a spot that are more than a position, as far as they are known by themselves. */
function extendedPlaces(spot: MapSpot, gathering: Gathering): readonly Extended[] {
  const { dataset, placesOf } = gathering;
  const own = spot.sites.flatMap((site): readonly Extended[] =>
    site.place === undefined || placeKindAt(dataset, site.place) === 'exact' ? [] : [{ place: site.place, category: categoryOfSite(site, gathering) }]);
  if (own.length > 0 || spot.only === undefined || gathering.cells === undefined) return own;
  return placesOf(spot, 1).filter((place) => placeKindAt(dataset, place) !== 'exact').map((place) => ({ place, category: spot.categories[0]?.[0] ?? 0 }));
}

/** A disc lies under another where its middle is within this share of that one's radius, and it is not much the larger. */
const COVER = 0.75;
const NOT_LARGER = 1.25;

/**
 * Tells of places that are near a point whether a disc told of before, of the same category, shows as much: dozens of them upon each other
 * would no longer be a shade.
 */
function coverOf({ dataset }: Gathering, { scale }: MapProjection): (extent: Extended) => boolean {
  const discs: { readonly category: number; readonly x: number; readonly y: number; readonly radius: number }[] = [];
  const { places } = dataset;
  const pixels = scale / FIXED_WORLD;
  return ({ place, category }) => {
    if (placeKindAt(dataset, place) !== 'near') return false;
    const near = placeAt(dataset, place);
    if (near.kind !== 'near') return false;
    const [x, y, radius] = [(places.x[place] ?? 0) * pixels, (places.y[place] ?? 0) * pixels, near.radiusKm * pixelsPerKm(near.at[1], { scale })];
    const lies = discs.some((disc) => disc.category === category && radius <= NOT_LARGER * disc.radius && Math.hypot(disc.x - x, disc.y - y) < COVER * disc.radius);
    if (!lies) discs.push({ category, x, y, radius });
    return lies;
  };
}

/** How loudly the extents of a map are drawn where nothing is selected. */
function restingWeight(kinds: readonly string[]): AreaWeight {
  let hatched = 0;
  for (const kind of kinds) if (kind === 'country' || kind === 'region') hatched += 1;
  return hatched > CALM_FROM ? 'calm' : 'plain';
}
