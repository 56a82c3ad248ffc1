import type { EventNumber } from '../model/event.ts';
import type { Extent } from './rows.ts';
import type { Cell } from './timeline-cells.ts';
import type { TimelineItem } from './timeline-items.ts';
import { SIZES } from './timeline-style.ts';

/** An event in its row. */
export interface PlacedItem {
  readonly item: TimelineItem;
  readonly row: number;
  /** Which of its label's places was taken; `undefined` when it has no room. */
  readonly label: number | undefined;
  /** It lies over another mark, for want of any other place. */
  readonly isOver?: boolean;
}

/** Events that are counted in one mark: all of some cells, and some of others. */
export interface CellRing {
  readonly cells: readonly Cell[];
  readonly members: readonly EventNumber[];
  /** Middle and half the width, in pixels along the whole time line. */
  readonly x: number;
  readonly half: number;
  readonly row: number;
}

/** A part of a lane with its events in rows. */
export interface Region {
  readonly singles: readonly PlacedItem[];
  readonly rings: readonly CellRing[];
}

/** Something to be placed, and the cell it starts in; `undefined` where that lies before the region. */
export interface Candidate {
  readonly item: TimelineItem;
  readonly cell: Cell | undefined;
}

export interface RegionRequest {
  /** In time order. */
  readonly candidates: readonly Candidate[];
  /** Cells with more events than have room, in rings that do not overlap. */
  readonly full: readonly CellRing[];
  readonly rows: number;
  /** What stays where it was: of a region packed before, whatever is on screen. */
  readonly pinned: Region;
  /** By row of the dataset: which label is kept where not all have room. */
  readonly importanceOf: (i: EventNumber) => number;
  /** The ring for some events of a cell. */
  readonly ringOf: (members: readonly TimelineItem[]) => CellRing;
}

/** Pixels left free between neighbours in a row. */
const GUTTER = 6;

interface Taken extends Extent {
  readonly owner: EventNumber | undefined;
}

interface Placing {
  readonly item: TimelineItem;
  readonly cell: Cell | undefined;
  readonly row: number;
  readonly pin: PlacedItem | undefined;
}

/**
 * Places the events of a region: first all marks, bars in any row but the last and signs where they have room, then the labels, those of
 * the more important events first. What finds no place is counted in a ring that is in its way, or with the signs of its cell in a ring of its own.
 */
export function packRegion(request: RegionRequest): Region {
  const { candidates, full, rows, pinned, ringOf } = request;
  const last = rows - 1;
  const marks = rowsOfMarks(rows);
  const pins = new Map(pinned.singles.map((single) => [single.item.event, single]));
  const counted = new Set(pinned.rings.flatMap(({ members }) => members));
  const fixed = [...full, ...pinned.rings];
  const joined = fixed.map((): EventNumber[] => []);
  for (const ring of fixed) marks.take(ring.row, ring.x - ring.half, ring.x + ring.half, undefined);
  for (const { item, row, isOver } of pinned.singles) if (!isOver) marks.take(row, item.left, item.right, item.event);

  const placed: Placing[] = [];
  const left = new Map<Cell, TimelineItem[]>();
  const wanted = new Float64Array(rows).fill(-Infinity);
  for (const { item, cell } of candidates) {
    if (counted.has(item.event)) continue;
    const pin = pins.get(item.event);
    const row = pin?.row ?? rowFor(item, marks, wanted, rows);
    if (row === undefined) {
      const inTheWay = fixed.findIndex((ring) => isNear(item, ring));
      if (inTheWay >= 0 && cell !== undefined) joined[inTheWay]?.push(item.event);
      else if (cell !== undefined) left.set(cell, [...(left.get(cell) ?? []), item]);
      continue;
    }
    if (pin === undefined) marks.take(row, item.left, item.right, item.event);
    wanted[row] = Math.max(wanted[row] as number, (item.labels[0]?.right ?? item.right) + GUTTER);
    placed.push({ item, cell, row, pin });
  }

  const gone = new Set<EventNumber>();
  const over: PlacedItem[] = [];
  const rings = [...left].flatMap(([cell, lacking]): readonly CellRing[] => {
    const signs = placed.filter((other) => other.cell === cell && isSign(other) && !gone.has(other.item.event)).map(({ item }) => item);
    let ring = ringOf([...signs, ...lacking]);
    const near = placed.filter((other) => other.cell !== cell && other.row === last && isSign(other) && isNear(other.item, ring) && !gone.has(other.item.event));
    if (near.length > 0) ring = ringOf([...signs, ...lacking, ...near.map(({ item }) => item)]);
    for (const event of ring.members) gone.add(event);
    const [only] = lacking;
    if (ring.members.length > 1 || only === undefined) return [ring];
    over.push({ item: asSign(only), row: last, label: undefined, isOver: true });
    return [];
  });
  const all = [...fixed.map((ring, k) => ({ ...ring, members: [...ring.members, ...(joined[k] ?? [])] })), ...rings];
  const kept = pinned.singles.filter(({ isOver }) => isOver);
  const onTop = new Set(kept.map(({ item }) => item.event));
  const singles = labelled(placed.filter(({ item }) => !gone.has(item.event) && !onTop.has(item.event)), all, request);
  return { singles: [...singles, ...kept, ...over], rings: all };
}

/** What lies over something else is drawn as a sign, at its start where it goes on for a while. */
function asSign(item: TimelineItem): TimelineItem {
  if (item.figure.kind === 'sign') return item;
  const x = item.left + SIZES.symbol;
  return { ...item, figure: { kind: 'sign', x, whisker: undefined }, x, right: x + SIZES.symbol };
}

const isSign = ({ item, pin }: Placing): boolean => item.figure.kind === 'sign' && pin === undefined;
const isNear = (item: Extent, { x, half }: CellRing): boolean => item.right + GUTTER > x - half && item.left - GUTTER < x + half;

/** The first row where mark and label have room, or the one whose last label ends first of those where the mark has. */
function rowFor(item: TimelineItem, marks: ReturnType<typeof rowsOfMarks>, wanted: Float64Array, rows: number): number | undefined {
  const end = item.figure.kind === 'sign' ? rows : Math.max(rows - 1, 1);
  let best: number | undefined;
  for (let row = 0; row < end; row += 1) {
    if (!marks.isFree(row, item.left - GUTTER, item.right + GUTTER, item.event)) continue;
    if (item.left >= (wanted[row] as number)) return row;
    if (best === undefined || (wanted[row] as number) < (wanted[best] as number)) best = row;
  }
  return best;
}

/** Gives labels their places, by importance and then in time order; pinned ones keep theirs. */
function labelled(placed: readonly Placing[], rings: readonly CellRing[], { rows, importanceOf }: RegionRequest): readonly PlacedItem[] {
  const taken = rowsOfMarks(rows);
  for (const { row, x, half } of rings) taken.take(row, x - half, x + half, undefined);
  for (const { item, row } of placed) taken.take(row, item.left, item.right, item.event);
  const labels = new Map<EventNumber, number>();
  const put = ({ item, row }: Placing, label: number): void => {
    const place = item.labels[label];
    if (place === undefined) return;
    taken.take(row, place.left, place.right, item.event);
    labels.set(item.event, label);
  };
  for (const each of placed) if (each.pin?.label !== undefined) put(each, each.pin.label);
  const open = placed.filter(({ pin }) => pin === undefined).sort((a, b) => importanceOf(b.item.event) - importanceOf(a.item.event) || a.item.event - b.item.event);
  for (const isPoor of [false, true]) {
    for (const each of open) {
      const { item, row } = each;
      if (labels.has(item.event)) continue;
      const label = item.labels.findIndex((place) => place.isPoor === isPoor && taken.isFree(row, place.left - GUTTER, place.right + GUTTER, item.event));
      if (label >= 0) put(each, label);
    }
  }
  return placed.map(({ item, row }) => ({ item, row, label: labels.get(item.event) }));
}

/** What is taken in each row, and whether a stretch is free of all but its owner. */
function rowsOfMarks(rows: number): {
  readonly take: (row: number, left: number, right: number, owner: EventNumber | undefined) => void;
  readonly isFree: (row: number, left: number, right: number, owner: EventNumber) => boolean;
} {
  const taken = Array.from({ length: rows }, (): Taken[] => []);
  return {
    take: (row, left, right, owner) => void taken[row]?.push({ left, right, owner }),
    isFree: (row, left, right, owner) => !(taken[row] ?? []).some((other) => other.left < right && other.right > left && other.owner !== owner),
  };
}
