import { growing } from '../base/growing.ts';
import type { Codes, Interned } from './dataset.ts';

/** Gathers a column of few distinct values. */
export interface Interning<T> {
  readonly values: readonly T[];
  /** Adds the next row's value and tells its position among the distinct ones. */
  readonly add: (value: T) => number;
  /** The column, its rows in the order of `order`: row `i` is the `order[i]`th that was added. */
  readonly finish: (order: Uint32Array) => Interned<T>;
}

/** Starts a column; values are the same when their keys are. */
export function interning<T>(keyOf: (value: T) => string): Interning<T> {
  const values: T[] = [];
  const positions = new Map<string, number>();
  const codes = growing((length) => new Uint32Array(length));
  return {
    values,
    add: (value) => {
      const key = keyOf(value);
      const position = positions.get(key) ?? values.push(value) - 1;
      positions.set(key, position);
      codes.push(position);
      return position;
    },
    finish: (order) => {
      const added = codes.finish();
      const column = codesFor(values.length, order.length);
      for (let i = 0; i < order.length; i += 1) column[i] = added[order[i] ?? 0] ?? 0;
      return { values: Object.freeze(values), codes: column };
    },
  };
}

/** An array for so many codes of so many distinct values, as narrow as holds them. */
export function codesFor(distinct: number, length: number): Codes {
  if (distinct <= 2 ** 8) return new Uint8Array(length);
  return distinct <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}
