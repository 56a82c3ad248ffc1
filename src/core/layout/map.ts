import type { Box, Point, Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { projectionOf, type MapProjection } from '../geo/mercator.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import { categoryColour } from '../scene/palette.ts';
import type { GroupMark, Mark, Scene } from '../scene/scene.ts';
import { layoutBaseLabels } from './base-map-labels.ts';
import { layoutArea, type AreaWeight } from './map-areas.ts';
import { layoutSpotLabels, placeNamesOf, type SpotLabel } from './map-labels.ts';
import { bearsNumbers, layoutSign, NUMBER_RADIUS, numberedHalfWidth, type Numbering } from './map-signs.ts';
import { gatherSpots, sharedCategory, type MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** What the places on a map are drawn from. */
export interface MapInput {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly viewport: MapViewport;
  readonly size: Size;
  readonly world: World;
  /** Without it there are no names and no outlines of countries. */
  readonly base: BaseMap | undefined;
  /** `false` leaves out the base map's names, where tiles bring their own. */
  readonly names?: boolean;
  /** Pixels along each edge that are painted so that the map can be dragged, but not on view. */
  readonly margin?: Point;
  /** Boxes in pixels that names keep clear of: a legend, buttons. */
  readonly obstacles?: readonly Box[];
  /** In a figure with a numbered list: signs bear these numbers and names have no second line. */
  readonly numbering?: Numbering;
}

/** Where everything that happened lies in one picture of the map. */
export interface MapLayout {
  readonly input: MapInput;
  readonly projection: MapProjection;
  readonly spots: readonly MapSpot[];
  /** By the key that its marks bear. */
  readonly spotOf: ReadonlyMap<string, MapSpot>;
  readonly labels: readonly SpotLabel[];
  /** Extents, the base map's names, signs and labels, to lie on top of the base map. */
  readonly marks: GroupMark;
}

/** Above this number of hatched countries each is drawn more lightly. */
const CALM_FROM = 6;

/** Lays out the places of visible events by their kinds, with their signs and names. */
export function layoutMap(input: MapInput): MapLayout {
  const { dataset, visible, viewport, size, world, base, names: named = true, margin = { x: 0, y: 0 }, obstacles = [], numbering } = input;
  const projection = projectionOf(viewport, size);
  const spots = gatherSpots(dataset, visible, projection);
  const signs = spots.map((spot) => signBox(spot, world, numbering));
  const labels = layoutSpotLabels(spots, dataset, world, { size, margin, signs, obstacles, details: numbering === undefined });
  const names =
    base === undefined || !named
      ? []
      : [layoutBaseLabels({ base, viewport, size, world, margin, obstacles: [...obstacles, ...signs, ...labels.map(({ box }) => box)], omit: namesOf(spots) })];
  const marks: Mark[] = [
    ...extentMarks(input, projection, spots),
    ...names,
    ...spots.flatMap((spot) => layoutSign(spot, dataset, world, numbering)),
    ...labels.flatMap((label) => label.marks),
  ];
  return {
    input,
    projection,
    spots,
    spotOf: new Map(spots.map((spot) => [spot.key, spot])),
    labels,
    marks: { kind: 'group', marks, clip: { x: 0, y: 0, ...size }, role: 'places' },
  };
}

/** The picture of a map as a scene of its own, on a ground such as `layoutBaseMap` gives. */
export function mapScene(layout: MapLayout, ground?: GroupMark): Scene {
  const { dataset, size, world } = layout.input;
  return {
    size,
    marks: ground === undefined ? [layout.marks] : [ground, layout.marks],
    title: world.messages.map.title(dataset.story.title),
    description: describeMap(layout),
    language: dataset.story.language,
  };
}

/** The sign that an event has on the map: of several, the one at the place with this key, or the first. */
export function spotOfEvent(layout: MapLayout, event: EventNumber, place?: string): MapSpot | undefined {
  const own = layout.spots.filter((spot) => spot.events.includes(event));
  return own.find(({ groups }) => groups.some(({ key }) => key === place)) ?? own[0];
}

/** The box of a spot's sign. */
export function signBox(spot: MapSpot, world: World, numbering: Numbering | undefined): Box {
  const numbered = numbering !== undefined && bearsNumbers(spot, numbering);
  const across = numbered ? numberedHalfWidth(spot, world, numbering) : spot.radius;
  const down = numbered ? NUMBER_RADIUS : spot.radius;
  return { x: spot.x - across, y: spot.y - down, width: 2 * across, height: 2 * down };
}

/** How loudly the extents of a map are drawn where nothing is selected. */
function restingWeight(spots: readonly MapSpot[]): AreaWeight {
  let hatched = 0;
  for (const { groups } of spots) for (const { place } of groups) if (place.kind === 'country' || place.kind === 'region') hatched += 1;
  return hatched > CALM_FROM ? 'calm' : 'plain';
}

function extentMarks(input: MapInput, projection: MapProjection, spots: readonly MapSpot[]): Mark[] {
  const { dataset, visible, world, base } = input;
  const weight = restingWeight(spots);
  return spots.flatMap((spot) =>
    spot.groups.flatMap(({ place, events }): readonly Mark[] => {
      const shown = events.filter((i) => visible.passes[i] === 1);
      const colour = categoryColour(world.palette, sharedCategory(dataset, shown));
      const [event] = shown;
      const tie = { key: spot.key, ...(spot.events.length === 1 && event !== undefined ? { event } : {}) };
      // Hatch lines answer nothing: near one of them, the pointer is still nearer to a sign.
      return layoutArea(place, projection, base, colour, weight).map((mark) => (mark.kind === 'group' ? mark : { ...mark, ...tie }));
    }),
  );
}

const namesOf = (spots: readonly MapSpot[]): ReadonlySet<string> => new Set(spots.flatMap(({ groups }) => groups.map(({ place }) => place.name)));

function describeMap({ spots, input }: MapLayout): string {
  const { messages, formats } = input.world;
  const listed = spots.map((spot) => messages.map.placeWithEvents(formats.list(placeNamesOf(spot)), spot.events.length, formats.number(spot.events.length)));
  return listed.length === 0 ? messages.map.noPlaces : `${listed.slice(0, 24).join('; ')}${listed.length > 24 ? '; …' : ''}.`;
}
