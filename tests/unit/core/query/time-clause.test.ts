import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventAt } from '../../../../src/core/model/rows.ts';
import { certainlyIn, possiblyIn } from '../../../../src/core/query/time-clause.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, instant, type Interval, type TimeSpan } from '../../../../src/core/time/instant.ts';
import { datasetOf } from '../../../support/dataset.ts';

const days = (from: number, to: number): Interval => ({ start: instantOf(2026, 2, from), end: instantOf(2026, 2, to) });
const month = datasetOf([{ when: '2026-02' }]);

const spanOf = (a: number, b: number, c: number, d: number): TimeSpan => ({
  earliestStart: instant(a), latestStart: instant(b), earliestEnd: instant(c), latestEnd: instant(d),
});
/** Columns whose first row has such bounds. */
const columnsOf = ({ earliestStart, latestEnd }: TimeSpan) => ({
  ...month.columns, earliestStart: new Float64Array([earliestStart]), latestEnd: new Float64Array([latestEnd]),
});

describe('the time clause', () => {
  it('takes an event without length into the window that holds its instant', () => {
    const at = instantOf(2026, 2, 3);
    const span = spanOf(at, at, at, at);
    expect(possiblyIn(columnsOf(span), 0, { start: at, end: instant(at + DAY) })).toBe(true);
    expect(possiblyIn(columnsOf(span), 0, { start: instant(at - DAY), end: at })).toBe(false);
    expect(certainlyIn(span, { start: at, end: instant(at + DAY) })).toBe(true);
  });

  it('is sure of an event of a month only where the window holds the whole month', () => {
    const span = eventAt(month, 0).when.edtf?.span ?? spanOf(NaN, NaN, NaN, NaN);
    expect(certainlyIn(span, days(1, 29))).toBe(true);
    expect(certainlyIn(span, days(1, 28))).toBe(false);
    expect(certainlyIn(span, days(2, 29))).toBe(false);
  });

  it('never is sure of what it does not hold possible', () => {
    const bound = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.tuple(bound, bound, bound, bound), bound, fc.integer({ min: 1, max: 9 }), (bounds, from, length) => {
        const [a = 0, b = 0, c = 0, d = 0] = [...bounds].sort((x, y) => x - y);
        const span = spanOf(a, b, c, d);
        const window = { start: instant(from), end: instant(from + length) };
        if (certainlyIn(span, window)) expect(possiblyIn(columnsOf(span), 0, window)).toBe(true);
      }),
    );
  });
});
