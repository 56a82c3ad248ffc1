import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedText, damageWithin, mendJson } from '../../../../src/core/formats/json-mend.ts';
import type { Json } from '../../../../src/core/model/event.ts';
import { mutated } from '../../../support/mutated.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';

const mended = (text: string): Json => JSON.parse(mendJson(text).text) as Json;
const kinds = (text: string): readonly string[] => mendJson(text).faults.map(({ kind }) => kind);

describe('mendJson', () => {
  it.each<[string, Json]>([
    ['[1, 2,]', [1, 2]],
    ['{"a": 1, "b": 2,}', { a: 1, b: 2 }],
    ['[{"a":1} {"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['{"a":1 "b":2}', { a: 1, b: 2 }],
    ['[1,,2]', [1, 2]],
    ['// note\n[1 /* two */, 3]', [1, 3]],
    ["{'a': 'it\\'s'}", { a: "it's" }],
    ['{a: 1, $b: 2, ünlü: 3}', { a: 1, $b: 2, ünlü: 3 }],
    ['{"a": True, "b": None, "c": undefined, "d": NaN}', { a: true, b: null, c: null, d: null }],
    ['[+1, .5, 0x10, 1_000]', [1, 0.5, 16, 1000]],
    ['var data = {"a": 1};', { a: 1 }],
    ['storyjs_jsonp_data = {"a": 1}', { a: 1 }],
    ['const items = new vis.DataSet([1]);', [1]],
    ['export default [1]', [1]],
    ['callback([1]);', [1]],
    ['{"a": new Date("2010-01-05"), "b": new Date(2010, 0, 5), "c": new Date(2010, 11), "d": new Date(1262649600000)}', { a: '2010-01-05', b: '2010-01-05', c: '2010-12', d: 1262649600000 }],
    ['{"a": "two\nlines\tand a tab"}', { a: 'two\nlines\tand a tab' }],
    ['{"a": "c:\\windows\\x"}', { a: 'c:windowsx' }],
    ['[{"a":1}},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ])('loses nothing of %j', (text, json) => {
    expect(mended(text)).toEqual(json);
    expect(kinds(text)).toEqual(['mended']);
  });

  it('leaves JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue().filter((json) => typeof json === 'object' && json !== null), (json) => {
        const text = JSON.stringify(json);
        expect(mendJson(text).faults).toEqual([]);
        expect(mended(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a comma in place of a colon', '[{"a":1},\n{"a",2},\n{"a":3}]'],
    ['a missing quotation mark', '[{"a":1},\n{"a":"x, "b":2},\n{"a":3}]'],
    ['a missing bracket', '[{"a":1},\n{"a":2,\n{"a":3}]'],
    ['a wrong bracket', '[{"a":1},\n{"a":[1,2},\n{"a":3}]'],
    ['words that are none', '[{"a":1},\n{"a":yes no},\n{"a":3}]'],
  ])('goes on behind an entry with %s', (_, text) => {
    const list = mended(text) as readonly Json[];
    expect(kinds(text)).toEqual(['damaged']);
    expect(list.map((entry) => damagedText(entry) === undefined)).toEqual([true, false, true]);
    expect(list[2]).toEqual({ a: 3 });
    expect(damagedText(list[1] ?? null)).toMatch(/^\{"a"/);
  });

  it('marks an entry of an inner list, so that its record is found to be damaged', () => {
    const [first, second] = mended('[{"t":1,"m":[{"u":1},{"u":x y},{"u":3}]},{"t":2}]') as readonly Json[];
    expect(damageWithin(first ?? null)).toMatch(/^\{"u":x y\}/);
    expect(second).toEqual({ t: 2 });
  });

  it('marks the entry that the end of the text cuts off', () => {
    const text = '{"events":[{"a":1},{"a":"tw';
    expect(kinds(text)).toEqual(['cut']);
    expect((mended(text) as { events: Json[] }).events.map(damagedText)).toEqual([undefined, '{"a":"tw']);
  });

  it('keeps what there is of it where that is wanted', () => {
    expect(JSON.parse(mendJson('{"events":[{"a":1},{"a":2,"b":', true).text)).toEqual({ events: [{ a: 1 }, { a: 2, b: null }] });
  });

  it('calls a text broken that cannot be gone on with', () => {
    expect(kinds('{"a":1,"b" 2}')).toEqual(['broken']);
    expect(kinds('no JSON')).toEqual(['broken']);
  });

  it('keeps the lines of what it mends', () => {
    const text = '// head\n[\n{"a":1,},\n{"a": "two\nlines"},\n/* note\n */ {"a":3},\n{"a" 4},\n{"a":5}\n]';
    const lines = mendJson(text).text.split('\n');
    expect(lines.findIndex((line) => line.includes('"a":3'))).toBe(6);
    expect(lines.findIndex((line) => line.includes('"a":5'))).toBe(8);
  });

  it('does not follow lists without end', () => {
    expect(kinds(`{"a":${'['.repeat(100_000)}`)).toEqual(['broken']);
    expect(mended(`[{"a":${'['.repeat(500)}1${']'.repeat(500)}},{"a":2}]`)).toHaveLength(2);
  });

  it.each(['{', '[', '"', '{"a":', '[{"a":@', '/*', '//\n', '{"a":1},', "'", '\\', '[{"b":"'])('comes to an end in good time for %j said very often', (piece) => {
    expect(() => mended(`[${piece.repeat(50_000)}`)).not.toThrow();
  });

  it('makes JSON of whatever it is given', () => {
    const text = '{"t":"x","events":[{"a":1,"m":[{"u":"v"}]},\n{"a":"two","c":[1,2]},{"a":null}],"z":{"b":true}}';
    fc.assert(fc.property(mutated(text, JSON_PIECES), (changed) => void mended(changed)));
    fc.assert(fc.property(fc.string(), fc.boolean(), (changed, keepCut) => void JSON.parse(mendJson(changed, keepCut).text)));
  });
});
