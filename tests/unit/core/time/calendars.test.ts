import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/core/time/instant.ts';
import { daysInIslamicMonth, instantOfIslamic } from '../../../../src/core/time/islamic.ts';
import { daysInSolarHijriMonth, instantOfSolarHijri } from '../../../../src/core/time/solar-hijri.ts';

/** The calendars of `Intl`, which the program itself does not ask: their tables differ from machine to machine. */
const formatIn = (calendar: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });

function dateIn(format: Intl.DateTimeFormat, at: number): string {
  const fields = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${fields.get('year')}/${fields.get('month')}/${fields.get('day')}`;
}

describe('the Solar Hijri calendar', () => {
  const persian = formatIn('persian');

  it('agrees with the one of Intl on the first and last day of every month of three centuries', () => {
    for (let year = 1200; year < 1500; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, daysInSolarHijriMonth(year, month)]) expect(dateIn(persian, instantOfSolarHijri(year, month, day))).toBe(`${year}/${month}/${day}`);
      }
    }
  });

  it('joins year to year without a gap', () => {
    for (let year = 1; year < 3176; year += 1) {
      const length = (instantOfSolarHijri(year + 1, 1, 1) - instantOfSolarHijri(year, 1, 1)) / DAY;
      expect([365, 366]).toContain(length);
    }
  });

  it('throws on years that its rule does not cover', () => {
    expect(() => instantOfSolarHijri(4000, 1, 1)).toThrow('4000');
  });
});

describe('the Islamic calendar by the table', () => {
  const civil = formatIn('islamic-civil');

  it('agrees with the one of Intl', () => {
    for (let year = 1; year < 1500; year += 7) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, daysInIslamicMonth(year, month)]) expect(dateIn(civil, instantOfIslamic(year, month, day))).toBe(`${year}/${month}/${day}`);
      }
    }
  });
});
