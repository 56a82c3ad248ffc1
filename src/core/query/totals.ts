import { bitOf, CLAUSE_SOURCES, MASKS, maskPasses, type ClauseSource, type Visible } from './visible.ts';

/** What passes and what each clause alone hides where the ignored clauses do not count: sums of the few numbers of `Flips.counts`. */
export function totalsOf(counts: Uint32Array, ignored: number): Pick<Visible, 'count' | 'datedCount' | 'undatedCount' | 'hiddenBy'> {
  let datedCount = 0;
  let undatedCount = 0;
  const hiddenBy = new Map<ClauseSource, number>();
  for (let mask = 0; mask < MASKS; mask += 1) {
    const dated = counts[mask] as number;
    const undated = counts[MASKS + mask] as number;
    if (maskPasses(mask, ignored)) {
      datedCount += dated;
      undatedCount += undated;
    } else if (dated + undated > 0) {
      const only = CLAUSE_SOURCES.find((source) => (mask & ~ignored) === bitOf(source));
      if (only !== undefined) hiddenBy.set(only, (hiddenBy.get(only) ?? 0) + dated + undated);
    }
  }
  return { count: datedCount + undatedCount, datedCount, undatedCount, hiddenBy };
}
