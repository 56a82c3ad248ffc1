/** What is known of the numbers from one power of two up to the next. */
export interface Octave {
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  /** The least but one; `Infinity` when there is only one. */
  readonly second: number;
  readonly most: number;
}

/** Sorts positive finite numbers by their size, however many, in one step each. */
export interface Octaves {
  readonly add: (value: number) => void;
  /** The octaves that hold a number, from the smallest up. */
  readonly all: () => readonly Octave[];
}

/** Binary exponents of a double. Source: IEEE 754, binary64. */
const EXPONENTS = 2048;
const EXPONENT_SHIFT = 20;

/** Begins to sort numbers. */
export function countOctaves(): Octaves {
  const counts = new Uint32Array(EXPONENTS);
  const sums = new Float64Array(EXPONENTS);
  const least = new Float64Array(EXPONENTS).fill(Infinity);
  const second = new Float64Array(EXPONENTS).fill(Infinity);
  const most = new Float64Array(EXPONENTS);
  const cell = new DataView(new ArrayBuffer(8));
  return {
    add: (value) => {
      cell.setFloat64(0, value);
      const k = cell.getUint32(0) >>> EXPONENT_SHIFT;
      counts[k] = (counts[k] ?? 0) + 1;
      sums[k] = (sums[k] ?? 0) + value;
      const smallest = least[k] ?? Infinity;
      if (value < smallest) {
        second[k] = smallest;
        least[k] = value;
      } else if (value < (second[k] ?? Infinity)) {
        second[k] = value;
      }
      if (value > (most[k] ?? 0)) most[k] = value;
    },
    all: () =>
      Array.from(counts, (count, k): Octave => ({ count, sum: sums[k] ?? 0, least: least[k] ?? 0, second: second[k] ?? 0, most: most[k] ?? 0 })).filter(
        ({ count }) => count > 0,
      ),
  };
}
