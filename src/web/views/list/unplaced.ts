import type { Columns } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { unplacedRows } from '../../../core/model/unplaced-rows.ts';
import { passesIn, passingMasks, type CountingKind, type Visible } from '../../../core/query/visible.ts';

const isUnplaced = ({ placeStart }: Columns, i: EventNumber): boolean => placeStart[i] === placeStart[i + 1];

/** Counts the events that pass and have no place on the map. */
export const countUnplaced: CountingKind<{ readonly count: number }> = (dataset) => {
  const { columns } = dataset;
  const value = { count: 0 };
  const change = (by: 1 | -1) => (i: EventNumber): void => {
    if (isUnplaced(columns, i)) value.count += by;
  };
  return {
    value,
    add: change(1),
    remove: change(-1),
    recount: (failed, ignored) => {
      const passing = passingMasks(ignored);
      let count = 0;
      for (const i of unplacedRows(dataset)) count += passing[failed[i] as number] as number;
      value.count = count;
    },
  };
};

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
