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
  /** EDTF of the events that begin first and last; of several first ones that with the narrowest date, of several last ones that with the widest. */
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

/** Rows stand in the order of their starts, and of equal ones in that of their ends; what has no stated start is neither first nor last. */
function firstRow({ columns: { earliestStart }, dated }: Dataset): EventNumber | undefined {
  for (let i = 0; i < dated; i += 1) if (Number.isFinite(earliestStart[i])) return i;
  return undefined;
}

function lastRow({ columns: { earliestStart }, dated }: Dataset): EventNumber | undefined {
  for (let i = dated - 1; i >= 0; i -= 1) if (Number.isFinite(earliestStart[i])) return i;
  return undefined;
}
