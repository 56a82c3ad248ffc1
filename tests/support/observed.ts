import type { Dataset } from '../../src/core/model/dataset.ts';
import { eventsInFileOrder, rowOf } from '../../src/core/model/rows.ts';

/** All that can be observed of a dataset: two datasets of which it is equal are the same, however each was made. */
export function observed(dataset: Dataset): object {
  const { story, size, dated, columns, places, relations, records } = dataset;
  const { loose, ...tied } = relations;
  return {
    story,
    size,
    dated,
    columns,
    places,
    tied,
    loose: loose.to.map((to, k) => JSON.stringify([loose.from[k], loose.kind[k], to])).sort(),
    records,
    rows: [...eventsInFileOrder(dataset)].map(({ id }) => rowOf(dataset, id)),
  };
}
