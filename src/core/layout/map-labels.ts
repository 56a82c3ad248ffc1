import { boxesOverlap, type Box, type Point, type Size } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Font, TextMark } from '../scene/scene.ts';
import type { MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** A spot's name, set beside its sign. */
export interface SpotLabel {
  readonly spot: MapSpot;
  readonly box: Box;
  /** Which of the positions around the sign it took: 0 is to the right. */
  readonly position: number;
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
  /** The name where there is little room: of several places the first, and how many more. */
  readonly short: string;
  readonly detail: string | undefined;
}

/** The names of the places gathered in a spot, each once. */
export const placeNamesOf = (spot: MapSpot): readonly string[] => [...new Set(spot.groups.map(({ place }) => place.name))];

/** The name of a spot's place, and its event's short title or the number of its events. */
export function labelTextOf(spot: MapSpot, dataset: Dataset, world: World): LabelText {
  const { messages, formats } = world;
  const names = placeNamesOf(spot);
  const [first = ''] = names;
  const others = names.length - 1;
  const name = others < 2 ? formats.list(names) : messages.map.andMorePlaces(first, others, formats.number(others));
  const short = others === 0 ? first : shortened(first, (text) => messages.map.plusPlaces(text, formats.number(others)), world);
  const event = spot.events.length === 1 ? dataset.events[spot.events[0] ?? 0] : undefined;
  const count = spot.events.length;
  return { name, short, detail: event === undefined ? messages.map.events(count, formats.number(count)) : (event.shortTitle ?? event.title) };
}

/** The sentence with as much of the name as leaves it within a label's width. */
function shortened(name: string, sentence: (name: string) => string, { measure }: World): string {
  const whole = sentence(name);
  return measure(whole, NAME) <= MAX_WIDTH ? whole : sentence(truncate(name, NAME, MAX_WIDTH - measure(sentence(''), NAME)));
}

/** What the names of spots are set into. */
export interface LabelRoom {
  readonly size: Size;
  /** Pixels along each edge that are painted but not on view: names of signs on view keep out of them. */
  readonly margin: Point;
  /** The boxes of the spots' signs, in the spots' order. */
  readonly signs: readonly Box[];
  readonly obstacles: readonly Box[];
  /** Whether names have a second line. */
  readonly details: boolean;
}

/**
 * Sets the names of spots where they cover neither a sign nor one another nor an obstacle: beside, above or below the sign, with their
 * second line if there is room for it, else in fewer words. Spots with more events come first; a name without room is left out.
 */
export function layoutSpotLabels(spots: readonly MapSpot[], dataset: Dataset, world: World, { size, margin, signs, obstacles, details }: LabelRoom): SpotLabel[] {
  const whole = frameOf(size, { x: 0, y: 0 });
  const view = frameOf(size, margin);
  const taken: Box[] = [...obstacles];
  const labels: SpotLabel[] = [];
  const order = spots.map((_, k) => k).sort((a, b) => (spots[b]?.events.length ?? 0) - (spots[a]?.events.length ?? 0));
  for (const k of order) {
    const spot = spots[k] as MapSpot;
    const sign = signs[k] as Box;
    if (!isWithin(sign, whole)) continue;
    const frame = isWithin(sign, view) ? view : whole;
    const text = labelTextOf(spot, dataset, world);
    const isFree = (box: Box): boolean =>
      isWithin(box, frame) && !taken.some((other) => boxesOverlap(box, other)) && !signs.some((other, at) => at !== k && boxesOverlap(box, other));
    const plain: LabelText = { ...text, detail: undefined };
    const texts = (details ? [text, plain] : [plain]).flatMap((shown) => (text.short === text.name ? [shown] : [shown, { ...shown, name: text.short }]));
    const label = firstOf(texts, (shown) => settle(spot, sign, shown, world, isFree));
    if (label === undefined) continue;
    labels.push(label);
    taken.push(grown(label.box, CLEARANCE));
  }
  return labels;
}

function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const frameOf = ({ width, height }: Size, { x, y }: Point): Box => ({ x: x + 2, y: y + 2, width: width - 2 * x - 4, height: height - 2 * y - 4 });

/** The label of a spot at the first of its positions that is free. */
export function settle(
  spot: MapSpot, sign: Box, text: LabelText, world: World, isFree: (box: Box, position: number) => boolean,
): SpotLabel | undefined {
  const name = world.measure(text.name, NAME) <= MAX_WIDTH ? text.name : truncate(text.short, NAME, MAX_WIDTH);
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
  for (const [position, [x, y, anchor]] of candidates.entries()) {
    const box: Box = { x, y, width, height };
    if (isFree(box, position)) return { spot, box, position, marks: labelMarks(spot, box, name, detail, anchor, world) };
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

const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

const round = (value: number): number => Math.round(value * 10) / 10;
