import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../../../src/core/time/instant.ts';
import { selectVisible } from '../../../../../src/core/query/select.ts';
import { datedRows } from '../../../../../src/core/query/visible.ts';
import { INITIAL_VIEW } from '../../../../../src/core/view/view-state.ts';
import { GROUP_UNITS } from '../../../../../src/web/views/list/groups.ts';
import { listOrder } from '../../../../../src/web/views/list/order.ts';
import { datasetOf } from '../../../../support/dataset.ts';

const date = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  fc.constantFrom('2026', '2026-02', '2026-02-03/2026-02-05', '2026-02-03T05:30', '../2026-02-03', '2026-02-03/..', 'Y-170000000', null),
);

/** A list of random dates, of which a window of February hides some. */
const lists = fc
  .record({
    dates: fc.array(date, { maxLength: 40 }),
    unit: fc.constantFrom(...GROUP_UNITS),
    from: fc.integer({ min: 1, max: 28 }),
    days: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ dates, unit, from, days }) => {
    const start = Date.UTC(2026, 1, from);
    const window = { start: instant(start), end: instant(start + days * 86_400_000) };
    const visible = selectVisible(datasetOf(dates.map((when) => ({ when }))), { ...INITIAL_VIEW, window, area: undefined });
    return { visible, order: listOrder(visible, unit) };
  });

describe('the order of a list', () => {
  it('holds each event that passes once, and finds each at its position', () => {
    fc.assert(
      fc.property(lists, ({ visible, order }) => {
        const rows = Array.from({ length: order.length }, (_, position) => order.rowAt(position));
        expect(rows.toSorted((a, b) => a - b)).toEqual(datedRows(visible));
        expect(rows.map((row) => order.positionOf(row))).toEqual(rows.map((_, position) => position));
        for (let row = 0; row < visible.dataset.size; row += 1) expect(order.holds(row)).toBe(rows.includes(row));
      }),
    );
  });

  it('has the same pieces from any position to any other', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), ({ order }, a, b) => {
        const [first, last] = [a % (order.length + 1), b % (order.length + 1)].toSorted((one, other) => one - other) as [number, number];
        const pieces = order.pieces(first, last);
        expect(pieces.flatMap(({ positions }) => positions)).toEqual(Array.from({ length: last - first }, (_, k) => first + k));
        expect(pieces.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: last - first }, (_, k) => order.rowAt(first + k)));
      }),
    );
  });

  it('says of an event that does not pass where it would stand', () => {
    const window = { start: instant(Date.UTC(2026, 1, 5)), end: instant(Date.UTC(2026, 1, 7)) };
    const dataset = datasetOf(['2026-02-03', '2026-02-05', '2026-02-06', '2026-02-08'].map((when) => ({ when })));
    const order = listOrder(selectVisible(dataset, { ...INITIAL_VIEW, window, area: undefined }), 'day');
    expect([0, 1, 2, 3].map((row) => order.positionOf(row))).toEqual([0, 0, 1, 2]);
  });

  it('gives the twenty thousand events of one day in time order without sorting them out', () => {
    const dataset = datasetOf(Array.from({ length: 20_001 }, (_, i) => ({ when: i === 7 ? '2026-02-03/2026-02-05' : '2026-02-03' })));
    const order = listOrder(selectVisible(dataset, { ...INITIAL_VIEW, area: undefined }), 'day');
    expect(order.pieces(19_990, 20_001).map(({ group, rows }) => [group.count, group.isMixed, rows.length])).toEqual([[20_001, true, 11]]);
    expect(order.positionOf(12_345)).toBe(12_345);
  });
});
