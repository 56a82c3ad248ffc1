import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../../src/core/formats/entry.ts';
import { addLine, addPolygon, emptyGeometry, numberOf, placesOf, positionsOf, tuplesIn } from '../../../../../src/core/formats/xml/positions.ts';

describe('numbers', () => {
  it.each([
    ['35.2', 35.2],
    [' -71,5 ', -71.5],
    ['+.5', 0.5],
    ['1e-3', 0.001],
    ['', undefined],
    ['1.2.3', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['12abc', undefined],
    ['1'.repeat(1000), undefined],
  ])('reads %j as %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });
});

describe('lists of numbers', () => {
  it.each([
    ['1,2,3 4,5,6', [[1, 2, 3], [4, 5, 6]]],
    ['\n 1,2\t3,4\u00a05,6 ', [[1, 2], [3, 4], [5, 6]]],
    ['1, 2, 3', [[1, 2, 3]]],
    ['1 ,2 3 , 4', [[1, 2], [3, 4]]],
    ['1 2', [[1], [2]]],
    ['1,,2', [[1, NaN, 2]]],
    ['1,x', [[1, NaN]]],
    [',1,2,', [[1, 2]]],
    ['', []],
  ])('parts %j by blanks', (text, tuples) => {
    expect(tuplesIn(text)).toEqual(tuples);
  });

  it('leaves positions out that cannot be read, and tells the first of them', () => {
    const findings: Finding[] = [];
    expect(positionsOf([[1, 2], [3], [4, 95], [5, 6]], 'coordinates', (finding) => findings.push(finding))).toEqual([[1, 2], [5, 6]]);
    expect(findings.map(({ code }) => code)).toEqual(['coordinates-unreadable']);
  });
});

describe('places of a geometry', () => {
  it('makes one place of all lines, one of all areas, and one of each point', () => {
    const geometry = emptyGeometry();
    addLine(geometry, [[1, 2], [3, 4]]);
    addLine(geometry, [[5, 6], [7, 8]]);
    addLine(geometry, [[9, 9], [9, 9]]);
    addPolygon(geometry, [[[0, 1], [2, 1], [2, 3]], [[1, 1]]]);
    addPolygon(geometry, [[[4, 4], [5, 5]]]);
    geometry.points.push([10, 10]);
    expect(placesOf(geometry, 'A')).toMatchObject([
      { kind: 'exact', at: [9, 9], name: 'A' },
      { kind: 'exact', at: [10, 10] },
      { kind: 'route', path: [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[4, 4], [5, 5]]] },
      { kind: 'area', area: [[[[0, 1], [2, 1], [2, 3]]]] },
    ]);
  });
});
