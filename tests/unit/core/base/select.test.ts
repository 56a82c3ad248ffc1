import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../../src/core/base/select.ts';

const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

describe('the value at a position', () => {
  it('is the one that stands there when all are sorted', () => {
    const value = fc.oneof(fc.integer({ min: -180, max: 180 }), fc.double({ noNaN: true }), fc.constantFrom(0, 1e-300, Number.MAX_VALUE, Infinity, -Infinity));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 900 }), fc.nat(10_000), (few, times, seed) => {
        const values = Float64Array.from({ length: few.length * times }, (_, k) => (few[k % few.length] ?? 0) + (k % 3 === 0 ? k : 0));
        const position = seed % values.length;
        expect(valueAt(values, position)).toBe(sorted([...values])[position]);
      }),
    );
  });

  it('is found among many that lie together and some far away', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, k) => (k % 5000 === 0 ? 1e12 * (k + 1) : 35 + ((k * 7919) % 10_007) / 1e4));
    for (const position of [0, 1000, 10_000, 19_000, 19_999]) expect(valueAt(values, position)).toBe(sorted([...values])[position]);
  });
});
