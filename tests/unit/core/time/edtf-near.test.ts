import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfNear } from '../../../../src/core/time/edtf-near.ts';
import { parseEdtf } from '../../../../src/core/time/edtf.ts';
import { DAY, HOUR, instant, MINUTE, YEAR } from '../../../../src/core/time/instant.ts';

const at = instant(Date.UTC(2026, 1, 3, 14, 37, 20));

describe('the date that a hand points at', () => {
  it.each([
    [MINUTE / 2, '2026-02-03T14:37'],
    [20 * MINUTE, '2026-02-03T14'],
    [2 * HOUR, '2026-02-03'],
    [3 * DAY, '2026-02'],
    [60 * DAY, '2026'],
    [5 * YEAR, '202X'],
    [80 * YEAR, '20XX'],
  ])('is as close as the hand can point: within %d ms, %s', (within, edtf) => {
    expect(edtfNear(at, within, 'UTC').edtf).toBe(edtf);
  });

  it('has the time of day of the clocks of the axis, and says whose they are', () => {
    expect(edtfNear(at, HOUR, 'Asia/Tehran')).toEqual({ edtf: '2026-02-03T18', zone: 'Asia/Tehran' });
  });

  it('has no clocks without a time of day', () => {
    expect(edtfNear(at, DAY, 'Asia/Tehran').zone).toBe('local');
  });

  it('is a round year in deep time', () => {
    expect(edtfNear(instant(-66.4e6 * YEAR), 1e6 * YEAR, 'UTC').edtf).toMatch(/^Y-6[67]000000$/);
  });

  it('can be read wherever a hand points, and lies there to within what it says', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e4, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }), (years, size) => {
        const pointed = instant(years * YEAR);
        const within = 10 ** size * MINUTE;
        const edtf = parseEdtf(edtfNear(pointed, within, 'UTC').edtf);
        if (!edtf.ok) throw new Error(edtf.error.found);
        const { earliestStart, latestEnd } = edtf.value.span;
        const reach = Math.max(20 * within, 2 * YEAR);
        expect(earliestStart - reach).toBeLessThanOrEqual(pointed);
        expect(latestEnd + reach).toBeGreaterThanOrEqual(pointed);
      }),
    );
  });
});
