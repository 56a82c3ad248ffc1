import type { Dataset } from '../model/dataset.ts';
import type { Flips } from './flips.ts';
import { bitOf, CLAUSE_SOURCES, maskPasses, type ClauseSource, type Visible } from './visible.ts';

/** How many rows fail which clauses together, kept up to date: every total of a filter is a sum of these few numbers. */
export interface MaskCounts {
  /** Follows what turned over. */
  readonly follow: (flips: Flips) => void;
  /** The totals where the ignored clauses do not count. */
  readonly totals: (ignored: number) => Pick<Visible, 'count' | 'datedCount' | 'undatedCount' | 'hiddenBy'>;
}

const MASKS = 2 ** CLAUSE_SOURCES.length;

/** Begins to count rows none of which fails anything. */
export function maskCounts({ size, dated }: Dataset): MaskCounts {
  const ofDated = new Uint32Array(MASKS);
  const ofUndated = new Uint32Array(MASKS);
  ofDated[0] = dated;
  ofUndated[0] = size - dated;
  return {
    follow: ({ failed, rows, before, after, length, isFull }) => {
      if (isFull) {
        countMasks(failed, 0, dated, ofDated);
        countMasks(failed, dated, size, ofUndated);
        return;
      }
      for (let k = 0; k < length; k += 1) {
        const counts = (rows[k] as number) < dated ? ofDated : ofUndated;
        const [was, is] = [before[k] as number, after[k] as number];
        counts[was] = (counts[was] as number) - 1;
        counts[is] = (counts[is] as number) + 1;
      }
    },
    totals: (ignored) => {
      let [datedCount, undatedCount] = [0, 0];
      const hiddenBy = new Map<ClauseSource, number>();
      for (let mask = 0; mask < MASKS; mask += 1) {
        const [dated, undated] = [ofDated[mask] as number, ofUndated[mask] as number];
        if (dated + undated === 0) continue;
        if (maskPasses(mask, ignored)) {
          datedCount += dated;
          undatedCount += undated;
          continue;
        }
        const only = CLAUSE_SOURCES.find((source) => (mask & ~ignored) === bitOf(source));
        if (only !== undefined) hiddenBy.set(only, (hiddenBy.get(only) ?? 0) + dated + undated);
      }
      return { count: datedCount + undatedCount, datedCount, undatedCount, hiddenBy };
    },
  };
}

function countMasks(failed: Uint8Array, from: number, to: number, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = from; i < to; i += 1) {
    const mask = failed[i] as number;
    counts[mask] = (counts[mask] as number) + 1;
  }
}
