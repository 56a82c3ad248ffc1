import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../../src/core/base/steps.ts';
import { readCsv } from '../../../../../src/core/formats/csv/reader.ts';
import { guessMapping } from '../../../../../src/core/validate/table/guess-mapping.ts';
import { readTable } from '../../../../../src/core/validate/table/read-table.ts';
import { tableBy } from '../../../../support/tables.ts';

/** What columns are taken for, by their names, of rows of cells. */
function guessed(header: readonly string[], ...rows: readonly (readonly string[])[]): Readonly<Record<string, string>> {
  const { mapping } = guessMapping(header, rows);
  return Object.fromEntries(header.flatMap((name, column) => (mapping[column] === undefined ? [] : [[name, mapping[column]]])));
}

/** What columns of a file are taken for. */
function meaningsIn(text: string | Uint8Array): Readonly<Record<string, string>> {
  const { header, mapping } = finished(readTable(tableBy(readCsv, text), undefined, {}));
  return Object.fromEntries(header.flatMap((name, column) => (mapping[column] === undefined ? [] : [[name, mapping[column]]])));
}

const FILES = join(import.meta.dirname, '../../../../formats/csv');
const file = (name: string): Uint8Array => {
  const bytes = readFileSync(join(FILES, name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

describe('the meaning of columns', () => {
  it.each([
    [['Başlık', 'Tarih', 'Yer', 'Enlem', 'Boylam', 'Açıklama', 'Kaynak'], ['Seçim', '14.05.2023', 'Ankara', '39,92', '32,85', 'Genel seçim yapıldı.', 'AA'], ['title', 'start', 'place', 'latitude', 'longitude', 'description', 'source']],
    [['عنوان', 'تاریخ', 'مکان', 'توضیحات', 'منبع'], ['دیدار', '۱۵ بهمن ۱۴۰۴', 'تهران', 'دیدار در تهران برگزار شد', 'ایرنا'], ['title', 'start', 'place', 'description', 'source']],
    [['التاريخ', 'المكان', 'الحدث', 'خط العرض', 'خط الطول'], ['2026-02-03', 'مسقط', 'اجتماع', '23.58', '58.4'], ['start', 'place', 'title', 'latitude', 'longitude']],
    [['Date de début', 'Date de fin', 'Titre', 'Lieu', 'Texte'], ['14/07/1789', '15/07/1789', 'Prise de la Bastille', 'Paris', 'Une longue journée à Paris'], ['start', 'end', 'title', 'place', 'description']],
    [['Datum', 'Titel', 'Ort', 'Beschreibung', 'Breite', 'Länge'], ['09.11.1989', 'Mauerfall', 'Berlin', 'Die Grenze wird geöffnet', '52,52', '13,4'], ['start', 'title', 'place', 'description', 'latitude', 'longitude']],
    [['Fecha', 'Título', 'Lugar', 'Categoría', 'Fuente'], ['23/02/1981', 'Golpe', 'Madrid', 'Política', 'El País'], ['start', 'title', 'place', 'category', 'source']],
    [['Data', 'Título', 'Cidade', 'País', 'Descrição'], ['25/04/1974', 'Revolução', 'Lisboa', 'Portugal', 'Os cravos nas ruas de Lisboa'], ['start', 'title', 'place', 'country', 'description']],
    [['BeginDate', 'EndDate', 'battle_name', 'lat', 'long'], ['1861-07-21', '1861-07-22', 'Bull Run', '38.8', '-77.5'], ['start', 'end', 'title', 'latitude', 'longitude']],
  ] as const)('is read from names of %j', (header, row, fields) => {
    expect(guessed(header, row)).toEqual(Object.fromEntries(header.map((name, column) => [name, fields[column]])));
  });

  it('is a date also where all cells are years of few digits, or years and days', () => {
    expect(guessed(['Name', 'Von', 'Bis'], ['Römerzeit', '-50', '450'], ['Mauerbau', '13.08.1961', ''])).toMatchObject({ Von: 'start', Bis: 'end' });
    expect(guessed(['Name', 'Date'], ['Founding', '500'], ['Fall', '800'])).toMatchObject({ Date: 'start' });
  });

  it('goes by the cells where a name may mean two things', () => {
    expect(guessed(['date', 'time', 'location', 'source'], ['2026-02-03', '17:40', '35.69, 51.42', 'https://example.org/1'])).toEqual({ date: 'start', time: 'startTime', location: 'coordinates', source: 'sourceUrl' });
    expect(guessed(['time', 'location', 'source'], ['2026-02-03T17:40', 'Tehran', 'IRNA'])).toEqual({ time: 'start', location: 'place', source: 'source' });
    expect(guessed(['name', 'Month'], ['burglary', '2018-12'])).toEqual({ name: 'title', Month: 'start' });
    expect(guessed(['name', 'Summary'], ['Bull Run', `A ${'long '.repeat(60)}text`])).toEqual({ name: 'title', Summary: 'description' });
  });

  it('is read from cells alone where names say nothing', () => {
    expect(guessed(['a', 'b', 'c'], ['2026-02-03', 'POINT (51.4 35.7)', 'https://example.org'])).toEqual({ a: 'start', b: 'geometry', c: 'sourceUrl' });
  });

  it('takes year, month and day in columns of their own as the date where no column has it whole', () => {
    expect(guessed(['title', 'Year', 'Month', 'Day'], ['a', '1914', '7', '28'])).toEqual({ title: 'title', Year: 'year', Month: 'month', Day: 'day' });
    expect(guessed(['title', 'Year', 'date'], ['a', '1914', '1914-07-28'])).toEqual({ title: 'title', date: 'start' });
    expect(guessed(['title', 'Year'], ['a', 'c. 1850'])).toEqual({ title: 'title', Year: 'start' });
  });

  it('takes latitude and longitude as a pair or not at all', () => {
    expect(guessed(['date', 'shore_longitude', 'shore_latitude', 'longitude', 'latitude'], ['1993-01-02', '115.8', '22.7', '116.9', '19.7'])).toEqual({ date: 'start', longitude: 'longitude', latitude: 'latitude' });
    expect(guessed(['date', 'latitude'], ['1993-01-02', '19.7'])).toEqual({ date: 'start' });
    expect(guessed(['time', 'pickup_lat', 'pickup_lng', 'dropoff_lat', 'dropoff_lng'], ['2015-01-15 19:05', '40.75', '-73.99', '40.76', '-73.98'])).toEqual({
      time: 'start', pickup_lat: 'latitude', pickup_lng: 'longitude', dropoff_lat: 'endLatitude', dropoff_lng: 'endLongitude',
    });
  });

  it('takes no column for an end or a time of day that has no date', () => {
    expect(guessed(['title', 'end_date', 'time'], ['a', '2020-01-01', '17:40'])).not.toHaveProperty('time');
  });

  it('takes when a record was made for the date only where nothing else is one', () => {
    expect(guessed(['Timestamp', 'What', 'When did it happen?', 'Where?'], ['2/14/2022 13:22:01', 'Talks', '3 Feb 2022', 'Ankara'])).toEqual({ What: 'title', 'When did it happen?': 'start', 'Where?': 'place' });
    expect(guessed(['Timestamp', 'What'], ['2022-02-14 13:22:01', 'Talks'])).toEqual({ Timestamp: 'start', What: 'title' });
  });

  it('takes a column of short and different texts for titles where none is called so', () => {
    expect(guessed(['date', 'qqq'], ['2020-01-01', 'A strike in the harbour'], ['2020-01-02', 'Talks in the city hall'])).toEqual({ date: 'start', qqq: 'title' });
  });

  it.each([
    ['nuclear_sipri.csv', { date_long: 'start', origin_t: 'startTime', name: 'title', latitude: 'latitude', longitude: 'longitude', region: 'region', type: 'category', id_no: 'id' }],
    ['pirate_attacks.csv.gz', { date: 'start', time: 'startTime', longitude: 'longitude', latitude: 'latitude', attack_type: 'category', location_description: 'place' }],
    ['acw_nps_battles.csv', { battle_name: 'title', start_date: 'start', end_date: 'end', lat: 'latitude', long: 'longitude', battle_type: 'category', state: 'region' }],
    ['police_uk_2018-12_120k.csv.gz', { 'Crime ID': 'id', Month: 'start', Longitude: 'longitude', Latitude: 'latitude', Location: 'place', 'Crime type': 'category' }],
    ['wikidata_wars_multiline.csv.gz', { eventLabel: 'title', date: 'start', image: 'media', summary_wikipedia: 'description' }],
    ['semicolon_cp1252_fr.csv', { date: 'start', titre: 'title', lat: 'latitude', lon: 'longitude', texte: 'description' }],
  ])('is found in %s', (name, meanings) => {
    expect(meaningsIn(file(name))).toMatchObject(meanings);
  });

  it('is found in names without accents or in capitals', () => {
    expect(meaningsIn('CODIGO_OCORRENCIA;OCORRENCIA_LATITUDE;OCORRENCIA_LONGITUDE;OCORRENCIA_CIDADE;OCORRENCIA_DIA\n1;-13,38;-44,61;CORRENTINA;07/02/2010\n')).toMatchObject({
      OCORRENCIA_LATITUDE: 'latitude', OCORRENCIA_LONGITUDE: 'longitude', OCORRENCIA_CIDADE: 'place', OCORRENCIA_DIA: 'start',
    });
  });
});
