import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../../src/core/formats/layouts/index.ts';
import { datesOf, kindsOf, readRows, type ReadRows } from '../../../support/read-rows.ts';

const FILES = join(import.meta.dirname, '../../../formats/csv');
const file = (name: string): Uint8Array => {
  const bytes = readFileSync(join(FILES, name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

const layoutIn = ({ reading }: ReadRows): string | undefined => reading.layout?.id;

/** A table with commas, of cells by the names of their columns. */
function csvOf(...rows: readonly Readonly<Record<string, string>>[]): string {
  const header = [...new Set(rows.flatMap(Object.keys))];
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${[line(header), ...rows.map((row) => line(header.map((name) => row[name] ?? '')))].join('\n')}\n`;
}

describe('a table that no program is known by', () => {
  it('has no layout', () => {
    expect(layoutOf(['id', 'date', 'title'], [['1', '2020-01-01', 'a']])).toBeUndefined();
    expect(layoutOf(['Year', 'Population'], [['1900', '1']])).toBeUndefined();
  });
});

describe('the sheet of TimelineJS', () => {
  const sheet = (...rows: readonly Readonly<Record<string, string>>[]): ReadRows => readRows(csvOf({ Year: '', Month: '', Day: '', Time: '', 'End Year': '', 'Display Date': '', Headline: '', Text: '', Media: '', Type: '', Group: '' }, ...rows));

  it('tells the title and the eras of the story from its events', () => {
    const rows = sheet(
      { Headline: 'A story', Text: '<p>of two eras</p>', Type: 'title' },
      { Headline: 'Early', Year: '1900', 'End Year': '1950', Type: 'era' },
      { Headline: 'Another title', Year: '1914', Type: 'title' },
      { Headline: 'An event', Year: '1914', Type: 'something', Group: 'War' },
    );
    expect(layoutIn(rows)).toBe('timelinejs-sheet');
    expect(kindsOf(rows)).toEqual(['blank', 'title', 'era', 'event', 'event']);
    expect(rows.entries[1]).toMatchObject({ line: 3, story: { title: 'A story', deck: 'of two eras' } });
    expect(rows.entries[2]).toMatchObject({ line: 4, story: { eras: [{ name: 'Early', when: '1900/1950' }] } });
    expect(rows.drafts[1]).toMatchObject({ title: 'An event', categories: ['War'] });
  });

  it('counts years before our era as people do, and reads blanks and commas out of them', () => {
    expect(datesOf(sheet({ Headline: 'a', Year: '-44', Month: '3', Day: '15' }, { Headline: 'b', Year: '1,066' }, { Headline: 'c', Year: '-13,800,000,000' }, { Headline: 'd', Text: 'no date' }))).toEqual(['-0043-03-15', '1066', 'Y-13799999999', null]);
  });

  it('reads times with AM and PM', () => {
    expect(datesOf(sheet({ Headline: 'a', Year: '2014', Month: '5', Day: '6', Time: '4:05 PM' }, { Headline: 'b', Year: '2014', Month: '5', Day: '6', Time: '16:05:30.25' }))).toEqual(['2014-05-06T16:05', '2014-05-06T16:05:30.250']);
  });

  it('takes the address out of what a page pastes to embed a film', () => {
    const rows = sheet({ Headline: 'a', Year: '2014', Media: '<iframe width="560" src="https://www.youtube.com/embed/x" onload="run()"></iframe>' });
    expect(rows.drafts[0]?.media).toMatchObject([{ url: 'https://www.youtube.com/embed/x' }]);
  });

  it('is read as a whole', () => {
    const rows = readRows(file('my-own-timeline.csv'));
    expect(kindsOf(rows).filter((kind) => kind === 'title')).toHaveLength(1);
    expect(rows.drafts[0]).toMatchObject({ title: 'Ada Lovelace', media: [{ credit: 'Wikimedia Commons', caption: 'Portrait by Alfred Edward Chalon' }] });
    expect(datesOf(rows)[0]).toBe('1815-12-10/1852-11-27');
  });

  it('has columns of whole dates in its first version, with the month first', () => {
    const rows = readRows(csvOf({ 'Start Date': '5/6/2013', 'End Date': '', Headline: 'a', Text: 'x', Media: '', Type: '' }, { 'Start Date': '-44', Headline: 'b' }, { 'Start Date': '2013-07', 'End Date': '2013-09', Headline: 'c' }));
    expect(layoutIn(rows)).toBe('timelinejs-sheet-1');
    expect(datesOf(rows)).toEqual(['2013-05-06', '-0043', '2013-07/2013-09']);
  });
});

describe('tables of TimeMap', () => {
  it('are those that readers of Bellingcat download', () => {
    const rows = readRows(csvOf(
      { id: 'CIV0001', date: '2/24/2022', latitude: '50.1', longitude: '36.2', location: 'Kharkiv', description: 'Shelling. A house was hit.', sources: 'https://a.example/1,https://b.example/2', associations: 'Type of area affected=Residential,Impact=Schools, kindergartens' },
    ));
    expect(layoutIn(rows)).toBe('bellingcat-csv');
    expect(rows.drafts[0]).toMatchObject({ id: 'CIV0001', categories: ['Residential', 'Schools, kindergartens'], places: [{ kind: 'exact', name: 'Kharkiv' }], sources: [{ url: 'https://a.example/1' }, { url: 'https://b.example/2' }] });
    expect(datesOf(rows)).toEqual(['2022-02-24']);
  });

  it('are the sheet of events with lists over several columns', () => {
    const rows = readRows(csvOf({ id: '1', description: 'A van arrives', date: '9/26/2014', time: '', location: 'Iguala', latitude: '18.3', longitude: '-99.5', association1: 'police', association2: 'bus', source1: 's1', source2: '' }));
    expect(layoutIn(rows)).toBe('timemap-sheet');
    expect(rows.drafts[0]).toMatchObject({ description: 'A van arrives', categories: ['police', 'bus'], sources: [{ publisher: 's1' }] });
    expect(datesOf(rows)).toEqual(['2014-09-26']);
  });
});

describe('the sheet of TimeMapper', () => {
  it('has positions or GeoJSON in one column', () => {
    const rows = readRows(csvOf(
      { Title: 'Austerlitz', Start: '1805-12-02', End: '', Description: 'x', 'Web Page': 'https://example.org', Media: '', Place: 'Slavkov', Location: '49.1281, 16.7622', Source: 'Wikipedia', 'Source URL': 'https://en.wikipedia.org/wiki/Battle_of_Austerlitz' },
      { Title: 'Waterloo', Start: '1815-06-18', Location: '{"type":"Point","coordinates":[4.406,50.679]}' },
    ));
    expect(layoutIn(rows)).toBe('timemapper-sheet');
    expect(rows.drafts.map(({ places }) => places?.[0])).toMatchObject([{ kind: 'exact', name: 'Slavkov', at: [16.7622, 49.1281] }, { kind: 'exact', at: [4.406, 50.679] }]);
  });
});

describe('the table of ACLED', () => {
  const base = { event_id_cnty: 'TST1', event_date: '12 June 2026', year: '2026', time_precision: '1', event_type: 'Battles', sub_event_type: 'Armed clash', actor1: 'A', assoc_actor_1: 'B; C', actor2: 'A', country: 'Testland', admin1: 'North', location: 'Testville', latitude: '37', longitude: '43', geo_precision: '1', source: 'One; Two', notes: 'It was fought.' };

  it('says how exact dates are: a day, one of the week around it, or its month', () => {
    const rows = readRows(csvOf(base, { ...base, time_precision: '2' }, { ...base, time_precision: '3' }));
    expect(layoutIn(rows)).toBe('acled');
    expect(datesOf(rows)).toEqual(['2026-06-12', '[2026-06-08~..2026-06-14~]', '2026-06']);
    expect(rows.drafts.map(({ when }) => when?.wording)).toEqual([undefined, '12 June 2026', '12 June 2026']);
  });

  it('says how exact places are: named, near, or a region that a point stands for', () => {
    const rows = readRows(csvOf(base, { ...base, geo_precision: '2' }, { ...base, geo_precision: '3' }));
    expect(rows.drafts.map(({ places }) => places?.[0])).toMatchObject([{ kind: 'exact', name: 'Testville' }, { kind: 'near', radiusKm: 20 }, { kind: 'region', name: 'North', wording: 'Testville' }]);
  });

  it('reads actors, sources and titles, in old tables, too, and tells of a year that disagrees', () => {
    const rows = readRows(csvOf({ ...base, event_date: '05/06/2019' }));
    expect(rows.drafts[0]).toMatchObject({ title: 'Armed clash – Testville', actors: ['A', 'B', 'C'], categories: ['Battles'], sources: [{ publisher: 'One' }, { publisher: 'Two' }] });
    expect(datesOf(rows)).toEqual(['2019-06-05']);
    expect(rows.findings).toEqual([{ code: 'date-disagrees', column: 'event_date', value: '05/06/2019', parameters: { other: '2026', column: 'year' } }]);
    expect(layoutIn(readRows(csvOf({ DATA_ID: '1', EVENT_ID_CNTY: 'X1', EVENT_DATE: '05/06/2010', TIME_PRECISION: '3', LOCATION: 'a', LATITUDE: '1', LONGITUDE: '2' })))).toBe('acled');
  });
});

describe('the table of UCDP', () => {
  it('has days behind which midnights stand, days that lie within a stretch, and a row of hashtags', () => {
    const rows = readRows(file('ucdp_ged_ukraine_hxl.csv.gz'));
    expect(layoutIn(rows)).toBe('ucdp-ged');
    expect(kindsOf(rows).slice(0, 2)).toEqual(['hashtags', 'event']);
    expect(rows.drafts).toHaveLength(2989);
    expect(datesOf(rows).filter((date) => date?.includes('/'))).toEqual([]);
    expect(datesOf(rows).filter((date) => date?.startsWith('['))).toHaveLength(615);
    expect(rows.drafts[0]).toMatchObject({ title: 'Government of Ukraine - Maidan', categories: ['State-based conflict'], actors: ['Government of Ukraine', 'Maidan'] });
    expect(rows.drafts[0]?.sources).toHaveLength(5);
    expect(rows.drafts[0]?.sources?.[4]).toMatchObject({ publisher: 'Agence France Presse', date: '2014-01-25' });
  });

  it('has events on one of several days, and none that last, unless they have an exact first and last day', () => {
    const base = { id: '1', date_prec: '1', where_prec: '1', dyad_name: 'A - B', latitude: '1', longitude: '2' };
    const within = (date_prec: string, date_start: string, date_end: string): Readonly<Record<string, string>> => ({ ...base, date_prec, date_start, date_end });
    const rows = readRows(csvOf(
      within('1', '1999-03-04', '1999-03-05'),
      within('2', '1999-03-04', '1999-03-05'),
      within('3', '1999-03-01 00:00:00.000', '1999-03-07 00:00:00.000'),
      within('4', '1999-03-01', '1999-03-31'),
      within('4', '1999-03-11', '1999-04-02'),
      within('5', '1999-01-01', '1999-12-31'),
      within('5', '1999-01-01', '1999-06-30'),
    ));
    expect(datesOf(rows)).toEqual(['1999-03-04/1999-03-05', '[1999-03-04..1999-03-05]', '[1999-03-01..1999-03-07]', '1999-03', '[1999-03-11..1999-04-02]', '1999', '[1999-01-01..1999-06-30]']);
    expect(rows.drafts[1]?.when?.edtf?.span).toMatchObject({ earliestStart: Date.UTC(1999, 2, 4), latestStart: Date.UTC(1999, 2, 6), earliestEnd: Date.UTC(1999, 2, 4), latestEnd: Date.UTC(1999, 2, 6) });
  });

  it('says how exact places and dates without an end are', () => {
    const base = { id: '1', date_prec: '1', where_prec: '1', date_start: '1999-03-04', date_end: '1999-03-04', type_of_violence: '2', dyad_name: 'A - B', latitude: '1', longitude: '2', where_coordinates: 'Town', adm_1: 'Province', adm_2: 'District', country: 'Land' };
    const rows = readRows(csvOf(base, { ...base, where_prec: '2', date_prec: '3' }, { ...base, where_prec: '3', date_prec: '4' }, { ...base, where_prec: '4', date_prec: '5' }, { ...base, where_prec: '6', date_prec: '2' }));
    expect(datesOf(rows)).toEqual(['1999-03-04', '[1999-03-01~..1999-03-07~]', '1999-03', '1999', '1999-03-04~']);
    expect(rows.drafts.map(({ places }) => `${places?.[0]?.kind} ${places?.[0]?.name}`)).toEqual(['exact Town', 'near Town', 'region District', 'region Province', 'country Town']);
  });
});

describe('the exports of GDELT', () => {
  it('are known without a header, also where columns are missing in some rows', () => {
    const rows = readRows(file('gdelt_events_sample_even.export.csv'));
    expect(layoutIn(rows)).toBe('gdelt');
    expect(rows.drafts).toHaveLength(355);
    expect(rows.drafts[1]).toMatchObject({ id: '564111664', title: 'Coerce: IOWA', status: 'reported', categories: ['Material conflict'], sources: [{ publisher: 'newspressnow.com' }] });
    expect(rows.drafts[3]?.places).toMatchObject([{ kind: 'country', name: 'United States' }]);
    expect(rows.drafts[1]?.extra?.get('EventCode')).toBe('173');
  });

  it('have 61 columns in version 2', () => {
    const row = Array.from({ length: 61 }, () => '');
    Object.assign(row, { 0: '1000', 1: '20260203', 2: '202602', 3: '2026', 6: 'IRAN', 16: 'OMAN', 28: '04', 29: '1', 51: '4', 52: 'Muscat, Masqat, Oman', 56: '23.6', 57: '58.5', 59: '20260203174500', 60: 'https://www.example.org/a' });
    const rows = readRows(`${row.join('\t')}\n${row.join('\t')}\n`);
    expect(layoutIn(rows)).toBe('gdelt');
    expect(rows.drafts[0]).toMatchObject({ title: 'Consult: IRAN – OMAN', places: [{ kind: 'exact', name: 'Muscat, Masqat, Oman', at: [58.5, 23.6] }], sources: [{ publisher: 'example.org' }] });
    expect(datesOf(rows)).toEqual(['2026-02-03', '2026-02-03']);
  });
});

describe('the table of Timesketch', () => {
  it('has times with offsets, and microseconds where there are none', () => {
    expect(layoutIn(readRows(file('sigma_events.csv')))).toBe('timesketch');
    expect(datesOf(readRows(file('validate_no_datetime_timestamps.csv')))).toEqual(['2015-07-01T22:27:41Z', '2015-07-25T02:01:01Z', '2015-07-25T02:01:01Z', '2014-07-25T02:01:01Z', '2016-07-25T02:01:01Z']);
    expect(datesOf(readRows(file('csv_timestamp_as_datetime.csv')))[0]).toBe('2024-08-12T15:03:14.349Z');
    expect(datesOf(readRows(file('validate_timestamp_conversion.csv')))).toEqual(['2012-03-14T04:17:38Z', '2022-07-24T19:01:01Z', '2015-07-25T02:01:01Z']);
  });
});

describe('a query of Wikidata', () => {
  it('is read by its labels, with other columns by their names', () => {
    const rows = readRows(file('wikidata_wars_multiline.csv.gz'));
    expect(layoutIn(rows)).toBe('wikidata');
    expect(rows.drafts).toHaveLength(575);
    expect(rows.drafts[1]).toMatchObject({ id: 'Q184637', title: "Ten Years' War", actors: ['Spain under the Restoration', 'Ejército Libertador Cubano'] });
    expect(rows.afterthoughts).toMatchObject([{ finding: { code: 'year-outlier', value: '1899000' } }, { finding: { code: 'year-outlier', value: '2500' } }]);
  });
});
