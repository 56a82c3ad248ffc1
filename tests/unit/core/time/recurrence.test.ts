import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { parseRecurrence, recurrencesOf, type RecurrenceRule } from '../../../../src/core/time/recurrence.ts';
import type { Instant } from '../../../../src/core/time/instant.ts';

function rule(text: string): RecurrenceRule {
  const parsed = parseRecurrence(text);
  if (parsed === undefined) throw new Error(`${text} is no rule`);
  return parsed;
}

function times(text: string, first: Instant, count: number): readonly string[] {
  const all: string[] = [];
  for (const at of recurrencesOf(rule(text), first)) {
    all.push(new Date(at).toISOString().slice(0, 16));
    if (all.length === count) break;
  }
  return all;
}

const TUESDAY = instantOf(1997, 9, 2, 9);

describe('rules of recurrence', () => {
  // The examples of RFC 5545, 3.8.5.3.
  it.each<readonly [string, readonly string[]]>([
    ['FREQ=DAILY', ['09-02', '09-03', '09-04', '09-05']],
    ['FREQ=DAILY;INTERVAL=10', ['09-02', '09-12', '09-22', '10-02']],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', ['09-02', '09-16', '09-30', '10-14']],
    ['FREQ=WEEKLY;BYDAY=TU,TH', ['09-02', '09-04', '09-09', '09-11']],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR', ['09-02', '09-03', '09-05', '09-15']],
    ['FREQ=MONTHLY;BYDAY=1FR', ['09-02', '09-05', '10-03', '11-07']],
    ['FREQ=MONTHLY;BYDAY=-2MO', ['09-02', '09-22', '10-20', '11-17']],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', ['09-02', '09-28', '10-29', '11-28']],
    ['FREQ=MONTHLY;BYMONTHDAY=2,15', ['09-02', '09-15', '10-02', '10-15']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', ['09-02', '02-13', '03-13', '11-13']],
    ['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', ['09-02', '09-04', '10-07', '11-06']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', ['09-02', '09-29', '10-30', '11-27']],
    ['FREQ=YEARLY;BYMONTH=6,7', ['09-02', '06-02', '07-02', '06-02']],
    ['FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200', ['09-02', '01-01', '04-09', '07-18']],
    ['FREQ=YEARLY;BYDAY=20MO', ['09-02', '05-18', '05-17', '05-15']],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ['09-02', '05-11', '05-17', '05-15']],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH', ['09-02', '03-05', '03-12', '03-19']],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ['09-02', '11-04', '11-06', '11-08']],
  ])('expands %s', (text, expected) => {
    expect(times(text, TUESDAY, 4).map((time) => time.slice(5, 10))).toEqual(expected);
  });

  it('expands times of day', () => {
    expect(times('FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40', TUESDAY, 5).map((time) => time.slice(8))).toEqual(['02T09:00', '02T09:20', '02T09:40', '02T10:00', '02T10:20']);
    expect(times('FREQ=MINUTELY;INTERVAL=90', TUESDAY, 3).map((time) => time.slice(8))).toEqual(['02T09:00', '02T10:30', '02T12:00']);
    expect(times('FREQ=HOURLY;INTERVAL=3;BYDAY=TU', TUESDAY, 6).map((time) => time.slice(8))).toEqual(['02T09:00', '02T12:00', '02T15:00', '02T18:00', '02T21:00', '09T00:00']);
  });

  it('passes over days that a month or year lacks', () => {
    expect(times('FREQ=MONTHLY', instantOf(2026, 1, 31), 4).map((time) => time.slice(0, 10))).toEqual(['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']);
    expect(times('FREQ=YEARLY', instantOf(2024, 2, 29), 3).map((time) => time.slice(0, 10))).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
    expect(times('FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', instantOf(2020, 12, 28), 2).map((time) => time.slice(0, 10))).toEqual(['2020-12-28', '2026-12-28']);
  });

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=SECONDLY;BYMONTH=1;BYMONTHDAY=31;BYHOUR=3;BYSECOND=59',
    'FREQ=DAILY;INTERVAL=999999999', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300', 'FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3',
  ])('ends where %s names no other time', (text) => {
    const started = performance.now();
    expect(times(text, TUESDAY, 10)).toEqual(['1997-09-02T09:00']);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each(['', 'FREQ=', 'FREQ=NEVER', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;COUNT=-1', 'FREQ=MONTHLY;BYDAY=XX', 'FREQ=YEARLY;BYYEARDAY=400', 'BYDAY=MO', 'FREQ=DAILY;BYMONTH=13'])(
    'reads %j as no rule',
    (text) => {
      expect(parseRecurrence(text)).toBeUndefined();
    },
  );

  const numbers = (low: number, high: number): fc.Arbitrary<string> => fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 3 }).map((list) => list.join(','));
  const weekdays = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 }).map((list) => list.join(','));
  const rules = fc.oneof(
    fc.tuple(fc.constant('DAILY'), fc.constantFrom('', ';BYMONTH=1,7', ';BYDAY=MO,FR')),
    fc.tuple(fc.constant('WEEKLY'), weekdays.map((list) => `;BYDAY=${list}`)),
    fc.tuple(fc.constant('MONTHLY'), fc.oneof(numbers(1, 28).map((list) => `;BYMONTHDAY=${list}`), fc.constantFrom(';BYDAY=2TU', ';BYDAY=-1SU', ';BYDAY=MO'))),
    fc.tuple(fc.constant('YEARLY'), fc.oneof(numbers(1, 12).map((list) => `;BYMONTH=${list}`), fc.constantFrom(';BYMONTH=3;BYDAY=2SU', ';BYMONTH=10;BYDAY=-1SU'))),
  );
  const starts = fc.record({ year: fc.integer({ min: 1970, max: 2050 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }) });

  it('agrees with ical.js', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 4 }), starts, ([frequency, parts], interval, { year, month, day, hour }) => {
        const text = `FREQ=${frequency};INTERVAL=${interval}${parts}`;
        const first = instantOf(year, month, day, hour);
        const peer = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromData({ year, month, day, hour, minute: 0, second: 0 }));
        const expected: string[] = [];
        while (expected.length < 6) {
          const next = peer.next();
          if (next === null || next === undefined) break;
          expected.push(next.toString().slice(0, 16));
        }
        const ours = times(text, first, 7).filter((time, k) => k > 0 || time === expected[0]);
        expect([text, ours.slice(0, 5)]).toEqual([text, expected.slice(0, 5)]);
      }),
    );
  });
});
