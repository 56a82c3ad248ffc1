import { signal } from '@preact/signals';
import type { Account, Refusal } from '../../../core/model/account.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { rowOf } from '../../../core/model/rows.ts';

/** By refused record: the ids of the events that it became when it was mended. */
const mended = signal<ReadonlyMap<Refusal, readonly string[]>>(new Map());

/** Takes down that a refused record was mended. */
export function markMended(refusal: Refusal, ids: readonly string[]): void {
  mended.value = new Map([...mended.peek(), [refusal, ids]]);
}

/** Whether a refused record has become events that are still there: undone, it is refused as before. */
export const isMended = (refusal: Refusal, dataset: Dataset): boolean =>
  mended.value.get(refusal)?.some((id) => rowOf(dataset, id) !== undefined) === true;

/** How many refused records of a file have become events. */
export const mendedOf = ({ refused }: Account, dataset: Dataset): number => refused.filter((refusal) => isMended(refusal, dataset)).length;
