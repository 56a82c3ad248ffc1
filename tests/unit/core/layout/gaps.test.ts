import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenKnots, MOST_KNOTS } from '../../../../src/core/layout/even-knots.ts';
import { fitWindow, gapsOf, warpFor } from '../../../../src/core/layout/gaps.ts';
import { civilOf, instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, instant } from '../../../../src/core/time/instant.ts';
import { STRAIGHT } from '../../../../src/core/time/warp.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { slowGapsOf } from './slow-gaps.ts';

const of = (...dates: readonly string[]) => datasetOf(dates.map((when) => ({ when })));
/** The date of a number of days from 1970 on, as EDTF. */
function dateOf(days: number): string {
  const { year, month, day } = civilOf(instant(days * DAY));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const busyDays = ['2026-02-03', '2026-02-03', '2026-02-04', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-08'];

describe('gapsOf', () => {
  it('leaves out the empty half year of a story of a few days, and draws its months small', () => {
    const { columns } = of('2025-06', '2026-01', ...busyDays);
    const warp = gapsOf(columns);
    expect(warp.breaks).toEqual([
      { kind: 'squeezed', interval: { start: instantOf(2025, 6), end: instantOf(2025, 7) } },
      { kind: 'gap', interval: { start: instantOf(2025, 7), end: instantOf(2026, 1) } },
      { kind: 'squeezed', interval: { start: instantOf(2026, 1), end: instantOf(2026, 2) } },
    ]);
    const drawn = (from: number, to: number): number => warp.toWarped(to) - warp.toWarped(from);
    expect(drawn(instantOf(2026, 2, 3), instantOf(2026, 2, 4))).toBe(DAY);
    const june = drawn(instantOf(2025, 6), instantOf(2025, 7));
    const january = drawn(instantOf(2026, 1), instantOf(2026, 2));
    expect(january / june).toBeCloseTo(31 / 30, 6);
    expect(january).toBeGreaterThan(DAY);
    expect(january).toBeLessThan(4 * DAY);
    expect(drawn(instantOf(2025, 7), instantOf(2026, 1))).toBeLessThan(DAY / 2);
  });

  it('leaves a margin of true time between busy days and a gap', () => {
    const warp = gapsOf(of(...busyDays, '2024-05-01', '2024-05-02').columns);
    expect(warp.breaks.map(({ kind }) => kind)).toEqual(['gap']);
    expect(warp.breaks[0]?.interval.start).toBeGreaterThan(instantOf(2024, 5, 3));
    expect(warp.breaks[0]?.interval.end).toBeLessThan(instantOf(2026, 2, 3));
  });

  it('keeps a year squeezed on both sides of the busy days in it', () => {
    expect(gapsOf(of('2026', ...busyDays).columns).breaks).toEqual([
      { kind: 'squeezed', interval: { start: instantOf(2026), end: instantOf(2026, 2, 3) } },
      { kind: 'squeezed', interval: { start: instantOf(2026, 2, 9), end: instantOf(2027) } },
    ]);
  });

  it.each([
    ['events spread evenly over years', Array.from({ length: 50 }, (_, k) => String(1950 + k))],
    ['a day each year', Array.from({ length: 6 }, (_, k) => `${2000 + k}-06-01`)],
    ['thousands over half a century, with quiet years', Array.from({ length: 400 }, (_, k) => `${1945 + Math.floor((k / 400) ** 0.8 * 53)}-0${(k % 9) + 1}-11`)],
    ['months only', ['2020-01', '2020-03', '2020-08', '2021-02', '2021-05']],
    ['one event', ['2026']],
    ['no event', []],
  ])('keeps the straight line for %s', (_, dates) => {
    expect(gapsOf(of(...dates).columns)).toBe(STRAIGHT);
  });

  it('cuts no event that is as exact as most, and nothing but empty time', () => {
    const date = fc.integer({ min: 0, max: 4000 }).map(dateOf);
    fc.assert(
      fc.property(fc.array(date, { maxLength: 12 }), (dates) => {
        const { columns } = of(...busyDays.map((day) => day.replace('2026', '1975')), ...dates);
        for (const { interval, kind } of gapsOf(columns).breaks) {
          expect(kind).toBe('gap');
          columns.earliestStart.forEach((start, i) => expect(start >= interval.end || (columns.latestEnd[i] ?? 0) <= interval.start).toBe(true));
        }
      }),
    );
  });
});

describe('gapsOf on random events', () => {
  /** Bursts of days, months and single moments, near and far: what bends lines, and what does not. */
  const anyBurst = fc.record({
    from: fc.integer({ min: 0, max: 40_000 }),
    within: fc.constantFrom(3, 40, 900),
    spans: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 31, 365)), { minLength: 1, maxLength: 12 }),
  });

  it('bends the line as the plain way of working it out does', () => {
    fc.assert(
      fc.property(fc.array(anyBurst, { minLength: 1, maxLength: 5 }), (bursts) => {
        const spans = bursts
          .flatMap(({ from, within, spans: own }) => own.map(([share, days]) => ({ start: (from + Math.round(share * within * 24) / 24) * DAY, days })))
          .map(({ start, days }) => ({ start, end: start + days * DAY }))
          .sort((a, b) => a.start - b.start || a.end - b.end);
        const { columns } = of();
        const bounds = { ...columns, earliestStart: Float64Array.from(spans, ({ start }) => start), latestEnd: Float64Array.from(spans, ({ end }) => end) };
        const [fast, slow] = [gapsOf(bounds), slowGapsOf(bounds)];
        expect(fast.breaks).toEqual(slow.breaks);
        for (const at of spans.map(({ start }) => start)) expect(fast.toWarped(at)).toBeCloseTo(slow.toWarped(at), 3);
      }),
      { numRuns: 400 },
    );
  });
});

describe('warpFor', () => {
  it('bends nothing when the spacing is true', () => {
    const dataset = of('2025-06', '2026-01', ...busyDays);
    expect(warpFor(dataset, 'true')).toBe(STRAIGHT);
    expect(warpFor(dataset, 'compressed').breaks).toHaveLength(3);
    expect(warpFor(dataset, 'compressed')).toBe(warpFor(dataset, 'compressed'));
  });
});

describe('warpFor with equal spacing', () => {
  it('draws the starts of events equally far apart, those at one instant in one place', () => {
    const dataset = of('2001', '2002-05-07', '2002-05-07', '2002-05-08', '2019');
    const { toWarped, breaks } = warpFor(dataset, 'equal');
    const steps = [instantOf(2001), instantOf(2002, 5, 7), instantOf(2002, 5, 8), instantOf(2019), instantOf(2020)].map((at) => toWarped(at));
    steps.slice(2).forEach((at, k) => expect((at - (steps[k + 1] ?? 0)) / ((steps[1] ?? 0) - (steps[0] ?? 0))).toBeCloseTo(1, 9));
    expect(breaks).toEqual([]);
    expect(warpFor(dataset, 'equal')).toBe(warpFor(dataset, 'equal'));
  });

  it('is straight for fewer than two starts', () => {
    expect(warpFor(of('2001'), 'equal')).toBe(STRAIGHT);
    expect(warpFor(of(), 'equal')).toBe(STRAIGHT);
  });

  it('has no more knots for very many events than can be told apart', () => {
    const { columns } = of();
    const starts = Float64Array.from({ length: 30_000 }, (_, k) => k * k);
    const knots = evenKnots({ ...columns, earliestStart: starts, latestEnd: starts }, 30_000 ** 2);
    expect(knots.length).toBeLessThanOrEqual(MOST_KNOTS + 2);
    expect(knots[0]).toBe(0);
    expect(knots.at(-1)).toBe(30_000 ** 2);
    expect(knots.every((knot, k) => k === 0 || knot > (knots[k - 1] ?? Infinity))).toBe(true);
  });
});

describe('fitWindow', () => {
  it('holds all bounded dates with room on either side', () => {
    const dataset = of('1990', '2000/..', '/1980');
    const { start, end } = fitWindow(dataset, STRAIGHT) ?? { start: 0, end: 0 };
    expect(start).toBeLessThan(instantOf(1980));
    expect(start).toBeGreaterThan(instantOf(1979));
    expect(end).toBeGreaterThan(instantOf(2001));
    expect(end).toBeLessThan(instantOf(2002));
  });

  it('is nothing without a date, and half a day around a single instant', () => {
    expect(fitWindow(datasetOf([{ when: null }]), STRAIGHT)).toBeUndefined();
    expect(fitWindow(of('2026-02-03T12:00:00.000'), STRAIGHT)?.start).toBeLessThan(instantOf(2026, 2, 3, 12));
  });
});
