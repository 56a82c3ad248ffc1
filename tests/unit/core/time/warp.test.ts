import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, YEAR, instant } from '../../../../src/core/time/instant.ts';
import { panWindow, timeScale, zoomWindow, type TimeScale, type Warp } from '../../../../src/core/time/time-scale.ts';
import { blendWarps, evenWarp, STRAIGHT, warpOf } from '../../../../src/core/time/warp.ts';

/** Starts of events from moments to a century apart. */
const anyStarts = fc
  .array(fc.double({ min: Math.log(2), max: Math.log(100 * YEAR), noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((steps) => {
    let at = 1.7e12;
    return steps.map((step) => (at -= Math.round(Math.exp(step)))).reverse();
  });

const anyGaps = fc
  .array(fc.record({ before: fc.integer({ min: 1, max: 4000 }), length: fc.integer({ min: 1, max: 4000 }), drawn: fc.double({ min: 0.05, max: 30, noNaN: true }) }), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    let at = 0;
    return warpOf(
      parts.map(({ before, length, drawn }) => {
        const start = at + before * DAY;
        at = start + length * DAY;
        return { kind: 'gap' as const, interval: { start: instant(start), end: instant(at) }, drawn: drawn * DAY };
      }),
    );
  });

const anyWarp: fc.Arbitrary<Warp> = fc.oneof(anyGaps, anyStarts.map(evenWarp), fc.constant(STRAIGHT));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A scale over a part of what a warp bends, and a little around it. */
function scaleOn(warp: Warp, from: number, length: number): TimeScale {
  const [first, last] = [warp.knots[0] ?? 0, warp.knots[warp.knots.length - 1] ?? DAY];
  const [start, end] = [warp.toWarped(first) - DAY, warp.toWarped(last) + DAY];
  const [a, b] = [start + (end - start) * from * 0.9, start + (end - start) * (from * 0.9 + 0.1 * length + 0.01)];
  return timeScale({ window: { start: warp.fromWarped(a), end: warp.fromWarped(b) }, x0: 0, x1: 1000, warp });
}

describe('evenWarp', () => {
  it('draws instants equally far apart over the time that they take together', () => {
    const warp = evenWarp([0, DAY, 2 * DAY, 100 * DAY]);
    expect([0, DAY, 2 * DAY, 100 * DAY].map((at) => warp.toWarped(at) / DAY)).toEqual([0, 100 / 3, 200 / 3, 100].map((day) => expect.closeTo(day, 9) as unknown));
    expect(warp.toWarped(50 * DAY)).toBeCloseTo((200 / 3 + (100 / 3) * (48 / 98)) * DAY, 0);
    expect(warp.toWarped(101 * DAY)).toBe(101 * DAY);
    expect(warp.toWarped(-DAY)).toBeCloseTo(-DAY, 3);
  });

  it('needs three instants to bend a line', () => {
    expect(evenWarp([0, DAY])).toBe(STRAIGHT);
  });

  it('can be panned and zoomed everywhere without losing its length', () => {
    fc.assert(
      fc.property(anyStarts.map(evenWarp), fc.array(fc.tuple(share, fc.double({ min: 0.05, max: 8, noNaN: true }), fc.double({ min: -2000, max: 2000 })), { minLength: 1, maxLength: 20 }), (warp, moves) => {
        let scale = scaleOn(warp, 0.2, 1);
        for (const [at, factor, dx] of moves) {
          scale = timeScale({ ...scale, window: zoomWindow(scale, at * 1000, factor) });
          scale = timeScale({ ...scale, window: panWindow(scale, Number.isNaN(dx) ? 0 : dx) });
          expect(scale.window.end - scale.window.start).toBeGreaterThanOrEqual(999);
        }
      }),
    );
  });
});

describe('blendWarps', () => {
  it('is either line at its ends, and draws each instant in between elsewhere', () => {
    const gap = warpOf([{ kind: 'gap', interval: { start: instant(0), end: instant(10 * DAY) }, drawn: DAY }]);
    expect(blendWarps(STRAIGHT, gap, 0)).toBe(STRAIGHT);
    expect(blendWarps(STRAIGHT, gap, 1)).toBe(gap);
    const half = blendWarps(STRAIGHT, gap, 0.5);
    expect(half.toWarped(0)).toBeCloseTo((0 + 9 * DAY) / 2, 3);
    expect(half.breaks).toEqual(gap.breaks);
  });

  it('goes from pixel to time to pixel, and from time to pixel to time, without a loss, and never backwards', () => {
    fc.assert(
      fc.property(anyWarp, anyWarp, share, share, fc.array(share, { minLength: 2, maxLength: 12 }), (a, b, mix, from, places) => {
        const warp = blendWarps(a, b, mix);
        const scale = scaleOn(warp, from, 1);
        const xs = places.map((place) => place * 1000).sort((p, q) => p - q);
        const times = xs.map(scale.instantAt);
        // A double holds an instant of today to a four-thousandth of a millisecond: where that is drawn wide, no pixel is nearer.
        const apart = (at: number): number => Math.abs(scale.xOf(at + 0.001) - scale.xOf(at - 0.001));
        times.forEach((at, k) => expect(Math.abs(scale.xOf(at) - (xs[k] ?? 0))).toBeLessThan(Math.max(1e-6, apart(at))));
        times.forEach((at) => expect(Math.abs(scale.instantAt(scale.xOf(at)) - at)).toBeLessThanOrEqual(1e-12 * (scale.window.end - scale.window.start) + 0.01));
        times.slice(1).forEach((at, k) => expect(at).toBeGreaterThanOrEqual(times[k] ?? Infinity));
      }),
      { numRuns: 300 },
    );
  });
});
