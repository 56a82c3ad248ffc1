import type { Dataset } from '../model/dataset.ts';
import type { Clauses } from './clauses.ts';
import { createCrossfilter } from './crossfilter.ts';
import type { ClauseSource, Visible } from './visible.ts';

export type { Clauses } from './clauses.ts';

/**
 * The events that pass all clauses, or all but those of `except`, and what each clause hides.
 * An event is hidden by the category clause when all its categories are hidden; one without a category or a date is not touched by that
 * clause. Place and area let through only what is placed there. A place key that the dataset does not know passes nothing.
 */
export function selectVisible(dataset: Dataset, clauses: Clauses, ...except: readonly ClauseSource[]): Visible {
  const filter = createCrossfilter(dataset);
  filter.apply(clauses);
  filter.search(filter.unsearched);
  filter.apply(clauses);
  return filter.visible(...except);
}
