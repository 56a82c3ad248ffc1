import { hashOf } from '../base/hash.ts';

/** An open hash table of rows by id: row + 1 in each slot, 0 for an empty one. What the ids are is asked of the rows. */
export type IdTable = Uint32Array<ArrayBuffer>;

/** Slots for each row: enough that a search ends after a few of them. */
const SLOTS_PER_ROW = 1.25;

/** A table that grew fuller than this is made anew. */
const LEAST_SLOTS_PER_ROW = 1.1;

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

/**
 * Takes a row out of a table, which is changed; `idAt` tells the id of a row that is still in it. The places of the others are closed up.
 * Source: D. E. Knuth, The Art of Computer Programming, vol. 3, section 6.4, algorithm R.
 */
export function removeRow(table: IdTable, row: number, idAt: (row: number) => string): void {
  let hole = firstSlot(hashOf(idAt(row)), table.length);
  while (table[hole] !== row + 1) hole = nextSlot(hole, table.length);
  for (let slot = nextSlot(hole, table.length); table[slot] !== 0; slot = nextSlot(slot, table.length)) {
    const wanted = firstSlot(hashOf(idAt((table[slot] as number) - 1)), table.length);
    const isReached = hole <= slot ? wanted > hole && wanted <= slot : wanted > hole || wanted <= slot;
    if (isReached) continue;
    table[hole] = table[slot] as number;
    hole = slot;
  }
  table[hole] = 0;
}

/** Adds a row with an id that no row of a table has; the table is changed. */
export function addRow(table: IdTable, row: number, id: string): void {
  let slot = firstSlot(hashOf(id), table.length);
  while (table[slot] !== 0) slot = nextSlot(slot, table.length);
  table[slot] = row + 1;
}

/** Whether a search in a table of so many rows still ends after a few slots. */
export const hasRoomFor = (table: IdTable, rows: number): boolean => rows * LEAST_SLOTS_PER_ROW < table.length;

const firstSlot = (hash: number, length: number): number => Math.floor((hash / 2 ** 32) * length);
const nextSlot = (slot: number, length: number): number => (slot + 1 === length ? 0 : slot + 1);
