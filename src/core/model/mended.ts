import type { Account } from './account.ts';
import type { Dataset } from './dataset.ts';
import { rowOf } from './rows.ts';

/** An account in which a refused record, by its position among them, has become events with these ids. */
export const withMended = (account: Account, position: number, ids: readonly string[]): Account => ({
  ...account,
  mended: new Map(account.mended).set(position, ids),
});

/** Whether a refused record, by its position among them, has become events that are still there: undone, it is refused as before. */
export const isMended = ({ mended }: Account, position: number, dataset: Dataset): boolean =>
  mended?.get(position)?.some((id) => rowOf(dataset, id) !== undefined) === true;

/** How many refused records of a file have become events that are still there. */
export const mendedIn = (account: Account, dataset: Dataset): number =>
  [...(account.mended?.keys() ?? [])].filter((position) => isMended(account, position, dataset)).length;
