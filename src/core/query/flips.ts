import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Clauses } from './clauses.ts';
import { MASKS, maskPasses } from './visible.ts';

/** Which clauses each row fails, and a log of what turned over since it was last cleared. */
export interface Flips {
  /** By row: a bit for each clause that the event fails. */
  readonly failed: Uint8Array<ArrayBuffer>;
  /** By clauses that fail together: how many dated rows fail just these, then how many undated ones. Counted anew when asked for after `turnFreely`. */
  readonly counts: Uint32Array;
  /** All bits that turned over for some row. */
  readonly bits: number;
  /** More turned over than is logged: whoever counts begins anew. */
  readonly isFull: boolean;
  readonly length: number;
  /** Entry `k` of the log: row `rows[k]` failed `before[k]`, and then `after[k]`. A row may stand there several times. */
  readonly rows: Uint32Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Turns over the bit of a clause for a row. */
  readonly flip: (i: EventNumber, bit: number) => void;
  /** The same for many rows, in a loop of its own. */
  readonly flipRows: (rows: Uint32Array, bit: number) => void;
  /** Whether it costs less to turn so many rows freely than to log each. */
  readonly areMany: (rows: number) => boolean;
  /** Gives `failed` away to be written to, in the bit of one clause alone: nothing is logged of it, and the log counts as full. */
  readonly turnFreely: (bit: number) => Uint8Array;
  readonly clear: () => void;
}

/** Keeps the bit of one clause up to date, by touching the rows for which it turns over. */
export interface ClauseKeeper {
  readonly ask: (clauses: Clauses, flips: Flips) => void;
}

/** The share of the rows from which on counting all anew costs less than following each. */
const LOGGED_SHARE = 1 / 4;

/** The flips of a dataset, no row of which fails anything yet. */
export function flipsOf({ size, dated }: Pick<Dataset, 'size' | 'dated'>): Flips {
  const most = Math.ceil(size * LOGGED_SHARE);
  const failed = new Uint8Array(size);
  const counts = new Uint32Array(2 * MASKS);
  counts[0] = dated;
  counts[MASKS] = size - dated;
  const rows = new Uint32Array(most);
  const before = new Uint8Array(most);
  const after = new Uint8Array(most);
  let length = 0;
  let bits = 0;
  let areCounted = true;
  return {
    failed,
    get counts() {
      if (!areCounted) countMasks(failed, dated, counts);
      areCounted = true;
      return counts;
    },
    rows,
    before,
    after,
    get bits() {
      return bits;
    },
    get isFull() {
      return length > most;
    },
    get length() {
      return Math.min(length, most);
    },
    flip: (i, bit) => {
      const was = failed[i] as number;
      const is = was ^ bit;
      failed[i] = is;
      bits |= bit;
      const base = i < dated ? 0 : MASKS;
      counts[base + was] = (counts[base + was] as number) - 1;
      counts[base + is] = (counts[base + is] as number) + 1;
      if (length < most) {
        rows[length] = i;
        before[length] = was;
        after[length] = is;
      }
      if (length <= most) length += 1;
    },
    flipRows: (turning, bit) => {
      if (turning.length > 0) bits |= bit;
      for (let k = 0; k < turning.length; k += 1) {
        const i = turning[k] as number;
        const was = failed[i] as number;
        const is = was ^ bit;
        failed[i] = is;
        const base = i < dated ? 0 : MASKS;
        counts[base + was] = (counts[base + was] as number) - 1;
        counts[base + is] = (counts[base + is] as number) + 1;
        // Beyond its end nothing is kept of the log.
        const at = length + k;
        rows[at] = i;
        before[at] = was;
        after[at] = is;
      }
      length = Math.min(length + turning.length, most + 1);
    },
    areMany: (rows) => length + rows > most,
    turnFreely: (bit) => {
      bits |= bit;
      length = most + 1;
      areCounted = false;
      return failed;
    },
    clear: () => {
      length = 0;
      bits = 0;
    },
  };
}

function countMasks(failed: Uint8Array, dated: number, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < dated; i += 1) {
    const mask = failed[i] as number;
    counts[mask] = (counts[mask] as number) + 1;
  }
  for (let i = dated; i < failed.length; i += 1) {
    const mask = MASKS + (failed[i] as number);
    counts[mask] = (counts[mask] as number) + 1;
  }
}

/**
 * The rows that began to pass (`i`) or ceased to (`~i`), one after the other as logged, as far as the ignored clauses do not count.
 * They stand in `into`, which has room for the whole log.
 */
export function turnsIn({ rows, before, after, length }: Flips, ignored: number, into: Int32Array): Int32Array {
  let count = 0;
  for (let k = 0; k < length; k += 1) {
    const passes = maskPasses(after[k] as number, ignored);
    if (maskPasses(before[k] as number, ignored) === passes) continue;
    const i = rows[k] as number;
    into[count] = passes ? i : ~i;
    count += 1;
  }
  return into.subarray(0, count);
}
