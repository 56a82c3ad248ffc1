import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';

/** The numbers that tie a figure's list to its map: 1, 2, 3 … in the list's order, for events that have a place on the map. */
export function numberEvents(dataset: Dataset, order: readonly EventNumber[]): ReadonlyMap<EventNumber, number> {
  const located = order.filter((i) => (dataset.placesOf[i] ?? []).length > 0);
  return new Map(located.map((i, position) => [i, position + 1]));
}

/** Numbers in few characters: neighbours joined ("2–3"), the rest listed ("1, 4–6, 9"). Takes them in any order. */
export function joinNumbers(numbers: readonly number[], number: (value: number) => string): string {
  const runs: { first: number; last: number }[] = [];
  for (const value of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && value <= run.last + 1) run.last = value;
    else runs.push({ first: value, last: value });
  }
  return runs.map(({ first, last }) => (first === last ? number(first) : `${number(first)}–${number(last)}`)).join(', ');
}
