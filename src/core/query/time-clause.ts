import { bisectLeft } from '../base/bisect.ts';
import type { Columns, Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { instant, type Interval, type TimeSpan } from '../time/instant.ts';
import type { ClauseKeeper, Flips } from './flips.ts';
import { bitOf } from './visible.ts';

/**
 * Whether an event may have been going on in a window: its span at its widest shares an instant with it. Both are half-open; an event
 * without length belongs to the window that holds its instant. False for an undated event.
 */
export function possiblyIn(columns: Columns, i: EventNumber, window: Interval): boolean {
  const start = columns.earliestStart[i] ?? NaN;
  const end = columns.latestEnd[i] ?? NaN;
  return start < window.end && (end > window.start || start >= window.start);
}

/**
 * Whether an event with such bounds was going on in a window whichever of its possible starts and ends is the true one.
 */
export function certainlyIn({ earliestStart, latestStart, earliestEnd }: TimeSpan, window: Interval): boolean {
  // A start that is not known exactly lies before its latest bound, one that is known lies on it.
  const startsBefore = latestStart < window.end || (latestStart === window.end && earliestStart < latestStart);
  return startsBefore && (earliestEnd > window.start || earliestStart >= window.start);
}

/** The window that holds every dated event. */
const ALWAYS: Interval = { start: instant(-Infinity), end: instant(Infinity) };

const BIT = bitOf('time');

/**
 * Keeps the time clause. Rows stand in the order of their starts: moving the end of the window asks again only those that start between
 * its old and its new place, moving its start only the blocks of rows of which some may end there.
 */
export function timeKeeper({ columns, dated }: Dataset): ClauseKeeper {
  const starts = columns.earliestStart.subarray(0, dated);
  const ends = columns.latestEnd;
  let blocks: EndBlocks | undefined;
  let window = ALWAYS;

  /** Asks `possiblyIn` of all rows. */
  const askAll = (failed: Uint8Array): void => {
    const { start, end } = window;
    const begunBefore = bisectLeft(starts, end);
    const begunSince = bisectLeft(starts, start);
    for (let i = 0; i < begunBefore; i += 1) {
      const fails = i < begunSince && !((ends[i] as number) > start) ? BIT : 0;
      failed[i] = ((failed[i] as number) & ~BIT) | fails;
    }
    for (let i = begunBefore; i < dated; i += 1) failed[i] = (failed[i] as number) | BIT;
  };

  /** Asks `possiblyIn` of some rows. */
  const askAgain = (from: number, to: number, { failed, flip }: Flips): void => {
    const { start, end } = window;
    for (let i = from; i < to; i += 1) {
      const rowStart = starts[i] as number;
      const passes = rowStart < end && ((ends[i] as number) > start || rowStart >= start);
      if (passes === (((failed[i] as number) & BIT) !== 0)) flip(i, BIT);
    }
  };

  return {
    ask: (clauses, flips) => {
      const before = window;
      window = clauses.window ?? ALWAYS;
      if (window.start === before.start && window.end === before.end) return;
      const between = (a: number, b: number): number => Math.abs(bisectLeft(starts, b) - bisectLeft(starts, a));
      if (flips.areMany(between(before.start, window.start) + between(before.end, window.end))) {
        askAll(flips.turnFreely(BIT));
        return;
      }
      if (window.end !== before.end) {
        const [low, high] = inOrder(before.end, window.end);
        askAgain(bisectLeft(starts, low), bisectLeft(starts, high), flips);
      }
      if (window.start === before.start) return;
      const [low, high] = inOrder(before.start, window.start);
      const last = bisectLeft(starts, high);
      blocks ??= endBlocksOf(columns, dated);
      for (let block = 0, from = 0; from < last; block += 1, from += BLOCK_ROWS) {
        const mayTurn = (blocks.lastEnd[block] as number) >= low && (blocks.firstEnd[block] as number) <= high;
        if (mayTurn) askAgain(from, Math.min(from + BLOCK_ROWS, last), flips);
      }
    },
  };
}

const inOrder = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a]);

const BLOCK_ROWS = 128;

/** When the events of each block of rows end: the first and the last of them, but for those that never do. */
interface EndBlocks {
  readonly firstEnd: Float64Array;
  readonly lastEnd: Float64Array;
}

function endBlocksOf({ latestEnd }: Columns, dated: number): EndBlocks {
  const count = Math.ceil(dated / BLOCK_ROWS);
  const firstEnd = new Float64Array(count).fill(Infinity);
  const lastEnd = new Float64Array(count).fill(-Infinity);
  for (let i = 0; i < dated; i += 1) {
    const end = latestEnd[i] as number;
    const block = Math.floor(i / BLOCK_ROWS);
    if (end < (firstEnd[block] as number)) firstEnd[block] = end;
    if (end < Infinity && end > (lastEnd[block] as number)) lastEnd[block] = end;
  }
  return { firstEnd, lastEnd };
}
