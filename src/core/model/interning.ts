import { growing } from '../base/growing.ts';
import type { Codes, Interned } from './dataset.ts';

/** A value that many events share. Where it stands among the distinct ones of its column is noted with it once it is added, so that it is looked up once; before, −1. */
export interface Shared<T> {
  readonly value: T;
  position: number;
}

/** A value that has not been added yet. */
export const shared = <T>(value: T): Shared<T> => ({ value, position: -1 });

/** Gathers a column of few distinct values. */
export interface Interning<T> {
  readonly values: readonly T[];
  /** Adds the next row's value and tells its position among the distinct ones. */
  readonly add: (value: T) => number;
  /** The same of a value that is added again and again. */
  readonly addShared: (value: Shared<T>) => void;
  /** The column, its rows in the order of `order`: row `i` is the `order[i]`th that was added. */
  readonly finish: (order: Uint32Array) => Interned<T>;
}

/** Starts a column; values are the same when their keys are. */
export function interning<T>(keyOf: (value: T) => string): Interning<T> {
  const values: T[] = [];
  const positions = new Map<string, number>();
  const codes = growing((length) => new Uint32Array(length));
  const add = (value: T): number => {
    const key = keyOf(value);
    let position = positions.get(key);
    if (position === undefined) {
      position = values.push(value) - 1;
      positions.set(key, position);
    }
    codes.push(position);
    return position;
  };
  return {
    values,
    add,
    addShared: (value) => {
      if (value.position < 0) value.position = add(value.value);
      else codes.push(value.position);
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
