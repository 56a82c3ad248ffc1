import type { Box, Point, Size } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import { eventAt } from '../model/rows.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Font, TextMark } from '../scene/scene.ts';
import type { FreeRoom } from './free-room.ts';
import type { Gathering, MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** A spot's name, set beside its sign. */
export interface SpotLabel {
  readonly spot: MapSpot;
  readonly box: Box;
  /** Which of the positions around the sign it took: 0 is to the right. */
  readonly position: number;
  /** What it says. */
  readonly text: LabelText;
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
  /** `undefined` where the name is set beside another sign already. */
  readonly name: string | undefined;
  /** The name where there is little room: of several places the first, and how many more. */
  readonly short: string | undefined;
  readonly detail: string | undefined;
}

/** A label with the name of its place. */
interface NamedText extends LabelText {
  readonly name: string;
  readonly short: string;
}

/** The name of a spot's place, and its event's short title or the number of its events. */
export function labelTextOf(spot: MapSpot, gathering: Gathering, world: World): NamedText {
  const { messages, formats } = world;
  const { names, areAll } = gathering.namesOf(spot);
  const [first = ''] = names;
  const others = names.length - 1;
  const detail = detailOf(spot, gathering.dataset, world);
  if (!areAll) {
    const name = others === 0 ? first : messages.map.andOtherPlaces(first);
    return { name, short: first, detail };
  }
  const name = others < 2 ? formats.list(names) : messages.map.andMorePlaces(first, others, formats.number(others));
  const short = others === 0 ? first : shortened(first, (text) => messages.map.plusPlaces(text, formats.number(others)), world);
  return { name, short, detail };
}

function detailOf({ only, count }: MapSpot, dataset: Dataset, { messages, formats }: World): string {
  if (only === undefined) return messages.map.events(count, formats.number(count));
  const { shortTitle, title } = eventAt(dataset, only);
  return shortTitle ?? title;
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
  /** What signs and obstacles take, signs in the name of their positions in the list of spots; names take theirs. */
  readonly room: FreeRoom;
  readonly signOf: (spot: MapSpot) => Box;
  /** Whether names have a second line. */
  readonly details: boolean;
}

/** A name is not said again within so many pixels of a sign that bears it. */
const SAID_WITHIN = 480;

/** Names are sought room for at no more signs than this: those with most events. */
const MOST_NAMED = 240;

/**
 * Sets the names of spots where they cover neither a sign nor one another nor an obstacle: beside, above or below the sign, with their
 * second line if there is room for it, else in fewer words. Spots with more events come first; a name without room is left out.
 */
export function layoutSpotLabels(spots: readonly MapSpot[], gathering: Gathering, world: World, { size, margin, room, signOf, details }: LabelRoom): SpotLabel[] {
  const whole = frameOf(size, { x: 0, y: 0 });
  const view = frameOf(size, margin);
  const labels: SpotLabel[] = [];
  /** By name, the signs that bear it. */
  const named = new Map<string, MapSpot[]>();
  const order = spots.map((_, k) => k).filter((k) => isWithin(signOf(spots[k] as MapSpot), whole));
  order.sort((a, b) => (spots[b]?.count ?? 0) - (spots[a]?.count ?? 0));
  for (const k of order.slice(0, MOST_NAMED)) {
    const spot = spots[k] as MapSpot;
    const sign = signOf(spot);
    const frame = isWithin(sign, view) ? view : whole;
    const isFree = (box: Box): boolean => isWithin(box, frame) && room.isFree(box, k);
    const text = labelTextOf(spot, gathering, world);
    const isAgain = (named.get(text.short) ?? []).some(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < SAID_WITHIN);
    // One name is enough for a town or a site whose events lie each in a place of its own: then titles tell more.
    const texts = isAgain ? [{ name: undefined, short: undefined, detail: text.detail }].filter(() => spot.only !== undefined && details) : textsOf(text, details);
    const label = firstOf(texts, (shown) => settle(spot, sign, shown, world, isFree));
    if (label === undefined) continue;
    if (!isAgain) named.set(text.short, [...(named.get(text.short) ?? []), spot]);
    labels.push(label);
    room.take(grown(label.box, CLEARANCE));
  }
  return labels;
}

/** The texts that a label may have, the fullest first. */
function textsOf(text: LabelText, details: boolean): readonly LabelText[] {
  const plain: LabelText = { ...text, detail: undefined };
  return (details ? [text, plain] : [plain]).flatMap((shown) => [shown, { ...shown, name: text.short }]);
}

/** Labels where they were, beside what their signs count now; those of signs that are gone are left out. */
export function holdLabels(labels: readonly SpotLabel[], spotOf: ReadonlyMap<string, MapSpot>, gathering: Gathering, world: World, { signOf }: LabelRoom): SpotLabel[] {
  return labels.flatMap((label) => {
    const spot = spotOf.get(label.spot.key);
    if (spot === undefined) return [];
    const detail = label.text.detail === undefined ? undefined : detailOf(spot, gathering.dataset, world);
    return settle(spot, signOf(spot), { ...label.text, detail }, world, (_, position) => position === label.position) ?? [];
  });
}

/** What is found first at one of some items. */
export function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
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
  const { name: full, short, detail: second } = text;
  const name = full === undefined || world.measure(full, NAME) <= MAX_WIDTH ? full : truncate(short ?? full, NAME, MAX_WIDTH);
  const detail = second === undefined ? undefined : truncate(second, DETAIL, MAX_WIDTH);
  const width = Math.max(name === undefined ? 0 : world.measure(name, NAME), detail === undefined ? 0 : world.measure(detail, DETAIL));
  const height = (name === undefined ? 0 : NAME_HEIGHT) + (detail === undefined ? 0 : DETAIL_HEIGHT);
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
    if (isFree(box, position)) return { spot, box, position, text, marks: labelMarks(spot, box, name, detail, anchor, world) };
  }
  return undefined;
}

function labelMarks(spot: MapSpot, box: Box, name: string | undefined, detail: string | undefined, anchor: TextMark['anchor'], world: World): TextMark[] {
  const { palette } = world;
  const x = round(anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2);
  const shared = {
    kind: 'text',
    x,
    anchor,
    halo: { colour: palette.land, width: 2 },
    key: spot.key,
    ...(spot.only === undefined ? {} : { event: spot.only }),
  } as const;
  const marks: TextMark[] = [];
  if (name !== undefined) marks.push({ ...shared, y: round(box.y + NAME_HEIGHT - 3.5), text: name, font: NAME, fill: palette.ink, role: 'label' });
  if (detail !== undefined) {
    marks.push({ ...shared, y: round(box.y + box.height - 4), text: detail, font: DETAIL, fill: palette.second, role: 'detail' });
  }
  return marks;
}

const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

const round = (value: number): number => Math.round(value * 10) / 10;
