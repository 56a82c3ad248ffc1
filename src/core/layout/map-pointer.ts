import { boxesOverlap, type Box } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt, placeAt, placesOfRow } from '../model/rows.ts';
import { boundsOf } from '../scene/bounds.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { layoutArea } from './map-areas.ts';
import { firstOf, labelTextOf, settle, type LabelText } from './map-labels.ts';
import { placeNameAt } from './map-place-names.ts';
import { colourOf, layoutSign, signBox } from './map-signs.ts';
import { spotOfEvent, type MapLayout } from './map.ts';
import type { MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** Pixels between a sign and the ink ring of the selected one. */
const RING_GAP = 3;

/** What is brought out of a map. */
export interface MapFocus {
  readonly selected: EventNumber | undefined;
  readonly hovered: EventNumber | undefined;
  /** The place whose events are listed. */
  readonly place?: number | undefined;
  /** Key of the sign that the pointer itself is on: all of its events are meant, not only the hovered one. */
  readonly pointed?: string | undefined;
}

/** What follows the pointer and the selection, to be painted over a map: an ink ring with the label on top; a light halo. */
export function layoutMapPointer(layout: MapLayout, { selected, hovered, place, pointed: key }: MapFocus, world: World): Scene {
  const { size, dataset } = layout.input;
  const chosen = selected === undefined ? undefined : spotOfEvent(layout, selected, place);
  const listed = place === undefined ? undefined : layout.gathering.spotOfPlace(place);
  const under = key === undefined ? undefined : layout.spotOf.get(key);
  const pointed = under ?? (hovered === undefined ? undefined : spotOfEvent(layout, hovered));
  const marks: Mark[] = [
    ...(listed === undefined || listed === chosen ? [] : selectedMarks(layout, listed, undefined, world)),
    ...(chosen === undefined ? [] : selectedMarks(layout, chosen, selected, world)),
    ...(pointed === undefined || pointed === chosen || pointed === listed ? [] : pointedMarks(layout, pointed, under === undefined ? hovered : undefined, world)),
  ];
  return { size, marks: [{ kind: 'group', marks, clip: { x: 0, y: 0, ...size } }], title: '', language: dataset.story.language };
}

function selectedMarks(layout: MapLayout, spot: MapSpot, event: EventNumber | undefined, world: World): Mark[] {
  const { dataset, base } = layout.input;
  const colour = colourOf(spot, world);
  const own = event === undefined ? layout.gathering.placesOf(spot, 1) : placesIn(layout, spot, event);
  const { x, y, radius } = spot;
  const ring = radius + RING_GAP;
  const extent = own.flatMap((place) => layoutArea(placeAt(dataset, place), layout.projection, base, colour, 'strong'));
  return [
    ...extent,
    ...coveredMarks(layout, spot, extent, world),
    ...labelOf(layout, spot, event, true, world),
    { kind: 'circle', x, y, radius: ring + 4, fill: `${colour}33`, role: 'halo' },
    { kind: 'circle', x, y, radius: ring, fill: world.palette.panel, stroke: { colour: world.palette.ink, width: 2.2 }, role: 'selected' },
    ...layoutSign(spot, dataset, world),
  ];
}

/** The places of an event that a spot gathers. */
const placesIn = ({ input, gathering }: MapLayout, spot: MapSpot, event: EventNumber): readonly number[] =>
  Array.from(placesOfRow(input.dataset, event)).filter((place) => gathering.spotOfPlace(place) === spot);

/** The signs and labels of other spots that an extent would cover, again. */
function coveredMarks(layout: MapLayout, spot: MapSpot, extent: readonly Mark[], world: World): Mark[] {
  const boxes = extent.flatMap((mark) => boundsOf(mark) ?? []);
  const isCovered = (box: Box): boolean => boxes.some((other) => boxesOverlap(box, other));
  return [
    ...layout.spots
      .filter((other) => other !== spot && isCovered(signBox(other, world)))
      .flatMap((other) => layoutSign(other, layout.input.dataset, world)),
    ...layout.labels.filter((label) => label.spot !== spot && isCovered(label.box)).flatMap(({ marks }) => marks),
  ];
}

function pointedMarks(layout: MapLayout, spot: MapSpot, event: EventNumber | undefined, world: World): Mark[] {
  const { x, y, radius } = spot;
  return [
    ...labelOf(layout, spot, event, false, world),
    { kind: 'circle', x, y, radius: radius + 5, fill: `${world.palette.ink}26`, role: 'halo' },
    ...layoutSign(spot, layout.input.dataset, world),
  ];
}

/** The spot's label again, over everything; it names the event that is meant, where one is. Beside a ring it moves out of the way. */
function labelOf(layout: MapLayout, spot: MapSpot, event: EventNumber | undefined, ringed: boolean, world: World): readonly Mark[] {
  const { dataset, size } = layout.input;
  const known = layout.labels.find((label) => label.spot === spot);
  if (known !== undefined && !ringed && (event === undefined || spot.only !== undefined)) return known.marks;
  const { x, y, width, height } = signBox(spot, world);
  const sign: Box = { x: x - RING_GAP, y: y - RING_GAP, width: width + 2 * RING_GAP, height: height + 2 * RING_GAP };
  const text = labelTextOf(spot, layout.gathering, world);
  const meant = event === undefined ? undefined : eventAt(dataset, event);
  const [own] = event === undefined ? [] : placesIn(layout, spot, event);
  const name = own === undefined ? undefined : placeNameAt(dataset, own);
  const detail = meant?.shortTitle ?? meant?.title;
  const shown: LabelText = meant === undefined ? (known?.text ?? text) : { name: name ?? text.name, short: name ?? text.short, detail };
  const texts: readonly LabelText[] = [shown, { ...shown, detail: undefined }, { ...shown, name: shown.short, detail: undefined }];
  const others = [
    ...layout.labels.filter((label) => label.spot !== spot).map((label) => label.box),
    ...layout.spots.filter((other) => other !== spot).map((other) => signBox(other, world)),
  ];
  const isWithin = (box: Box): boolean => box.x >= 2 && box.x + box.width <= size.width - 2 && box.y >= 2 && box.y + box.height <= size.height - 2;
  const isClear = (box: Box): boolean => isWithin(box) && !others.some((other) => boxesOverlap(box, other));
  const label =
    settle(spot, sign, shown, world, (box, position) => position === known?.position && isWithin(box)) ??
    firstOf(texts, (some) => settle(spot, sign, some, world, isClear)) ??
    firstOf(texts, (some) => settle(spot, sign, some, world, isWithin));
  if (label === undefined) return [];
  return [...(known === undefined ? [label.box] : [known.box, label.box]).map((box) => plate(box, world)), ...label.marks];
}

/** Hides the label below, which may say something else. */
const plate = ({ x, y, width, height }: Box, world: World): Mark => ({
  kind: 'rect', x: x - 2, y: y - 1, width: width + 4, height: height + 2, radius: 4, fill: `${world.palette.land}F5`, role: 'plate',
});
