import type { EventNumber } from '../model/event.ts';
import { categoryAt, eventAt } from '../model/rows.ts';
import { wrap } from '../scene/fit-text.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark } from '../scene/scene.ts';
import type { ListOptions } from './figure-list-plan.ts';
import { layoutLines, type TextStyle } from './figure-text.ts';

/** What an index of titles is set from: what a list is, in the order of the numbers, then the events that have no place on the map. */
export type IndexOptions = ListOptions;

/** An index as marks from (0, 0), its height in pixels, and how many titles are in it. */
export interface IndexLayout {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly listed: number;
}

/** One title, its lines broken. */
interface Entry {
  readonly event: EventNumber;
  readonly lines: readonly string[];
  readonly height: number;
}

const LEAST_COLUMN = 215;
const COLUMN_GAP = 28;
const NUMBER_WIDTH = 24;
const ENTRY_GAP = 4;
const LEADING = 17;

/** The titles of a map's events by their numbers, in columns of one height, read downwards. */
export function layoutEventIndex(options: IndexOptions): IndexLayout {
  const { order, width, height, world } = options;
  const title: TextStyle = { font: { family: 'serif', size: 13.5, weight: 600 }, leading: LEADING, fill: world.palette.ink };
  const count = Math.max(1, Math.floor((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP)));
  const column = (width - (count - 1) * COLUMN_GAP) / count;
  const entries = order.map((event): Entry => {
    const lines = wrap(eventAt(options.dataset, event).title, title.font, column - NUMBER_WIDTH);
    return { event, lines, height: lines.length * LEADING + ENTRY_GAP };
  });
  const most = height === undefined ? Infinity : Math.max(height, 2 * LEADING);
  const natural = evenHeight(entries, count);
  const isWhole = natural <= most;
  // The sentence for the rest is the last line of the last column.
  const columns = isWhole ? fill(entries, count, natural) : fill(entries, count, most, LEADING + ENTRY_GAP);
  const listed = columns.flat().length;
  const marks = columns.flatMap((members, position) => columnMarks(members, position * (column + COLUMN_GAP), title, options));
  const rest: TextStyle = { ...title, font: { family: 'sans', size: 12, weight: 400, italic: true }, fill: world.palette.second };
  const last = columns.at(-1) ?? [];
  const more = isWhole
    ? []
    : layoutLines([options.more(entries.length - listed)], rest, { x: (columns.length - 1) * (column + COLUMN_GAP) + NUMBER_WIDTH, y: heightOf(last), role: 'more' });
  return { marks: [...marks, ...more], height: isWhole ? natural : most, listed };
}

const heightOf = (entries: readonly Entry[]): number => entries.reduce((sum, { height }) => sum + height, 0);

/** The least height of columns that hold all entries in their order. */
function evenHeight(entries: readonly Entry[], count: number): number {
  let height = Math.max(0, ...entries.map((entry) => entry.height), heightOf(entries) / count);
  while (fill(entries, count, height).flat().length < entries.length) height += ENTRY_GAP;
  return height;
}

/** Entries in their order, column by column, as far as they go; the last column keeps `kept` pixels free. */
function fill(entries: readonly Entry[], count: number, height: number, kept = 0): Entry[][] {
  const columns: Entry[][] = [];
  let next = 0;
  for (let column = 0; column < count && next < entries.length; column += 1) {
    const room = column === count - 1 ? height - kept : height;
    const members: Entry[] = [];
    let used = 0;
    for (let entry = entries[next]; entry !== undefined && used + entry.height <= room; entry = entries[next]) {
      members.push(entry);
      used += entry.height;
      next += 1;
    }
    columns.push(members);
  }
  return columns;
}

function columnMarks(entries: readonly Entry[], x: number, title: TextStyle, { dataset, numbers, world }: IndexOptions): Mark[] {
  let y = 0;
  return entries.flatMap(({ event, lines, height }) => {
    const number = numbers.get(event);
    const colour = categoryColour(world.palette, categoryAt(dataset, event));
    const style: TextStyle = { font: { family: 'sans', size: 12, weight: 700 }, leading: LEADING, fill: colour };
    const top = y;
    y += height;
    return [
      ...layoutLines([number === undefined ? '–' : world.formats.number(number)], style, { x, y: top, role: 'number', event }),
      ...layoutLines(lines, title, { x: x + NUMBER_WIDTH, y: top, role: 'title', event }),
    ];
  });
}
