import type { EventNumber } from '../model/event.ts';
import { passesIn, passingMasks, type CountingKind, type Visible } from './visible.ts';

const BLOCK_BITS = 9;
const BLOCK_ROWS = 2 ** BLOCK_BITS;

const blockOf = (i: EventNumber): number => i >>> BLOCK_BITS;

/** How many events pass of each block of rows. */
export const blockCounts: CountingKind<Uint16Array> = ({ size }) => {
  const value = new Uint16Array(Math.ceil(size / BLOCK_ROWS));
  return {
    value,
    sums: { name: 'blocks of rows', arrays: { value } },
    add: (i) => {
      value[blockOf(i)] = (value[blockOf(i)] as number) + 1;
    },
    remove: (i) => {
      value[blockOf(i)] = (value[blockOf(i)] as number) - 1;
    },
    follow: (turns) => {
      for (let k = 0; k < turns.length; k += 1) {
        const turn = turns[k] as number;
        const block = (turn >= 0 ? turn : ~turn) >>> BLOCK_BITS;
        value[block] = (value[block] as number) + (turn >= 0 ? 1 : -1);
      }
    },
    recount: (failed, ignored) => {
      const passing = passingMasks(ignored);
      for (let block = 0; block < value.length; block += 1) {
        const end = Math.min(size, (block + 1) * BLOCK_ROWS);
        let count = 0;
        for (let i = block * BLOCK_ROWS; i < end; i += 1) count += passing[failed[i] as number] as number;
        value[block] = count;
      }
    },
  };
};

/** How many events pass whose row is below `i`. */
export function rankIn(visible: Visible, i: EventNumber): number {
  const counts = visible.counted(blockCounts);
  const row = Math.min(Math.max(i, 0), visible.dataset.size);
  let rank = 0;
  for (let block = 0; block < blockOf(row); block += 1) rank += counts[block] as number;
  for (let k = blockOf(row) * BLOCK_ROWS; k < row; k += 1) if (passesIn(visible, k)) rank += 1;
  return rank;
}

/** The `k`th row that passes, from 0; `undefined` when there are fewer. */
export function nthIn(visible: Visible, k: number): EventNumber | undefined {
  if (!(k >= 0 && k < visible.count)) return undefined;
  const counts = visible.counted(blockCounts);
  let [left, block] = [Math.floor(k), 0];
  while (left >= (counts[block] as number)) {
    left -= counts[block] as number;
    block += 1;
  }
  let i = block * BLOCK_ROWS;
  for (; left > 0 || !passesIn(visible, i); i += 1) if (passesIn(visible, i)) left -= 1;
  return i;
}
