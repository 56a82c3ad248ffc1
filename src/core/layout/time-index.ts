import { bisectLeft } from '../base/bisect.ts';
import type { Dataset } from '../model/dataset.ts';
import { derived, type Derived } from '../model/derived.ts';

/** The dated rows of a dataset in blocks. Rows stand in the order of their starts. */
export interface TimeIndex {
  /** A block has 2 to the power of this many rows. */
  readonly shift: number;
  /** When the first row of each block starts. */
  readonly blockStarts: Float64Array;
}

/** Where the rows of an index end. */
export interface EndIndex {
  /** By block: when the last of its rows to end does. */
  readonly latestEnds: Float64Array;
  /** By row: how many blocks begin before the row ends. */
  readonly endBlocks: Uint32Array | Uint16Array;
  /** The rows with an end block `b`, in time order: the entries `endOffsets[b]` to `endOffsets[b + 1] − 1` of `endRows`. */
  readonly endRows: Uint32Array;
  readonly endOffsets: Uint32Array;
}

/** The blocks of a dataset, each of 2 to the power of `shift` rows. */
export function timeIndex({ columns: { earliestStart }, dated }: Dataset, shift: number): TimeIndex {
  const blocks = Math.ceil(dated / 2 ** shift);
  return { shift, blockStarts: Float64Array.from({ length: blocks }, (_, block) => earliestStart[block << shift] ?? 0) };
}

/** Where the rows of an index end; made in two passes. */
export const endsBy = (index: TimeIndex): Derived<EndIndex> => derived(`ends by ${index.shift}`, (dataset) => makeEnds(dataset, index));

/** Where the rows of an index of the dataset end. */
export const endIndex = (dataset: Dataset, index: TimeIndex): EndIndex => endsBy(index)(dataset);

function makeEnds({ columns: { latestEnd }, dated }: Dataset, { shift, blockStarts }: TimeIndex): EndIndex {
  const blocks = blockStarts.length;
  const latestEnds = new Float64Array(blocks).fill(-Infinity);
  const endBlocks = blocks < 2 ** 16 ? new Uint16Array(dated) : new Uint32Array(dated);
  const endOffsets = new Uint32Array(blocks + 2);
  for (let i = 0; i < dated; i += 1) {
    const end = latestEnd[i] as number;
    const own = i >> shift;
    if (end > (latestEnds[own] as number)) latestEnds[own] = end;
    const block = blocksBefore(blockStarts, end, own);
    endBlocks[i] = block;
    endOffsets[block + 1] = (endOffsets[block + 1] as number) + 1;
  }
  for (let block = 0; block <= blocks; block += 1) endOffsets[block + 1] = (endOffsets[block + 1] as number) + (endOffsets[block] as number);
  const endRows = new Uint32Array(dated);
  const next = endOffsets.slice();
  for (let i = 0; i < dated; i += 1) {
    const block = endBlocks[i] as number;
    endRows[next[block] as number] = i;
    next[block] = (next[block] as number) + 1;
  }
  return { latestEnds, endBlocks, endRows, endOffsets };
}

/** How many blocks begin before an instant, sought from a block near it on, at ever longer steps. */
function blocksBefore(starts: Float64Array, at: number, near: number): number {
  if ((starts[near] as number) >= at) return bisectLeft(starts.subarray(0, near), at);
  let [low, step] = [near, 1];
  while (low + step < starts.length && (starts[low + step] as number) < at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < at) low = middle;
    else high = middle;
  }
  return high;
}

/** The first dated row that starts at an instant or after it. */
export const rowAt = ({ columns, dated }: Dataset, at: number): number => {
  const { earliestStart } = columns;
  let [low, high] = [0, dated];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((earliestStart[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};
