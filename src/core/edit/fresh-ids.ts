import type { Dataset } from '../model/dataset.ts';
import { rowOf } from '../model/rows.ts';

/** Gives ids that no event of a story has, nor was given before. `draw` gives texts that are likely to be new, such as random ones. */
export function freshIdsFor(dataset: Dataset, draw: () => string): () => string {
  const given = new Set<string>();
  return () => {
    let id = draw();
    for (let suffix = 2; given.has(id) || rowOf(dataset, id) !== undefined; suffix += 1) id = `${draw()}-${suffix}`;
    given.add(id);
    return id;
  };
}
