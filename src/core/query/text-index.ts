import { encodeUtf8 } from '../base/utf8.ts';
import type { Dataset, Records } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { textsAt } from '../model/rows.ts';
import { foldText } from '../base/fold-text.ts';

/** What is sought, as bytes, and how far a comparison that fails at a byte may move on. */
export interface Needle {
  readonly bytes: Uint8Array;
  /** By the byte under the needle's end. */
  readonly moves: Uint32Array;
}

/** The searched texts of a dataset, folded, as bytes outside the heap; a block of rows is read when a search first comes to it. */
export interface TextIndex {
  readonly holds: (i: EventNumber, needle: Needle) => boolean;
}

/** The texts of some rows one after the other: those of row `k` of them from `start[k]` to `start[k + 1]`. */
interface TextBlock {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

const BLOCK_ROWS = 256;

// By the records, which stay the same when a story is renamed; they take their texts with them when the story closes.
const indexes = new WeakMap<Records, TextIndex>();

/** The texts of a dataset; the same ones at every call. */
export function textIndexOf(dataset: Dataset): TextIndex {
  const known = indexes.get(dataset.records);
  if (known !== undefined) return known;
  const blocks: TextBlock[] = [];
  const index: TextIndex = {
    holds: (i, needle) => {
      const block = (blocks[Math.floor(i / BLOCK_ROWS)] ??= textBlock(dataset, i - (i % BLOCK_ROWS)));
      const k = i % BLOCK_ROWS;
      return holdsBytes(block.bytes, block.start[k] as number, block.start[k + 1] as number, needle);
    },
  };
  indexes.set(dataset.records, index);
  return index;
}

function textBlock(dataset: Dataset, from: EventNumber): TextBlock {
  const rows = Math.min(BLOCK_ROWS, dataset.size - from);
  const texts = Array.from({ length: rows }, (_, k) => encodeUtf8(textsAt(dataset, from + k).map(foldPart).join('\n')));
  const start = new Uint32Array(rows + 1);
  for (const [k, text] of texts.entries()) start[k + 1] = (start[k] as number) + text.length;
  const bytes = new Uint8Array(start[rows] as number);
  for (const [k, text] of texts.entries()) bytes.set(text, start[k]);
  return { bytes, start };
}

/** A line of the index: folding leaves no line break in it, so that no search goes from one part of an event into another. */
const foldPart = (part: string): string => foldText(part).trim();

/** A folded text as a search looks for it. Throws on the empty text, which is everywhere. */
export function needleOf(folded: string): Needle {
  const bytes = encodeUtf8(folded);
  if (bytes.length === 0) throw new Error('a search for the empty text');
  const last = bytes.length - 1;
  const moves = new Uint32Array(256).fill(bytes.length);
  for (let k = 0; k < last; k += 1) moves[bytes[k] as number] = last - k;
  return { bytes, moves };
}

/** Whether bytes from `from` to `to` hold a needle. Source: R. N. Horspool, Practical fast searching in strings, 1980. */
function holdsBytes(bytes: Uint8Array, from: number, to: number, { bytes: sought, moves }: Needle): boolean {
  const last = sought.length - 1;
  for (let end = from + last; end < to; end += moves[bytes[end] as number] as number) {
    let back = 0;
    while (back <= last && bytes[end - back] === sought[last - back]) back += 1;
    if (back > last) return true;
  }
  return false;
}
