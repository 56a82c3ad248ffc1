import { hashOf } from '../base/hash.ts';
import type { Dataset } from './dataset.ts';
import { addRow, buildIdTable, hasRoomFor, removeRow, type IdTable } from './id-table.ts';
import { GONE, type RowOrder } from './patch-order.ts';
import { eventAt, recordIdAt } from './rows.ts';

/** The table of ids after a patch; `idAt` tells the id of a row after it. */
export function patchIds(dataset: Dataset, added: Dataset, { rowNow, addedNow, isInPlace }: RowOrder, size: number, idAt: (row: number) => string): IdTable {
  if (isInPlace) return dataset.byId;
  if (!hasRoomFor(dataset.byId, size)) return idTableOf(size, idAt);
  const oldIdAt = (row: number): string => recordIdAt(dataset.records, dataset.columns.file[row] ?? 0);
  const table = dataset.byId.slice();
  for (let row = 0; row < rowNow.length; row += 1) if (rowNow[row] === GONE) removeRow(table, row, oldIdAt);
  for (let slot = 0; slot < table.length; slot += 1) {
    const known = table[slot] as number;
    if (known !== 0) table[slot] = (rowNow[known - 1] as number) + 1;
  }
  for (let k = 0; k < added.size; k += 1) addRow(table, addedNow[k] ?? 0, eventAt(added, k).id);
  return table;
}

function idTableOf(size: number, idAt: (row: number) => string): IdTable {
  const hashes = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) hashes[row] = hashOf(idAt(row));
  return buildIdTable(hashes, idAt, (row) => {
    throw new Error(`two events have the id ${JSON.stringify(idAt(row))}`);
  });
}
