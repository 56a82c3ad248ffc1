import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import { DAY, instant, type Interval } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';
import { warpNumber } from '../time/warp.ts';
import { addStarts, countReaching, rowsReaching, type LaneCounts, type Slots } from './lane-counts.ts';
import { cellLength, cellsOf, rowsInCell, type Cell, type Cells } from './timeline-cells.ts';
import { smoothly, type CloseUp, type LaneContent, type Ring } from './timeline-content.ts';
import { itemsOf, type ItemOptions, type TimelineItem } from './timeline-items.ts';
import { packRegion, type Candidate, type CellRing, type Region } from './timeline-region.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import { rowAt } from './time-index.ts';

/** What lanes are laid out from where only the part near the window is packed. */
export interface PartContext {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly counts: LaneCounts;
  readonly slots: Slots;
  readonly warp: Warp;
  readonly resolution: number;
  readonly window: Interval;
  /** From pixels along the whole time line to pixels of the picture. */
  readonly dx: number;
  readonly x0: number;
  readonly x1: number;
  readonly items: ItemOptions;
  readonly memo: PartMemo;
}

/** A region of a lane that was packed, and what for. */
interface KeptRegion {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly region: Region;
}

/** What is kept between frames while the same events are visible. */
export interface PartMemo {
  readonly cells: Map<number, Cell>;
  cellLength: number;
  warp: Warp;
  readonly regions: Map<string, KeptRegion>;
}

export interface PartLane {
  readonly key: string;
  readonly slotFrom: number;
  readonly slotTo: number;
  readonly rows: number;
}

/** A row has room for one event in so many pixels of a cell; more are counted. */
const PIXELS_PER_EVENT = 30;
/** The share of a lane's cells with more events than have room at which the lane begins to count, and at which it does nothing else. */
const FULL = { from: 0.25, to: 0.6 } as const;
/** A region reaches this share of the window beyond it, and so many pixels at least. */
const REGION_MARGIN = { share: 0.3, least: 320 } as const;
/** Events that began before a region are shown one by one up to so many a row. */
const REACHING_PER_ROW = 1.5;
/** Of a ring with more events than these the middle is that of its cell. */
const AVERAGED = 64;

/** What is in sight of a lane of which only the part near the window is packed. The cost follows the pixels, not the events. */
export function partContent(lane: PartLane, context: PartContext): LaneContent {
  const { dataset, window, dx, x0, x1, memo, resolution, warp } = context;
  const cells = cellsIn(context);
  const capacity = Math.max(Math.floor((lane.rows * cells.length * resolution) / PIXELS_PER_EVENT), 2);
  const detail = 1 - smoothly(fullShare(lane, cells, capacity, context), FULL.from, FULL.to);
  if (detail === 0) return { singles: [], rings: [], detail };
  const key = [resolution, warpNumber(warp), lane.rows, lane.slotFrom, lane.slotTo].join(' ');
  const [left, right] = [x0 - dx, x1 - dx];
  const kept = memo.regions.get(lane.key);
  const isKept = kept !== undefined && kept.key === key;
  if (!isKept || left < kept.left || right > kept.right) {
    const margin = Math.max(REGION_MARGIN.share * (x1 - x0), REGION_MARGIN.least);
    const pinned = isKept ? onScreen(kept.region, left, right) : { singles: [], rings: [] };
    const region = packedPart(lane, cells, capacity, left - margin, right + margin, pinned, context);
    memo.regions.set(lane.key, { key, left: left - margin, right: right + margin, region });
  }
  const { region } = memo.regions.get(lane.key) as KeptRegion;
  const { earliestStart, latestEnd } = dataset.columns;
  const isIn = (i: EventNumber): boolean => (earliestStart[i] as number) >= window.start && (earliestStart[i] as number) < window.end;
  return {
    singles: region.singles.filter(({ item }) => isIn(item.event) || (item.right > left && item.left < right && (latestEnd[item.event] as number) > window.start)),
    rings: region.rings.flatMap((ring): readonly Ring[] => {
      const { x, half, row, members } = ring;
      const count = ring.cells.reduce((sum, cell) => sum + countIn(cell, lane, context), 0) + members.filter(isIn).length;
      if (count === 0) return [];
      const own = (most: number): readonly EventNumber[] =>
        [...ring.cells.flatMap((cell) => rowsInCell(context, cell, lane.slotFrom, lane.slotTo, most)), ...members].sort((a, b) => a - b).slice(0, most);
      return [{
        key: `shared ${ring.cells[0]?.index ?? ''} ${members[0] ?? ''} ${lane.key}`,
        x, half, row,
        closeUp: { count, window: closeWindow(own(AVERAGED), ring, context), events: own },
        early: 0,
        has: (i) => ring.cells.some((cell) => i >= cell.from && i < cell.to) || members.includes(i),
      }];
    }),
    detail,
  };
}

function cellsIn(context: PartContext): Cells {
  const { memo, resolution, warp } = context;
  const length = cellLength(resolution);
  if (memo.cellLength !== length || memo.warp !== warp) {
    memo.cells.clear();
    memo.cellLength = length;
    memo.warp = warp;
  }
  return cellsOf(context, memo.cells);
}

const countOf = ({ counts }: Cell, { slotFrom, slotTo }: PartLane): number => {
  let sum = 0;
  for (let slot = slotFrom; slot < slotTo; slot += 1) sum += counts[slot] as number;
  return sum;
};

/** Where fewer cells than this share of the window have any events, full ones count as if so many had: a lone crowd is a ring, not columns. */
const LEAST_USED = 0.4;

/**
 * The share of the cells with events, by the pixels in sight, that hold more than have room: between so many and twice as many more and more.
 * A full cell whose events are longer than itself counts as wide as they are.
 */
function fullShare(lane: PartLane, cells: Cells, capacity: number, context: PartContext): number {
  const { window, warp } = context;
  const [from, to] = [warp.toWarped(window.start), warp.toWarped(window.end)];
  let [all, full] = [0, 0];
  for (let index = cells.indexOf(window.start); index <= cells.indexOf(window.end); index += 1) {
    const cell = cells.at(index);
    const count = countOf(cell, lane);
    if (count === 0) continue;
    const end = Math.max((index + 1) * cells.length, count > capacity ? index * cells.length + usualLength(cell, lane, context) : 0);
    const weight = overlap(index * cells.length, end, from, to) / cells.length;
    all += weight;
    full += weight * smoothly(count, capacity, 2 * capacity);
  }
  return full / Math.max(all, (LEAST_USED * (to - from)) / cells.length);
}

/** How many events tell how long those of a full cell are. */
const ASKED = 9;

/** How long the events of a cell are in drawn time, as far as they lie before the end of the window: the middle one of some. */
function usualLength(cell: Cell, { slotFrom, slotTo }: PartLane, context: PartContext): number {
  const { dataset, warp, window } = context;
  const { earliestStart, latestEnd } = dataset.columns;
  const lengths = rowsInCell(context, cell, slotFrom, slotTo, ASKED)
    .map((i) => warp.toWarped(Math.min(latestEnd[i] as number, window.end)) - warp.toWarped(earliestStart[i] as number))
    .sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

const overlap = (a0: number, a1: number, b0: number, b1: number): number => Math.max(Math.min(a1, b1) - Math.max(a0, b0), 0);

const onScreen = ({ singles, rings }: Region, left: number, right: number): Region => ({
  singles: singles.filter(({ item, label }) => (item.labels[label ?? -1]?.right ?? item.right) > left && (item.labels[label ?? -1]?.left ?? item.left) < right),
  rings: rings.filter(({ x, half, cells }) => cells.length === 0 && x + half > left && x - half < right),
});

function packedPart(lane: PartLane, cells: Cells, capacity: number, left: number, right: number, pinned: Region, context: PartContext): Region {
  const { dataset, warp, resolution, items } = context;
  const origin = items.origin;
  const [from, to] = [left, right].map((x) => Math.floor((x / resolution + origin) / cells.length)) as [number, number];
  const full: CellRing[] = [];
  const cellOf = new Map<EventNumber, Cell>();
  const rows: EventNumber[] = [];
  for (let index = from; index <= to; index += 1) {
    const cell = cells.at(index);
    const count = countOf(cell, lane);
    if (count === 0) continue;
    const events = rowsInCell(context, cell, lane.slotFrom, lane.slotTo, count > capacity ? AVERAGED + 1 : capacity);
    if (count > capacity) {
      full.push(cellRing(cell, events, count, lane, cells.length, context));
      continue;
    }
    for (const i of events) {
      cellOf.set(i, cell);
      rows.push(i);
    }
  }
  const start = warp.fromWarped(from * cells.length);
  const known = new Map(pinned.singles.map(({ item }) => [item.event, item]));
  const earlier = new Set([...reachingRows(lane, start, context), ...known.keys()]);
  for (const i of rows) earlier.delete(i);
  const ordered = [...[...earlier].sort((a, b) => a - b), ...rows];
  const made = new Map(itemsOf(ordered.filter((i) => !known.has(i)), items).map((item) => [item.event, item]));
  const candidates = ordered.flatMap((i): readonly Candidate[] => {
    const item = known.get(i) ?? made.get(i);
    return item === undefined || item.right < left ? [] : [{ item, cell: cellOf.get(i) }];
  });
  return packRegion({
    candidates,
    full: apart(full, lane, context),
    rows: lane.rows,
    pinned,
    importanceOf: (i) => dataset.columns.importance[i] as number,
    ringOf: (members) => ({
      cells: [],
      members: members.map(({ event }) => event),
      x: mean(members.map(signX)),
      half: halfFor(members.length, context),
      row: lane.rows - 1,
    }),
  });
}

/** Events that began before an instant and reach beyond it, where they are few enough to be shown one by one. */
function reachingRows(lane: PartLane, at: number, { counts, visible, slots, dataset }: PartContext): readonly EventNumber[] {
  const own = onlySlots(slots, lane);
  const reaching = countReaching(counts, visible, own, at);
  const count = reaching.reduce((sum, slot) => sum + slot, 0);
  return count === 0 || count > REACHING_PER_ROW * lane.rows ? [] : rowsReaching(counts, visible, own, at, rowAt(dataset, at), count);
}

/** The slots of one lane. */
export function onlySlots(slots: Slots, { slotFrom, slotTo }: Pick<PartLane, 'slotFrom' | 'slotTo'>): Slots {
  const isOwn = (code: number): boolean => (slots.slotOf[code] as number) >= slotFrom && (slots.slotOf[code] as number) < slotTo;
  const codes = slots.codes.filter(isOwn);
  const slotOf = new Int32Array(slots.slotOf.length).fill(-1);
  for (const code of codes) slotOf[code] = slots.slotOf[code] as number;
  return { size: slots.size, slotOf, codes };
}

const signX = ({ figure, left, right }: TimelineItem): number => (figure.kind === 'sign' ? figure.x : Math.min((left + right) / 2, left + SIZES.shared));

/** About where the mark of an event stands, in pixels along the whole time line: what is known to the day in its middle. */
function middleOf(i: EventNumber, { dataset, items }: PartContext): number {
  const { earliestStart, latestEnd } = dataset.columns;
  const start = earliestStart[i] as number;
  return items.xOf(start + Math.min((latestEnd[i] as number) - start, DAY) / 2);
}

/** The ring of a whole cell in the last row, amid its events and within the cell. What is known to the day stands in the middle of a day, which may be beyond. */
function cellRing(cell: Cell, events: readonly EventNumber[], count: number, lane: PartLane, length: number, context: PartContext): CellRing {
  const { items, resolution } = context;
  const left = (cell.index * length - items.origin) * resolution;
  const right = left + length * resolution;
  const half = halfFor(count, context);
  const isWide = right - left > items.xOf(cell.start + DAY) - items.xOf(cell.start);
  const middle = events.length > AVERAGED && isWide ? (left + right) / 2 : mean(events.map((i) => middleOf(i, context)));
  const x = middle > right ? middle : Math.min(Math.max(middle, left + half), Math.max(right - half, left + half));
  return { cells: [cell], members: [], x, half, row: lane.rows - 1 };
}

/** Rings that would overlap become one. */
function apart(rings: readonly CellRing[], lane: PartLane, context: PartContext): readonly CellRing[] {
  const result: CellRing[] = [];
  for (const ring of [...rings].sort((a, b) => a.x - b.x)) {
    const last = result.at(-1);
    if (last === undefined || last.x + last.half + 1 <= ring.x - ring.half) {
      result.push(ring);
      continue;
    }
    const cells = [...last.cells, ...ring.cells];
    const [before, own] = [last, ring].map((each) => each.cells.reduce((sum, cell) => sum + countOf(cell, lane), 0)) as [number, number];
    result[result.length - 1] = { ...last, cells, x: (last.x * before + ring.x * own) / (before + own), half: halfFor(before + own, context) };
  }
  return result;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const halfFor = (count: number, { items: { world } }: PartContext): number => ringHalf(world.measure(world.formats.number(count), FONTS.count));

/** Half the width of a ring around a number so many pixels wide. */
export const ringHalf = (text: number): number => Math.max(SIZES.shared, text / 2 + 5.5);

function countIn(cell: Cell, lane: PartLane, { counts, visible, slots, window, dataset }: PartContext): number {
  if (cell.start >= window.start && cell.end <= window.end) return countOf(cell, lane);
  const into = new Uint32Array(slots.size);
  const [from, to] = [Math.max(cell.from, rowAt(dataset, window.start)), Math.min(cell.to, rowAt(dataset, window.end))];
  if (to > from) addStarts(counts, visible, slots, from, to, into);
  return countOf({ ...cell, counts: into }, lane);
}

/** Where the events of a ring come apart; those that all start at once do so nowhere, and get the window that there is. */
function closeWindow(events: readonly EventNumber[], { cells }: CellRing, { dataset, window }: PartContext): CloseUp['window'] {
  const { earliestStart } = dataset.columns;
  const [first, last] = [earliestStart[events[0] ?? 0] ?? 0, earliestStart[events.at(-1) ?? 0] ?? 0];
  if (first === last && events.length < AVERAGED) return window;
  const [from, to] = [cells[0], cells.at(-1)];
  if (from !== undefined && to !== undefined) return { start: from.start, end: to.end };
  const margin = Math.max((last - first) / 4, 1000);
  return { start: instant(first - margin), end: instant(last + margin) };
}
