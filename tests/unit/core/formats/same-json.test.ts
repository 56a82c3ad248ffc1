import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notReproduced, sameJson } from '../../../../src/core/formats/same-json.ts';
import type { Json } from '../../../../src/core/model/event.ts';

const json = fc.jsonValue() as fc.Arbitrary<Json>;

describe('comparing JSON', () => {
  it('finds a value equal to its copy', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(sameJson(value, JSON.parse(JSON.stringify(value)) as Json)).toBe(true);
      }),
    );
  });

  it('sees no order in members, but one in lists', () => {
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  it.each<[Json, Json]>([
    [{}, []],
    [{ a: null }, {}],
    [{ a: 1 }, { b: 1 }],
    [{}, null],
    ['1', 1],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1], [1, 2]],
  ])('tells %j from %j', (a, b) => {
    expect(sameJson(a, b)).toBe(false);
    expect(sameJson(b, a)).toBe(false);
  });

  it('keeps just what writing again would lose or change', () => {
    const read = { same: 1, changed: [1], unknown: 'x', unwritten: null };
    const written = new Map<string, Json | undefined>([['same', 1], ['changed', [2]], ['unwritten', undefined], ['new', 3]]);
    expect([...notReproduced(read, (name) => written.get(name)).keys()]).toEqual(['changed', 'unknown', 'unwritten']);
  });
});
