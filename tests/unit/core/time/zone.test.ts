import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, HOUR, MINUTE, YEAR, instant, type Instant, type Interval } from '../../../../src/core/time/instant.ts';
import { tickAtOrBefore, ticksOf, type TickStep } from '../../../../src/core/time/ticks.ts';
import { timeScale } from '../../../../src/core/time/time-scale.ts';
import { STRAIGHT } from '../../../../src/core/time/warp.ts';
import { changeBetween, clocksOf, firstInstantOf, UTC_CLOCKS, wallOf, type Clocks } from '../../../../src/core/time/zone.ts';

/** Zones with every kind of oddity: half hours, days that begin at one o'clock, a skipped day, half-hour summer time, none. */
const ZONES = ['UTC', 'Asia/Tehran', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York', 'Asia/Kathmandu', 'America/Havana'];

function clocks(zone: string): Clocks {
  const known = clocksOf(zone);
  if (known === undefined) throw new Error(`no clocks for ${zone}`);
  return known;
}

const shown = (at: Instant, zone: string): string => {
  const { year, month, day, hour, minute } = civilOf(wallOf(at, clocks(zone)));
  return `${year}-${month}-${day} ${hour}:${String(minute).padStart(2, '0')}`;
};

const midnights = (zone: string, year: number, month: number, day: number, days: number): readonly Instant[] => {
  const start = firstInstantOf(instantOf(year, month, day), clocks(zone));
  const window = { start, end: instant(start + days * DAY) };
  const steps = ({ unit }: TickStep): number => (unit === 'day' ? 1 : Infinity);
  return ticksOf(timeScale({ window, x0: 0, x1: 1000, warp: STRAIGHT }), steps, clocks(zone)).flatMap(({ minor }) => minor?.ticks.map(({ at }) => at) ?? []);
};
const lengths = (ticks: readonly Instant[]): readonly number[] => ticks.slice(1).map((at, k) => (at - (ticks[k] ?? 0)) / HOUR);

describe('days as clocks show them', () => {
  it('have 23 and 25 hours where clocks are changed', () => {
    expect(lengths(midnights('America/New_York', 2026, 3, 7, 3.2))).toEqual([24, 23, 24]);
    expect(lengths(midnights('America/New_York', 2026, 10, 31, 3.2))).toEqual([24, 25, 24]);
  });

  it('have 23.5 hours where summer time is half an hour', () => {
    expect(lengths(midnights('Australia/Lord_Howe', 2025, 10, 4, 3.2))).toEqual([24, 23.5, 24]);
  });

  it('begin at one o’clock where midnight was skipped', () => {
    const [, day] = midnights('America/Sao_Paulo', 2018, 11, 3, 3);
    expect(day && shown(day, 'America/Sao_Paulo')).toBe('2018-11-4 1:00');
  });

  it('leave out the day that Samoa left out', () => {
    expect(midnights('Pacific/Apia', 2011, 12, 28, 4).map((at) => shown(at, 'Pacific/Apia').split(' ')[0])).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-1-1']);
  });

  it('begin at the first of two midnights', () => {
    const ticks = midnights('America/Havana', 2025, 11, 1, 3.2);
    expect(lengths(ticks)).toEqual([24, 25, 24]);
  });
});

describe('hours as clocks show them', () => {
  it('show an hour twice that was there twice', () => {
    const window = { start: instant(Date.UTC(2026, 10, 1, 4, 30)), end: instant(Date.UTC(2026, 10, 1, 8)) };
    const hours = ({ unit, count }: TickStep): number => (unit === 'hour' && count === 1 ? 1 : Infinity);
    const [stretch] = ticksOf(timeScale({ window, x0: 0, x1: 1000, warp: STRAIGHT }), hours, clocks('America/New_York'));
    expect(stretch?.minor?.ticks.map(({ wall }) => civilOf(wall).hour)).toEqual([0, 1, 1, 2]);
  });
});

describe('clocks', () => {
  it('find the second at which they are changed', () => {
    const change = changeBetween(instant(Date.UTC(2026, 2, 8)), instant(Date.UTC(2026, 2, 9)), clocks('America/New_York'));
    expect(change).toBe(Date.UTC(2026, 2, 8, 7));
  });

  it('show UTC where no table reaches', () => {
    expect(clocks('Asia/Tehran')(instant(-13.8e9 * YEAR))).toBe(0);
    expect(clocks('UTC')).toBe(UTC_CLOCKS);
    expect(clocksOf('Nowhere/At_All')).toBeUndefined();
  });
});

/** Windows from a second to the age of the universe, near today, where zones matter, and anywhere. */
const anyWindow: fc.Arbitrary<Interval> = fc
  .tuple(fc.double({ min: Math.log(1000), max: Math.log(13.8e9 * YEAR), noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
  .map(([size, place, isRecent]) => {
    const length = Math.exp(size);
    const start = isRecent ? Date.UTC(1900, 0) + place * 140 * YEAR : -place * Math.min(13.8e9 * YEAR, length * 1e9);
    return { start: instant(start), end: instant(start + length) };
  });

const minGap = 64;
const WIDTH = 1000;

describe('ticks in any zone, at any length of the window', () => {
  it('ascend, begin what clocks show, and are neither too few nor too many', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom(...ZONES), (window, zone) => {
        const stretches = ticksOf(timeScale({ window, x0: 0, x1: WIDTH, warp: STRAIGHT }), () => minGap, clocks(zone));
        expect(stretches).toHaveLength(1);
        const [stretch] = stretches;
        for (const row of [stretch?.major, stretch?.minor]) {
          const ticks = row?.ticks ?? [];
          ticks.slice(1).forEach((tick, k) => {
            expect(tick.at).toBeGreaterThan(ticks[k]?.at ?? Infinity);
            expect(tick.x).toBeCloseTo(ticks[k]?.end ?? NaN, 6);
          });
          for (const { at, wall } of ticks) {
            const begin = row === undefined ? wall : tickAtOrBefore(wall, row.step);
            // A step begins on its boundary, or where clocks skipped that.
            if (begin !== wall) expect(wallOf(instant(at - 1), clocks(zone))).toBeLessThan(begin);
          }
        }
        const inside = (stretch?.minor?.ticks ?? []).filter(({ x }) => x >= 0 && x <= WIDTH);
        expect(inside.length).toBeGreaterThanOrEqual(2);
        expect(inside.length).toBeLessThanOrEqual(WIDTH / minGap + 3);
      }),
      { numRuns: 600 },
    );
  });

  it('are in UTC those of the calendar', () => {
    const window = { start: instantOf(2026, 2, 3, 0, 0), end: instantOf(2026, 2, 3, 0, 10) };
    const [stretch] = ticksOf(timeScale({ window, x0: 0, x1: WIDTH, warp: STRAIGHT }), () => minGap, UTC_CLOCKS);
    expect(stretch?.minor?.ticks.map(({ at }) => (at - window.start) / MINUTE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
