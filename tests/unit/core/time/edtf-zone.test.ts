import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf, type Edtf } from '../../../../src/core/time/edtf.ts';
import { inZone } from '../../../../src/core/time/edtf-zone.ts';

function read(text: string): Edtf {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.kind}`);
  return parsed.value;
}

const spanIn = (text: string, zone: string) => inZone(read(text), zone).span;

describe('a time of day in a zone', () => {
  it.each([
    ['2026-02-03T06:00', 'Asia/Tehran', '2026-02-03T06:00+03:30'],
    ['2022-07-01T06:00', 'Asia/Tehran', '2022-07-01T06:00+04:30'],
    ['2026-02-03T22:15:30', 'America/New_York', '2026-02-03T22:15:30-05:00'],
    ['2026-02-03T06', 'UTC', '2026-02-03T06Z'],
    ['2026-02-03T06:00/2026-02-03T07:30', 'Asia/Tehran', '2026-02-03T06:00+03:30/2026-02-03T07:30+03:30'],
    ['2026-02-03T06:00/..', 'Asia/Tehran', '2026-02-03T06:00+03:30/..'],
    ['[2026-02-03T06:00, 2026-02-04T06:00..]', 'Asia/Tehran', '[2026-02-03T06:00+03:30, 2026-02-04T06:00+03:30..]'],
  ])('%s in %s has the bounds of %s', (text, zone, same) => {
    expect(spanIn(text, zone)).toEqual(read(same).span);
    expect(inZone(read(text), zone)).toMatchObject({ text, zoned: true });
  });

  it('lies in either hour where clocks were set back', () => {
    const [summer, winter] = [read('2026-10-25T02:30+02:00').span, read('2026-10-25T02:30+01:00').span];
    expect(spanIn('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      earliestStart: summer.earliestStart, latestStart: winter.latestStart, earliestEnd: summer.earliestEnd, latestEnd: winter.latestEnd,
    });
  });

  it('that clocks skipped is read by the clocks of before or after', () => {
    const { earliestStart, latestEnd } = spanIn('2026-03-29T02:30', 'Europe/Berlin');
    expect([earliestStart, latestEnd]).toEqual([read('2026-03-29T02:30+02:00').span.earliestStart, read('2026-03-29T02:30+01:00').span.latestEnd]);
  });

  it('keeps the zone that it states itself', () => {
    expect(spanIn('2026-02-03T06:00Z', 'Asia/Tehran')).toEqual(read('2026-02-03T06:00Z').span);
  });

  it('is never more than a day from where it would be in UTC, and as wide as its unit or wider', () => {
    const zones = fc.constantFrom('Asia/Tehran', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const days = fc.date({ min: new Date('0001-01-02T00:00Z'), max: new Date('9999-12-30T00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const text = day.toISOString().slice(0, 16);
        const [plain, moved] = [read(text).span, spanIn(text, zone)];
        expect(Math.abs(moved.earliestStart - plain.earliestStart)).toBeLessThanOrEqual(86_400_000);
        expect(moved.latestEnd - moved.earliestStart).toBeGreaterThanOrEqual(plain.latestEnd - plain.earliestStart);
      }),
    );
  });
});

describe('a date without a time of day', () => {
  it.each(['2026-02-03', '2026-02', '[2026-02-05..2026-02-08]', '2026-02-03T06:00/2026-02-04', '1850~'])('%s is the same in every zone', (text) => {
    expect(inZone(read(text), 'Asia/Tehran')).toEqual(read(text));
  });
});

describe('a zone that is not known', () => {
  it('moves nothing', () => {
    expect(inZone(read('2026-02-03T06:00'), 'Mars/Olympus_Mons')).toEqual(read('2026-02-03T06:00'));
  });
});
