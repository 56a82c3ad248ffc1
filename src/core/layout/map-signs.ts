import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Colour, Mark } from '../scene/scene.ts';
import { sharedCategory, type MapSpot } from './map-spots.ts';
import type { World } from './world.ts';

/** Width of the coloured ring around a count. */
const RING_WIDTH = 2.5;

/** Numbers by which a figure ties places to the events of its list. */
export type Numbering = ReadonlyMap<EventNumber, number>;

/** The sign of a spot: its event's status, or a count in a ring that is split by category; with a numbering, a disc that bears the numbers. */
export function layoutSign(spot: MapSpot, dataset: Dataset, world: World, numbering: Numbering | undefined): readonly Mark[] {
  if (numbering !== undefined && bearsNumbers(spot, numbering)) return numberedDisc(spot, dataset, world, numbering);
  const [first] = spot.events;
  if (first !== undefined && spot.events.length === 1) {
    return [
      {
        kind: 'symbol',
        symbol: dataset.events[first]?.status ?? 'confirmed',
        x: spot.x,
        y: spot.y,
        radius: spot.radius,
        colour: colourOf(spot, dataset, world),
        ground: world.palette.panel,
        event: first,
        key: spot.key,
        role: 'place',
      },
    ];
  }
  return countRing(spot, dataset, world);
}

/** The colour of the category that all events of a spot share; `second` when they differ. */
export const colourOf = (spot: MapSpot, dataset: Dataset, world: World): Colour => categoryColour(world.palette, sharedCategory(dataset, spot.events));

function countRing(spot: MapSpot, dataset: Dataset, world: World): readonly Mark[] {
  const { x, y, radius, key } = spot;
  const { palette } = world;
  const counts = new Map<number, number>();
  for (const i of spot.events) {
    const category = dataset.columns.category[i] ?? 0;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const turn = (2 * Math.PI) / spot.events.length;
  let from = 0;
  const sectors = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([category, count]): Mark => {
      const start = from;
      from += count * turn;
      const whole = counts.size === 1;
      return { kind: 'circle', x, y, radius, fill: categoryColour(palette, category), ...(whole ? {} : { from: start, to: from }), key, role: 'ring' };
    });
  const size = 12;
  return [
    ...sectors,
    { kind: 'circle', x, y, radius: radius - RING_WIDTH, fill: palette.panel, key, role: 'place' },
    {
      kind: 'text',
      x,
      y: round(y + size * 0.36),
      text: world.formats.number(spot.events.length),
      font: { family: 'sans', size: spot.events.length > 99 ? 11 : size, weight: 600 },
      fill: palette.ink,
      anchor: 'middle',
      key,
      role: 'count',
    },
  ];
}

const NUMBER_FONT = { family: 'sans', size: 12, weight: 700 } as const;
/** Half the height of a numbered disc. */
export const NUMBER_RADIUS = 10;

function numberedDisc(spot: MapSpot, dataset: Dataset, world: World, numbering: Numbering): readonly Mark[] {
  const { x, y, key } = spot;
  const text = numbersOf(spot, world, numbering);
  const half = numberedHalfWidth(spot, world, numbering);
  const [event] = spot.events;
  const tie = { key, ...(spot.events.length === 1 && event !== undefined ? { event } : {}) };
  return [
    {
      kind: 'rect',
      x: round(x - half),
      y: round(y - NUMBER_RADIUS),
      width: round(2 * half),
      height: 2 * NUMBER_RADIUS,
      radius: NUMBER_RADIUS,
      fill: colourOf(spot, dataset, world),
      stroke: { colour: world.palette.panel, width: 1 },
      ...tie,
      role: 'place',
    },
    { kind: 'text', x, y: round(y + NUMBER_FONT.size * 0.36), text, font: NUMBER_FONT, fill: world.palette.panel, anchor: 'middle', ...tie, role: 'number' },
  ];
}

/** Whether any event of a spot has a number. */
export const bearsNumbers = (spot: MapSpot, numbering: Numbering): boolean => spot.events.some((i) => numbering.has(i));

/** Half the width of a spot's numbered disc, which grows with its numbers. */
export function numberedHalfWidth(spot: MapSpot, world: World, numbering: Numbering): number {
  return Math.max(NUMBER_RADIUS, world.measure(numbersOf(spot, world, numbering), NUMBER_FONT) / 2 + 6);
}

/** The numbers of a spot's events, neighbours written with a dash: “2–3, 6”. */
function numbersOf(spot: MapSpot, world: World, numbering: Numbering): string {
  const numbers = spot.events.flatMap((i) => numbering.get(i) ?? []).sort((a, b) => a - b);
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  const { number } = world.formats;
  return runs.map(([first, last]) => (first === last ? number(first) : `${number(first)}–${number(last)}`)).join(', ');
}

const round = (value: number): number => Math.round(value * 10) / 10;
