import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBy } from '../../../../src/core/base/order.ts';

/** Numbers as they come, with many equals among them. */
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE, -Number.MIN_VALUE, 2 ** 53),
  fc.double(),
  fc.integer(),
  fc.integer({ min: -5, max: 5 }),
);

/** `NaN` last, both zeros alike. */
function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

describe('ordering by several keys', () => {
  it('is what sorting with a comparison gives, equals in the order they had', () => {
    const rows = fc.array(fc.tuple(number, fc.integer({ min: 0, max: 255 }), number), { maxLength: 60 });
    fc.assert(
      fc.property(rows, (values) => {
        const [first, second, third] = [0, 1, 2].map((key) => values.map((row) => row[key] ?? 0)) as [number[], number[], number[]];
        const order = orderBy(values.length, new Float64Array(first), new Uint8Array(second), new Float64Array(third));
        const sorted = values
          .map((_, position) => position)
          .toSorted((a, b) => compare(first[a] ?? 0, first[b] ?? 0) || compare(second[a] ?? 0, second[b] ?? 0) || compare(third[a] ?? 0, third[b] ?? 0));
        expect([...order]).toEqual(sorted);
      }),
      { numRuns: 500 },
    );
  });

  it('orders nothing, and one', () => {
    expect([...orderBy(0, new Float64Array(0))]).toEqual([]);
    expect([...orderBy(1, new Float64Array([3]))]).toEqual([0]);
  });
});
