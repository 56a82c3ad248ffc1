import { strToU8, zipSync } from 'fflate';

/** A format, as a file whose every field holds what is given. */
export interface Carrier {
  /** Id of the format that has to read it. */
  readonly format: string;
  /** What kind of file of that format it is, where there are several. */
  readonly kind: string;
  /**
   * A file of two events for each of the texts. The first has a date and a position, and the text wherever else one may stand, keys and
   * headings among them; the second has it for its date and its position too.
   */
  readonly write: (texts: readonly string[]) => Uint8Array;
}

type Fields = Readonly<Record<string, unknown>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };
/** Text for XML: control characters and halves of characters, which no XML can hold, are left out. */
const xml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- it is control characters that are to go
  text.replace(/\p{Surrogate}/gu, '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\r\n\t]/g, (letter) => ESCAPES[letter] ?? '');
/** Text for character data that is not escaped at all but for its own end. */
const cdata = (text: string): string => `<![CDATA[${xml(text).replace(/&(?:amp|lt|gt|quot|#13|#10|#9);/g, (name) => UNESCAPED.get(name) ?? '').replaceAll(']]>', ']]&gt;')}]]>`;
const UNESCAPED: ReadonlyMap<string, string> = new Map(Object.entries(ESCAPES).map(([letter, name]) => [name, letter]));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const ics = (text: string): string => text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`);

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
const bothOf = <A, B>(texts: readonly string[], first: (text: string) => A, second: (text: string) => B): readonly (A | B)[] => texts.flatMap((text) => [first(text), second(text)]);
/** An object with a member under a name of any kind, `__proto__` too. */
const named = (name: string, value: unknown, rest: Fields = {}): Fields => Object.fromEntries([...Object.entries(rest), [name, value]]);

/** A table: the last column is headed by the first of the texts. */
const table = (header: readonly string[], texts: readonly string[], first: (text: string) => readonly string[]): Uint8Array => {
  const rows = [[...header, texts[0] ?? ''], ...bothOf(texts, (text) => [...first(text), text], (text) => [...header.map(() => text), text])];
  return strToU8(rows.map((row) => row.map(quoted).join(',')).join('\r\n'));
};

const feature = (text: string, geometry: unknown, when: string): Fields => ({
  type: 'Feature',
  id: text,
  geometry,
  properties: named(text, text, {
    title: text, name: text, when, whenWording: text, description: text, categories: [text], status: text, attribution: text, tags: [text],
    places: [{ name: text, kind: 'exact', basis: 'stated', wording: text }],
    sources: [{ title: text, publisher: text, url: text, date: text, locator: text }],
    image: text, link: text, relations: [{ kind: text, to: text }],
  }),
});
const features = (texts: readonly string[]): readonly Fields[] =>
  bothOf(texts, (text) => feature(text, { type: 'Point', coordinates: [10, 50] }, '1850-05-02'), (text) => feature(text, { type: text, coordinates: [text, text] }, text));

const placemark = (text: string, when: string, at: string, written: (text: string) => string): string =>
  `<Placemark id="${xml(text)}"><name>${written(text)}</name><description>${written(text)}</description><address>${xml(text)}</address>`
  + `<atom:link href="${xml(text)}"/><TimeStamp><when>${when}</when></TimeStamp>`
  + `<ExtendedData><Data name="${xml(text)}"><value>${written(text)}</value></Data></ExtendedData><Point><coordinates>${at}</coordinates></Point></Placemark>`;
const kml = (texts: readonly string[], written: (text: string) => string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom"><Document><name>${written(texts[0] ?? '')}</name>`
    + bothOf(texts, (text) => placemark(text, '1850-05-02', '10,50', written), (text) => placemark(text, xml(text), xml(text), written)).join('')
    + '</Document></kml>',
  );

const waypoint = (text: string, time: string, lat: string, lon: string): string =>
  `<wpt lat="${lat}" lon="${lon}"><time>${time}</time><name>${xml(text)}</name><cmt>${cdata(text)}</cmt><desc>${xml(text)}</desc><src>${xml(text)}</src>`
  + `<link href="${xml(text)}"><text>${xml(text)}</text></link><sym>${xml(text)}</sym><type>${xml(text)}</type></wpt>`;

const feedItem = (text: string, date: string, point: string): string =>
  `<item><title>${xml(text)}</title><link>${xml(text)}</link><guid>${xml(text)}</guid><pubDate>${date}</pubDate><description>${cdata(text)}</description>`
  + `<category>${xml(text)}</category><author>${xml(text)}</author><georss:featurename>${xml(text)}</georss:featurename><georss:point>${point}</georss:point></item>`;

const happening = (text: string, start: string, geo: string, nth: number): string =>
  ['BEGIN:VEVENT', `UID:${ics(text)}${nth}`, `DTSTART${start}`, `SUMMARY:${ics(text)}`, `DESCRIPTION;ALTREP="${text.replace(/["\r\n]/g, '')}":${ics(text)}`, `LOCATION:${ics(text)}`,
    `GEO:${geo}`, `CATEGORIES:${ics(text)}`, `STATUS:${ics(text)}`, `URL:${ics(text)}`, `ORGANIZER;CN="${text.replace(/["\r\n]/g, '')}":${ics(text)}`, `X-OWN:${ics(text)}`, 'END:VEVENT'].join('\r\n');

const simileEvent = (text: string, start: string): string =>
  `<event start="${start}" title="${xml(text)}" link="${xml(text)}" image="${xml(text)}" icon="${xml(text)}" color="${xml(text)}" caption="${xml(text)}">${xml(text)}</event>`;

const slideText = (text: string): Fields => ({ headline: text, text });
const media = (text: string): Fields => ({ url: text, caption: text, credit: text, thumbnail: text, link: text, alt: text });

const binding = (text: string, date: string, at: string): Fields =>
  Object.fromEntries(
    Object.entries({ item: text, itemLabel: text, description: text, date, coord: at, article: text, [text]: text }).map(([name, value]) => [name, { type: 'literal', value }]),
  );

const cell = (column: string, line: number, text: string): string => `<c r="${column}${line}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const data = rows.map((cells, index) => `<row r="${index + 1}">${cells.map((text, column) => cell('ABCDEFGHIJ'[column] ?? 'Z', index + 1, text)).join('')}</row>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
  }, { level: 0 });
}

const TABLE_HEADER = ['id', 'date', 'title', 'description', 'place', 'latitude', 'longitude', 'category', 'url'] as const;
const tableRow = (text: string): readonly string[] => [text, '1850-05-02', text, text, text, '50', '10', text, text];

/** Every format that is read. */
export const CARRIERS: readonly Carrier[] = [
  { format: 'csv', kind: 'table', write: (texts) => table(TABLE_HEADER, texts, tableRow) },
  {
    format: 'timelinejs-sheet',
    kind: 'table',
    write: (texts) =>
      table(
        ['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Type', 'Group', 'Background'],
        texts,
        (text) => ['1850', '5', '2', '', '', '', '', '', text, text, text, text, text, text, text, '', text, text],
      ),
  },
  {
    format: 'acled',
    kind: 'table',
    write: (texts) =>
      table(
        ['event_id_cnty', 'event_date', 'year', 'time_precision', 'disorder_type', 'event_type', 'sub_event_type', 'actor1', 'actor2', 'country', 'admin1', 'location', 'latitude', 'longitude', 'geo_precision', 'source', 'notes', 'fatalities', 'tags', 'timestamp'],
        texts,
        (text) => [text, '02 May 2021', '2021', '1', text, text, text, text, text, text, text, text, '50', '10', '1', text, text, '0', text, '1620000000'],
      ),
  },
  { format: 'xlsx', kind: 'workbook', write: (texts) => workbook([[...TABLE_HEADER], ...bothOf(texts, tableRow, (text) => TABLE_HEADER.map(() => text))]) },
  {
    format: 'dateline',
    kind: 'story',
    write: (texts) => {
      const [text = ''] = texts;
      const dateline = named(text, text, { version: 1, title: text, description: text, categories: [{ id: text, label: text, colour: text }], sources: [{ id: text, title: text, url: text }] });
      return json({ type: 'FeatureCollection', dateline, features: features(texts) });
    },
  },
  { format: 'geojson', kind: 'features', write: (texts) => json(named(texts[0] ?? '', texts[0] ?? '', { type: 'FeatureCollection', features: features(texts) })) },
  {
    format: 'json',
    kind: 'records',
    write: (texts) =>
      json(bothOf(
        texts,
        (text) => named(text, text, { id: text, date: '1850-05-02', title: text, description: text, place: text, lat: 50, lng: 10, category: text, url: text }),
        (text) => named(text, text, { id: text, date: text, title: text, description: text, place: text, lat: text, lng: text, category: text, url: text }),
      )),
  },
  {
    format: 'timesketch',
    kind: 'records in lines',
    write: (texts) =>
      strToU8(
        bothOf(
          texts,
          (text) => ({ datetime: '2020-05-02T10:00:00+00:00', timestamp_desc: text, message: text, title: text, url: text, place: text }),
          (text) => ({ datetime: text, timestamp_desc: text, message: text, title: text, url: text, place: text }),
        )
          .map((record) => JSON.stringify(record))
          .join('\n'),
      ),
  },
  { format: 'kml', kind: 'escaped', write: (texts) => kml(texts, xml) },
  { format: 'kml', kind: 'character data', write: (texts) => kml(texts, cdata) },
  {
    format: 'gpx',
    kind: 'waypoints',
    write: (texts) =>
      strToU8(
        `<?xml version="1.0"?><gpx version="1.1" creator="${xml(texts[0] ?? '')}" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>${xml(texts[0] ?? '')}</name></metadata>`
        + bothOf(texts, (text) => waypoint(text, '2020-05-02T10:00:00Z', '50', '10'), (text) => waypoint(text, xml(text), xml(text), xml(text))).join('')
        + '</gpx>',
      ),
  },
  {
    format: 'georss',
    kind: 'feed',
    write: (texts) =>
      strToU8(
        `<?xml version="1.0"?><rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>${xml(texts[0] ?? '')}</title><link>${xml(texts[0] ?? '')}</link><description>x</description>`
        + bothOf(texts, (text) => feedItem(text, 'Sat, 02 May 2020 10:00:00 GMT', '50 10'), (text) => feedItem(text, xml(text), xml(text))).join('')
        + '</channel></rss>',
      ),
  },
  {
    format: 'ics',
    kind: 'calendar',
    write: (texts) =>
      strToU8(
        ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${ics(texts[0] ?? '')}`, `X-WR-CALNAME:${ics(texts[0] ?? '')}`,
          ...texts.flatMap((text, nth) => [happening(text, ';VALUE=DATE:20200502', '50;10', 2 * nth), happening(text, `:${ics(text)}`, ics(text), 2 * nth + 1)]),
          'END:VCALENDAR', ''].join('\r\n'),
      ),
  },
  {
    format: 'markwhen',
    kind: 'document',
    write: (texts) =>
      strToU8(`title: ${texts[0] ?? ''}\n\n# ${texts[0] ?? ''}\n\n${texts.map((text) => `1850-05-02: ${text} #${text} [${text}](${text})\nlocation: ${text}\n\n${text}: ${text}`).join('\n')}\n`),
  },
  {
    format: 'simile-json',
    kind: 'events',
    write: (texts) =>
      json({
        dateTimeFormat: 'iso8601',
        'wiki-url': texts[0],
        events: bothOf(
          texts,
          (text) => ({ start: '1850-05-02', title: text, description: text, link: text, image: text, icon: text, color: text, caption: text, [text]: text }),
          (text) => ({ start: text, end: text, title: text, description: text, link: text, image: text }),
        ),
      }),
  },
  {
    format: 'simile-xml',
    kind: 'events',
    write: (texts) =>
      strToU8(`<data wiki-url="${xml(texts[0] ?? '')}">${bothOf(texts, (text) => simileEvent(text, 'May 02 1850 00:00:00 GMT'), (text) => simileEvent(text, xml(text))).join('')}</data>`),
  },
  {
    format: 'storymapjs',
    kind: 'slides',
    write: (texts) =>
      json({
        storymap: {
          slides: bothOf(
            texts,
            (text) => ({ date: '1850', text: slideText(text), media: media(text), location: { lat: 50, lon: 10, name: text, zoom: 5, line: true, icon: text } }),
            (text) => ({ date: text, text: slideText(text), media: media(text), location: { lat: text, lon: text, name: text } }),
          ),
        },
      }),
  },
  {
    format: 'timelinejs',
    kind: 'slides',
    write: (texts) =>
      json({
        title: { text: slideText(texts[0] ?? ''), media: media(texts[0] ?? '') },
        events: bothOf(
          texts,
          (text) => ({ start_date: { year: '1850', month: '5', day: '2', display_date: text }, text: slideText(text), media: media(text), group: text, unique_id: text, background: { url: text, color: text } }),
          (text) => ({ start_date: { year: text, month: text, day: text }, end_date: { year: text }, display_date: text, text: slideText(text), media: media(text), group: text }),
        ),
        eras: texts.map((text) => ({ start_date: { year: '1800' }, end_date: { year: '1900' }, text: slideText(text) })),
      }),
  },
  {
    format: 'timemap',
    kind: 'events',
    write: (texts) =>
      json(bothOf(
        texts,
        (text) => ({ id: text, description: text, date: '02/24/2025', time: '10:00', location: text, latitude: '50', longitude: '10', associations: [text], sources: [text], graphic: text, comments: text }),
        (text) => ({ id: text, description: text, date: text, time: text, location: text, latitude: text, longitude: text, associations: text, sources: text, graphic: text }),
      )),
  },
  {
    format: 'timemapjs',
    kind: 'items',
    write: (texts) =>
      json(bothOf(
        texts,
        (text) => ({ start: '1850-05-02', point: { lat: 50, lon: 10 }, title: text, options: named(text, text, { description: text, theme: text, tags: [text], infoHtml: text, infoUrl: text }) }),
        (text) => ({ start: text, end: text, point: { lat: text, lon: text }, title: text, options: { description: text } }),
      )),
  },
  {
    format: 'timemapper',
    kind: 'package',
    write: (texts) =>
      json({
        name: texts[0],
        title: texts[0],
        licenses: [{ type: texts[0], name: texts[0], url: texts[0] }],
        resources: [
          {
            name: 'default',
            records: bothOf(
              texts,
              (text) => named(text, text, { id: text, title: text, start: '1850-05-02', description: text, image: text, imagecredit: text, source: text, sourceurl: text, place: text, location: { type: 'Point', coordinates: [10, 50] } }),
              (text) => ({ id: text, title: text, start: text, end: text, description: text, image: text, location: text }),
            ),
          },
        ],
      }),
  },
  {
    format: 'vis-timeline',
    kind: 'items',
    write: (texts) =>
      json({
        groups: texts.map((text) => ({ id: text, content: text, title: text, className: text })),
        items: bothOf(
          texts,
          (text) => ({ id: text, content: text, start: '1850-05-02', title: text, group: text, className: text, style: text, type: 'point' }),
          (text) => ({ id: text, content: text, start: text, end: text, title: text, group: text }),
        ),
      }),
  },
  {
    format: 'wikidata',
    kind: 'answers',
    write: (texts) =>
      json({
        head: { vars: ['item', 'itemLabel', 'description', 'date', 'coord', 'article', texts[0]] },
        results: { bindings: bothOf(texts, (text) => binding(text, '1850-05-02T00:00:00Z', 'Point(10 50)'), (text) => binding(text, text, text)) },
      }),
  },
];

/** The formats that are written in JSON. */
export const IN_JSON: ReadonlySet<string> = new Set([
  'dateline', 'geojson', 'json', 'timesketch', 'simile-json', 'storymapjs', 'timelinejs', 'timemap', 'timemapjs', 'timemapper', 'vis-timeline', 'wikidata',
]);
