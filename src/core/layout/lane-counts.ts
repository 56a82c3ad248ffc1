import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { maskPasses, type Counting, type CountingKind, type Visible } from '../query/visible.ts';
import type { LaneCoding } from './lane-coding.ts';
import { rowAt, timeIndex, type TimeIndex } from './time-index.ts';
import { vagueSpans } from './vague-spans.ts';

/**
 * How many visible dated events have each code of a coding, by blocks of rows: how many in any stretch of time is then a sum of a few
 * blocks and a look at the rows of those that the stretch cuts.
 */
export interface LaneCounts {
  readonly coding: LaneCoding;
  readonly index: TimeIndex;
  /** By code. */
  readonly total: Uint32Array;
  /** By block × codes + code: of the rows in the block, and of the rows that end in it. */
  readonly begun: Uint32Array;
  readonly ended: Uint32Array;
  /** By vague span × codes + code. */
  readonly vague: Uint32Array;
}

/** Blocks have so many rows at least, and there are at most so many counts of them. */
const LEAST_SHIFT = 8;
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
  let shift = LEAST_SHIFT;
  while ((dated / 2 ** shift) * size > MOST_COUNTS && 2 ** shift < dated) shift += 1;
  const index = timeIndex(dataset, shift);
  const spans = vagueSpans(dataset);
  const hasVague = spans.starts.length > 0;
  const blocks = index.blockStarts.length;
  const counts: LaneCounts = {
    coding,
    index,
    total: new Uint32Array(size),
    begun: new Uint32Array(blocks * size),
    ended: new Uint32Array((blocks + 1) * size),
    vague: new Uint32Array(spans.starts.length * size),
  };
  const { total, begun, ended, vague } = counts;
  const { endBlocks } = index;
  const change = (i: EventNumber, by: number): void => {
    if (i >= dated) return;
    const code = codes[i] as number;
    const block = (i >> shift) * size + code;
    const end = (endBlocks[i] as number) * size + code;
    total[code] = (total[code] as number) + by;
    begun[block] = (begun[block] as number) + by;
    ended[end] = (ended[end] as number) + by;
    const span = hasVague ? spans.of(i) * size + code : -1;
    if (span >= 0) vague[span] = (vague[span] as number) + by;
  };
  return {
    value: counts,
    add: (i) => change(i, 1),
    remove: (i) => change(i, -1),
    recount: (failed, ignored) => {
      for (const array of [total, begun, ended, vague]) array.fill(0);
      for (let i = 0; i < dated; i += 1) if (maskPasses(failed[i] as number, ignored)) change(i, 1);
    },
  };
}

/** Which codes are counted together: `slotOf` by code, −1 for what is not counted. */
export interface Slots {
  readonly size: number;
  readonly slotOf: Int32Array;
  /** The codes that have a slot. */
  readonly codes: Uint32Array;
}

/** Adds the visible events of the rows `from` to `to` − 1 to `into`, by slot. */
export function addStarts({ coding, index, begun }: LaneCounts, { failed, ignored }: Visible, { slotOf, codes }: Slots, from: number, to: number, into: Uint32Array): void {
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
  const { index, coding, ended } = counts;
  const { columns } = visible.dataset;
  const { failed, ignored } = visible;
  const { slotOf, codes } = slots;
  const { endRows, endOffsets, blockStarts } = index;
  const before = rowAt(visible.dataset, at);
  const result = new Uint32Array(slots.size);
  addStarts(counts, visible, slots, 0, before, result);
  const block = blocksBegunBefore(blockStarts, at);
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
export function rowsReaching({ coding, index }: LaneCounts, visible: Visible, { slotOf }: Slots, at: number, before: number, most: number, looked = 2 ** 15): readonly EventNumber[] {
  const { columns, failed, ignored } = { columns: visible.dataset.columns, ...visible };
  const found: EventNumber[] = [];
  let left = looked;
  for (let block = (before - 1) >> index.shift; block >= 0 && left > 0; block -= 1) {
    if (!((index.latestEnds[block] as number) > at)) continue;
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
