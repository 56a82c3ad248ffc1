import type { Box, Point, Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { projectionOf, type MapProjection } from '../geo/mercator.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { placesOfRow } from '../model/rows.ts';
import type { Visible } from '../query/visible.ts';
import type { GroupMark, Mark, Scene } from '../scene/scene.ts';
import { layoutBaseLabels } from './base-map-labels.ts';
import { freeRoom } from './free-room.ts';
import { layoutDensity } from './map-density.ts';
import { layoutExtents, type Extents } from './map-extents.ts';
import { holdLabels, layoutSpotLabels, type LabelRoom, type SpotLabel } from './map-labels.ts';
import { layoutSign, numbersBySpot, signBox, type Numbering } from './map-signs.ts';
import { gatherSpots, type Gathering, type MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

export { signBox } from './map-signs.ts';

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
  /** A layout of the same part of the world from which names are taken over while counts change: those of signs beside them, the others as they are. */
  readonly held?: MapLayout | undefined;
}

/** Where everything that happened lies in one picture of the map. */
export interface MapLayout {
  readonly input: MapInput;
  readonly projection: MapProjection;
  readonly gathering: Gathering;
  readonly spots: readonly MapSpot[];
  /** By the key that its marks bear. */
  readonly spotOf: ReadonlyMap<string, MapSpot>;
  readonly labels: readonly SpotLabel[];
  /** The base map's names. */
  readonly names: readonly GroupMark[];
  readonly extents: Extents;
  /** Density, extents, the base map's names, signs and labels, to lie on top of the base map. */
  readonly marks: GroupMark;
}

/** Lays out the places of visible events by their kinds, with their signs and names. */
export function layoutMap(input: MapInput): MapLayout {
  const { dataset, visible, viewport, size, world, base, margin = { x: 0, y: 0 }, obstacles = [], numbering, held } = input;
  const projection = projectionOf(viewport, size);
  const gathering = gatherSpots(visible, projection);
  const { spots } = gathering;
  const spotOf = new Map(spots.map((spot) => [spot.key, spot]));
  const numbers = numbering === undefined ? undefined : numbersBySpot(numbering, dataset, gathering.spotOfPlace);
  const signOf = (spot: MapSpot): Box => signBox(spot, world, numbers?.get(spot));
  const isHeld = held !== undefined && isSameLook(held.input, input) && isSamePart(held.input, input);
  const copies = copiesOf(spots, size, projection, signOf);
  const room = freeRoom();
  const labelRoom: LabelRoom = { size, margin, room, signOf, details: numbering === undefined };
  let labels: readonly SpotLabel[];
  let names: readonly GroupMark[];
  if (isHeld) {
    labels = holdLabels(held.labels, spotOf, gathering, world, labelRoom);
    names = held.names;
  } else {
    for (const box of obstacles) room.take(box);
    const signs = copies.map(({ spot, shift }) => moved(signOf(spot), shift));
    signs.forEach((box, k) => room.take(box, copies[k]?.at));
    labels = layoutSpotLabels(spots, gathering, world, labelRoom);
    names =
      base === undefined || input.names === false
        ? []
        : [layoutBaseLabels({ base, viewport, size, world, margin, obstacles: [...obstacles, ...signs, ...labels.map(({ box }) => box)], omit: namesOn(gathering) })];
  }
  const extents = layoutExtents(gathering, projection, base, world, isHeld ? held.extents : undefined);
  const marks: Mark[] = [
    ...(gathering.cells === undefined ? [] : layoutDensity(gathering.cells, projection, world)),
    ...extents.marks,
    ...names,
    ...copies.flatMap(({ spot, shift }) => layoutSign(shift === 0 ? spot : { ...spot, x: spot.x + shift }, dataset, world, numbers?.get(spot))),
    ...labels.flatMap((label) => label.marks),
  ];
  // What was taken over is not kept alive.
  return { input: { ...input, held: undefined }, projection, gathering, spots, spotOf, labels, names, extents, marks: { kind: 'group', marks, clip: { x: 0, y: 0, ...size }, role: 'places' } };
}

/** Whether names of one layout are the names of another. */
const isSameLook = (a: MapInput, b: MapInput): boolean =>
  a.dataset === b.dataset && a.base === b.base && a.world === b.world && a.names === b.names && a.numbering === b.numbering;

/** Whether two layouts show the same part of the world in as many pixels. */
const isSamePart = ({ viewport: a, size: s }: MapInput, { viewport: b, size: t }: MapInput): boolean =>
  a.lng === b.lng && a.lat === b.lat && a.zoom === b.zoom && s.width === t.width && s.height === t.height;

/** A sign in one of the copies of the world that are on view. */
interface Copy {
  readonly spot: MapSpot;
  /** Its position in the list of spots, in the copy that has its name. */
  readonly at: number | undefined;
  /** Pixels to that copy from the one nearest to the middle. */
  readonly shift: number;
}

/** The signs that touch the picture, in every copy of the world. */
function copiesOf(spots: readonly MapSpot[], size: Size, { scale }: MapProjection, signOf: (spot: MapSpot) => Box): readonly Copy[] {
  return spots.flatMap((spot, at) => {
    const { x, y, width, height } = signOf(spot);
    if (y > size.height || y + height < 0) return [];
    const first = Math.ceil((-x - width) / scale);
    const last = Math.floor((size.width - x) / scale);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, k): Copy => ({ spot, at: first + k === 0 ? at : undefined, shift: (first + k) * scale }));
  });
}

const moved = (box: Box, dx: number): Box => (dx === 0 ? box : { ...box, x: box.x + dx });

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

/** The sign that an event has on the map: of several, the one at this place, or the first. */
export function spotOfEvent({ input, gathering, spots }: MapLayout, event: EventNumber, place?: number): MapSpot | undefined {
  const places = Array.from(placesOfRow(input.dataset, event));
  const own = place !== undefined && places.includes(place) ? gathering.spotOfPlace(place) : undefined;
  if (own !== undefined) return own;
  const found = new Set(places.map(gathering.spotOfPlace));
  return found.size <= 1 ? [...found][0] : spots.find((spot) => found.has(spot));
}

const namesOn = ({ spots, namesOf }: Gathering): ReadonlySet<string> => new Set(spots.flatMap((spot) => namesOf(spot).names));

/** How many signs are told of in words. */
const MOST_TOLD = 24;

function describeMap({ spots, input, gathering }: MapLayout): string {
  const { messages, formats } = input.world;
  const listed = spots.slice(0, MOST_TOLD).map((spot) => {
    const { names, areAll } = gathering.namesOf(spot);
    const [first = ''] = names;
    return messages.map.placeWithEvents(areAll || names.length === 1 ? formats.list(names) : messages.map.andOtherPlaces(first), spot.count, formats.number(spot.count));
  });
  return listed.length === 0 ? messages.map.noPlaces : `${listed.join('; ')}${spots.length > MOST_TOLD ? '; …' : ''}.`;
}
