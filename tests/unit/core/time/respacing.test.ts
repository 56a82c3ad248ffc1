import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, instant, type Interval } from '../../../../src/core/time/instant.ts';
import { wayBetween, windowAround } from '../../../../src/core/time/respacing.ts';
import { timeScale, type Warp } from '../../../../src/core/time/time-scale.ts';
import { evenWarp, STRAIGHT, warpOf } from '../../../../src/core/time/warp.ts';

const interval = (start: number, end: number): Interval => ({ start: instant(start * DAY), end: instant(end * DAY) });
/** Ten busy days, a hundred empty ones, ten busy ones. */
const compressed = warpOf([{ kind: 'gap', interval: interval(10, 110), drawn: DAY }]);
const even = evenWarp([0, 1, 4, 9, 110, 111, 118, 120].map((day) => day * DAY));
const fit = interval(-1, 121);
const xOf = (warp: Warp, window: Interval): ((at: number) => number) => timeScale({ warp, window, x0: 0, x1: 1000 }).xOf;
const middleX = (warp: Warp, window: Interval, { start, end }: Interval): number => (xOf(warp, window)(start) + xOf(warp, window)(end)) / 2;

const anyLine = fc.constantFrom(STRAIGHT, compressed, even);

describe('a change of spacing', () => {
  it('keeps an event at its pixel from the first picture to the last', () => {
    fc.assert(
      fc.property(anyLine, anyLine, fc.integer({ min: 0, max: 118 }), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (from, to, day, isAll, share) => {
        const anchor = { ...interval(day, day + 1), isAll };
        const now = { warp: from, window: isAll ? fit : interval(day - 3, day + 9) };
        const target = windowAround(anchor, now, to, fit);
        const { warp, window } = wayBetween(now, { warp: to, window: target })(share);
        expect(middleX(warp, window, anchor)).toBeCloseTo(middleX(from, now.window, anchor), 3);
      }),
    );
  });

  it('leaves the size of things as it is between compressed gaps and true scale where no gap is in sight', () => {
    const anchor = { ...interval(5, 6), isAll: false };
    const now = interval(3, 8);
    const target = windowAround(anchor, { warp: compressed, window: now }, STRAIGHT, fit);
    expect(target.start).toBeCloseTo(now.start, 3);
    expect(target.end).toBeCloseTo(now.end, 3);
  });

  it('shows the same stretch of time, moved only as far as the anchor keeps its place', () => {
    const anchor = { ...interval(5, 6), isAll: false };
    const { start, end } = windowAround(anchor, { warp: compressed, window: interval(2, 9) }, even, fit);
    expect(even.toWarped(end) - even.toWarped(start)).toBeCloseTo(even.toWarped(9 * DAY) - even.toWarped(2 * DAY), 3);
    expect(start / DAY).toBeLessThan(5);
    expect(end / DAY).toBeGreaterThan(6);
  });

  it('keeps all events in sight where all were, as long as that leaves them room', () => {
    const anchor = { ...interval(111, 112), isAll: true };
    const target = windowAround(anchor, { warp: compressed, window: fit }, even, fit);
    expect(target.start).toBeLessThanOrEqual(fit.start);
    expect(target.end).toBeGreaterThanOrEqual(fit.end);
  });

  it('ends in the very window it leads to', () => {
    const target = { warp: even, window: interval(0, 50) };
    expect(wayBetween({ warp: STRAIGHT, window: fit }, target)(1)).toBe(target);
  });
});
