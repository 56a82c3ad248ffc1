import type { EventNumber } from '../model/event.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { layoutArea } from './map-areas.ts';
import { labelTextOf, settle } from './map-labels.ts';
import { colourOf, layoutSign } from './map-signs.ts';
import { signBox, spotOfEvent, type MapLayout } from './map.ts';
import type { MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** Pixels between a sign and the ink ring of the selected one. */
const RING_GAP = 3;

/** What is brought out of a map. */
export interface MapFocus {
  readonly selected: EventNumber | undefined;
  readonly hovered: EventNumber | undefined;
  /** Key of the sign that the pointer itself is on: all of its events are meant, not only the hovered one. */
  readonly pointed?: string | undefined;
}

/** What follows the pointer and the selection, to be painted over a map: an ink ring with the label on top; a light halo. */
export function layoutMapPointer(layout: MapLayout, { selected, hovered, pointed: key }: MapFocus, world: World): Scene {
  const { size, dataset } = layout.input;
  const chosen = selected === undefined ? undefined : spotOfEvent(layout, selected);
  const under = key === undefined ? undefined : layout.spotOf.get(key);
  const pointed = under ?? (hovered === undefined ? undefined : spotOfEvent(layout, hovered));
  const marks: Mark[] = [
    ...(chosen === undefined || selected === undefined ? [] : selectedMarks(layout, chosen, selected, world)),
    ...(pointed === undefined || pointed === chosen ? [] : [...haloMarks(pointed, layout, world), ...labelOf(layout, pointed, under === undefined ? hovered : undefined, world)]),
  ];
  return { size, marks: [{ kind: 'group', marks, clip: { x: 0, y: 0, ...size } }], title: '', language: dataset.story.language };
}

function selectedMarks(layout: MapLayout, spot: MapSpot, event: EventNumber, world: World): Mark[] {
  const { dataset, base } = layout.input;
  const colour = colourOf(spot, dataset, world);
  const own = spot.groups.filter(({ events }) => events.includes(event));
  const { x, y, radius } = spot;
  const ring = radius + RING_GAP;
  return [
    ...own.flatMap(({ place }) => layoutArea(place, layout.projection, base, colour, 'strong')),
    { kind: 'circle', x, y, radius: ring + 4, fill: `${colour}33`, role: 'halo' },
    { kind: 'circle', x, y, radius: ring, fill: world.palette.panel, stroke: { colour: world.palette.ink, width: 2.2 }, role: 'selected' },
    ...layoutSign(spot, dataset, world, undefined),
    ...labelOf(layout, spot, event, world),
  ];
}

function haloMarks(spot: MapSpot, layout: MapLayout, world: World): Mark[] {
  const { x, y, radius } = spot;
  return [
    { kind: 'circle', x, y, radius: radius + 5, fill: `${world.palette.ink}26`, role: 'halo' },
    ...layoutSign(spot, layout.input.dataset, world, undefined),
  ];
}

/** The spot's label again, on top of everything; where it had no room, it is set now, and names the event that is meant. */
function labelOf(layout: MapLayout, spot: MapSpot, event: EventNumber | undefined, world: World): readonly Mark[] {
  const { dataset, size } = layout.input;
  const known = layout.labels.find((label) => label.spot === spot);
  const sign = signBox(spot, world, undefined);
  const text = labelTextOf(spot, dataset, world);
  const meant = event === undefined ? undefined : dataset.events[event];
  const detail = meant === undefined ? text.detail : (meant.shortTitle ?? meant.title);
  const place = spot.groups.find(({ events }) => event !== undefined && events.includes(event))?.place.name ?? text.name;
  if (known !== undefined && (spot.events.length === 1 || event === undefined)) return known.marks;
  const grown = { x: sign.x - RING_GAP, y: sign.y - RING_GAP, width: sign.width + 2 * RING_GAP, height: sign.height + 2 * RING_GAP };
  const isFree = (box: { x: number; width: number }): boolean => box.x >= 2 && box.x + box.width <= size.width - 2;
  return settle(spot, grown, { name: place, detail }, world, isFree)?.marks ?? [];
}
