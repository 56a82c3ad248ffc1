import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationUnitIn, parseDuration, type Duration, type DurationUnit } from '../../../../src/core/time/duration.ts';
import { endAfter } from '../../../../src/core/time/end-after.ts';
import { parseEdtf, type Edtf } from '../../../../src/core/time/edtf.ts';
import { clocksOf } from '../../../../src/core/time/zone.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000] as const;
const elapsed = (ms: number): Duration => ({ months: 0, days: 0, ms });
const calendar = (months: number, days: number, ms = 0): Duration => ({ months, days, ms });

describe('the unit of a column of durations', () => {
  it('is the one that its name states, in any spelling', () => {
    const names = ['duration_min', 'Duration (hours)', 'durationMinutes', 'Dauer in Tagen', 'süre (dk)', 'durée [s]', 'Duration (hh:mm)', 'Laufzeit mm:ss', 'مدت (دقیقه)', 'duration_ms', 'Длительность, дней'];
    expect(names.map(durationUnitIn)).toEqual(['minute', 'hour', 'minute', 'day', 'minute', 'second', 'hour', 'minute', 'minute', 'millisecond', 'day']);
  });

  it('is not known from a name that states none, several, or a lone m', () => {
    expect(['duration', 'Dauer', 'hours or days', 'duration_m'].map(durationUnitIn)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a length of time', () => {
  it.each([
    ['2 h', elapsed(2 * HOUR)],
    ['2,5 Std.', elapsed(2.5 * HOUR)],
    ['90 min', elapsed(90 * MINUTE)],
    ['1h30', elapsed(90 * MINUTE)],
    ['2 h 05', elapsed(2 * HOUR + 5 * MINUTE)],
    ['1h30m', elapsed(90 * MINUTE)],
    ['1 hr, 30 mins', elapsed(90 * MINUTE)],
    ['90′', elapsed(90 * MINUTE)],
    ['3 Tage', calendar(0, 3)],
    ['2 gün ve 4 saat', calendar(0, 2, 4 * HOUR)],
    ['۳ روز', calendar(0, 3)],
    ['2 weeks', calendar(0, 14)],
    ['1.5 days', calendar(0, 1, 12 * HOUR)],
    ['1½ days', undefined],
    ['1 year 6 months', calendar(18, 0)],
    ['2.5 years', calendar(30, 0)],
    ['2.3 years', undefined],
    ['1:30', elapsed(90 * MINUTE)],
    ['01:30:05.250', elapsed(90 * MINUTE + 5250)],
    ['2 days, 1:00:00', calendar(0, 2, HOUR)],
    ['1:75', undefined],
    ['PT2H30M', elapsed(150 * MINUTE)],
    ['P1Y2M3DT4H', calendar(14, 3, 4 * HOUR)],
    ['P2W', calendar(0, 14)],
    ['PT0.5H', elapsed(30 * MINUTE)],
    ['P', undefined],
    ['PT', undefined],
    ['90', undefined],
    ['-2 h', undefined],
    ['a few hours', undefined],
    ['2 furlongs', undefined],
    ['', undefined],
  ])('is read from %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it('takes a number by the unit of its column, and a clock of minutes as such', () => {
    expect(parseDuration('90', 'minute')).toEqual(elapsed(90 * MINUTE));
    expect(parseDuration('1,5', 'hour')).toEqual(elapsed(90 * MINUTE));
    expect(parseDuration('۹۰', 'second')).toEqual(elapsed(90 * SECOND));
    expect(parseDuration('1:30', 'minute')).toEqual(elapsed(90 * SECOND));
    expect(parseDuration('3 days', 'minute')).toEqual(calendar(0, 3));
    expect(parseDuration('1,440', 'minute')).toBeUndefined();
  });

  it('never throws and never runs long, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'PTYMWDHS0123456789.,: hmind\'’'), maxLength: 70 }), (text) => {
      const duration = parseDuration(text);
      if (duration !== undefined) expect([duration.months, duration.days, duration.ms].every((part) => Number.isFinite(part) && part >= 0)).toBe(true);
    }));
  });

  it('is the same in a number of a unit as in the words for it', () => {
    const units: readonly DurationUnit[] = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
    fc.assert(fc.property(fc.nat(100_000), fc.constantFrom(...units), (count, unit) => {
      expect(parseDuration(`${count} ${unit}s`)).toEqual(parseDuration(String(count), unit));
    }));
  });
});

const read = (text: string): Edtf => {
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`no EDTF: ${text}`);
  return edtf.value;
};
const endOf = (start: string, duration: string, zone?: string): string | undefined =>
  endAfter(read(start), parseDuration(duration) ?? elapsed(0), zone === undefined ? undefined : clocksOf(zone))?.text;

describe('the end of what begins at a date and lasts some time', () => {
  it.each([
    ['2024-05-01T10:00', '2 h', '2024-05-01T12:00'],
    ['2024-05-01T23:30', '1:30', '2024-05-02T01:00'],
    ['2024-05-01T10:00:30Z', '45 s', '2024-05-01T10:01:15Z'],
    ['2024-05-01T10:00+03:30', '1 day', '2024-05-02T10:00+03:30'],
    ['2024-05-01T10:00', '90 s', '2024-05-01T10:01'],
    ['2024-01-31T10:00', '1 month', '2024-02-29T10:00'],
    ['2024-05-01', '3 days', '2024-05-03'],
    ['2024-05-01', '48 hours', '2024-05-02'],
    ['2024-05-01', '1 month', '2024-05-31'],
    ['2024-02', '3 months', '2024-05'],
    ['1914', '4 years', '1918'],
    ['-0044', '50 years', '0006'],
  ])('%s for %s ends at %s', (start, duration, end) => {
    expect(endOf(start, duration)).toBe(end);
  });

  it.each([
    ['2024-05-01', '1 day'],
    ['2024-05-01', '2 h'],
    ['2024-05-01', '36 h'],
    ['2024-05', '3 days'],
    ['1914', '18 months'],
    ['1914~', '4 years'],
    ['2024-05-XX', '2 months'],
    ['9999', '2 years'],
    ['2024-05-01T10:00', '0 h'],
    ['2024-05-01T10:00', '45 s'],
    ['2024-05-01/2024-05-03', '2 days'],
  ])('%s for %s has no end of its own', (start, duration) => {
    expect(endOf(start, duration)).toBeUndefined();
  });

  it('counts hours that pass, also where clocks are changed, and days by the calendar', () => {
    expect(endOf('2024-03-30T23:30', '4 h', 'Europe/Berlin')).toBe('2024-03-31T04:30');
    expect(endOf('2024-03-30T23:30', '1 day', 'Europe/Berlin')).toBe('2024-03-31T23:30');
    expect(endOf('2024-03-30T23:30', '4 h')).toBe('2024-03-31T03:30');
  });

  it('lies as far behind the start as the length says', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 2, max: 4000 }), (year, days) => {
      const start = read(`${year}-02-27`);
      const end = endAfter(start, calendar(0, days));
      expect(end?.span.latestEnd).toBe(start.span.earliestStart + days * DAY);
    }));
  });
});
