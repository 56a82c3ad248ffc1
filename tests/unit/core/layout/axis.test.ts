import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutAxis } from '../../../../src/core/layout/axis.ts';
import type { TextMark } from '../../../../src/core/scene/scene.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, YEAR, instant, type Instant, type Interval } from '../../../../src/core/time/instant.ts';
import { timeScale, type Warp } from '../../../../src/core/time/time-scale.ts';
import { blendWarps, evenWarp, STRAIGHT, warpOf } from '../../../../src/core/time/warp.ts';
import { world } from '../../../support/world.ts';

const frame = { majorY: 19, minorY: 39, ruleY: 46, bottom: 200 };
const here = world();

interface Options {
  readonly width?: number;
  readonly warp?: Warp;
  readonly zone?: string;
}

function labels(window: Interval, { width = 1000, warp = STRAIGHT, zone = 'UTC' }: Options = {}) {
  const { marks } = layoutAxis(timeScale({ window, x0: 0, x1: width, warp }), frame, here, zone);
  const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text');
  const row = (y: number): readonly TextMark[] => texts.filter((mark) => mark.y === y).sort((a, b) => a.x - b.x);
  return { major: row(frame.majorY), minor: row(frame.minorY) };
}

const written = (marks: readonly TextMark[]): readonly string[] => marks.map(({ text }) => text.replaceAll('\u00A0', ' '));
const between = (start: Instant, end: Instant): Interval => ({ start, end });

describe('the axis', () => {
  it('counts thousands, millions and billions of years back from the present', () => {
    expect(written(labels(between(instantOf(-118_000), instantOf(2026))).minor)).toEqual(['120 ka', '110 ka', '100 ka', '90 ka', '80 ka', '70 ka', '60 ka', '50 ka', '40 ka', '30 ka', '20 ka', '10 ka']);
    expect(written(labels(between(instantOf(-70e6), instantOf(-60e6))).minor)).toContain('66 Ma');
    expect(written(labels(between(instant(-13.8e9 * YEAR), instantOf(2026))).minor)).toContain('13 Ga');
  });

  it('counts centuries before the common era as historians do', () => {
    const { minor } = labels(between(instantOf(-499), instantOf(300)), { width: 500 });
    expect(written(minor)).toEqual(['500 BCE', '400 BCE', '300 BCE', '200 BCE', '100 BCE', '1 CE', '100', '200']);
  });

  it('writes the days and hours of a zone', () => {
    const window = between(instantOf(2026, 2, 3, 20, 30), instantOf(2026, 2, 4, 2, 30));
    expect(written(labels(window, { zone: 'Asia/Tehran' }).major)).toEqual(['Wednesday 4 February 2026']);
    expect(written(labels(window, { zone: 'Asia/Tehran' }).minor)).toContain('02:00');
    expect(written(labels(window).major)).toEqual(['Tuesday 3 February 2026', 'Wednesday 4 February 2026']);
    expect(() => labels(window, { zone: 'Mars/Olympus' })).toThrow('Mars/Olympus');
  });

  it('names round instants with what tells them apart where events are equally far apart', () => {
    const warp = evenWarp([instantOf(1969, 7, 20), instantOf(2001, 9, 11), instantOf(2026, 2, 3, 5), instantOf(2026, 2, 3, 17), instantOf(2026, 2, 5)]);
    const { minor } = labels(between(instantOf(1969), instantOf(2026, 2, 6)), { warp });
    expect(written(minor).some((text) => /^\d{4}$/.test(text))).toBe(true);
    expect(written(minor).some((text) => text.includes('Feb 2026'))).toBe(true);
  });

  const anyWarp = fc.constantFrom(
    STRAIGHT,
    warpOf([{ kind: 'gap', interval: between(instantOf(2025, 3), instantOf(2026, 1)), drawn: 3 * DAY }]),
    evenWarp([instantOf(-44), instantOf(1066), instantOf(1969, 7, 20), instantOf(2001, 9, 11), instantOf(2026, 2, 3, 5), instantOf(2026, 2, 3, 17)]),
    blendWarps(STRAIGHT, evenWarp([instantOf(1900), instantOf(2020), instantOf(2026, 2, 3)]), 0.4),
  );
  const anyWindow = fc
    .tuple(fc.double({ min: Math.log(1000), max: Math.log(13.8e9 * YEAR), noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([size, place]) => {
      const length = Math.exp(size);
      const start = instantOf(2026, 2, 3) - place * length;
      return between(instant(start), instant(start + length));
    });

  it('never lets labels overlap, on any time line, in any zone, at any zoom', () => {
    fc.assert(
      fc.property(anyWindow, anyWarp, fc.constantFrom('UTC', 'Asia/Tehran', 'Pacific/Apia', 'America/New_York'), fc.integer({ min: 240, max: 1600 }), (window, warp, zone, width) => {
        fc.pre(warp.toWarped(window.end) > warp.toWarped(window.start));
        for (const row of Object.values(labels(window, { warp, zone, width }))) {
          row.slice(1).forEach((label, k) => {
            const before = row[k] as TextMark;
            expect(before.x + here.measure(before.text, before.font)).toBeLessThan(label.x);
          });
          for (const label of row) {
            expect(label.x).toBeGreaterThanOrEqual(0);
            expect(label.x + here.measure(label.text, label.font)).toBeLessThanOrEqual(width + 0.01);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has at least two labels and no crowd of them at any zoom of a straight line', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { minor } = labels(window, { width: 1200 });
        expect(minor.length).toBeGreaterThanOrEqual(2);
        expect(minor.length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 300 },
    );
  });
});
