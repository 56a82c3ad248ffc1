import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesHeight, shareRows, stackLanes } from '../../../../src/core/layout/lanes.ts';
import { packRows, rowsNeeded, type Packable } from '../../../../src/core/layout/rows.ts';

const RADIUS = 10;
const item = (left: number, width: number, ...labels: readonly (readonly [left: number, right: number, isPoor?: boolean])[]): Packable => ({
  left, right: left + width, labels: labels.map(([from, to, isPoor = false]) => ({ left: from, right: to, isPoor })),
});
const placesOf = (items: readonly Packable[], capacity: number) => packRows(items, capacity, RADIUS).packed.map(({ members, row, label }) => [members.join('+'), row, label]);

const items = fc
  .array(fc.record({ left: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 1, max: 80 }), label: fc.integer({ min: 5, max: 120 }), poor: fc.boolean() }), { maxLength: 40 })
  .map((sketches) =>
    sketches
      .sort((a, b) => a.left - b.left)
      .map(({ left, width, label, poor }) => item(left, width, [left, left + width + label, poor], [left - label, left + width])),
  );

describe('packRows', () => {
  it('keeps to one row while there is room', () => {
    expect(placesOf([item(0, 10, [0, 60]), item(80, 10, [80, 140])], 5)).toEqual([['0', 0, 0], ['1', 0, 0]]);
  });

  it('turns a label to the left before it opens a row, and opens one before it takes a poor place', () => {
    const first = item(0, 10, [0, 60]);
    expect(placesOf([first, item(140, 10, [140, 200, true], [80, 150])], 5)).toEqual([['0', 0, 0], ['1', 0, 1]]);
    expect(placesOf([first, item(70, 10, [70, 200, true], [10, 80])], 5)).toEqual([['0', 0, 0], ['1', 1, 1]]);
    expect(placesOf([first, item(70, 10, [70, 200, true], [10, 80])], 1)).toEqual([['0', 0, 0], ['1', 0, 0]]);
  });

  it('drops labels before it drops marks, and lets marks share a place at last', () => {
    const crowd = [item(0, 10, [0, 60]), item(20, 10, [20, 80]), item(24, 10, [24, 90])];
    expect(placesOf(crowd, 1)).toEqual([['0', 0, undefined], ['1+2', 0, undefined]]);
  });

  it('never lets marks or labels overlap in a row, and loses nothing', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 12 }), (list, capacity) => {
        const { packed, count } = packRows(list, capacity, RADIUS);
        expect(count).toBeLessThanOrEqual(capacity);
        expect(packed.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        const alone = packed.filter(({ members }) => members.length === 1);
        for (const a of alone) {
          for (const b of alone) {
            if (a === b || a.row !== b.row) continue;
            const [one, other] = [a, b].map(({ members: [i = 0], label }) => (label === undefined ? list[i] : list[i]?.labels[label]));
            expect((one?.right ?? 0) <= (other?.left ?? 0) || (other?.right ?? 0) <= (one?.left ?? 0)).toBe(true);
          }
        }
      }),
    );
  });

  it('gives every event its own place and label when it may open as many rows as it likes', () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const { members, label } of packRows(list, Infinity, RADIUS).packed) {
          expect(members).toHaveLength(1);
          expect(label).toBeDefined();
        }
      }),
    );
  });

  it('moves no earlier event when a later one comes', () => {
    fc.assert(
      fc.property(items, (list) => {
        const whole = packRows(list, Infinity, RADIUS).packed;
        expect(packRows(list.slice(0, -1), Infinity, RADIUS).packed).toEqual(whole.slice(0, Math.max(list.length - 1, 0)));
      }),
    );
  });
});

describe('rowsNeeded', () => {
  it('counts the rows that packing takes when it may open as many as it likes', () => {
    fc.assert(fc.property(items, (list) => rowsNeeded(list, Infinity) === packRows(list, Infinity, RADIUS).count));
  });

  it('stops at the most that it is asked for', () => {
    expect(rowsNeeded(Array.from({ length: 50 }, () => item(0, 10, [0, 60])), 7)).toBe(7);
  });
});

describe('shareRows', () => {
  it('gives each lane what it needs when there is room', () => {
    expect(shareRows([3, 2, 1], 400, 0)).toEqual([3, 2, 1]);
    expect(shareRows([3, 2, 1], lanesHeight([3, 2, 1], 'tight', 0), 0)).toEqual([3, 2, 1]);
  });

  it('gives each lane one row at least, and takes nothing from a lane of few events for a crowded one', () => {
    expect(shareRows([40, 2, 1], 130, 0)).toEqual([3, 2, 1]);
    expect(shareRows([40, 30, 2], 150, 0)).toEqual([3, 2, 2]);
    expect(shareRows([5, 5, 5], 10, 0)).toEqual([1, 1, 1]);
  });

  it('never takes more than there is, nor gives more than is needed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 150, max: 1500 }), (needs, height) => {
        const shares = shareRows(needs, height, 0);
        expect(lanesHeight(shares, 'tight', 0)).toBeLessThanOrEqual(height);
        shares.forEach((share, i) => expect(share).toBeLessThanOrEqual(needs[i] ?? 0));
      }),
    );
  });
});

describe('stackLanes', () => {
  const stacks = fc.tuple(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 40, max: 1200 }), fc.constantFrom(0, 20));
  const endOf = (bands: ReturnType<typeof stackLanes>): number => bands.reduce((end, { y, height }) => Math.max(end, y + height), 0);

  it('sets lanes one under the other, with every row inside its lane', () => {
    fc.assert(
      fc.property(stacks, fc.boolean(), ([rows, height, above], isFilled) => {
        let y = 0;
        for (const [i, band] of stackLanes(rows, { height, above, isFilled }).entries()) {
          expect(band.y).toBeCloseTo(y, 6);
          y += band.height;
          expect(band.firstRow - band.rowPitch / 2).toBeGreaterThanOrEqual(band.y + above - 1e-6);
          expect(band.firstRow + ((rows[i] ?? 1) - 0.5) * band.rowPitch).toBeLessThanOrEqual(y + 1e-6);
        }
      }),
    );
  });

  it('fills the height exactly where rows can be set closer, and where it is to be filled', () => {
    fc.assert(
      fc.property(stacks, ([rows, height, above]) => {
        const [tight, natural] = [lanesHeight(rows, 'tight', above), lanesHeight(rows, 'natural', above)];
        expect(endOf(stackLanes(rows, { height, above, isFilled: true }))).toBeCloseTo(Math.max(height, tight), 6);
        expect(endOf(stackLanes(rows, { height, above, isFilled: false }))).toBeCloseTo(Math.max(Math.min(height, 1.6 * natural), tight), 6);
      }),
    );
  });

  it('sets rows no closer than 18 pixels and no further apart than 34', () => {
    const pitchAt = (height: number) => stackLanes([3, 2], { height, above: 0, isFilled: true })[0]?.rowPitch;
    expect(pitchAt(20)).toBe(18);
    expect(pitchAt(lanesHeight([3, 2], 'natural', 0))).toBe(23);
    expect(pitchAt(2000)).toBe(34);
  });
});
