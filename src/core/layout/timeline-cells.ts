import type { EventNumber } from '../model/event.ts';
import { maskPasses, type Visible } from '../query/visible.ts';
import type { Instant } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';
import { addStarts, type LaneCounts, type Slots } from './lane-counts.ts';
import { rowAt } from './time-index.ts';

/** A stretch of the time line some dozens of pixels wide, and the events that start in it. */
export interface Cell {
  readonly index: number;
  readonly start: Instant;
  readonly end: Instant;
  /** The rows that start in it are `from` to `to` − 1. */
  readonly from: EventNumber;
  readonly to: EventNumber;
  /** By slot: how many visible ones there are. */
  readonly counts: Uint32Array;
}

/** Cells are at least so many pixels wide, and less than twice as many. */
export const CELL_WIDTH = 44;

/** Cells of one width in drawn time by their number along the time line. They stay the same while the picture is moved, or zoomed a little. */
export interface Cells {
  /** Milliseconds of drawn time. */
  readonly length: number;
  readonly at: (index: number) => Cell;
  /** The number of the cell that an instant lies in. */
  readonly indexOf: (at: number) => number;
}

export interface CellRequest {
  readonly counts: LaneCounts;
  readonly visible: Visible;
  readonly slots: Slots;
  readonly warp: Warp;
  /** Pixels a millisecond of drawn time. */
  readonly resolution: number;
}

/** More cells than these are not kept. */
const MOST_KEPT = 4096;

/** The cells of a time line at a resolution: a power of two long. */
export function cellsOf({ counts, visible, slots, warp, resolution }: CellRequest, memo: Map<number, Cell>): Cells {
  const length = cellLength(resolution);
  return {
    length,
    indexOf: (at) => Math.floor(warp.toWarped(at) / length),
    at: (index) => {
      const known = memo.get(index);
      if (known !== undefined) return known;
      const [start, end] = [warp.fromWarped(index * length), warp.fromWarped((index + 1) * length)];
      const [from, to] = [rowAt(visible.dataset, start), rowAt(visible.dataset, end)];
      const own = new Uint32Array(slots.size);
      addStarts(counts, visible, slots, from, to, own);
      const cell = { index, start, end, from, to, counts: own };
      if (memo.size >= MOST_KEPT) memo.clear();
      memo.set(index, cell);
      return cell;
    },
  };
}

/** How long a cell is in drawn time at a resolution in pixels a millisecond. */
export const cellLength = (resolution: number): number => 2 ** Math.ceil(Math.log2(CELL_WIDTH / resolution));

/** The visible rows of a cell in certain slots, in time order, `most` at most; blocks of rows without any are passed over. */
export function rowsInCell(
  { counts, visible, slots }: Pick<CellRequest, 'counts' | 'visible' | 'slots'>,
  { from, to }: Pick<Cell, 'from' | 'to'>,
  slotFrom: number,
  slotTo: number,
  most: number,
): readonly EventNumber[] {
  const { coding, index, begun } = counts;
  const { failed, ignored } = visible;
  const codes = slots.codes.filter((code) => (slots.slotOf[code] as number) >= slotFrom && (slots.slotOf[code] as number) < slotTo);
  const rows: EventNumber[] = [];
  for (let i = from; i < to && rows.length < most; ) {
    const block = i >> index.shift;
    const end = Math.min((block + 1) << index.shift, to);
    if (codes.some((code) => (begun[block * coding.size + code] as number) > 0)) {
      for (; i < end && rows.length < most; i += 1) {
        const slot = slots.slotOf[coding.codes[i] as number] as number;
        if (slot >= slotFrom && slot < slotTo && maskPasses(failed[i] as number, ignored)) rows.push(i);
      }
    }
    i = Math.max(i, end);
  }
  return rows;
}
