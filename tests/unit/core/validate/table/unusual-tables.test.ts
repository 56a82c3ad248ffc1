import { describe, expect, it } from 'vitest';
import { datesOf, kindsOf, readRows } from '../../../../support/read-rows.ts';

describe('a year of two digits', () => {
  it('is read in the usual century, and told', () => {
    const rows = readRows('title,date\na,1/15/24\nb,2/3/24\nc,12/28/99\n');
    expect(datesOf(rows)).toEqual(['2024-01-15', '2024-02-03', '1999-12-28']);
    expect(rows.findings.map(({ code, parameters }) => [code, parameters?.['used']])).toEqual([
      ['date-century', '2024-01-15'], ['date-century', '2024-02-03'], ['date-century', '1999-12-28'],
    ]);
  });

  it('leaves day and month to be asked, where the file does not settle them', () => {
    const rows = readRows('title,date\na,1/2/24\nb,3/4/24\n');
    expect(datesOf(rows)).toEqual([null, null]);
    expect(rows.questions).toMatchObject([{ kind: 'order', evidence: ['1/2/24', '3/4/24'] }]);
  });

  it('may stand behind a month, as spreadsheet programs write it, or before one without any sign', () => {
    expect(datesOf(readRows('title;month\na;Jan-24\nb;Feb-24\nc;March 2024\n'))).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(datesOf(readRows('title;date\na;240115\nb;240116\nc;451224\n'))).toEqual(['2024-01-15', '2024-01-16', '1945-12-24']);
  });
});

describe('a table of Markdown', () => {
  it('has a line below its header that is no event', () => {
    const rows = readRows('| Date | Event |\n|:-----|------:|\n| 2024-05-01 | A |\n| 2024-05-02 | --- |\n');
    expect(kindsOf(rows)).toEqual(['comment', 'event', 'event']);
    expect(datesOf(rows)).toEqual(['2024-05-01', '2024-05-02']);
  });
});

describe('zeros where dates should be', () => {
  it('give no date, and are told by line, column and value', () => {
    for (const text of ['title,timestamp\na,1714557600\nb,0\n', 'title,date\na,45000\nb,0\n', 'title,date\na,2024-05-01\nb,0\n']) {
      const rows = readRows(text);
      expect(rows.drafts[1]?.when?.edtf).toBeUndefined();
      expect(rows.findings).toMatchObject([{ code: 'date-zero', value: '0' }]);
      expect(rows.entries[1]).toMatchObject({ kind: 'event', line: 3 });
    }
  });

  it('are the year before the year 1 among years, and no year as historians count', () => {
    const text = 'title,date\na,-0044\nb,0000\nc,0014\n';
    expect(datesOf(readRows(text))).toEqual(['-0044', '0000', '0014']);
    const historical = readRows(text, { years: 'historical' });
    expect(datesOf(historical)).toEqual(['-0043', null, '0014']);
    expect(historical.findings).toEqual([{ code: 'year-zero', column: 'date', value: '0000' }]);
    expect(readRows('title,date\na,-0044-03-15\nb,0000-05-01\n', { years: 'historical' }).findings).toEqual([{ code: 'year-zero', column: 'date', value: '0000-05-01' }]);
    expect(readRows('title,year\na,-44\nb,0\nc,14\n', { years: 'historical' }).findings).toEqual([{ code: 'year-zero', column: 'year', value: '0' }]);
  });

  it('are said to be possible where a day that programs count from lies outside all other dates', () => {
    const days = ['2024-05-01T10:00:00Z', '1970-01-01T00:00:00Z', '2024-05-02T10:00:00Z', '2024-05-03T10:00:00Z', '0001-01-01T00:00:00Z'];
    const rows = readRows(`title,date\n${days.map((day) => `e,${day}`).join('\n')}\n`);
    expect(datesOf(rows)).toEqual(days);
    expect(rows.afterthoughts).toEqual([
      { line: 3, finding: { code: 'date-origin', column: 'date', value: '1970-01-01' } },
      { line: 6, finding: { code: 'date-origin', column: 'date', value: '0001-01-01' } },
    ]);
    expect(readRows('title,date\na,1968-05-01\nb,1970-01-01\nc,1972-03-04\nd,1969-07-20\n').afterthoughts).toEqual([]);
    expect(readRows('title,date\na,1970\nb,2001\nc,2002\nd,2003\n').afterthoughts).toEqual([]);
  });
});

describe('positions in ten-millionths of a degree', () => {
  it('are scaled where the names of their columns say so', () => {
    const rows = readRows('timestamp,latitudeE7,longitudeE7,accuracy\n2024-05-01T10:00:00Z,410082376,289783589,20\n2024-05-01T10:05:00Z,5,-1234567890,20\n2024-05-01T10:06:00Z,,,20\n');
    expect(rows.meanings).toMatchObject({ latitudeE7: 'latitude', longitudeE7: 'longitude' });
    expect(rows.drafts.map(({ places }) => places?.[0])).toMatchObject([{ kind: 'exact', at: [28.9783589, 41.0082376] }, { kind: 'exact', at: [-123.456789, 5e-7] }, undefined]);
    expect(rows.findings).toEqual([]);
  });

  it('are those of a place within, as a history of visits has them', () => {
    const rows = readRows('placeVisit.location.latitudeE7,placeVisit.location.longitudeE7,placeVisit.location.name,placeVisit.duration.startTimestamp,placeVisit.duration.endTimestamp\n410082376,289783589,Home,2024-05-01T10:00:00Z,2024-05-01T12:00:00Z\n');
    expect(rows.drafts[0]?.places).toMatchObject([{ kind: 'exact', at: [28.9783589, 41.0082376] }]);
    expect(datesOf(rows)).toEqual(['2024-05-01T10:00:00Z/2024-05-01T12:00:00Z']);
  });
});

describe('numbers that are dates', () => {
  it('may have a decimal comma, or zeros behind a point', () => {
    expect(datesOf(readRows('title;Datum\na;45000\nb;45001,5\n'))).toEqual(['2023-03-15', '2023-03-16T12:00']);
    expect(datesOf(readRows('title,year\na,1999.0\nb,2000.0\n'))).toEqual(['1999', '2000']);
    expect(datesOf(readRows('title,time\na,1700000000000\nb,1700003600000.0\n'))).toEqual(['2023-11-14T22:13:20Z', '2023-11-14T23:13:20Z']);
  });

  it('are none where year, month and day are all zero', () => {
    const rows = readRows('title,year,month,day\na,2020,0,0\nb,0,0,0\nc,2021,5,1\nd,2022,6,0\n');
    expect(datesOf(rows)).toEqual(['2020', null, '2021-05-01', '2022-06']);
    expect(rows.findings).toEqual([]);
  });
});

describe('what the name of a column says of its dates', () => {
  it('is the order of day and month', () => {
    expect(datesOf(readRows('title,Date (month/day/year)\na,1/2/2020\nb,3/4/2020\n'))).toEqual(['2020-01-02', '2020-03-04']);
    expect(datesOf(readRows('title,date dd/mm/yyyy\na,1/2/2020\nb,3/4/2020\n'))).toEqual(['2020-02-01', '2020-04-03']);
  });

  it('is the Islamic calendar, where all years are of it', () => {
    expect(datesOf(readRows('title,date (AH)\na,1444-09-15\nb,1445-01-01\n'))).toEqual(['2023-04-06~', '2023-07-19~']);
    expect(datesOf(readRows('title,date (AH)\na,1444-09-15\nb,2020-01-01\n'))).toEqual(['1444-09-15', '2020-01-01']);
  });
});

describe('what cannot be read of a row', () => {
  it('is told of a time of day, whose event has its day', () => {
    const rows = readRows('title,date,time\na,2020-01-05,10:30\nb,2020-01-06,25:00\nc,2020-01-07,11:30\n');
    expect(datesOf(rows)).toEqual(['2020-01-05T10:30', '2020-01-06', '2020-01-07T11:30']);
    expect(rows.findings).toEqual([{ code: 'time-unreadable', column: 'time', value: '25:00' }]);
  });

  it('is told with what stood there, and under the column that it stands in', () => {
    const rows = readRows('title,date,lat,lon\na,2020,41,\nb,2020,-17,190\n');
    expect(rows.findings).toEqual([
      { code: 'coordinates-incomplete', column: 'lon', value: '41', parameters: { missing: 'lon' } },
      { code: 'longitude-out-of-range', column: 'lon', value: '-17, 190', parameters: { longitude: 190 } },
    ]);
  });

  it('is told of a position the other way round also among few', () => {
    const rows = readRows(`title,date,lat,lon\n${[41, 40.5, 41.2, 40.9, 41.1].map((lat, k) => `a,202${k},${lat},29.${k}\n`).join('')}b,2020,29.2,41.1\n`);
    expect(rows.afterthoughts).toEqual([{ line: 7, finding: { code: 'coordinates-swapped', column: 'lat', value: '29.2, 41.1' } }]);
  });
});

describe('a year far from a few others', () => {
  const titled = (...years: readonly number[]): string => `title,year\n${years.map((year, k) => `Event ${k},${year}\n`).join('')}`;

  it('is told where it is yet to come, and not where it begins a history', () => {
    const few = [1950, 1952, 1955, 1961, 1970, 1972, 1980, 1983, 1985];
    expect(readRows(titled(...few, 2202)).afterthoughts).toMatchObject([{ line: 11, finding: { code: 'year-outlier', value: '2202' } }]);
    expect(readRows(titled(1815, ...few)).afterthoughts).toEqual([]);
  });
});

describe('columns in other languages', () => {
  it.each([
    ['ja', '番号,出来事,日付,場所,緯度,経度\n1,地震,1995年1月17日 5時46分,神戸,34.69,135.19\n', '1995-01-17T05:46'],
    ['zh', '编号,名称,日期,地点,纬度,经度\n1,开幕,2008年8月8日,北京,39.99,116.39\n', '2008-08-08'],
    ['ko', '번호,제목,날짜,장소,위도,경도\n1,올림픽,1988년 9월 17일,서울,37.51,127.07\n', '1988-09-17'],
    ['pl', 'Lp.;Nazwa;Data;Miejsce;Szerokość;Długość\n1;Powstanie;1 sierpnia 1944;Warszawa;52,23;21,01\n', '1944-08-01'],
    ['uk', 'Номер,Подія,Дата,Місце,Широта,Довгота\n1,Незалежність,24 серпня 1991,Київ,50.45,30.52\n', '1991-08-24'],
    ['he', 'מספר,אירוע,תאריך,מקום,קו רוחב,קו אורך\n1,הכרזה,14 במאי 1948,תל אביב,32.06,34.77\n', '1948-05-14'],
    ['id', 'No,Peristiwa,Tanggal,Lokasi,Lintang,Bujur\n1,Proklamasi,17 Agustus 1945,Jakarta,-6.2,106.84\n', '1945-08-17'],
  ])('are known by their names: %s', (_, text, date) => {
    const rows = readRows(text);
    expect(rows.reading.mapping).toEqual(['id', 'title', 'start', 'place', 'latitude', 'longitude']);
    expect(datesOf(rows)).toEqual([date]);
  });

  it('hold regions and sources that are no titles, though others are taken for those', () => {
    const rows = readRows('iyear,imonth,region_txt,provstate,city,attacktype1_txt\n1970,7,Central America,,Santo Domingo,Assault\n1970,8,Southeast Asia,Tarlac,Manila,Assault\n');
    expect(rows.drafts.map(({ title }) => title)).toEqual(['Assault – Santo Domingo', 'Assault – Manila']);
  });
});
