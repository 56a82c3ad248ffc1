import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../../src/core/base/steps.ts';
import { readTable } from '../../../../../src/core/validate/table/read-table.ts';
import type { RowBlock, Table } from '../../../../../src/core/formats/table.ts';
import { mutated } from '../../../../support/mutated.ts';
import { datesOf, kindsOf, readRows } from '../../../../support/read-rows.ts';

describe('the time of a row', () => {
  it('is read as exactly as it is written, and keeps the words that say more', () => {
    const rows = readRows('title,date\na,2019-07\nb,c. 1850\nc,early 2020\nd,1939/1945\ne,before 1066\nf,\n');
    expect(datesOf(rows).slice(0, 2)).toEqual(['2019-07', '1850~']);
    expect(rows.drafts.map(({ when }) => when?.wording)).toEqual([undefined, undefined, 'early 2020', undefined, 'before 1066', undefined]);
    expect(rows.findings).toEqual([]);
  });

  it('goes from a start to an end, both included', () => {
    expect(datesOf(readRows('title,start,end\na,1861-07-21,1861-07-21\nb,1862-02-12,1862-02-16\nc,1914,1918\nd,2020-03,\ne,2020-03,present\nf,,2021-05\n'))).toEqual([
      '1861-07-21', '1862-02-12/1862-02-16', '1914/1918', '2020-03', '2020-03/..', '/2021-05',
    ]);
  });

  it('is its start alone where the end lies before it, which is told', () => {
    const rows = readRows('title,start,end\na,2020-05-01,2020-04-01\n');
    expect(datesOf(rows)).toEqual(['2020-05-01']);
    expect(rows.findings).toEqual([{ code: 'end-before-start', column: 'end', value: '2020-04-01', parameters: { start: '2020-05-01' } }]);
    expect(rows.drafts[0]?.extra).toEqual(new Map([['end', '2020-04-01']]));
  });

  it('takes its time of day from a column of its own', () => {
    expect(datesOf(readRows('title,date,time\na,07/02/2010,17:40:00\nb,17/02/2010,5:40 PM\nc,18/02/2010,\nd,2010,12:00\n'))).toEqual(['2010-02-07T17:40:00', '2010-02-17T17:40', '2010-02-18', '2010']);
  });

  it('ends at the time of day that an end without a date states, or on the next day', () => {
    expect(datesOf(readRows('title,date,start time,end time\na,2026-02-03,10:00,12:30\nb,2026-02-03,22:00,02:00\n'))).toEqual(['2026-02-03T10:00/2026-02-03T12:30', '2026-02-03T22:00/2026-02-04T02:00']);
  });

  it('has an hour written as a number, of which zero means that none is known where zeros are many', () => {
    const hours = ['123000.0', '15800.0', '0.0', '0.0', '235959.0'];
    const rows = readRows(`name,date_long,origin_t\n${hours.map((hour, h) => `t${h},1945071${h},${hour}`).join('\n')}\n`);
    expect(datesOf(rows)).toEqual(['1945-07-10T12:30:00', '1945-07-11T01:58:00', '1945-07-12', '1945-07-13', '1945-07-14T23:59:59']);
  });

  it('is put together from year, month and day, as deep as they are filled', () => {
    expect(datesOf(readRows('Year,Month,Day,Title\n1815,12,10,a\n"1,066",,,b\n1943,7,,c\n1943,00,00,d\n1969,July,20,e\n,,,f\n'))).toEqual(['1815-12-10', '1066', '1943-07', '1943', '1969-07-20', null]);
  });

  it('is a day where a midnight stands behind all of them', () => {
    expect(datesOf(readRows('title,date\na,2014-01-22 00:00:00.000\nb,2014-01-27 00:00:00.000\nc,2014-02-18 00:00:00.000\n'))).toEqual(['2014-01-22', '2014-01-27', '2014-02-18']);
    expect(datesOf(readRows('title,date\na,2014-01-22 00:00\nb,2014-01-27 07:30\nc,2014-02-18 00:00\n'))).toEqual(['2014-01-22T00:00', '2014-01-27T07:30', '2014-02-18T00:00']);
  });

  it('is read from the number by which a spreadsheet or a program keeps it', () => {
    const serials = readRows('id,date\na,44197\nb,44197.5\nc,25569\nd,60\n');
    expect(datesOf(serials)).toEqual(['2021-01-01', '2021-01-01T12:00', '1970-01-01', null]);
    expect(serials.findings).toEqual([{ code: 'date-impossible', column: 'date', value: '60' }]);
    expect(datesOf(readRows('title,timestamp\na,1437764461\nb,1437764462\n'))).toEqual(['2015-07-24T19:01:01Z', '2015-07-24T19:01:02Z']);
    expect(datesOf(readRows('title,timestamp\na,1437764461250\nb,1437764462000\n'))).toEqual(['2015-07-24T19:01:01.250Z', '2015-07-24T19:01:02Z']);
  });

  it('is what the displayed date says where the columns are empty or say less', () => {
    const rows = readRows('Year,Month,Display Date,Headline,Text\n,,c. 1890,a,x\n1890,,c. 1890,b,x\n2014,,May 2014,c,x\n1890,3,in the spring of that year,d,x\n');
    expect(datesOf(rows)).toEqual(['1890~', '1890~', '2014-05', '1890-03']);
    expect(rows.drafts[3]?.when?.wording).toBe('in the spring of that year');
  });

  it('is of the zone that a column names, or that was said', () => {
    const rows = readRows('title,date,timezone\na,2026-02-03 17:54,Asia/Tehran\nb,2026-02-03 17:54,+03:30\nc,2026-02-03 17:54,Mars/Base\nd,2026-02-03,Asia/Tehran\n');
    expect(rows.drafts.map(({ when }) => [when?.edtf?.text, when?.zone, when?.edtf?.zoned])).toEqual([
      ['2026-02-03T17:54', 'Asia/Tehran', true], ['2026-02-03T17:54+03:30', 'local', true], ['2026-02-03T17:54', 'local', false], ['2026-02-03', 'local', false],
    ]);
    expect(rows.findings).toEqual([{ code: 'zone-unknown', column: 'timezone', value: 'Mars/Base' }]);
    expect(readRows('title,date\na,2026-02-03 17:54\n', { zone: 'Europe/Istanbul' }).drafts[0]?.when?.zone).toBe('Europe/Istanbul');
  });
});

describe('the order of day and month', () => {
  it('is settled by any date of the column that proves it', () => {
    const rows = readRows('title,date\na,05/06/2019\nb,13/07/2019\n');
    expect(datesOf(rows)).toEqual(['2019-06-05', '2019-07-13']);
    expect(rows.questions).toEqual([]);
  });

  it('is settled over all rows, however far below the proof stands', () => {
    const rows = readRows(`title,date\n${'a,05/06/2019\n'.repeat(6000)}b,06/25/2019\n`);
    expect(rows.drafts[0]?.when?.edtf?.text).toBe('2019-05-06');
  });

  it('is settled by the end of a row as well as by its start', () => {
    expect(datesOf(readRows('title,start date,end date\na,05/06/2019,25/06/2019\n'))).toEqual(['2019-06-05/2019-06-25']);
  });

  it('is asked for where nothing proves it; until then such dates are not read', () => {
    const rows = readRows('title,date\na,05/06/2019\nb,07/07/2019\n');
    expect(datesOf(rows)).toEqual([null, '2019-07-07']);
    expect(rows.findings).toEqual([{ code: 'date-ambiguous', column: 'date', value: '05/06/2019', parameters: { day: '2019-06-05', month: '2019-05-06', used: '' } }]);
    expect(rows.questions).toEqual([{ kind: 'order', column: 'date', evidence: ['05/06/2019'], used: undefined }]);
    expect(datesOf(readRows('title,date\na,05/06/2019\n', { order: 'month-first' }))).toEqual(['2019-05-06']);
  });

  it('is asked for where dates contradict each other; those that prove themselves are read', () => {
    const rows = readRows('title,date\na,07/13/2019\nb,13/07/2019\nc,05/06/2019\n');
    expect(datesOf(rows)).toEqual(['2019-07-13', '2019-07-13', null]);
    expect(rows.questions).toMatchObject([{ kind: 'order', used: undefined }]);
  });

  it('is asked for also where the first dates that need it stand far below', () => {
    expect(readRows(`title,date\n${'a,2019-06-05\n'.repeat(500)}b,05/06/2019\n`).questions).toMatchObject([{ kind: 'order', evidence: ['05/06/2019'] }]);
  });
});

describe('questions', () => {
  it('ask what years below zero mean, and read them as they are told', () => {
    const rows = readRows('title,year\na,-44\nb,79\n');
    expect(datesOf(rows)).toEqual(['-0044', '0079']);
    expect(rows.questions).toEqual([{ kind: 'years', column: 'year', evidence: ['-44'], used: 'astronomical' }]);
    expect(datesOf(readRows('title,year\na,-44\nb,79\n', { years: 'historical' }))).toEqual(['-0043', '0079']);
  });

  it('ask for the zone of times that state none', () => {
    expect(readRows('title,date\na,2026-02-03 17:54\n').questions).toEqual([{ kind: 'zone', column: 'date', evidence: ['2026-02-03 17:54'], used: 'local' }]);
    expect(readRows('title,date\na,2026-02-03T17:54Z\n').questions).toEqual([]);
  });

  it('ask which column holds the date where none seems to', () => {
    expect(readRows('name,colour\nx,red\ny,green\n').questions).toEqual([{ kind: 'mapping', missing: ['start'] }]);
  });

  it('need no answer for columns whose meaning was said', () => {
    const rows = readRows('what,till,else\nx,2020-01-01,1\n', { mapping: new Map([['what', 'description'], ['till', 'end'], ['else', 'start']]) });
    expect(rows.meanings).toEqual({ what: 'description', till: 'end', else: 'start' });
    expect(rows.reading.certainty).toEqual([1, 1, 1]);
    expect(readRows('title,date\nx,2020-01-01\n', { mapping: new Map([['title', null]]) }).meanings).toEqual({ date: 'start' });
  });
});

describe('the place of a row', () => {
  it('is exact where latitude and longitude are on the globe', () => {
    const rows = readRows('title,date,lat,lon,place\na,2020,"35,6892","51,3890",Tehran\nb,2020,35°41′N,51°25′E,\nc,2020,-17,180,\n');
    expect(rows.drafts.map(({ places }) => places?.[0])).toMatchObject([
      { kind: 'exact', name: 'Tehran', at: [51.389, 35.6892] }, { kind: 'exact', name: '' }, { kind: 'exact', at: [180, -17] },
    ]);
  });

  it('counts as not stated where the position cannot be one, which is told as null island is; the cells are kept', () => {
    const rows = readRows('title,date,lat,lon,place\na,2020,1,2,\na,2020,0,0,Nowhere\nb,2020,151.2,-33.9,\nc,2020,10,181,\nd,2020,-133.805.555.556,-446.172.222.222,Correntina\ne,2020,35.7,,\nf,2020,NA,***,\n');
    expect(rows.findings.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['null-island', undefined],
      ['latitude-out-of-range', { latitude: 151.2, swapped: 'yes' }],
      ['longitude-out-of-range', { longitude: 181 }],
      ['coordinates-unreadable', undefined],
      ['coordinates-incomplete', { missing: 'lon' }],
    ]);
    expect(rows.drafts.map(({ places }) => places?.map(({ kind, name }) => `${kind} ${name}`))).toEqual([['exact '], ['exact Nowhere'], [], [], ['not-stated Correntina'], [], []]);
    expect(rows.drafts[4]?.extra).toEqual(new Map([['lat', '-133.805.555.556'], ['lon', '-446.172.222.222']]));
  });

  it('is read from one cell with two coordinates, well-known text or GeoJSON', () => {
    const cells = ['"35.69, 51.42"', 'POINT (51.42 35.69)', '"{""type"":""Point"",""coordinates"":[51.42,35.69]}"'];
    for (const cell of cells) expect(readRows(`title,date,coordinates\na,2020,${cell}\n`).drafts[0]?.places).toMatchObject([{ kind: 'exact', at: [51.42, 35.69] }]);
    const shapes = readRows('title,date,wkt\na,2020,"LINESTRING (0 0, 2 0)"\nb,2020,"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"\nc,2020,POLYGON oops (\n');
    expect(shapes.drafts.map(({ places }) => places?.[0]?.kind)).toEqual(['route', 'area', undefined]);
    expect(shapes.findings).toEqual([{ code: 'coordinates-unreadable', column: 'wkt', value: 'POLYGON oops (' }]);
    expect(shapes.drafts[2]?.extra).toEqual(new Map([['wkt', 'POLYGON oops (']]));
  });

  it('is a route where a row has an origin and a destination', () => {
    expect(readRows('time,pickup_lat,pickup_lng,dropoff_lat,dropoff_lng\n2015-01-15 19:05,40.75,-73.99,40.76,-73.98\n').drafts[0]?.places).toMatchObject([{ kind: 'route', path: [[[-73.99, 40.75], [-73.98, 40.76]]] }]);
  });

  it('has the name that is closest, and its whole words where it has no position', () => {
    const rows = readRows('title,date,place,state,country\na,2020,Springfield,MO,USA\nb,2020,,VA,USA\nc,2020,,,Iran\n');
    expect(rows.drafts.map(({ places }) => places?.[0])).toMatchObject([
      { kind: 'not-stated', name: 'Springfield', wording: 'Springfield, MO, USA' }, { kind: 'not-stated', name: 'VA', wording: 'VA, USA' }, { kind: 'not-stated', name: 'Iran', wording: undefined },
    ]);
    expect(rows.drafts[0]?.extra).toEqual(new Map([['state', 'MO'], ['country', 'USA']]));
  });
});

describe('the words of a row', () => {
  it('lose their markup, which is kept beside them where it held more', () => {
    const rows = readRows('title,date,description\n<b>bold</b> & <i>italic</i>,2020,a < b\n<script>run()</script>,2020,"see <a href=""https://example.org"">this</a>"\n');
    expect(rows.drafts.map(({ title, description }) => [title, description])).toEqual([['bold & italic', 'a < b'], [undefined, 'see this']]);
    expect(rows.drafts[1]?.extra).toEqual(new Map([['title', '<script>run()</script>'], ['description', 'see <a href="https://example.org">this</a>']]));
    expect(rows.findings).toEqual([{ code: 'markup-removed', column: 'title', value: '<script>' }]);
  });

  it('are a title made of kind and place where there is neither title nor text', () => {
    expect(readRows('date,type,place\n2018-12,Burglary,High Street\n2018-12,Burglary,\n').drafts.map(({ title }) => title)).toEqual(['Burglary – High Street', undefined]);
  });

  it('come back without what guards them against being taken for formulas', () => {
    expect(readRows('title,date\n\'=1+1,2020\n\'\'=1+1,2020\n\'tis,2020\n').drafts.map(({ title }) => title)).toEqual(['=1+1', '\'=1+1', '\'tis']);
  });

  it('are lists where cells list several', () => {
    const rows = readRows('title,date,category,tags,actors\na,2020,War,"sea; land","[\'Spain\', \'Cuba\']"\nb,2020,"Shelling, artillery and missile attack",,Iran|United States\n');
    expect(rows.drafts.map(({ categories, actors }) => [categories, actors])).toEqual([[['War', 'sea', 'land'], ['Spain', 'Cuba']], [['Shelling, artillery and missile attack'], ['Iran', 'United States']]]);
  });

  it('are links only where they are addresses of pages; blanks in them are written as such', () => {
    const rows = readRows('title,date,url,image\na,2020,https://example.org/a b.pdf,https://example.org/p.jpg\nb,2020,https://example.org/1 ; https://example.org/2,photo.jpg\nc,2020,javascript:run(),\n');
    expect(rows.drafts.map(({ sources }) => sources?.map(({ url }) => url))).toEqual([['https://example.org/a%20b.pdf'], ['https://example.org/1', 'https://example.org/2'], []]);
    expect(rows.drafts[0]?.media).toMatchObject([{ url: 'https://example.org/p.jpg' }]);
    expect(rows.findings).toEqual([{ code: 'url-refused', column: 'image', value: 'photo.jpg' }, { code: 'url-refused', column: 'url', value: 'javascript:run()' }]);
    expect([rows.drafts[1]?.extra, rows.drafts[2]?.extra]).toEqual([new Map([['image', 'photo.jpg']]), new Map([['url', 'javascript:run()']])]);
  });

  it('say how far the row is established; a word that nobody knows is at least a statement', () => {
    const rows = readRows('title,date,status\na,2020,Confirmed\nb,2020,iddia\nc,2020,denied\nd,2020,zzz\ne,2020,\n');
    expect(rows.drafts.map(({ status }) => status)).toEqual(['confirmed', 'reported', 'denied', 'reported', undefined]);
    expect(rows.drafts[3]?.extra).toEqual(new Map([['status', 'zzz']]));
  });

  it('that no member of an event takes are kept beside it, under names of which no two are the same', () => {
    expect(readRows('title,date,note x,note x,\na,2020,1,2,3\n').drafts[0]?.extra).toEqual(new Map([['note x', '1'], ['note x (2)', '2'], ['Column 5', '3']]));
  });

  it('beyond the columns are kept, and told', () => {
    const rows = readRows('title,date\na,2020\nb,2020,more,,and more\n');
    expect(rows.findings).toEqual([{ code: 'row-too-long', parameters: { cells: 5, columns: 2 } }]);
    expect(rows.drafts[1]?.extra).toEqual(new Map([['Column 3', 'more'], ['Column 5', 'and more']]));
  });
});

describe('a row that is no event', () => {
  it('is told from those that are', () => {
    const rows = readRows('id,date,title,lat,lon\n1,2020-01-01,a,1,2\n,,,,\n2,2020-01-02,b,1,2\nid,date,title,lat,lon\n3,2020-01-03,c,1,2\n# a remark,,,,\n4,,,,\n');
    expect(kindsOf(rows)).toEqual(['event', 'blank', 'event', 'header', 'event', 'comment', 'refused']);
    expect(rows.entries.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(kindsOf(readRows('id,date,title,lat,lon\n#meta+id,#date+start,,#geo+lat,#geo+lon\n1,2020-01-01,a,1,2\n'))).toEqual(['hashtags', 'event']);
    expect(rows.entries.at(-1)).toMatchObject({ finding: { code: 'entry-empty' }, cells: new Map([['id', '4'], ['date', ''], ['title', ''], ['lat', ''], ['lon', '']]) });
  });

  it('may sum others up, in any language, where it has no date of its own', () => {
    expect(kindsOf(readRows('date,title,dead\n2020-01-01,a b,3\n2020-01-02,c d,4\nTotal,,7\n,Grand total:,7\n'))).toEqual(['event', 'event', 'total', 'total']);
    expect(kindsOf(readRows('Tarih;Olay;Ölü\n2020-01-01;a b;3\n2020-01-02;Toplam;4\nGenel toplam;;7\n'))).toEqual(['event', 'event', 'total']);
  });

  it('may say below the header in what the columns are measured', () => {
    expect(kindsOf(readRows('time,lat,lon,depth,place\nUTC,degrees_north,degrees_east,km,\n2018-01-31,35.1,140.2,10,a\n2018-02-01,36,141,20,b\n'))).toEqual(['header', 'event', 'event']);
    expect(kindsOf(readRows('title,date,lat,lon\na,soon,here,there\nb,2018-02-01,36,141\nc,later,36,141\n'))).toEqual(['event', 'event', 'event']);
  });

  it('may be a heading in the first column, but not a title or a date alone', () => {
    expect(kindsOf(readRows('date,title,place\nThe first year,,\n2020-01-01,a,Paris\n2020-01-02,b,Rome\n2020-01-03,,\n'))).toEqual(['comment', 'event', 'event', 'event']);
    expect(kindsOf(readRows('title,date,place\na,2020,Paris\nb,2020,Rome\nno more is known,,\n'))).toEqual(['event', 'event', 'event']);
  });
});

describe('what all rows together show', () => {
  const years = (...last: readonly number[]): string => `title,year\n${[...Array.from({ length: 40 }, (_, n) => 1980 + n), ...last].map((year) => `a,${year}`).join('\n')}\n`;

  it('is a year far from all others', () => {
    expect(readRows(years(2500)).afterthoughts).toEqual([{ line: 42, finding: { code: 'year-outlier', column: 'year', value: '2500', parameters: { from: '1980', to: '2019' } } }]);
    expect(readRows(years(1014)).afterthoughts).toMatchObject([{ line: 42, finding: { code: 'year-outlier', value: '1014' } }]);
    expect(readRows(years(2025)).afterthoughts).toEqual([]);
  });

  it('is a position that lies among the others the other way round', () => {
    const positions = Array.from({ length: 30 }, (_, n) => `a,2020,${35 + n / 10},${50 + n / 5}`);
    const rows = readRows(`title,year,lat,lon\n${[...positions, 'b,2020,52,36'].join('\n')}\n`);
    expect(rows.afterthoughts).toEqual([{ line: 32, finding: { code: 'coordinates-swapped', column: 'lat', value: '52, 36' } }]);
  });

  it('is nothing where positions are strewn over the world', () => {
    const positions = Array.from({ length: 60 }, (_, n) => `a,2020,${(n * 37) % 160 - 80},${(n * 71) % 340 - 170}`);
    expect(readRows(`title,year,lat,lon\n${positions.join('\n')}\n`).afterthoughts).toEqual([]);
  });
});

/** Rows of a table that is not held as a file. */
const tableOf = (header: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  header,
  headerLine: 1,
  delimiter: undefined,
  sheet: undefined,
  sheets: [],
  blocks: () => [{ count: rows.length, line: (row) => row + 2, width: (row) => rows[row]?.length ?? 0, text: (row, column) => rows[row]?.[column] ?? '', share: 1 } satisfies RowBlock],
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', 'NA', '***', '2020-01-01', '05/06/2019', '13/07/2019', '44197.5', '1437764461', '-44', '1,066', '0', '35.7', '51,4', '51°25′E', 'POINT(1 2)', '{"type":"Point"}', '[a]', 'x; y', 'http://a.b/c', '<b>x</b>', 'javascript:x', '#tag', 'present', '23:59', 'P3D', '__proto__', 'é', '۱۴۰۴'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const name = fc.oneof(
    fc.constantFrom('id', 'date', 'start', 'end', 'time', 'year', 'month', 'day', 'end year', 'lat', 'lon', 'coordinates', 'wkt', 'title', 'text', 'place', 'country', 'type', 'tags', 'status', 'source', 'url', 'image', 'timezone', 'display date', '__proto__', 'constructor', ''),
    fc.string({ maxLength: 6 }),
  );
  const read = (table: Table): readonly number[] => {
    const reading = finished(readTable(table, undefined, {}));
    const lines = [...reading.entries].map(({ line }) => line);
    reading.questions();
    reading.afterthoughts();
    return lines;
  };

  it('gives one entry for each row, in order, and never throws', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }), (header, rows) => {
        expect(read(tableOf(header, rows))).toEqual(rows.map((_, row) => row + 2));
      }),
      { numRuns: 400 },
    );
  });

  it('is read also when its text is damaged', () => {
    const text = 'id,date,title,lat,lon,type,url\n1,2020-01-01,a,35.7,51.4,War,https://example.org\n2,13/07/2019,"b ""c""",1,2,Peace,\n3,c. 1850,d,POINT(1 2),,x;y,\n';
    fc.assert(
      fc.property(mutated(text, ['"', ',', '\n', '\r', ';', '\t', '#', '\u0000', '<', '-']), (damaged) => {
        const { reading, entries } = readRows(damaged.trim() === '' ? 'x\n' : damaged);
        expect(entries.every(({ line }) => line > 0)).toBe(true);
        expect(reading.share()).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
