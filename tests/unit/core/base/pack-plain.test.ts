import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedPieces, packPlain, unpackPlain } from '../../../../src/core/base/pack-plain.ts';
import { openBytes } from '../../../../src/core/validate/open.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';

const back = (value: unknown): unknown => unpackPlain(packPlain(value).buffer);

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(undefined, null, true, Infinity, -Infinity, Number.NaN, -0, '$'),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.uint16Array(),
    fc.uint32Array(),
    fc.int32Array(),
    fc.float64Array(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.dictionary(fc.oneof(fc.constant('$'), fc.string().filter((key) => key !== '__proto__')), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('packed data', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(back(value)).toEqual(value);
      }),
    );
  });

  it('keep what a list does not say', () => {
    const list = back([undefined, 1]) as readonly unknown[];
    expect(list.map((member) => member === undefined)).toEqual([true, false]);
  });

  it('are the dataset that was opened', () => {
    const opened = openBytes(encodeUtf8('{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":null,"properties":{"title":"A","when":"2026"}}]}'));
    expect(back(opened)).toEqual(opened);
  });

  it('hold lists of any length, and what stands before and after them', () => {
    const list = Array.from({ length: 10_001 }, (_, k) => (k % 3 === 0 ? undefined : new Map([[k, `Row ${k}`]])));
    const value = { before: Uint16Array.of(1, 2, 3), list, after: Float64Array.of(0.5), short: [Uint8Array.of(9)] };
    expect(back(value)).toEqual(value);
  });

  it('are written in pieces none of which is a long list as a whole', () => {
    const pieces = [...packedPieces(Array.from({ length: 100_000 }, (_, k) => `text ${k}`))];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
  });

  it('are plain, and long lists hold nothing that is long itself', () => {
    expect(() => packPlain(Array.from({ length: 5000 }, () => Uint8Array.of(1)))).toThrow(/5000 elements/);
    expect(() => packPlain({ when: new Date(0) })).toThrow(TypeError);
    expect(() => packPlain(() => 1)).toThrow(TypeError);
  });
});
