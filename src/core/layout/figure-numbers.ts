import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { placesOfRow } from '../model/rows.ts';

/** The numbers that tie a figure's list to its map: 1, 2, 3 … in the list's order, for events that have a place on the map. */
export function numberEvents(dataset: Dataset, order: readonly EventNumber[]): ReadonlyMap<EventNumber, number> {
  const located = order.filter((i) => placesOfRow(dataset, i).length > 0);
  return new Map(located.map((i, position) => [i, position + 1]));
}
