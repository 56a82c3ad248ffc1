import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, SECOND, YEAR, instant, type Interval } from '../../../../src/core/time/instant.ts';
import { WINDOW_LIMITS, panWindow, pixelsPerMs, timeScale, zoomWindow } from '../../../../src/core/time/time-scale.ts';
import { STRAIGHT, warpOf, type DrawnBreak } from '../../../../src/core/time/warp.ts';

const interval = (start: number, end: number): Interval => ({ start: instant(start), end: instant(end) });

/** A few breaks in order, from days to a hundred million years long, drawn at a tenth to a ten-thousandth. */
const breaks: fc.Arbitrary<readonly DrawnBreak[]> = fc
  .array(
    fc.record({ before: fc.double({ min: 0, max: 1e12, noNaN: true }), length: fc.double({ min: DAY, max: 3e18, noNaN: true }), share: fc.double({ min: 1e-4, max: 0.1, noNaN: true }) }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    // Built backwards from today, so that the last one ends there whatever came before.
    let end = 1.77e12;
    return parts
      .map(({ before, length, share }): DrawnBreak => {
        const made = { interval: interval(end - length, end), kind: 'gap' as const, drawn: length * share };
        end = end - length - before;
        return made;
      })
      .reverse();
  });

describe('warpOf', () => {
  const june = { interval: interval(0, 30 * DAY), kind: 'squeezed' as const, drawn: 2 * DAY };
  const gap = { interval: interval(30 * DAY, 200 * DAY), kind: 'gap' as const, drawn: DAY };

  it('is the straight line without breaks', () => {
    expect(warpOf([])).toBe(STRAIGHT);
    expect(STRAIGHT.toWarped(5)).toBe(5);
  });

  it('draws each break as long as asked, and all else at true length', () => {
    const warp = warpOf([june, gap]);
    const length = (from: number, to: number): number => warp.toWarped(to) - warp.toWarped(from);
    expect(length(0, 30 * DAY)).toBe(2 * DAY);
    expect(length(15 * DAY, 30 * DAY)).toBe(DAY);
    expect(length(30 * DAY, 200 * DAY)).toBe(DAY);
    expect(length(200 * DAY, 203 * DAY)).toBe(3 * DAY);
    expect(length(-3 * DAY, 0)).toBe(3 * DAY);
  });

  it('leaves time after the last break as it is, to the millisecond', () => {
    const warp = warpOf([{ interval: interval(-13.8e9 * YEAR, -4.5e9 * YEAR), kind: 'gap', drawn: 1e8 * YEAR }]);
    expect(warp.toWarped(1_770_206_400_123)).toBe(1_770_206_400_123);
  });

  it('keeps infinities', () => {
    expect(warpOf([gap]).toWarped(Infinity)).toBe(Infinity);
    expect(warpOf([gap]).toWarped(-Infinity)).toBe(-Infinity);
  });

  it('refuses breaks that overlap or have no length', () => {
    expect(() => warpOf([gap, june])).toThrow(RangeError);
    expect(() => warpOf([{ ...gap, drawn: 0 }])).toThrow(RangeError);
  });

  it('goes both ways exactly, and never backwards', () => {
    fc.assert(
      fc.property(breaks, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }), (made, shares) => {
        const warp = warpOf(made);
        const start = (made[0]?.interval.start ?? 0) - DAY;
        const end = (made.at(-1)?.interval.end ?? 0) + DAY;
        const instants = shares.map((share) => start + share * (end - start)).sort((a, b) => a - b);
        const drawn = instants.map(warp.toWarped);
        drawn.slice(1).forEach((value, k) => expect(value).toBeGreaterThanOrEqual(drawn[k] ?? 0));
        instants.forEach((at, k) => expect(Math.abs(warp.fromWarped(drawn[k] ?? 0) - at)).toBeLessThanOrEqual(Math.max(1, Math.abs(start) * 1e-12)));
      }),
    );
  });
});

/** Windows from a second to a billion years, around any time that has a history. */
const windows = fc
  .tuple(fc.double({ min: -4e17, max: 4e12, noNaN: true }), fc.double({ min: Math.log(10 * SECOND), max: Math.log(1e9 * YEAR), noNaN: true }))
  .map(([start, length]) => interval(start, start + Math.max(Math.exp(length), Math.abs(start) * 1e-9)));

describe('timeScale', () => {
  it('puts the window between its two pixels', () => {
    const scale = timeScale({ window: interval(0, DAY), x0: 100, x1: 340, warp: STRAIGHT });
    expect([scale.xOf(0), scale.xOf(DAY / 24), scale.xOf(DAY), scale.xOf(Infinity)]).toEqual([100, 110, 340, Infinity]);
    expect(scale.instantAt(220)).toBe(DAY / 2);
    expect(pixelsPerMs(scale)).toBe(240 / DAY);
  });

  it('refuses a window without length', () => {
    expect(() => timeScale({ window: interval(5, 5), x0: 0, x1: 10, warp: STRAIGHT })).toThrow('5..5');
    expect(() => timeScale({ window: interval(0, Infinity), x0: 0, x1: 10, warp: STRAIGHT })).toThrow(RangeError);
  });

  it('finds back every pixel', () => {
    fc.assert(
      fc.property(windows, fc.double({ min: -500, max: 2500, noNaN: true }), (window, x) => {
        const scale = timeScale({ window, x0: 40, x1: 1040, warp: STRAIGHT });
        expect(scale.xOf(scale.instantAt(x))).toBeCloseTo(x, 2);
      }),
    );
  });
});

describe('zoomWindow', () => {
  it('keeps the instant under the pointer where it is', () => {
    fc.assert(
      fc.property(windows, fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0.5, max: 2, noNaN: true }), (window, x, factor) => {
        const scale = timeScale({ window, x0: 0, x1: 1000, warp: STRAIGHT });
        const at = scale.instantAt(x);
        const next = timeScale({ window: zoomWindow(scale, x, factor), x0: 0, x1: 1000, warp: STRAIGHT });
        expect(Math.abs(next.xOf(at) - x)).toBeLessThan(0.01);
        expect(pixelsPerMs(next) / pixelsPerMs(scale)).toBeCloseTo(factor, 5);
      }),
    );
  });

  it('stops at a second and at the age of the universe', () => {
    const near = timeScale({ window: interval(0, 2 * SECOND), x0: 0, x1: 100, warp: STRAIGHT });
    expect(zoomWindow(near, 50, 100)).toEqual(interval(500, 1500));
    const far = timeScale({ window: interval(-9e9 * YEAR, 0), x0: 0, x1: 100, warp: STRAIGHT });
    const widest = zoomWindow(far, 50, 0.01);
    expect(widest.end - widest.start).toBe(WINDOW_LIMITS.longest);
    expect(widest.start).toBeGreaterThanOrEqual(WINDOW_LIMITS.earliest);
  });

  it('never makes a window so short that its pixels are one instant', () => {
    const deep = timeScale({ window: interval(-4e20, -4e20 + 1e12), x0: 0, x1: 1000, warp: STRAIGHT });
    const { start, end } = zoomWindow(deep, 500, 1e9);
    expect((end - start) / 1000).toBeGreaterThan(Math.abs(start) * Number.EPSILON);
  });
});

describe('panWindow', () => {
  it('moves the picture by pixels and keeps its scale, across breaks too', () => {
    const warp = warpOf([{ interval: interval(10 * DAY, 100 * DAY), kind: 'gap', drawn: DAY }]);
    const scale = timeScale({ window: interval(5 * DAY, 9 * DAY), x0: 0, x1: 400, warp });
    const next = timeScale({ window: panWindow(scale, -300), x0: 0, x1: 400, warp });
    expect(next.xOf(8 * DAY)).toBeCloseTo(0, 6);
    expect(next.xOf(100 * DAY)).toBeCloseTo(300, 6);
    expect(pixelsPerMs(next)).toBeCloseTo(pixelsPerMs(scale), 15);
  });

  it('goes no farther than the limits', () => {
    const scale = timeScale({ window: interval(-13.7e9 * YEAR, -13e9 * YEAR), x0: 0, x1: 100, warp: STRAIGHT });
    expect(panWindow(scale, 1e6).start).toBe(WINDOW_LIMITS.earliest);
  });
});
