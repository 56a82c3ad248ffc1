import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { maskPasses, passingMasks, type Counting, type CountingKind, type Visible } from '../query/visible.ts';
import type { LaneCoding } from './lane-coding.ts';
import { endIndex, rowAt, timeIndex, type TimeIndex } from './time-index.ts';
import { NO_VAGUE_ROWS, vagueRows, vagueSpans } from './vague-spans.ts';

/**
 * How many visible dated events have each code of a coding, by blocks of rows: how many in any stretch of time is then a sum of a few
 * blocks and a look at the rows of those that the stretch cuts.
 */
export interface LaneCounts {
  readonly coding: LaneCoding;
  readonly index: TimeIndex;
  /** By code. */
  readonly total: Uint32Array<ArrayBuffer>;
  /** By block × codes + code: of the rows in the block. */
  readonly begun: Uint32Array<ArrayBuffer>;
  /** By vague span × codes + code. */
  readonly vague: Uint32Array<ArrayBuffer>;
}

/** Blocks have so many rows at least, and there are at most so many counts of them. */
const LEAST_SHIFT = 6;
const MOST_COUNTS = 2 ** 20;

const kinds = new WeakMap<LaneCoding, CountingKind<LaneCounts>>();

/** The counting of a coding; always the same one. */
export function laneCounting(coding: LaneCoding): CountingKind<LaneCounts> {
  const known = kinds.get(coding);
  if (known !== undefined) return known;
  const kind: CountingKind<LaneCounts> = (dataset) => countingOf(dataset, coding);
  kinds.set(coding, kind);
  return kind;
}

function countingOf(dataset: Dataset, coding: LaneCoding): Counting<LaneCounts> {
  const { size, codes } = coding;
  const { dated } = dataset;
  const index = indexFor(dataset, coding);
  const { shift } = index;
  const spans = vagueSpans(dataset);
  const hasVague = spans.starts.length > 0;
  const blocks = index.blockStarts.length;
  const counts: LaneCounts = {
    coding,
    index,
    total: new Uint32Array(size),
    begun: new Uint32Array(blocks * size),
    vague: new Uint32Array(spans.starts.length * size),
  };
  const { total, begun, vague } = counts;
  const change = (i: EventNumber, by: number): void => {
    if (i >= dated) return;
    const code = codes[i] as number;
    const block = (i >> shift) * size + code;
    total[code] = (total[code] as number) + by;
    begun[block] = (begun[block] as number) + by;
    const span = hasVague ? spans.of(i) * size + code : -1;
    if (span >= 0) vague[span] = (vague[span] as number) + by;
  };
  return {
    value: counts,
    sums: { name: `lanes by ${nameOf(coding)}`, arrays: { total, begun, vague } },
    add: (i) => change(i, 1),
    remove: (i) => change(i, -1),
    follow: (turns) => changeAll(turns, change),
    recount: (failed, ignored) => {
      for (const array of [total, begun, vague]) array.fill(0);
      const passing = passingMasks(ignored);
      for (let block = 0; block < blocks; block += 1) {
        const end = Math.min(dated, (block + 1) << shift);
        const first = block * size;
        for (let i = block << shift; i < end; i += 1) {
          const at = first + (codes[i] as number);
          begun[at] = (begun[at] as number) + (passing[failed[i] as number] as number);
        }
        for (let code = 0; code < size; code += 1) total[code] = (total[code] as number) + (begun[first + code] as number);
      }
      const { rows, spanOf } = hasVague ? vagueRows(dataset) : NO_VAGUE_ROWS;
      for (let k = 0; k < rows.length; k += 1) {
        const i = rows[k] as number;
        const at = (spanOf[k] as number) * size + (codes[i] as number);
        vague[at] = (vague[at] as number) + (passing[failed[i] as number] as number);
      }
    },
  };
}

/** Counts every row of a list of turns, in which `~i` stands for a row that no longer passes. */
function changeAll(turns: ArrayLike<number>, change: (i: EventNumber, by: number) => void): void {
  for (let k = 0; k < turns.length; k += 1) {
    const turn = turns[k] as number;
    if (turn >= 0) change(turn, 1);
    else change(~turn, -1);
  }
}

const nameOf = ({ facets }: LaneCoding): string => facets.map((facet) => facet?.id).join();

/** Blocks of rows small enough to be looked at one by one, and few enough for a count of each code. */
export function indexFor(dataset: Dataset, { size }: LaneCoding): TimeIndex {
  let shift = LEAST_SHIFT;
  while ((dataset.dated / 2 ** shift) * size > MOST_COUNTS && 2 ** shift < dataset.dated) shift += 1;
  return timeIndex(dataset, shift);
}

const endKinds = new WeakMap<LaneCoding, CountingKind<Uint32Array<ArrayBuffer>>>();

/**
 * The counting, for a coding, of the rows that end in each block, by block × codes + code. It is only asked for once a window begins after
 * some event: the first picture of a story does without.
 */
export function endCounting(coding: LaneCoding): CountingKind<Uint32Array<ArrayBuffer>> {
  const known = endKinds.get(coding);
  if (known !== undefined) return known;
  const kind: CountingKind<Uint32Array<ArrayBuffer>> = (dataset) => {
    const { size, codes } = coding;
    const { dated } = dataset;
    const index = indexFor(dataset, coding);
    const { endBlocks } = endIndex(dataset, index);
    const ended = new Uint32Array((index.blockStarts.length + 1) * size);
    const change = (i: EventNumber, by: number): void => {
      if (i >= dated) return;
      const end = (endBlocks[i] as number) * size + (codes[i] as number);
      ended[end] = (ended[end] as number) + by;
    };
    return {
      value: ended,
      sums: { name: `ends by ${nameOf(coding)}`, arrays: { ended } },
      add: (i) => change(i, 1),
      remove: (i) => change(i, -1),
      follow: (turns) => changeAll(turns, change),
      recount: (failed, ignored) => {
        ended.fill(0);
        const passing = passingMasks(ignored);
        for (let i = 0; i < dated; i += 1) {
          const at = (endBlocks[i] as number) * size + (codes[i] as number);
          ended[at] = (ended[at] as number) + (passing[failed[i] as number] as number);
        }
      },
    };
  };
  endKinds.set(coding, kind);
  return kind;
}

/** Which codes are counted together: `slotOf` by code, −1 for what is not counted. */
export interface Slots {
  readonly size: number;
  readonly slotOf: Int32Array;
  /** The codes that have a slot. */
  readonly codes: Uint32Array;
}

/** Adds the visible events of the rows `from` to `to` − 1 to `into`, by slot. */
export function addStarts(
  { coding, index, begun }: LaneCounts,
  { failed, ignored }: Visible,
  { slotOf, codes }: Slots,
  from: number,
  to: number,
  into: Uint32Array,
): void {
  const { shift } = index;
  const { size } = coding;
  const count = (first: number, end: number): void => {
    for (let i = first; i < end; i += 1) {
      if (!maskPasses(failed[i] as number, ignored)) continue;
      const slot = slotOf[coding.codes[i] as number] as number;
      if (slot >= 0) into[slot] = (into[slot] as number) + 1;
    }
  };
  const firstWhole = Math.ceil(from / 2 ** shift);
  const endWhole = to >> shift;
  if (firstWhole >= endWhole) {
    count(from, to);
    return;
  }
  count(from, firstWhole << shift);
  for (const code of codes) {
    const slot = slotOf[code] as number;
    let sum = 0;
    for (let block = firstWhole; block < endWhole; block += 1) sum += begun[block * size + code] as number;
    into[slot] = (into[slot] as number) + sum;
  }
  count(endWhole << shift, to);
}

/** How many visible events, by slot, began before an instant and reach beyond it. */
export function countReaching(counts: LaneCounts, visible: Visible, slots: Slots, at: number): Uint32Array {
  const { index, coding } = counts;
  const { columns } = visible.dataset;
  const { failed, ignored } = visible;
  const { slotOf, codes } = slots;
  const before = rowAt(visible.dataset, at);
  const result = new Uint32Array(slots.size);
  if (before === 0) return result;
  const ended = visible.counted(endCounting(coding));
  const { endRows, endOffsets } = endIndex(visible.dataset, index);
  addStarts(counts, visible, slots, 0, before, result);
  const block = blocksBegunBefore(index.blockStarts, at);
  for (const code of codes) {
    const slot = slotOf[code] as number;
    let sum = 0;
    for (let past = 0; past < block; past += 1) sum += ended[past * coding.size + code] as number;
    result[slot] = (result[slot] as number) - sum;
  }
  for (let k = endOffsets[block] as number; k < (endOffsets[block + 1] as number); k += 1) {
    const i = endRows[k] as number;
    if (i >= before || (columns.latestEnd[i] as number) > at || !maskPasses(failed[i] as number, ignored)) continue;
    const slot = slotOf[coding.codes[i] as number] as number;
    if (slot >= 0) result[slot] = (result[slot] as number) - 1;
  }
  return result;
}

function blocksBegunBefore(starts: Float64Array, at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Visible rows below `before` that reach beyond an instant and have a slot, the latest first; as soon as `most` are found or `looked` rows
 * are seen there are no more.
 */
export function rowsReaching(
  { coding, index }: LaneCounts,
  visible: Visible,
  { slotOf }: Slots,
  at: number,
  before: number,
  most: number,
  looked = 2 ** 15,
): readonly EventNumber[] {
  const { columns, failed, ignored } = { columns: visible.dataset.columns, ...visible };
  const found: EventNumber[] = [];
  const { latestEnds } = endIndex(visible.dataset, index);
  let left = looked;
  for (let block = (before - 1) >> index.shift; block >= 0 && left > 0; block -= 1) {
    if (!((latestEnds[block] as number) > at)) continue;
    for (let i = Math.min(before, (block + 1) << index.shift) - 1; i >= block << index.shift; i -= 1) {
      left -= 1;
      if (!((columns.latestEnd[i] as number) > at) || !maskPasses(failed[i] as number, ignored)) continue;
      if ((slotOf[coding.codes[i] as number] as number) < 0) continue;
      found.push(i);
      if (found.length === most) return found;
    }
  }
  return found;
}
