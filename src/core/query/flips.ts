import type { EventNumber } from '../model/event.ts';
import type { Clauses } from './clauses.ts';
import { maskPasses } from './visible.ts';

/** Which clauses each row fails, and a log of what turned over since it was last cleared. */
export interface Flips {
  /** By row: a bit for each clause that the event fails. */
  readonly failed: Uint8Array<ArrayBuffer>;
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
  readonly clear: () => void;
}

/** Keeps the bit of one clause up to date, by touching the rows for which it turns over. */
export interface ClauseKeeper {
  readonly ask: (clauses: Clauses, flips: Flips) => void;
}

/** A share of the rows from which on counting all anew costs less than following each. */
const LOGGED_SHARE = 1 / 4;

/** The flips of so many rows, none of which fails anything yet. */
export function flipsOf(size: number): Flips {
  const most = Math.ceil(size * LOGGED_SHARE);
  const failed = new Uint8Array(size);
  const rows = new Uint32Array(most);
  const before = new Uint8Array(most);
  const after = new Uint8Array(most);
  let [length, bits] = [0, 0];
  return {
    failed,
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
      if (length < most) {
        rows[length] = i;
        before[length] = was;
        after[length] = is;
      }
      if (length <= most) length += 1;
    },
    clear: () => {
      [length, bits] = [0, 0];
    },
  };
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
