import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { beginningOf, cutJson, jsonRecord, type JsonCut } from '../../../../src/core/formats/json-cut.ts';
import { mutated } from '../../../support/mutated.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';

function cut(text: string, ...paths: readonly string[]): JsonCut {
  const result = cutJson(encodeUtf8(text), paths);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const linesOf = ({ lists }: JsonCut) => lists.flatMap(({ records }) => [...records()].map(({ line, json }) => [line, json]));

describe('cutJson', () => {
  it('gives the records at a path with their lines, and all else without them', () => {
    const file = cut('{"title": "T",\n"events": [{"a":1},\n\n{"a":2}],\n"last": [1]}', 'events');
    expect(file.frame).toEqual({ title: 'T', events: [], last: [1] });
    expect(linesOf(file)).toEqual([[2, { a: 1 }], [4, { a: 2 }]]);
    expect(file.issues).toEqual([]);
  });

  it('follows any entry of lists and objects where the path has a star', () => {
    const file = cut('[{"id":"x","options":{"items":[1,2]}},\n{"options":{"items":[3]}},{"options":{}}]', '*.options.items');
    expect(file.frame).toEqual([{ id: 'x', options: { items: [] } }, { options: { items: [] } }, { options: {} }]);
    expect(file.lists.map(({ steps, count }) => [steps, count])).toEqual([[['0', 'options', 'items'], 2], [['1', 'options', 'items'], 1]]);
  });

  it('takes the members of an object for records, or the object itself', () => {
    const file = cut('{"sources":{"a":{"id":1},\n"b":{"id":2}},"title":{"x":[]}}', 'sources{}', 'title!');
    expect(file.lists.map(({ path, areMembers, records }) => [path, areMembers, [...records()].map(({ key, json }) => [key, json])])).toEqual([
      ['sources{}', true, [['a', { id: 1 }], ['b', { id: 2 }]]],
      ['title!', false, [[undefined, { x: [] }]]],
    ]);
    expect(file.frame).toEqual({ sources: {}, title: null });
  });

  it('takes a file as a whole for a list, for members or for a record', () => {
    expect(linesOf(cut('[1,\n2]', ''))).toEqual([[1, 1], [2, 2]]);
    expect(linesOf(cut('{"a":1}', '{}'))).toEqual([[1, 1]]);
    expect(linesOf(cut('\ufeff{"a":1}', '!'))).toEqual([[1, { a: 1 }]]);
    expect(cut('{"a":1}', '').lists).toEqual([]);
  });

  it('tells on one line what is mended, and gives all of it', () => {
    const file = cut('{"events": [{"a":1},\n{"a":2},\n]}', 'events');
    expect(linesOf(file)).toEqual([[1, { a: 1 }], [2, { a: 2 }]]);
    expect(file.issues).toEqual([{ code: 'file-mended', severity: 'warning', place: { line: 3, column: 1 }, value: ']}', parameters: { events: 2 } }]);
  });

  it('gives a damaged entry as a record with a fault', () => {
    const [list] = cut('{"events": [{"a":1},\n{"a" 2},\n{"a":3}]}', 'events').lists;
    expect([...(list?.records() ?? [])].map(({ line, fault }) => [line, fault?.code])).toEqual([[1, undefined], [2, 'entry-damaged'], [3, undefined]]);
  });

  it('says where a file ends too early', () => {
    const file = cut('{"events": [{"a":1},\n{"a":2},\n{"a":', 'events');
    expect(file.issues).toMatchObject([{ code: 'file-truncated', place: { line: 3 }, parameters: { events: 2 } }]);
    expect(file.lists[0]?.count).toBe(3);
  });

  it('refuses an entry that is nested without end', () => {
    const [record] = cut(`[${'['.repeat(300)}${']'.repeat(300)}]`, '').lists.flatMap(({ records }) => [...records()]);
    expect(record?.fault?.code).toBe('entry-too-deep');
  });

  it('refuses what is no JSON at all', () => {
    expect(() => cut('<kml/>', 'events')).toThrow('file-not-json');
  });

  it('gives as many records as it counts, whatever the file', () => {
    const text = '{"t":"x","events":[{"a":1,"m":[{"u":"v"}]},\n{"a":"two","c":[1,2]},{"a":null}],"z":{"b":true}}';
    fc.assert(
      fc.property(mutated(text, JSON_PIECES), (changed) => {
        const result = cutJson(encodeUtf8(changed), ['events', 'z{}', '*.m']);
        if (result.ok) for (const { count, records } of result.value.lists) expect([...records()]).toHaveLength(count);
      }),
    );
  });
});

describe('jsonRecord', () => {
  it('reads a line, mends one that is nearly JSON, and finds fault with any other', () => {
    expect(jsonRecord('{"a":1}', 7, 0.5)).toEqual({ line: 7, key: undefined, share: 0.5, json: { a: 1 }, fault: undefined });
    expect(jsonRecord("{'a':1,}", 7, 0.5).json).toEqual({ a: 1 });
    expect(jsonRecord('{"a":', 7, 0.5).fault?.code).toBe('entry-damaged');
  });
});

describe('beginningOf', () => {
  it('reads what there is of a file that goes on', () => {
    expect(beginningOf('{"events":[{"start":{"year":1')).toEqual({ events: [{ start: { year: 1 } }] });
    expect(beginningOf('id,date')).toBeUndefined();
  });
});
