import { boxesOverlap, type Box, type Size } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Font, TextMark } from '../scene/scene.ts';
import type { MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** A spot's name, set beside its sign. */
export interface SpotLabel {
  readonly spot: MapSpot;
  readonly box: Box;
  readonly marks: readonly TextMark[];
}

const NAME: Font = { family: 'sans', size: 13, weight: 600 };
const DETAIL: Font = { family: 'sans', size: 11.5, weight: 400 };
const NAME_HEIGHT = 15;
const DETAIL_HEIGHT = 14;
const MAX_WIDTH = 210;
/** Pixels between a sign and its name, and between names. */
const GAP = 5;
const CLEARANCE = 3;

/** Which lines a label has: the place's name, and below it what happened there. */
export interface LabelText {
  readonly name: string;
  readonly detail: string | undefined;
}

/** The name of a spot's place, and its event's short title or the number of its events. */
export function labelTextOf(spot: MapSpot, dataset: Dataset, world: World): LabelText {
  const { messages, formats } = world;
  const first = spot.groups[0]?.place.name ?? '';
  const others = spot.groups.length - 1;
  const second = spot.groups[1]?.place.name;
  const name =
    others === 0 ? first : others === 1 && second !== undefined ? formats.list([first, second]) : messages.map.andMorePlaces(first, others, formats.number(others));
  const event = spot.events.length === 1 ? dataset.events[spot.events[0] ?? 0] : undefined;
  const count = spot.events.length;
  return { name, detail: event === undefined ? messages.map.events(count, formats.number(count)) : (event.shortTitle ?? event.title) };
}

/**
 * Sets the names of spots where they cover neither a sign nor one another nor an obstacle: beside, above or below the sign, with their
 * second line if there is room for it. Spots with more events come first; a name without room is left out.
 */
export function layoutSpotLabels(
  spots: readonly MapSpot[], dataset: Dataset, world: World, size: Size, signs: readonly Box[], obstacles: readonly Box[], details: boolean,
): SpotLabel[] {
  const frame: Box = { x: 2, y: 2, width: size.width - 4, height: size.height - 4 };
  const taken: Box[] = [...obstacles];
  const labels: SpotLabel[] = [];
  const order = spots.map((_, k) => k).sort((a, b) => (spots[b]?.events.length ?? 0) - (spots[a]?.events.length ?? 0));
  for (const k of order) {
    const spot = spots[k] as MapSpot;
    const sign = signs[k] as Box;
    if (!isWithin(sign, frame)) continue;
    const text = labelTextOf(spot, dataset, world);
    const others = signs.filter((_, other) => other !== k);
    const isFree = (box: Box): boolean => isWithin(box, frame) && !taken.some((other) => boxesOverlap(box, other)) && !others.some((other) => boxesOverlap(box, other));
    const label = (details ? settle(spot, sign, text, world, isFree) : undefined) ?? settle(spot, sign, { name: text.name, detail: undefined }, world, isFree);
    if (label === undefined) continue;
    labels.push(label);
    const { x, y, width, height } = label.box;
    taken.push({ x: x - CLEARANCE, y: y - CLEARANCE, width: width + 2 * CLEARANCE, height: height + 2 * CLEARANCE });
  }
  return labels;
}

/** The label of a spot at the first of its positions that is free. */
export function settle(spot: MapSpot, sign: Box, text: LabelText, world: World, isFree: (box: Box) => boolean): SpotLabel | undefined {
  const name = truncate(text.name, NAME, MAX_WIDTH);
  const detail = text.detail === undefined ? undefined : truncate(text.detail, DETAIL, MAX_WIDTH);
  const width = Math.max(world.measure(name, NAME), detail === undefined ? 0 : world.measure(detail, DETAIL));
  const height = NAME_HEIGHT + (detail === undefined ? 0 : DETAIL_HEIGHT);
  const right = sign.x + sign.width + GAP;
  const left = sign.x - GAP - width;
  const centred = sign.x + sign.width / 2 - width / 2;
  const middle = sign.y + sign.height / 2 - height / 2;
  const above = sign.y - GAP - height + 2;
  const below = sign.y + sign.height + GAP - 2;
  const candidates: readonly (readonly [x: number, y: number, anchor: TextMark['anchor']])[] = [
    [right, middle, 'start'], [left, middle, 'end'], [centred, above, 'middle'], [centred, below, 'middle'],
    [right, above + height / 2, 'start'], [right, below - height / 2, 'start'], [left, above + height / 2, 'end'], [left, below - height / 2, 'end'],
  ];
  for (const [x, y, anchor] of candidates) {
    const box: Box = { x, y, width, height };
    if (isFree(box)) return { spot, box, marks: labelMarks(spot, box, name, detail, anchor, world) };
  }
  return undefined;
}

function labelMarks(spot: MapSpot, box: Box, name: string, detail: string | undefined, anchor: TextMark['anchor'], world: World): TextMark[] {
  const { palette } = world;
  const [event] = spot.events;
  const x = round(anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2);
  const shared = {
    kind: 'text',
    x,
    anchor,
    halo: { colour: palette.land, width: 2 },
    key: spot.key,
    ...(spot.events.length === 1 && event !== undefined ? { event } : {}),
  } as const;
  const marks: TextMark[] = [{ ...shared, y: round(box.y + NAME_HEIGHT - 3.5), text: name, font: NAME, fill: palette.ink, role: 'label' }];
  if (detail !== undefined) {
    marks.push({ ...shared, y: round(box.y + NAME_HEIGHT + DETAIL_HEIGHT - 4), text: detail, font: DETAIL, fill: palette.second, role: 'detail' });
  }
  return marks;
}

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

const round = (value: number): number => Math.round(value * 10) / 10;
