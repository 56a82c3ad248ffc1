import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, YEAR, instant, type Interval } from '../../../../src/core/time/instant.ts';
import { TICK_STEPS, ticksOf, type TickStretch } from '../../../../src/core/time/ticks.ts';
import { timeScale } from '../../../../src/core/time/time-scale.ts';
import { STRAIGHT, warpOf } from '../../../../src/core/time/warp.ts';

const scaleOf = (window: Interval, width = 1000, warp = STRAIGHT) => timeScale({ window, x0: 0, x1: width, warp });
const only = (stretches: readonly TickStretch[]): TickStretch => {
  expect(stretches).toHaveLength(1);
  return stretches[0] as TickStretch;
};
const yearsOf = (stretch: TickStretch): readonly number[] | undefined => stretch.minor?.ticks.map(({ at }) => civilOf(at).year);

describe('ticksOf', () => {
  it('ticks days under months', () => {
    const { minor, major } = only(ticksOf(scaleOf({ start: instantOf(2026, 1, 30), end: instantOf(2026, 2, 5) }), () => 100));
    expect(minor?.step).toMatchObject({ unit: 'day', count: 1 });
    expect(minor?.ticks.map(({ at }) => civilOf(at).day)).toEqual([30, 31, 1, 2, 3, 4]);
    expect(major?.ticks.map(({ at }) => civilOf(at).month)).toEqual([1, 2]);
  });

  it('begins with the tick before the window, which reaches into it', () => {
    const { minor } = only(ticksOf(scaleOf({ start: instantOf(2026, 2, 3, 7), end: instantOf(2026, 2, 9) }), () => 60));
    expect(minor?.ticks[0]?.x).toBeLessThan(0);
    expect(minor?.ticks[0]?.end).toBeGreaterThan(0);
  });

  it('counts round years before the common era as people do', () => {
    const stretch = only(ticksOf(scaleOf({ start: instantOf(-299), end: instantOf(301) }, 700), () => 100));
    expect(stretch.minor?.step).toMatchObject({ unit: 'year', count: 100 });
    expect(yearsOf(stretch)).toEqual([-299, -199, -99, 1, 100, 200, 300]);
  });

  it.each([2, 5, 10])('misses no year in steps of %i across the beginning of the era', (count) => {
    const stretch = only(ticksOf(scaleOf({ start: instantOf(-count * 2 + 1), end: instantOf(count * 2 + 1) }, 4000), ({ unit, count: own }) => (unit === 'year' && own === count ? 10 : Infinity)));
    expect(yearsOf(stretch)).toEqual([-2 * count + 1, -count + 1, 1, count, 2 * count]);
  });

  it('gives each stretch of a bent line its own step, and a gap none', () => {
    const june = { start: instantOf(2025, 6), end: instantOf(2025, 7) };
    const gap = { start: june.end, end: instantOf(2026, 2) };
    const warp = warpOf([
      { interval: june, kind: 'squeezed', drawn: 2 * DAY },
      { interval: gap, kind: 'gap', drawn: DAY / 2 },
    ]);
    const stretches = ticksOf(scaleOf({ start: june.start, end: instantOf(2026, 2, 9) }, 1000, warp), () => 60);
    expect(stretches.map(({ kind, minor }) => [kind, minor?.step.unit])).toEqual([
      ['squeezed', 'month'],
      ['gap', undefined],
      ['true', 'day'],
    ]);
    expect(stretches[0]?.x1).toBe(stretches[1]?.x0);
  });

  it('has ticks at every zoom from a second to the age of the universe', () => {
    fc.assert(
      fc.property(fc.double({ min: Math.log(1000), max: Math.log(13.8e9 * YEAR), noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (size, place) => {
        const length = Math.exp(size);
        const start = -place * Math.min(13.8e9 * YEAR, length * 1e9);
        const { minor } = only(ticksOf(scaleOf({ start: instant(start), end: instant(start + length) }), () => 70));
        const ticks = minor?.ticks ?? [];
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(1000 / 60 + 2);
        ticks.slice(1).forEach((tick, k) => {
          expect(tick.at).toBeGreaterThan(ticks[k]?.at ?? Infinity);
          expect(tick.x).toBeCloseTo(ticks[k]?.end ?? NaN, 6);
        });
      }),
    );
  });

  it('has its steps in order of length', () => {
    const lengths = TICK_STEPS.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });
});
