import type { Dataset, RelationTable } from './dataset.ts';
import { RELATION_KINDS } from './event.ts';
import { findRow, type IdTable } from './id-table.ts';
import { GONE, type RowOrder } from './patch-order.ts';
import { tabling } from './relation-gathering.ts';
import { eventAt, recordIdAt } from './rows.ts';

/**
 * The relations after a patch: those of untouched events by their new rows, those of changed events anew. What names an id that is gone gets
 * loose, and ties again when it comes.
 */
export function patchRelations(dataset: Dataset, added: Dataset, order: RowOrder, byId: IdTable, idAt: (row: number) => string): RelationTable {
  const { rowNow, addedNow } = order;
  const { to, from, kind, loose } = dataset.relations;
  const table = tabling();
  const tie = (id: string, by: number, relation: number): void => {
    const row = findRow(byId, id, idAt);
    if (row === undefined) table.addLoose(id, by, relation);
    else table.add(row, by, relation);
  };
  for (let k = 0; k < to.length; k += 1) {
    const by = rowNow[from[k] as number] as number;
    if (by === GONE) continue;
    const named = rowNow[to[k] as number] as number;
    if (named === GONE) tie(recordIdAt(dataset.records, dataset.columns.file[to[k] as number] ?? 0), by, kind[k] as number);
    else table.add(named, by, kind[k] as number);
  }
  for (const [k, id] of loose.to.entries()) {
    const by = rowNow[loose.from[k] ?? 0] ?? GONE;
    if (by !== GONE) tie(id, by, loose.kind[k] ?? 0);
  }
  for (let k = 0; k < added.size; k += 1) {
    for (const relation of eventAt(added, k).relations) tie(relation.to, addedNow[k] ?? 0, RELATION_KINDS.indexOf(relation.kind));
  }
  return table.finish();
}
