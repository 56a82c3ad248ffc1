import { hashOf } from '../base/hash.ts';

/** An open hash table of rows by id: row + 1 in each slot, 0 for an empty one. What the ids are is asked of the rows. */
export type IdTable = Uint32Array<ArrayBuffer>;

/** Slots for each row: enough that a search ends after a few of them. */
const SLOTS_PER_ROW = 1.25;

/**
 * Makes the table of ids whose hashes are given by row; `idAt` tells the id of a row and is asked only where two hashes are equal.
 * `onEqual` is called for two rows with one id, of which the first stays in the table.
 */
export function buildIdTable(hashes: Uint32Array, idAt: (row: number) => string, onEqual: (row: number, other: number) => void): IdTable {
  const table = new Uint32Array(Math.ceil(hashes.length * SLOTS_PER_ROW) + 1);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] as number;
    let slot = firstSlot(hash, table.length);
    for (let known = table[slot] as number; known !== 0; known = table[slot] as number) {
      if (hashes[known - 1] === hash && idAt(known - 1) === idAt(row)) onEqual(known - 1, row);
      slot = nextSlot(slot, table.length);
    }
    table[slot] = row + 1;
  }
  return table;
}

/** The row of an id, where `idAt` tells the id of a row; `undefined` for an id that no row has. */
export function findRow(table: IdTable, id: string, idAt: (row: number) => string): number | undefined {
  let slot = firstSlot(hashOf(id), table.length);
  for (let known = table[slot] as number; known !== 0; known = table[slot] as number) {
    if (idAt(known - 1) === id) return known - 1;
    slot = nextSlot(slot, table.length);
  }
  return undefined;
}

const firstSlot = (hash: number, length: number): number => Math.floor((hash / 2 ** 32) * length);
const nextSlot = (slot: number, length: number): number => (slot + 1 === length ? 0 : slot + 1);
