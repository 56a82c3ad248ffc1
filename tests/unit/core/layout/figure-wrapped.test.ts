import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTime } from '../../../../src/core/layout/figure-wrapped.ts';
import { warpFor } from '../../../../src/core/layout/gaps.ts';
import { civilOf, instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, instant } from '../../../../src/core/time/instant.ts';
import { UTC_CLOCKS } from '../../../../src/core/time/zone.ts';
import { datasetOf } from '../../../support/dataset.ts';

/** Time at true scale. */
const trueScale = warpFor(datasetOf([{ when: '2000' }]), 'true');

describe('cutTime', () => {
  it('cuts half a century at the roundest years near by', () => {
    const rows = cutTime({ start: instantOf(1945, 7), end: instantOf(1998, 6) }, trueScale, 5, UTC_CLOCKS);
    expect(rows.slice(1).map(({ start }) => civilOf(start).year)).toEqual([1955, 1965, 1975, 1990]);
  });

  it('leaves out and repeats no time, and cuts at midnight at the latest where a row is longer than two days', () => {
    const from = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(from, fc.integer({ min: 30, max: 20_000 }), fc.integer({ min: 2, max: 12 }), (start, days, count) => {
        const whole = { start: instant(start * DAY), end: instant((start + days) * DAY) };
        const rows = cutTime(whole, trueScale, count, UTC_CLOCKS);
        expect(rows[0]?.start).toBe(whole.start);
        expect(rows.at(-1)?.end).toBe(whole.end);
        rows.slice(1).forEach((row, i) => expect(row.start).toBe(rows[i]?.end));
        expect(rows.length).toBe(count);
        for (const { start: cut } of rows.slice(1)) expect(cut % DAY === 0 || days / count <= 2).toBe(true);
      }),
    );
  });
});
