import { orderBy } from '../base/order.ts';
import type { Codes, Interned } from './dataset.ts';
import { codesFor } from './interning.ts';
import { splice, type Piece } from './splicing.ts';

/**
 * A column of few distinct values after a patch: its values again in order of first mention in the file, those that nobody has any more
 * left out. `file` are the new positions in the file by row.
 */
export function patchInterned<T>(
  old: Interned<T>,
  added: Interned<T>,
  keyOf: (value: T) => string,
  pieces: readonly Piece[],
  file: Uint32Array,
): Interned<T> {
  const { values, numbers } = unitedValues(old.values, added.values, keyOf);
  const codes = splice<Uint32Array<ArrayBuffer>>(
    pieces,
    // Only ever read, number by number, so that the width does not matter.
    old.codes as Uint32Array<ArrayBuffer>,
    Uint32Array.from(added.codes, (code) => numbers[code] ?? 0),
    codesFor(values.length, file.length) as Uint32Array<ArrayBuffer>,
  );
  return inOrderOfMention(values, codes, file);
}

interface United<T> {
  readonly values: readonly T[];
  readonly numbers: readonly number[];
}

/** All values of two lists, the second one's behind those of the first, and where each of the second one's stands. */
function unitedValues<T>(old: readonly T[], added: readonly T[], keyOf: (value: T) => string): United<T> {
  const sought = new Map(added.map((value, code) => [keyOf(value), code]));
  const numbers = added.map(() => -1);
  let missing = added.length;
  for (let number = 0; number < old.length && missing > 0; number += 1) {
    const code = sought.get(keyOf(old[number] as T));
    if (code === undefined) continue;
    numbers[code] = number;
    missing -= 1;
  }
  const values = missing === 0 ? old : [...old];
  const more = added.filter((_, code) => numbers[code] === -1);
  for (const [code, number] of numbers.entries()) if (number === -1) numbers[code] = old.length + more.indexOf(added[code] as T);
  return { values: more.length === 0 ? values : [...values, ...more], numbers };
}

/** Numbers values anew by the position in the file of the first row that has them. */
function inOrderOfMention<T>(values: readonly T[], codes: Codes, file: Uint32Array): Interned<T> {
  const first = new Float64Array(values.length).fill(Infinity);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    const position = file[i] as number;
    if (position < (first[code] as number)) first[code] = position;
  }
  const order = mentionOrder(first);
  if (order === undefined) return { values: Object.freeze(values), codes };
  const numbers = new Uint32Array(values.length);
  for (let number = 0; number < order.length; number += 1) numbers[order[number] as number] = number;
  const renumbered = codesFor(order.length, codes.length);
  for (let i = 0; i < codes.length; i += 1) renumbered[i] = numbers[codes[i] as number] as number;
  return { values: Object.freeze(Array.from(order, (code) => values[code] as T)), codes: renumbered };
}

/**
 * The order of things by where each is first mentioned, ∞ for one that is not, which is left out. `undefined` where they stand so already.
 */
export function mentionOrder(first: Float64Array): Uint32Array | undefined {
  if (first.every((position, k) => position < Infinity && (k === 0 || position > (first[k - 1] as number)))) return undefined;
  const mentioned = first.reduce((count, position) => (position < Infinity ? count + 1 : count), 0);
  return orderBy(first.length, first).subarray(0, mentioned);
}
