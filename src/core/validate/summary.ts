import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import { unplacedRows } from '../model/unplaced-rows.ts';

/** What a dataset holds, in numbers, and between which dates. */
export interface Summary {
  readonly events: number;
  readonly dated: number;
  readonly undated: number;
  /** Events of which at least one place has a position. */
  readonly withCoordinates: number;
  /** Events without any. */
  readonly unplaced: number;
  /**
   * EDTF of the event that begins first, and of the one that ends last; of several the one with the narrowest date. An end that is open
   * or unknown is no first or last date.
   */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Sums a dataset up. */
export function summaryOf(dataset: Dataset): Summary {
  const { size, dated } = dataset;
  const unplaced = unplacedRows(dataset).length;
  const textOf = (i: EventNumber | undefined): string | undefined => (i === undefined ? undefined : eventAt(dataset, i).when.edtf?.text);
  return { events: size, dated, undated: size - dated, withCoordinates: size - unplaced, unplaced, first: textOf(firstRow(dataset)), last: textOf(lastRow(dataset)) };
}

/** Rows stand in the order of their starts, and of equal ones in that of their ends. */
function firstRow({ columns: { earliestStart }, dated }: Dataset): EventNumber | undefined {
  for (let i = 0; i < dated; i += 1) if (Number.isFinite(earliestStart[i])) return i;
  return undefined;
}

function lastRow({ columns: { latestEnd }, dated }: Dataset): EventNumber | undefined {
  let last: EventNumber | undefined;
  for (let i = 0; i < dated; i += 1) {
    const end = latestEnd[i] ?? NaN;
    if (Number.isFinite(end) && (last === undefined || end >= (latestEnd[last] ?? NaN))) last = i;
  }
  return last;
}
