import type { Codes, Dataset } from '../model/dataset.ts';
import { facetOf, type FacetId } from './facets.ts';
import { passingMasks, type Counting, type CountingKind } from './visible.ts';
import { startWhole } from './whole-counts.ts';

/** Counts the events that pass by a code: how many there are of each, by position. No two codings of a dataset have the same name. */
export function codeCounting(name: string, codes: Codes, distinct: number): Counting<Uint32Array> {
  const value = new Uint32Array(distinct);
  return {
    value,
    sums: { name, arrays: { value } },
    add: (i) => {
      const code = codes[i] as number;
      value[code] = (value[code] as number) + 1;
    },
    remove: (i) => {
      const code = codes[i] as number;
      value[code] = (value[code] as number) - 1;
    },
    follow: (turns) => {
      for (let k = 0; k < turns.length; k += 1) {
        const turn = turns[k] as number;
        const code = codes[turn >= 0 ? turn : ~turn] as number;
        value[code] = (value[code] as number) + (turn >= 0 ? 1 : -1);
      }
    },
    recount: (failed, ignored) => {
      value.fill(0);
      const passing = passingMasks(ignored);
      for (let i = 0; i < codes.length; i += 1) {
        const code = codes[i] as number;
        value[code] = (value[code] as number) + (passing[failed[i] as number] as number);
      }
    },
  };
}

const facetKinds = new Map<FacetId, CountingKind<Uint32Array>>();

/** Counts the events that pass by their value of a facet: by position in `facetOf(dataset, id).values`. */
export function facetCounts(id: FacetId): CountingKind<Uint32Array> {
  const known = facetKinds.get(id);
  if (known !== undefined) return known;
  const kind: CountingKind<Uint32Array> = (dataset) => {
    const { codes, values } = facetOf(dataset, id);
    return codeCounting(id, codes, values.length);
  };
  facetKinds.set(id, kind);
  return kind;
}

/** Counts the events that pass by their set of categories: by position in `columns.categories.values`. */
export const categorySetCounts: CountingKind<Uint32Array> = ({ columns: { categories } }) => codeCounting('category sets', categories.codes, categories.values.length);

/** Counts per category from those per set of categories: an event counts once for each of its categories. */
export function categoryCountsOf({ story, columns }: Dataset, bySet: Uint32Array): ReadonlyMap<string, number> {
  const counts = new Uint32Array(story.categories.length);
  for (const [code, set] of columns.categories.values.entries()) {
    for (const position of new Set(set)) counts[position] = (counts[position] as number) + (bySet[code] as number);
  }
  return new Map(story.categories.map(({ id }, position) => [id, counts[position] as number]));
}

/** What a counting counts over all events of a dataset, whatever passes. */
export function countedInAll<T>(dataset: Dataset, kind: CountingKind<T>): T {
  const counting = kind(dataset);
  if (!startWhole(dataset, counting)) counting.recount(new Uint8Array(dataset.size), 0);
  return counting.value;
}
