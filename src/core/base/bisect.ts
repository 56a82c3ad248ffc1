/** The position of the first of ascending values that is not below `x`; their number when all are. */
export function bisectLeft(values: ArrayLike<number>, x: number): number {
  return firstWhere(values.length, (k) => !((values[k] ?? NaN) < x));
}

/** The position of the first of ascending values that is above `x`; their number when none is. */
export function bisectRight(values: ArrayLike<number>, x: number): number {
  return firstWhere(values.length, (k) => (values[k] ?? NaN) > x);
}

/** The least `k` from 0 that passes, `length` when none does; every one after a passing one passes too. */
export function firstWhere(length: number, passes: (k: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
