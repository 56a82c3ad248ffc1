import { describe, expect, it } from 'vitest';
import { datesOf, readRows, type ReadRows } from '../../../../support/read-rows.ts';

/** A table of events with a column that says how long they lasted. */
const lasting = (name: string, ...rows: readonly (readonly [start: string, length: string])[]): ReadRows =>
  readRows(`title;start;${name}\n${rows.map(([start, length], row) => `Event ${row};${start};${length}`).join('\n')}\n`);

describe('a column of durations', () => {
  it('gives events their end, by the unit in its name', () => {
    expect(datesOf(lasting('duration_min', ['2024-05-01 10:00', '90'], ['2024-05-01 23:50', '20'], ['2024-05-02 09:00', '']))).toEqual(
      ['2024-05-01T10:00/2024-05-01T11:30', '2024-05-01T23:50/2024-05-02T00:10', '2024-05-02T09:00'],
    );
    expect(datesOf(lasting('Dauer (Tage)', ['2024-05-01', '3'], ['2024-05-04', '1'], ['2024-05', '2']))).toEqual(['2024-05-01/2024-05-03', '2024-05-04', '2024-05']);
    expect(datesOf(lasting('süre saat', ['2024-05-01 10:00', '1,5']))).toEqual(['2024-05-01T10:00/2024-05-01T11:30']);
  });

  it('gives them by units in its cells, by clocks and in the form of ISO 8601', () => {
    const rows = lasting('Duration', ['2024-05-01 10:00', '2 h'], ['2024-05-01 10:00', '1:30'], ['2024-05-01 10:00', 'PT45M'], ['2024-05-01', '2 days'], ['1914', '4 years']);
    expect(datesOf(rows)).toEqual(['2024-05-01T10:00/2024-05-01T12:00', '2024-05-01T10:00/2024-05-01T11:30', '2024-05-01T10:00/2024-05-01T10:45', '2024-05-01/2024-05-02', '1914/1918']);
    expect(rows.findings).toEqual([]);
  });

  it('stays beside the event as it is', () => {
    const [draft] = lasting('duration_min', ['2024-05-01 10:00', '90']).drafts;
    expect(draft?.extra?.get('duration_min')).toBe('90');
    expect(draft?.when?.wording).toBeUndefined();
  });

  it('is told of once where nothing says what its numbers are', () => {
    const rows = lasting('duration', ['2024-05-01 10:00', '90'], ['2024-05-01 12:00', '120'], ['2024-05-01 13:00', '2 h']);
    expect(datesOf(rows)).toEqual(['2024-05-01T10:00', '2024-05-01T12:00', '2024-05-01T13:00']);
    expect(rows.afterthoughts).toEqual([{ line: 1, finding: { code: 'duration-unclear', column: 'duration', value: '90' } }]);
    expect(rows.drafts.map(({ extra }) => extra?.get('duration'))).toEqual(['90', '120', '2 h']);
    expect(lasting('duration', ['2024-05-01 10:00', '95:30'], ['2024-05-01 12:00', '04:10'], ['2024-05-01 12:00', '61:10']).afterthoughts).toMatchObject([{ finding: { code: 'duration-unclear' } }]);
  });

  it('has cells that cannot be read told by line, column and value', () => {
    const rows = lasting('duration', ['2024-05-01 10:00', '2 h'], ['2024-05-01 10:00', '45 min'], ['2024-05-01 10:00', 'all evening'], ['2024-05-01', '0']);
    expect(rows.findings).toEqual([{ code: 'duration-unreadable', column: 'duration', value: 'all evening' }]);
    expect(rows.entries[2]).toMatchObject({ kind: 'event', line: 4 });
  });

  it('says nothing where it holds words', () => {
    const rows = lasting('duration', ['2024-05-01', 'short'], ['2024-05-02', 'long'], ['2024-05-03', 'short']);
    expect([rows.findings, rows.afterthoughts]).toEqual([[], []]);
  });

  it('gives way to an end that is stated', () => {
    const rows = readRows('title,start,end,duration (days)\na,2024-05-01,2024-05-09,3\nb,2024-05-01,,3\n');
    expect(datesOf(rows)).toEqual(['2024-05-01/2024-05-09', '2024-05-01/2024-05-03']);
  });

  it('may have its unit in a row beneath the header, and counts by the clocks of a zone', () => {
    expect(datesOf(readRows('start,duration,latitude,longitude\nUTC,min,degrees_north,degrees_east\n2024-05-01T10:00Z,90,1,2\n2024-05-02T10:00Z,30,1,2\n')).slice(-2)).toEqual(['2024-05-01T10:00Z/2024-05-01T11:30Z', '2024-05-02T10:00Z/2024-05-02T10:30Z']);
    const [draft] = readRows('title,start,duration_h\na,2024-03-30 23:30,4\n', { zone: 'Europe/Berlin' }).drafts;
    expect(draft?.when).toMatchObject({ edtf: { text: '2024-03-30T23:30/2024-03-31T04:30' }, zone: 'Europe/Berlin' });
  });
});
