import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../../src/core/base/hash.ts';
import { buildIdTable, findRow } from '../../../../src/core/model/id-table.ts';

describe('a table of ids', () => {
  it('finds the row of every id, and none for another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (ids, other) => {
        const idAt = (row: number): string => ids[row] ?? expect.fail(`no row ${row}`);
        const table = buildIdTable(Uint32Array.from(ids, hashOf), idAt, () => expect.fail('no two ids are the same'));
        expect(ids.map((id) => findRow(table, id, idAt))).toEqual(ids.map((_, row) => row));
        if (!ids.includes(other)) expect(findRow(table, other, idAt)).toBeUndefined();
      }),
    );
  });

  it('tells ids apart whose hashes are the same, and ids that are the same', () => {
    const ids = ['a', 'b', 'a', 'c'];
    const equal: (readonly number[])[] = [];
    const table = buildIdTable(new Uint32Array(4).fill(hashOf('a')), (row) => ids[row] ?? '', (row, other) => equal.push([row, other]));
    expect(equal).toEqual([[0, 2]]);
    expect(findRow(table, 'a', (row) => ids[row] ?? '')).toBe(0);
  });

  it('takes few slots more than there are rows', () => {
    const ids = Array.from({ length: 10_000 }, (_, k) => `event-${k}`);
    const idAt = (row: number): string => ids[row] ?? '';
    const table = buildIdTable(Uint32Array.from(ids, hashOf), idAt, () => undefined);
    expect(table.length).toBeLessThanOrEqual(12_501);
    expect(findRow(table, 'event-9999', idAt)).toBe(9999);
  });
});
