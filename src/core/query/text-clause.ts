import type { Dataset } from '../model/dataset.ts';
import type { ClauseKeeper, Flips } from './flips.ts';
import { foldText } from '../base/fold-text.ts';
import { needleOf, textIndexOf, type Needle } from './text-index.ts';
import { bitOf } from './visible.ts';

/**
 * Keeps the text clause: an event passes that has the words in its title, description, places, actors or sources.
 * Searching goes on in steps, row by row; a row that the search has not come to stays as it was.
 */
export interface TextKeeper extends ClauseKeeper {
  /** How many rows the search has not come to yet. */
  readonly unsearched: number;
  /** Searches the next rows, at most so many; what is found counts from the next `settle` on. */
  readonly search: (rows: number) => void;
  /** Lets what was found count. */
  readonly settle: (flips: Flips) => void;
}

const BIT = bitOf('text');

/** Keeps the text clause of a dataset. */
export function textKeeper(dataset: Dataset): TextKeeper {
  const { size } = dataset;
  let asked = '';
  let folded = '';
  let needle: Needle | undefined;
  /** By row, up to `searched`: 1 where the text is found. Up to `settled` the rows are turned accordingly. */
  let found = new Uint8Array();
  let [searched, settled] = [size, size];
  /** Rows below this one that failed in `found` cannot hold the text: it contains what was sought before. */
  let narrowed = 0;

  return {
    get unsearched() {
      return size - searched;
    },
    ask: ({ text }, { failed, flip }) => {
      if (text === asked) return;
      asked = text;
      const next = foldText(text).trim();
      if (next === folded) return;
      narrowed = folded !== '' && next.includes(folded) ? searched : 0;
      folded = next;
      if (next !== '') {
        needle = needleOf(next);
        if (found.length === 0) found = new Uint8Array(size);
        [searched, settled] = [0, 0];
        return;
      }
      [searched, settled] = [size, size];
      found = new Uint8Array();
      for (let i = 0; i < size; i += 1) if (((failed[i] as number) & BIT) !== 0) flip(i, BIT);
    },
    search: (rows) => {
      if (needle === undefined) return;
      const index = textIndexOf(dataset);
      const end = Math.min(size, searched + rows);
      for (let i = searched; i < end; i += 1) {
        const cannot = i < narrowed && found[i] === 0;
        found[i] = !cannot && index.holds(i, needle) ? 1 : 0;
      }
      searched = end;
    },
    settle: ({ failed, flip }) => {
      for (let i = settled; i < searched; i += 1) {
        if ((found[i] === 0) !== (((failed[i] as number) & BIT) !== 0)) flip(i, BIT);
      }
      settled = searched;
    },
  };
}
