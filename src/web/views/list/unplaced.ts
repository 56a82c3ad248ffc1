import type { Columns, Dataset } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { passesIn, type CountingKind, type Visible } from '../../../core/query/visible.ts';

const isUnplaced = ({ placeStart }: Columns, i: EventNumber): boolean => placeStart[i] === placeStart[i + 1];

/** Counts the events that pass and have no place on the map. */
export const countUnplaced: CountingKind<{ readonly count: number }> = ({ columns, size }) => {
  const value = { count: 0 };
  const change = (by: 1 | -1) => (i: EventNumber): void => {
    if (isUnplaced(columns, i)) value.count += by;
  };
  const add = change(1);
  return {
    value,
    add,
    remove: change(-1),
    recount: (failed, ignored) => {
      value.count = 0;
      for (let i = 0; i < size; i += 1) if (((failed[i] ?? 0) & ~ignored) === 0) add(i);
    },
  };
};

const lists = new WeakMap<Columns, Uint32Array>();

/** The rows without a place, found at the first call. */
function unplacedRows({ columns, size }: Dataset): Uint32Array {
  const known = lists.get(columns);
  if (known !== undefined) return known;
  const rows = Uint32Array.from({ length: size }, (_, i) => i).filter((i) => isUnplaced(columns, i));
  lists.set(columns, rows);
  return rows;
}

/** Of the events that pass and have no place, those from position `first` to before `last`, in time order, the undated last. */
export function unplacedBetween(visible: Visible, first: number, last: number): readonly EventNumber[] {
  const found: EventNumber[] = [];
  let position = 0;
  for (const i of unplacedRows(visible.dataset)) {
    if (position >= last) break;
    if (!passesIn(visible, i)) continue;
    if (position >= first) found.push(i);
    position += 1;
  }
  return found;
}
