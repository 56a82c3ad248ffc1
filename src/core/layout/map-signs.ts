import type { Box } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { placesOfRow, statusAt } from '../model/rows.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Colour, Mark } from '../scene/scene.ts';
import { sharedCategory, type MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** Width of the coloured ring around a count. */
const RING_WIDTH = 2.5;

/** Numbers by which a figure ties places to the events of its list. */
export type Numbering = ReadonlyMap<EventNumber, number>;

/** The sign of a spot: its event's status, or a count in a ring that is split by category; a disc with its numbers where it bears some. */
export function layoutSign(spot: MapSpot, dataset: Dataset, world: World, numbers: readonly number[] = []): readonly Mark[] {
  if (numbers.length > 0) return numberedDisc(spot, numbers, world);
  if (spot.only === undefined) return countRing(spot, world);
  const { x, y, radius, key, only: event } = spot;
  return [
    { kind: 'symbol', symbol: statusAt(dataset, event), x, y, radius, colour: colourOf(spot, world), ground: world.palette.panel, event, key, role: 'place' },
  ];
}

/** The colour of the category that all events of a spot share; `second` when they differ. */
export const colourOf = (spot: MapSpot, world: World): Colour => categoryColour(world.palette, sharedCategory(spot));

function countRing(spot: MapSpot, world: World): readonly Mark[] {
  const { x, y, radius, key, count, categories } = spot;
  const { palette } = world;
  const turn = (2 * Math.PI) / count;
  let from = 0;
  const sectors = categories.map(([category, share]): Mark => {
    const start = from;
    from += share * turn;
    const fill = categoryColour(palette, category);
    return { kind: 'circle', x, y, radius, fill, ...(categories.length === 1 ? {} : { from: start, to: from }), key, role: 'ring' };
  });
  const size = 12;
  return [
    ...sectors,
    { kind: 'circle', x, y, radius: radius - RING_WIDTH, fill: palette.panel, key, role: 'place' },
    {
      kind: 'text',
      x,
      y: round(y + size * 0.36),
      text: world.formats.number(count),
      font: { family: 'sans', size: count > 99 ? 11 : size, weight: 600 },
      fill: palette.ink,
      anchor: 'middle',
      key,
      role: 'count',
    },
  ];
}

const NUMBER_FONT = { family: 'sans', size: 12, weight: 700 } as const;
/** Half the height of a numbered disc. */
const NUMBER_RADIUS = 10;

function numberedDisc(spot: MapSpot, numbers: readonly number[], world: World): readonly Mark[] {
  const { x, y, key, only } = spot;
  const half = numberedHalfWidth(numbers, world);
  const tie = { key, ...(only === undefined ? {} : { event: only }) };
  return [
    {
      kind: 'rect',
      x: round(x - half),
      y: round(y - NUMBER_RADIUS),
      width: round(2 * half),
      height: 2 * NUMBER_RADIUS,
      radius: NUMBER_RADIUS,
      fill: colourOf(spot, world),
      stroke: { colour: world.palette.panel, width: 1 },
      ...tie,
      role: 'place',
    },
    {
      kind: 'text',
      x,
      y: round(y + NUMBER_FONT.size * 0.36),
      text: numbersText(numbers, world),
      font: NUMBER_FONT,
      fill: world.palette.panel,
      anchor: 'middle',
      ...tie,
      role: 'number',
    },
  ];
}

/** The box of a spot's sign. */
export function signBox(spot: MapSpot, world: World, numbers: readonly number[] = []): Box {
  const across = numbers.length > 0 ? numberedHalfWidth(numbers, world) : spot.radius;
  const down = numbers.length > 0 ? NUMBER_RADIUS : spot.radius;
  return { x: spot.x - across, y: spot.y - down, width: 2 * across, height: 2 * down };
}

/** Half the width of a numbered disc, which grows with its numbers. */
const numberedHalfWidth = (numbers: readonly number[], world: World): number =>
  Math.max(NUMBER_RADIUS, world.measure(numbersText(numbers, world), NUMBER_FONT) / 2 + 6);

/** By spot, the numbers of its events in ascending order. */
export function numbersBySpot(numbering: Numbering, dataset: Dataset, spotOfPlace: (place: number) => MapSpot | undefined): ReadonlyMap<MapSpot, readonly number[]> {
  const found = new Map<MapSpot, Set<number>>();
  for (const [event, number] of numbering) {
    for (const place of placesOfRow(dataset, event)) {
      const spot = spotOfPlace(place);
      if (spot !== undefined) found.set(spot, (found.get(spot) ?? new Set()).add(number));
    }
  }
  return new Map(Array.from(found, ([spot, numbers]) => [spot, [...numbers].sort((a, b) => a - b)]));
}

/** Numbers in ascending order as text, neighbours written with a dash: “2–3, 6”. */
function numbersText(numbers: readonly number[], { formats: { number: written } }: World): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? written(first) : `${written(first)}–${written(last)}`)).join(', ');
}

const round = (value: number): number => Math.round(value * 10) / 10;
