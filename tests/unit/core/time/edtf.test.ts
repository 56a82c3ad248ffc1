import edtf from 'edtf';
import { describe, expect, it } from 'vitest';
import { printEdtf } from '../../../../src/core/time/edtf-print.ts';
import { parseEdtf, serializeEdtf, type Edtf, type EdtfError } from '../../../../src/core/time/edtf.ts';
import { ACCEPTED, REJECTED } from '../../../support/edtf-strings.ts';

function read(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.value;
}

function errorOf(text: string): EdtfError {
  const result = parseEdtf(text);
  if (result.ok) throw new Error(`${text} was accepted`);
  return result.error;
}

/** A bound as ISO text, to the day where it is a midnight. */
const day = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().replace('T00:00:00.000Z', '') : String(at));

/** Earliest start, latest start, earliest end, latest end. */
function bounds(text: string): readonly string[] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = read(text).span;
  return [earliestStart, latestStart, earliestEnd, latestEnd].map(day);
}

/** The first and the last bound. */
const outer = (text: string): readonly (string | undefined)[] => [bounds(text)[0], bounds(text)[3]];

/** The outer bounds of parts of the year 2001, by their codes. */
const edges = (codes: readonly number[]): readonly unknown[] => codes.flatMap((code) => outer(`2001-${code}`));

describe('the strings of the reference parser', () => {
  it.each(ACCEPTED)('%s is read and comes back as it was written', (text) => {
    expect(serializeEdtf(read(text))).toBe(text);
  });

  it.each(ACCEPTED)('%s is written again from its parts', (text) => {
    const normal = text.replaceAll(/\s*,\s*/g, ', ');
    expect(printEdtf(read(text))).toBe(normal);
  });

  it.each(REJECTED)('%s is refused', (text) => {
    expect(parseEdtf(text).ok).toBe(false);
  });
});

describe('the bounds beside those of the reference parser', () => {
  // Where the definitions differ on purpose; each has its own test below.
  const differs = [
    /^-\d{2,3}$/, // decades and centuries before the year 0 count their digits outwards from it
    /^\//, // the reference gives no bound for an unknown start
    /S\d$/, // and the estimate alone for a year with significant digits
    /-(?:2[1-9]|3[0-2])$/, // takes seasons for quarters
    /T/, // a time of day for an instant, and .4 s for 4 ms
    /E\d/, // cannot date a year beyond 271,821
    /,.*\.\./, // ends a set at the first year of its last range
  ];
  const same = ACCEPTED.filter((text) => !differs.some((pattern) => pattern.test(text)));

  it.each(same)('%s', (text) => {
    const { min, max } = edtf(text);
    const { earliestStart, latestEnd } = read(text).span;
    expect({ first: earliestStart, last: latestEnd - 1 }).toEqual({ first: min, last: max });
  });
});

describe('the bounds of a single date', () => {
  it('say only that the event lies within it', () => {
    expect(bounds('2026-02')).toEqual(['2026-02-01', '2026-03-01', '2026-02-01', '2026-03-01']);
    expect(outer('2026-02-03')).toEqual(['2026-02-03', '2026-02-04']);
    expect(outer('2026')).toEqual(['2026-01-01', '2027-01-01']);
    expect(outer('196')).toEqual(['1960-01-01', '1970-01-01']);
    expect(outer('18')).toEqual(['1800-01-01', '1900-01-01']);
  });

  it('are not moved by a qualifier', () => {
    for (const text of ['2026-02-03?', '2026-02-03~', '2026-02-03%', '?2026-02~-03']) expect(bounds(text)).toEqual(bounds('2026-02-03'));
  });

  it('reach over every day that digits not stated can mean', () => {
    expect(outer('156X-12-25')).toEqual(['1560-12-25', '1569-12-26']);
    expect(outer('15XX-12-XX')).toEqual(['1500-12-01', '1600-01-01']);
    expect(outer('1XXX-1X')).toEqual(['1000-10-01', '2000-01-01']);
    expect(outer('2004-06-XX')).toEqual(['2004-06-01', '2004-07-01']);
    expect(outer('15XX-X2-3X')).toEqual(['1500-12-30', '1600-01-01']);
    expect(outer('2023-XX-31')).toEqual(['2023-01-31', '2024-01-01']);
  });

  it('look for a leap year when the day is 29 February', () => {
    expect(outer('156X-02-29')).toEqual(['1560-02-29', '1568-03-01']);
    expect(outer('190X-02-29')).toEqual(['1904-02-29', '1908-03-01']);
    expect(errorOf('1XX3-02-29')).toEqual({ kind: 'day-of-month', at: 9, found: '1XX3-02-29' });
  });

  it('count the digits of negative years outwards from zero', () => {
    expect(outer('-019X')).toEqual(['-000199-01-01', '-000189-01-01']);
    expect(outer('-019')).toEqual(outer('-019X'));
    expect(outer('-04')).toEqual(['-000499-01-01', '-000399-01-01']);
    expect(outer('-000X')).toEqual(['-000009-01-01', '0000-01-01']);
  });

  it('are meteorological for the seasons, northern where no hemisphere is named', () => {
    expect(outer('2001-21')).toEqual(['2001-03-01', '2001-06-01']);
    expect(outer('2001-24')).toEqual(['2001-12-01', '2002-03-01']);
    expect(outer('2001-28')).toEqual(outer('2001-24'));
    expect(outer('2001-29')).toEqual(['2001-09-01', '2001-12-01']);
    expect(outer('2001-32')).toEqual(['2001-06-01', '2001-09-01']);
  });

  it('divide the year into quarters, quadrimesters and semesters', () => {
    expect(edges([33, 34, 35, 36])).toEqual([
      '2001-01-01', '2001-04-01', '2001-04-01', '2001-07-01', '2001-07-01', '2001-10-01', '2001-10-01', '2002-01-01',
    ]);
    expect(edges([37, 38, 39])).toEqual(['2001-01-01', '2001-05-01', '2001-05-01', '2001-09-01', '2001-09-01', '2002-01-01']);
    expect(edges([40, 41])).toEqual(['2001-01-01', '2001-07-01', '2001-07-01', '2002-01-01']);
  });

  it('take in every year that shares the significant digits', () => {
    expect(outer('1950S2')).toEqual(['1900-01-01', '2000-01-01']);
    expect(outer('Y171010S3')).toEqual(['+171000-01-01', '+172000-01-01']);
    expect(outer('Y-171010S3')).toEqual(['-171999-01-01', '-170999-01-01']);
  });

  it('are finite in deep time', () => {
    for (const text of ['Y17E7', 'Y-17E7', 'Y-13800000000', 'Y1E12']) {
      const { earliestStart, latestEnd } = read(text).span;
      expect(Number.isFinite(earliestStart) && Number.isFinite(latestEnd) && earliestStart < latestEnd, text).toBe(true);
    }
    expect(read('Y-17E7').span).toEqual(read('Y-170000000').span);
  });
});

describe('the bounds of a time of day', () => {
  it('are one unit of the last part stated', () => {
    expect(outer('2026-02-03T17')).toEqual(['2026-02-03T17:00:00.000Z', '2026-02-03T18:00:00.000Z']);
    expect(outer('2026-02-03T17:54')).toEqual(['2026-02-03T17:54:00.000Z', '2026-02-03T17:55:00.000Z']);
    expect(outer('2026-02-03T17:54:59')).toEqual(['2026-02-03T17:54:59.000Z', '2026-02-03T17:55:00.000Z']);
    expect(outer('2026-02-03T17:54:59.4')).toEqual(['2026-02-03T17:54:59.400Z', '2026-02-03T17:54:59.500Z']);
    expect(outer('2026-02-03T17:54:59.042123')).toEqual(['2026-02-03T17:54:59.042Z', '2026-02-03T17:54:59.043Z']);
  });

  it('are true UTC when a zone is given', () => {
    expect(outer('2026-02-03T01:30:00+03:30')).toEqual(['2026-02-02T22:00:00.000Z', '2026-02-02T22:00:01.000Z']);
    for (const zone of ['+0330', '+03:30']) expect(outer(`2026-02-03T01:30:00${zone}`)).toEqual(outer('2026-02-02T22:00:00Z'));
    expect(outer('2026-02-03T20:00:00-05')).toEqual(outer('2026-02-04T01:00:00Z'));
    expect([read('2026-02-03T01:30:00Z').zoned, read('2026-02-03T01:30:00').zoned, read('2026-02-03').zoned]).toEqual([true, false, false]);
  });

  it('begin the next day at 24:00', () => {
    expect(outer('2026-02-28T24:00:00')).toEqual(['2026-03-01', '2026-03-01T00:00:01.000Z']);
  });
});

describe('the bounds of an interval', () => {
  it('hold its start to the first date and its end to the second', () => {
    expect(bounds('2004-06/2006-08')).toEqual(['2004-06-01', '2004-07-01', '2006-08-01', '2006-09-01']);
    expect(read('Y-201E6/Y-145E6').span).toMatchObject({
      earliestStart: read('Y-201000000').span.earliestStart,
      latestEnd: read('Y-145000000').span.latestEnd,
    });
  });

  it('are infinite at an open end', () => {
    expect(bounds('2004-06-01/..')).toEqual(['2004-06-01', '2004-06-02', 'Infinity', 'Infinity']);
    expect(bounds('../2016')).toEqual(['-Infinity', '-Infinity', '2016-01-01', '2017-01-01']);
    expect(bounds('../..')).toEqual(['-Infinity', '-Infinity', 'Infinity', 'Infinity']);
  });

  it('leave an unknown end anywhere beyond the other', () => {
    expect(bounds('/1960')).toEqual(['-Infinity', '1961-01-01', '1960-01-01', '1961-01-01']);
    expect(bounds('1960/')).toEqual(['1960-01-01', '1961-01-01', '1960-01-01', 'Infinity']);
    expect(bounds('/')).toEqual(['-Infinity', 'Infinity', '-Infinity', 'Infinity']);
    expect([read('/1960').start, read('/1960').end, read('1960/..').end]).toEqual(['unknown', 'stated', 'open']);
  });

  it('never let it end before it starts', () => {
    expect(bounds('2004-06/2004-06-15')).toEqual(['2004-06-01', '2004-06-16', '2004-06-15', '2004-06-16']);
    expect(bounds('2004-06-15/2004')).toEqual(['2004-06-15', '2004-06-16', '2004-06-15', '2005-01-01']);
  });

  it('make an interval that runs backwards an error', () => {
    expect(errorOf('2004/2003')).toEqual({ kind: 'backwards-interval', at: 6, found: '2004/2003' });
    expect(errorOf('2026-02-03T10:00:00Z/2026-02-03T10:00:00+01:00').kind).toBe('backwards-interval');
    expect(parseEdtf('2004/2004').ok).toBe(true);
  });
});

describe('sets', () => {
  it('expose the entries that the event is one of', () => {
    const set = read('[1667, 1670-02..1672]');
    expect(set.kind === 'set' && set.choice).toBe('one-of');
    const members = set.kind === 'set' ? set.members : [];
    expect(members.map(({ earliestStart, latestEnd }) => [day(earliestStart), day(latestEnd)])).toEqual([
      ['1667-01-01', '1668-01-01'],
      ['1670-02-01', '1673-01-01'],
    ]);
  });

  it('leave one of several dates anywhere between the first and the last', () => {
    expect(bounds('[2026-02-05..2026-02-08]')).toEqual(['2026-02-05', '2026-02-09', '2026-02-05', '2026-02-09']);
    expect(bounds('[1760-12..]')).toEqual(['1760-12-01', 'Infinity', '1760-12-01', 'Infinity']);
    expect(bounds('[..1760-12-03]')).toEqual(['-Infinity', '1760-12-04', '-Infinity', '1760-12-04']);
  });

  it('start all of several dates with the first and end them with the last', () => {
    expect(bounds('{1667, 1670..1672}')).toEqual(['1667-01-01', '1668-01-01', '1672-01-01', '1673-01-01']);
    expect(bounds('{1760..}')).toEqual(['1760-01-01', '1761-01-01', 'Infinity', 'Infinity']);
  });

  it('say which end is open', () => {
    expect([read('[1760..]').start, read('[1760..]').end, read('{..1760}').start]).toEqual(['stated', 'open', 'open']);
  });

  it('refuse a range that runs backwards', () => {
    expect(errorOf('[2026-02-08..2026-02-05]')).toEqual({ kind: 'backwards-range', at: 2, found: '2026-02-08..2026-02-05' });
  });

  it('hold very many entries', () => {
    const years = Array.from({ length: 200_000 }, (_, position) => String(1000 + (position % 9000)));
    expect(outer(`[${years.join(',')}]`)).toEqual(['1000-01-01', '+010000-01-01']);
  });
});

describe('precision', () => {
  it.each([
    ['2026-02-03T17:54:59.4Z', 'millisecond'], ['2026-02-03T17:54:59', 'second'], ['2026-02-03T17:54', 'minute'],
    ['2026-02-03T17', 'hour'], ['2026-02-03', 'day'], ['2026-02', 'month'], ['2026-02-XX', 'month'], ['2026-21', 'season'],
    ['2026', 'year'], ['2026-XX-03', 'year'], ['202X', 'decade'], ['202', 'decade'], ['156X-12-25', 'decade'], ['20XX', 'century'], ['20', 'century'], ['1XX3', 'millennium'],
    ['XXXX', 'ten-millennia'], ['Y17101000S3', 'hundred-millennia'], ['Y-66E6', 'million-years'], ['Y-17E7', 'deep'],
    ['Y-170000000', 'year'], ['1950S2', 'century'], ['2004-06-01/2005', 'year'], ['2004-06-01/..', 'day'], ['../..', 'deep'], ['[1667, 1672-12]', 'year'],
  ])('of %s is %s', (text, precision) => {
    expect(read(text).precision).toBe(precision);
  });
});

describe('the qualifier', () => {
  it.each([
    ['1984', false, false], ['1984?', true, false], ['1984~', false, true], ['1984%', true, true], ['2004-06-~11', false, true],
    ['2004?-06-~11', true, true], ['1980?/1994', true, false], ['1980/1994~', false, true], ['[1980~, 1994]', false, true],
    ['2001-21~', false, true], ['Y-17E7~', false, true], ['19?', true, false],
  ])('of %s is uncertain: %s, approximate: %s', (text, uncertain, approximate) => {
    expect(read(text).qualifier).toEqual({ uncertain, approximate });
  });
});

describe('errors', () => {
  it.each([
    ['', 'empty', 1, ''],
    ['2026-', 'unfinished', 6, '2026-'],
    ['February 2026', 'unexpected', 1, 'F'],
    ['2026-02-03 10:00', 'unexpected', 11, ' '],
    ['20260203', 'year-digits', 1, '20260203'],
    ['-0000-01-01', 'negative-zero', 1, '-0000'],
    ['Y2026', 'long-year', 1, 'Y2026'],
    ['Y1E13', 'year-too-far', 1, 'Y1E13'],
    ['Y1E999999999', 'year-too-far', 1, 'Y1E999999999'],
    ['1950S5', 'significant-digits', 6, '5'],
    ['2026-2-3', 'two-digits', 6, '2026-2-3'],
    ['2026-02-3', 'two-digits', 9, '2026-02-3'],
    ['2026-?13', 'month', 7, '13'],
    ['2026-42', 'month', 6, '42'],
    ['2026-21-05', 'month', 6, '21'],
    ['2026-02~-32?', 'day', 10, '32'],
    ['2015-02-29', 'day-of-month', 9, '2015-02-29'],
    ['2026-02-03T1:00', 'time', 12, '2026-02-03T1:00'],
    ['2026-02-03T25:00:00', 'hour', 12, '25:00:00'],
    ['2026-02-03T24:00:00.5', 'hour', 12, '24:00:00.5'],
    ['2026-02-03T10:61', 'minute', 15, '61'],
    ['2026-02-03T10:00:60', 'second', 18, '60'],
    ['2026-02-03T10:00:00+15:00', 'zone', 20, '+15:00'],
    ['2026-02-03T10:00:00+02:75', 'zone', 20, '+02:75'],
    ['2026-02-03T10:00:00~', 'qualified-time', 20, '2026-02-03T10:00:00~'],
    ['2026/02/03', 'slashes', 8, '2026/02/03'],
    ['1904/05', 'not-an-end', 6, '05'],
    ['[1999', 'set-unclosed', 5, ']'],
    ['[1667, ]', 'set-empty', 8, ''],
    ['[..]', 'set-empty', 2, '..'],
    ['[1667, ..1670]', 'open-inside', 8, '..1670'],
    ['[1667, 1670-13]', 'month', 13, '13'],
    ['2004-01/2004-02-30', 'day-of-month', 17, '2004-02-30'],
  ])('%s: %s at character %i', (text, kind, at, found) => {
    expect(errorOf(text)).toEqual({ kind, at, found });
  });
});
