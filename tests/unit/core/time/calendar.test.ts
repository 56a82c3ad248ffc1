import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_YEAR, UNITS, civilOf, daysInMonth, floorTo, instantOf, isLeapYear, offsetBy } from '../../../../src/core/time/calendar.ts';
import { DAY, HOUR, instant } from '../../../../src/core/time/instant.ts';

const LIMIT_OF_DATE = 8.64e15;
const msOfDate = fc.integer({ min: -LIMIT_OF_DATE, max: LIMIT_OF_DATE });
const anyYear = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -MAX_YEAR, max: MAX_YEAR }));
const date = (text: string): ReturnType<typeof instant> => instant(Date.parse(text));

describe('civilOf and instantOf', () => {
  it('agree with Date for every millisecond that Date can hold', () => {
    fc.assert(
      fc.property(msOfDate, (ms) => {
        const expected = new Date(ms);
        const civil = civilOf(instant(ms));
        expect(civil).toEqual({
          year: expected.getUTCFullYear(),
          month: expected.getUTCMonth() + 1,
          day: expected.getUTCDate(),
          hour: expected.getUTCHours(),
          minute: expected.getUTCMinutes(),
          second: expected.getUTCSeconds(),
          millisecond: expected.getUTCMilliseconds(),
          weekday: expected.getUTCDay(),
        });
        const { year, month, day, hour, minute, second, millisecond } = civil;
        expect(instantOf(year, month, day, hour, minute, second, millisecond)).toBe(ms);
      }),
      { numRuns: 1000 },
    );
  });

  it('give back the date of any day within a trillion years', () => {
    const anyDay = fc.tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(anyDay, ([year, month, wanted]) => {
        const day = Math.min(wanted, daysInMonth(year, month));
        expect(civilOf(instantOf(year, month, day))).toMatchObject({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it('hold the Big Bang', () => {
    const at = instantOf(-13_800_000_000);
    // 400 years are 146,097 days, and 0000-01-01 is 719,528 days before 1970-01-01.
    expect(at).toBe(Number((-34_500_000n * 146_097n - 719_528n) * 86_400_000n));
    expect(civilOf(at).year).toBe(-13_800_000_000);
  });

  it('carry months over as Date.UTC does', () => {
    expect(instantOf(2025, 13)).toBe(instantOf(2026));
    expect(instantOf(2026, 0, 31)).toBe(instantOf(2025, 12, 31));
    expect(instantOf(2026, 2, 3, 24)).toBe(instantOf(2026, 2, 4));
  });

  it('cut off a fraction of a millisecond', () => {
    expect(civilOf(instant(-0.5))).toMatchObject({ year: 1969, hour: 23, second: 59, millisecond: 999 });
  });

  it('refuse to take an infinite instant apart', () => {
    expect(() => civilOf(instant(Infinity))).toThrow('Infinity is not a point on the calendar');
  });
});

describe('the length of months', () => {
  it('knows the Gregorian leap years, before the year 1 as well', () => {
    expect([2024, 2000, 0, -4, -400].every(isLeapYear)).toBe(true);
    expect([2026, 1900, -1, -100, -300].some(isLeapYear)).toBe(false);
  });

  it('is the distance from one first day to the next', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 1, max: 12 }), (year, month) => {
        // Near the limit an instant is only exact to some minutes.
        const distance = (instantOf(year, month + 1) - instantOf(year, month)) / DAY;
        expect(Math.round(distance)).toBe(daysInMonth(year, month));
      }),
    );
  });

  it('does not exist for month 13', () => {
    expect(() => daysInMonth(2026, 13)).toThrow('month 13 is not between 1 and 12');
  });
});

describe('floorTo', () => {
  it('finds the beginning of each unit', () => {
    const at = date('2026-02-04T17:54:59.123Z');
    const begins = Object.fromEntries(UNITS.map((unit) => [unit, new Date(floorTo(unit, 1, at)).toISOString()]));
    expect(begins).toEqual({
      millisecond: '2026-02-04T17:54:59.123Z',
      second: '2026-02-04T17:54:59.000Z',
      minute: '2026-02-04T17:54:00.000Z',
      hour: '2026-02-04T17:00:00.000Z',
      day: '2026-02-04T00:00:00.000Z',
      week: '2026-02-02T00:00:00.000Z',
      month: '2026-02-01T00:00:00.000Z',
      quarter: '2026-01-01T00:00:00.000Z',
      year: '2026-01-01T00:00:00.000Z',
    });
  });

  it('counts steps so that they fall on round values', () => {
    const at = date('2026-08-14T17:54:59Z');
    expect(floorTo('hour', 6, at)).toBe(date('2026-08-14T12:00:00Z'));
    expect(floorTo('month', 3, at)).toBe(date('2026-07-01T00:00:00Z'));
    expect(floorTo('year', 5, at)).toBe(date('2025-01-01T00:00:00Z'));
    expect(civilOf(floorTo('year', 1e9, instantOf(-4_567_000_000))).year).toBe(-5e9);
  });

  it('begins a week on Monday', () => {
    fc.assert(
      fc.property(msOfDate, (ms) => {
        expect(civilOf(floorTo('week', 1, instant(ms))).weekday).toBe(1);
      }),
    );
  });

  it('stays where it is once there, and its step contains the instant', () => {
    const step = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), step, fc.integer({ min: -8e15, max: 8e15 }), (unit, count, ms) => {
        const start = floorTo(unit, count, instant(ms));
        expect(floorTo(unit, count, start)).toBe(start);
        expect(start).toBeLessThanOrEqual(ms);
        expect(offsetBy(unit, count, start)).toBeGreaterThan(ms);
      }),
    );
  });

  it('leaves infinities alone and refuses a step that is not a whole number', () => {
    expect(floorTo('year', 10, instant(-Infinity))).toBe(-Infinity);
    expect(() => floorTo('day', 0, instant(0))).toThrow('a step of 0 days');
    expect(() => floorTo('day', 1.5, instant(0))).toThrow('a step of 1.5 days');
  });
});

describe('offsetBy', () => {
  it('keeps the time of day and the day of the month', () => {
    const at = date('2026-02-04T17:54:59Z');
    expect(offsetBy('month', -14, at)).toBe(date('2024-12-04T17:54:59Z'));
    expect(offsetBy('quarter', 1, at)).toBe(date('2026-05-04T17:54:59Z'));
    expect(offsetBy('week', 2, at)).toBe(date('2026-02-18T17:54:59Z'));
    expect(offsetBy('hour', -18, at)).toBe(at - 18 * HOUR);
  });

  it('holds the day to the end of a shorter month', () => {
    expect(offsetBy('month', 1, date('2026-01-31T00:00:00Z'))).toBe(date('2026-02-28T00:00:00Z'));
    expect(offsetBy('year', -1, date('2024-02-29T00:00:00Z'))).toBe(date('2023-02-28T00:00:00Z'));
  });

  it('comes back, for every unit, from the beginning of a unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.integer({ min: -9999, max: 9999 }), msOfDate, (unit, count, ms) => {
        const start = floorTo(unit, 1, instant(ms));
        expect(offsetBy(unit, -count, offsetBy(unit, count, start))).toBe(start);
      }),
    );
  });

  it('steps through deep time without losing a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -13, max: 13 }), (billions) => {
        expect(offsetBy('year', billions * 1e9, instantOf(0))).toBe(instantOf(billions * 1e9));
      }),
    );
  });

  it('leaves infinities alone and refuses a broken count', () => {
    expect(offsetBy('day', 1, instant(Infinity))).toBe(Infinity);
    expect(() => offsetBy('day', 0.5, instant(0))).toThrow('an offset of 0.5 days');
  });
});
