import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeEdtfError } from '../../../../src/core/i18n/describe-edtf-error.ts';
import {
  describeEdtf, formatAt, formatDay, formatDuration, formatInterval, formatMonth, formatShortDate, formatTime, formatTimeInZone,
  formatTimeOfDay, formatYear, type Words,
} from '../../../../src/core/i18n/describe-time.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import { MAX_YEAR, instantOf } from '../../../../src/core/time/calendar.ts';
import { parseEdtf, type Edtf } from '../../../../src/core/time/edtf.ts';
import { DAY, HOUR, MINUTE, YEAR, instant } from '../../../../src/core/time/instant.ts';
import { ACCEPTED, REJECTED } from '../../../support/edtf-strings.ts';

const words: Words = { messages: en, locale: 'en' };
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

function read(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.value;
}

describe('describeEdtf', () => {
  it.each([
    // Single dates
    ['2026-02-03', '3 February 2026'],
    ['2026-02', 'February 2026, day not stated'],
    ['2026', '2026'],
    ['0043', '43 CE'],
    ['-0043-03-15', '15 March 44 BCE'],
    ['196', '1960s'],
    ['18', '19th century'],
    ['00', '1st century'],
    ['11', '12th century'],
    ['-04', '5th century BCE'],
    ['-019', '200 BCE to 191 BCE'],
    ['2001-21', 'spring 2001'],
    ['2001-29', 'southern spring 2001'],
    ['2001-34', 'second quarter of 2001'],
    ['2001-40', 'first half of 2001'],
    // Long years
    ['Y-170000000', '170 million BCE'],
    ['Y-17E7', 'about 170 million BCE'],
    ['Y-13800000000', '13.8 billion BCE'],
    ['Y170002', '170,002 CE'],
    ['1950S2', 'about 1950, only its first 2 digits sure'],
    // Times of day
    ['2026-02-03T17:54:59Z', '3 February 2026, 17:54:59 UTC'],
    ['2026-02-03T17:54:59', '3 February 2026, 17:54:59'],
    ['2026-02-03T05:54+03:30', '3 February 2026, 05:54 UTC+3:30'],
    ['2026-02-03T17-12', '3 February 2026, 17:00 UTC−12'],
    ['2026-02-03T17:54:59.04+0000', '3 February 2026, 17:54:59.04 UTC'],
    // Qualifiers
    ['1850~', 'about 1850'],
    ['2026-02-03?', '3 February 2026, uncertain'],
    ['2016%', 'about 2016, uncertain'],
    ['2016-05~', 'about May 2016'],
    ['197~', 'about the 1970s'],
    ['?2004-?06', 'June 2004, uncertain'],
    ['2004-06-~11', '11 June 2004, day approximate'],
    ['2004?-06-~11', '11 June 2004, year uncertain, day approximate'],
    ['2001-?09~-09', '9 September 2001, year approximate, month uncertain and approximate'],
    // Digits not stated
    ['2026-02-XX', 'a day in February 2026'],
    ['2026-XX', 'a month in 2026'],
    ['2026-XX-XX', 'a day in 2026'],
    ['156X', 'a year in the 1560s'],
    ['19XX', 'a year between 1900 and 1999'],
    ['1XX3', 'a year between 1003 and 1993 (1XX3)'],
    ['-01XX', 'a year between 200 BCE and 101 BCE'],
    ['XXXX', 'a year that is not stated'],
    ['156X-12-25', '25 December of a year in the 1560s'],
    ['15XX-12-XX', 'a day in December of a year between 1500 and 1599'],
    ['1500-1X-25', '25 October, November or December of 1500'],
    ['2004-02-1X', 'a day from 10 to 19 February 2004'],
    ['2004-01-3X', '30 or 31 January 2004'],
    ['2004-01-X5', '5, 15 or 25 January 2004'],
    ['15XX-0X-25', 'day 25 of a month from January to September of a year between 1500 and 1599'],
    ['156X-21', 'spring of a year in the 1560s'],
    // Intervals
    ['2004-06-04/2006-08', 'from 4 June 2004 to August 2006'],
    ['2026-02-05/2026-02-08', 'from 5 to 8 February 2026'],
    ['2026-01/2026-03', 'from January to March 2026'],
    ['2026-02-03/2026-02-03', '3 February 2026'],
    ['1980?/1994~', 'from 1980 (uncertain) to about 1994'],
    ['2004-06-04/..', 'from 4 June 2004, end open'],
    ['2004-06/', 'from June 2004, end unknown'],
    ['/1960', 'until 1960, start unknown'],
    ['../1960', 'until 1960, start open'],
    ['../..', 'start and end open'],
    ['/', 'start and end unknown'],
    ['../', 'start open, end unknown'],
    ['/..', 'start unknown, end open'],
    // Sets
    ['[2026-02-05..2026-02-08]', 'some time between 5 and 8 February 2026'],
    ['[2026-02-28..2026-03-02]', 'some time between 28 February and 2 March 2026'],
    ['[2025-12-30..2026-01-02]', 'some time between 30 December 2025 and 2 January 2026'],
    ['[1760-12..]', 'some time from December 1760 on'],
    ['[..1760-12-03]', 'some time up to 3 December 1760'],
    ['[1667, 1672-12]', '1667 or December 1672'],
    ['[1667,1668, 1670..1672]', '1667, 1668 or some time between 1670 and 1672'],
    ['{1960, 1961-12}', 'both 1960 and December 1961'],
    ['{1667, 1668, 1670..1672}', 'all of 1667, 1668 and 1670 to 1672'],
    ['{1760..}', 'all of 1760 and after'],
    ['{..1760}', 'all of 1760 and before'],
  ])('%s is “%s”', (text, expected) => {
    expect(spaced(describeEdtf(read(text), words))).toBe(expected);
  });

  it('has plain words for every string: no X but in brackets, no mark of the format', () => {
    for (const text of ACCEPTED) {
      for (const said of [describeEdtf(read(text), words), formatShortDate(read(text), words)]) {
        expect(said.replace(/\(.*X.*\)/, ''), text).not.toMatch(/X|~|%|\[|\{|\.\.|undefined|NaN|Infinity/);
        expect(said.trim(), text).not.toBe('');
      }
    }
  });

  it('follows the order of another locale', () => {
    const turkish: Words = { messages: en, locale: 'tr' };
    expect(describeEdtf(read('2026-02-03'), turkish)).toBe('3 Şubat 2026');
    const japanese: Words = { messages: en, locale: 'ja' };
    expect(formatShortDate(read('2026-02-05/2026-02-08'), japanese)).toBe('2026年2月5日–2026年2月8日');
  });
});

describe('describeEdtfError', () => {
  it.each([
    ['2026-13', 'Month 13 does not exist.'],
    ['2026-02-30', '30 February 2026 does not exist.'],
    ['2004/2003', 'The interval “2004/2003” ends before it begins.'],
    ['2026-2-3', 'In “2026-2-3” a month or day has one digit. Write two, as in 2026-02-03.'],
    ['15XX-02-3X', '15XX-02-3X does not exist.'],
    ['soon', '“s” cannot stand at character 1 of a date.'],
  ])('%s: %s', (text, sentence) => {
    const result = parseEdtf(text);
    expect(result.ok ? '' : describeEdtfError(result.error, words)).toBe(sentence);
  });

  it('has a sentence for every string that is refused', () => {
    for (const text of REJECTED) {
      const result = parseEdtf(text);
      expect(result.ok ? '' : describeEdtfError(result.error, words), text).toMatch(/^[“A-Z\d].*\.$/);
    }
  });
});

describe('formatShortDate', () => {
  it.each([
    ['2026-02-03', '3 Feb 2026'],
    ['2026-01', 'Jan 2026'],
    ['1850~', 'c. 1850'],
    ['1984?', '1984?'],
    ['1984%', 'c. 1984?'],
    ['2026-02-03T17:54:59Z', '3 Feb 2026, 17:54:59'],
    ['2026-02-XX', 'Feb 2026'],
    ['2026-XX-03', '2026'],
    ['156X-12-25', '1560s'],
    ['15XX', '1500–1599'],
    ['-01XX', '200 BCE – 101 BCE'],
    ['XXXX', 'year not stated'],
    ['18', '19th c.'],
    ['2001-28', 'winter 2001'],
    ['2001-36', 'Q4 2001'],
    ['Y-66E6', 'c. 66 Ma'],
    ['Y-13800000000', '13.8 Ga'],
    ['2026-02-05/2026-02-08', '5–8 Feb 2026'],
    ['2026-01-30/2026-02-09', '30 Jan – 9 Feb 2026'],
    ['2026-02-03/2026-02-03', '3 Feb 2026'],
    ['2026-01/2026-03', 'Jan–Mar 2026'],
    ['2004-06/2006-08', 'Jun 2004 – Aug 2006'],
    ['1980/1994', '1980–1994'],
    ['1980?/1994~', '1980? – c. 1994'],
    ['2004-06-01/..', 'from 1 Jun 2004'],
    ['/1960', 'until 1960'],
    ['../..', 'all time'],
    ['/', 'date unknown'],
    ['[2026-02-05..2026-02-08]', '5–8 Feb 2026'],
    ['[1667, 1672-12]', '1667 or Dec 1672'],
    ['{1667, 1670..1672}', '1667 and 1670–1672'],
    ['[1667,1668, 1670..1672]', '1667–1672'],
    ['[1667, 1668, 1670..]', 'from 1667'],
  ])('%s is “%s”', (text, expected) => {
    expect(spaced(formatShortDate(read(text), words))).toBe(expected);
  });
});

describe('formatTimeOfDay', () => {
  it('is the wall clock as written, whatever the zone', () => {
    expect(formatTimeOfDay(read('2026-02-03T05:54+03:30'), words)).toBe('05:54');
    expect(formatTimeOfDay(read('2026-02-03'), words)).toBeUndefined();
  });

  it.each([
    ['2026-02-03T05:54:59', '05:54:59'],
    ['2026-02-03T05:54:00', '05:54'],
    ['2026-02-03T05:54:00.000', '05:54'],
    ['2026-02-03T05:54:09.000', '05:54:09'],
    ['2026-02-03T05:54:00.250', '05:54:00.25'],
    ['2026-02-03T05:54:09.276340', '05:54:09.276'],
    ['2026-02-03T05:54:00.0004', '05:54'],
  ])('of %s is %s', (text, expected) => {
    expect(formatTimeOfDay(read(text), words)).toBe(expected);
  });

  it('has the decimal sign of the locale', () => {
    expect(formatTimeOfDay(read('2026-02-03T05:54:09.5'), { ...words, locale: 'de' })).toBe('05:54:09,5');
  });
});

describe('formatTimeInZone', () => {
  it.each([
    ['2026-02-03T05:54:59Z', '09:24:59 UTC+3:30'],
    ['2026-02-03T05:54:00Z', '09:24 UTC+3:30'],
    ['2026-02-03T05:54:00.125+01:00', '08:24:00.125 UTC+3:30'],
    ['2026-02-03T05:54:59', '05:54:59'],
  ])('tells %s by the clocks of the zone, as finely as it is stated: %s', (text, expected) => {
    expect(spaced(formatTimeInZone(read(text), { ...words, zone: 'Asia/Tehran' }) ?? '')).toBe(expected);
  });
});

describe('days, months and times', () => {
  it('head a list', () => {
    expect(formatDay(instantOf(2026, 2, 3), words)).toBe('Tuesday 3 February 2026');
    expect(formatMonth(instantOf(2026, 2), words)).toBe('February 2026');
    expect(formatTime(instantOf(2026, 2, 3, 5, 7, 9), words)).toBe('05:07');
    expect(formatTime(instantOf(2026, 2, 3, 5, 7, 9), words, 'second')).toBe('05:07:09');
  });

  it('have the right weekday in any year', () => {
    const anyDay = fc.tuple(fc.integer({ min: -MAX_YEAR, max: MAX_YEAR }), fc.integer({ min: 0, max: 365 }));
    const names = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];
    fc.assert(
      fc.property(anyDay, ([year, day]) => {
        const at = instantOf(year, 1, 1 + day);
        const weekday = ((Math.round(at / DAY) % 7) + 7) % 7;
        expect(formatAt(at, 'weekday', words)).toBe(names[weekday]);
      }),
    );
  });
});

describe('formatYear', () => {
  it.each([
    [2026, '2026', '2026'],
    [999, '999 CE', '999 CE'],
    [0, '1 BCE', '1 BCE'],
    [-43, '44 BCE', '44 BCE'],
    [-9998, '9999 BCE', '9999 BCE'],
    [-12_000, '12,000 BCE', '12,000 BCE'],
    [-12_001, '12,002 BCE', '12,002 BCE'],
    [-65_500_000, '65.5 million BCE', '65.5 Ma'],
    [-4_567_000_000, '4.567 billion BCE', '4.567 Ga'],
    [12_000, '12,000 CE', '12,000 CE'],
    [5_000_000_000, '5 billion CE', '5 billion CE'],
  ])('%i is “%s”, short “%s”', (year, long, short) => {
    expect(spaced(formatYear(year, words))).toBe(long);
    expect(spaced(formatYear(year, words, 'short'))).toBe(short);
  });
});

const said = (start: number, end: number): string => spaced(formatInterval({ start: instant(start), end: instant(end) }, words));

describe('formatInterval', () => {
  it('writes its ends the finer the shorter it is', () => {
    expect(said(instantOf(2026, 2, 3, 6), instantOf(2026, 2, 3, 6, 0, 0, 900))).toBe('3 Feb 2026, 06:00:00–06:00:00.9');
    expect(said(instantOf(2026, 2, 3, 6), instantOf(2026, 2, 3, 6, 2))).toBe('3 Feb 2026, 06:00:00–06:02:00');
    expect(said(instantOf(2026, 2, 3, 6), instantOf(2026, 2, 3, 18))).toBe('3 Feb 2026, 06:00–18:00');
    expect(said(instantOf(2026, 2, 3, 18), instantOf(2026, 2, 4, 6))).toBe('3 Feb 2026, 18:00 – 4 Feb 2026, 06:00');
    expect(said(instantOf(2026, 1, 30), instantOf(2026, 2, 10))).toBe('30 Jan – 9 Feb 2026');
    expect(said(instantOf(1998, 4), instantOf(2016))).toBe('Apr 1998 – Dec 2015');
    expect(said(instantOf(1850), instantOf(2026))).toBe('1850–2025');
    expect(said(instantOf(-13_800_000_000), instantOf(-66_043_210))).toBe('13.8 Ga – 70 Ma');
    expect(said(instantOf(-118_000), instantOf(-38_000))).toBe('120 ka – 40 ka');
  });

  it('is one day when it is one day', () => {
    expect(said(instantOf(2026, 2, 3), instantOf(2026, 2, 4))).toBe('3 Feb 2026');
  });

  it('is told by the clocks of a zone', () => {
    const interval = { start: instantOf(2026, 2, 3, 22), end: instantOf(2026, 2, 3, 23) };
    expect(spaced(formatInterval(interval, { ...words, zone: 'Asia/Tehran' }))).toBe('4 Feb 2026, 01:30–02:30');
    expect(spaced(formatInterval(interval, { ...words, zone: 'America/New_York' }))).toBe('3 Feb 2026, 17:00–18:00');
  });

  it('says which end is open', () => {
    expect(said(instantOf(2026, 2, 3), Infinity)).toBe('from 3 Feb 2026');
    expect(said(-Infinity, instantOf(2026, 2, 4))).toBe('until 3 Feb 2026');
    expect(said(-Infinity, Infinity)).toBe('all time');
  });
});

describe('formatDuration', () => {
  it.each([
    [250, '250 milliseconds'],
    [45_000, '45 seconds'],
    [5 * MINUTE, '5 minutes'],
    [6 * HOUR, '6 hours'],
    [12 * DAY, '12 days'],
    [DAY * 184, '6 months'],
    [3 * YEAR, '3 years'],
    [12_345 * YEAR, '12,300 years'],
    [1.5e6 * YEAR, '1.5 million years'],
    [13.8e9 * YEAR, '13.8 billion years'],
  ])('%d ms is “%s”', (ms, expected) => {
    expect(spaced(formatDuration(ms, words))).toBe(expected);
  });
});
