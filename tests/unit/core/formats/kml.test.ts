import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { kml } from '../../../../src/core/formats/kml.ts';
import { mutated, XML_PIECES } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n';
const file = (content: string): string => `${HEAD}<Document>${content}</Document></kml>`;
const placemark = (content: string): string => file(`<Placemark><name>A</name>${content}</Placemark>`);

/** The only event of a file with one placemark. */
async function eventIn(text: string) {
  const { events, entries } = await readEntries(kml, text);
  expect(entries).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  const { when, places } = event.draft;
  return { ...event, edtf: when?.edtf?.text, wording: when?.wording, place: places?.[0] };
}

const POINT = '<Point><coordinates>35.2,0.5,10</coordinates></Point>';

describe('reading KML', () => {
  it.each([
    ['<TimeStamp><when>2008-01-16</when></TimeStamp>', '2008-01-16'],
    ['<TimeStamp><when> 2008-01 </when></TimeStamp>', '2008-01'],
    ['<TimeStamp><when>1914</when></TimeStamp>', '1914'],
    ['<TimeStamp><when>2008-01-16T10:30:00Z</when></TimeStamp>', '2008-01-16T10:30:00Z'],
    ['<TimeStamp><when>2008-01-16T10:30:00+03:00</when></TimeStamp>', '2008-01-16T10:30:00+03:00'],
    ['<gx:TimeStamp><when>1914</when></gx:TimeStamp>', '1914'],
    ['<TimeSpan><begin>0725</begin><end>0733</end></TimeSpan>', '0725/0733'],
    ['<TimeSpan><begin>1980-01-02</begin></TimeSpan>', '1980-01-02/..'],
    ['<TimeSpan><end>1980-01-02</end></TimeSpan>', '../1980-01-02'],
    ['<TimeSpan><begin>1980</begin><end>1980</end></TimeSpan>', '1980'],
    ['<TimeSpan><begin/><end/></TimeSpan>', undefined],
    ['<TimeStamp/>', undefined],
    ['', undefined],
  ])('reads the time of %s', async (time, edtf) => {
    expect(await eventIn(placemark(time))).toMatchObject({ edtf, findings: [] });
  });

  it('counts years below zero as XML Schema 1.0 does, and asks', async () => {
    const text = placemark('<TimeSpan><begin>-0044-03-15</begin><end>-0043</end></TimeSpan>');
    const { events, questions } = await readEntries(kml, text);
    expect(events[0]?.draft.when?.edtf?.text).toBe('-0043-03-15/-0042');
    expect(questions).toEqual([{ kind: 'years', column: 'TimeSpan', evidence: ['-0044-03-15', '-0043'], used: 'historical' }]);
    const answered = await readEntries(kml, text, { years: 'astronomical' });
    expect(answered.events[0]?.draft.when?.edtf?.text).toBe('-0044-03-15/-0043');
  });

  it('keeps the words of a time that cannot be read, and shows the start of a span that runs backwards', async () => {
    expect(await eventIn(placemark('<TimeStamp><when>one fine day</when></TimeStamp>'))).toMatchObject({
      edtf: undefined,
      wording: 'one fine day',
      findings: [{ code: 'date-unreadable', column: 'TimeStamp.when', value: 'one fine day' }],
    });
    expect(await eventIn(placemark('<TimeSpan><begin>1990</begin><end>1980</end></TimeSpan>'))).toMatchObject({
      edtf: '1990',
      findings: [{ code: 'end-before-start', column: 'TimeSpan.end', value: '1980', parameters: { start: '1990' } }],
    });
  });

  it('gives a feature the time of the nearest folder that has one, even where it is written behind', async () => {
    const { events } = await readEntries(
      kml,
      file('<TimeStamp><when>1990</when></TimeStamp><Folder><name>F</name><Placemark/><Placemark><TimeStamp><when>1970</when></TimeStamp></Placemark><TimeSpan><begin>1980</begin></TimeSpan></Folder><Placemark/>'),
    );
    expect(events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['1980/..', '1970', '1990']);
  });

  it.each([
    [POINT, { kind: 'exact', at: [35.2, 0.5], name: '' }],
    ['<Point><coordinates> 35.2 , 0.5 </coordinates></Point>', { kind: 'exact', at: [35.2, 0.5] }],
    ['<Point><coordinates>35.2 0.5</coordinates></Point>', { kind: 'exact', at: [35.2, 0.5] }],
    ['<LineString><coordinates>1,2,0 3,4,0\n5,6</coordinates></LineString>', { kind: 'route', path: [[[1, 2], [3, 4], [5, 6]]] }],
    ['<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,9 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>4,4 5,4 5,5</coordinates></LinearRing></innerBoundaryIs></Polygon>'.replaceAll('0,0', '0,1'), { kind: 'area', area: [[[[0, 1], [9, 0], [9, 9], [0, 9], [0, 1]], [[4, 4], [5, 4], [5, 5]]]] }],
    ['<MultiGeometry><LineString><coordinates>1,2 3,4</coordinates></LineString><LineString><coordinates>5,6 7,8</coordinates></LineString></MultiGeometry>', { kind: 'route', path: [[[1, 2], [3, 4]], [[5, 6], [7, 8]]] }],
    ['<Model><Location><longitude>1</longitude><latitude>2</latitude></Location></Model>', { kind: 'exact', at: [1, 2] }],
    ['<address>Eldoret, Kenya</address>', { kind: 'not-stated', name: 'Eldoret, Kenya' }],
    [`<address>Eldoret</address>${POINT}`, { kind: 'exact', name: 'Eldoret' }],
  ])('reads where %s is', async (geometry, place) => {
    expect(await eventIn(placemark(geometry))).toMatchObject({ place, findings: [] });
  });

  it.each([
    ['<Point><coordinates>nowhere</coordinates></Point>', 'coordinates-unreadable'],
    ['<Point><coordinates>35.2,95</coordinates></Point>', 'latitude-out-of-range'],
    ['<Point><coordinates>235.2,5</coordinates></Point>', 'longitude-out-of-range'],
    ['<Point><coordinates>1,,2</coordinates></Point>', 'coordinates-unreadable'],
  ])('says that %s is no place', async (geometry, code) => {
    expect(await eventIn(placemark(geometry))).toMatchObject({ place: undefined, findings: [{ code }] });
  });

  it('places an event at null island as it stands, and tells of it', async () => {
    const { place, findings } = await eventIn(placemark('<Point><coordinates>0,0,0</coordinates></Point>'));
    expect(place).toMatchObject({ kind: 'exact', at: [0, 0] });
    expect(findings).toMatchObject([{ code: 'null-island' }]);
  });

  it.each(['gx:Track', 'Track'])('reads a %s from its first moment to its last', async (name) => {
    const track = `<${name}><when>2010-05-28T02:02:09Z</when><when>2010-05-28T02:02:35Z</when><when>2010-05-28T02:02:44Z</when><gx:coord>-122.2 37.3 156</gx:coord><gx:coord/><gx:coord>-122.3 37.4 152</gx:coord></${name}>`;
    const expected = { edtf: '2010-05-28T02:02:09Z/2010-05-28T02:02:44Z', place: { kind: 'route', path: [[[-122.2, 37.3], [-122.3, 37.4]]] } };
    expect(await eventIn(placemark(track))).toMatchObject(expected);
    expect(await eventIn(placemark(`<gx:MultiTrack><gx:interpolate>1</gx:interpolate>${track}</gx:MultiTrack>`))).toMatchObject(expected);
  });

  it('takes words, links and pictures from a description', async () => {
    const { draft, findings } = await eventIn(placemark('<description><![CDATA[<p>5 < 6</p><a href="https://example.org/a?b=1&amp;c">more</a><img src="https://example.org/p.jpg"><script>alert(1)</script>]]></description>'));
    expect(draft).toMatchObject({ description: '5 < 6\n\nmore', sources: [{ url: 'https://example.org/a?b=1&c' }], media: [{ url: 'https://example.org/p.jpg' }] });
    expect(findings.map(({ code }) => code)).toEqual(['markup-removed']);
  });

  it('takes folders as categories and keeps the path of nested ones', async () => {
    const { events } = await readEntries(kml, file('<Folder><name>Outer</name><Placemark/><Folder><name>Inner</name><Placemark/></Folder></Folder>'));
    expect(events.map(({ draft }) => [draft.categories, draft.extra?.get('Folder')])).toEqual([[['Outer'], undefined], [['Inner'], 'Outer / Inner']]);
  });

  it('keeps data of the file’s own, and all other members, by their names', async () => {
    const { draft } = await eventIn(
      placemark('<styleUrl>#a</styleUrl><phoneNumber>1</phoneNumber><visibility>0</visibility><ExtendedData><Data name="foo"><displayName>Foo</displayName><value>bar</value></Data><SchemaData schemaUrl="#s"><SimpleData name="__proto__">1</SimpleData></SchemaData><camp:number xmlns:camp="x">14</camp:number></ExtendedData>'),
    );
    expect(draft.extra).toEqual(new Map([['styleUrl', '#a'], ['phoneNumber', '1'], ['foo', 'bar'], ['__proto__', '1'], ['camp:number', '14']]));
  });

  it('dates a placemark by data that is named as a date, where it has no time', async () => {
    const dated = (name: string, text: string): string => `<Placemark><ExtendedData><Data name="${name}"><value>${text}</value></Data></ExtendedData></Placemark>`;
    const edtfOf = async (content: string) => (await readEntries(kml, file(content))).events.map(({ draft }) => draft.when?.edtf?.text);
    expect(await edtfOf(dated('Date', '4 July 2019') + dated('Tarih', '13.07.2019') + dated('Başlangıç tarihi', '05.07.2019'))).toEqual(['2019-07-04', '2019-07-13', '2019-07-05']);
    expect(await edtfOf(dated('Elevation', '2019') + dated('Date', '12') + dated('Date', 'soon'))).toEqual([undefined, undefined, undefined]);
    const { events, questions } = await readEntries(kml, file(dated('Date', '05/06/2019')));
    expect(questions).toEqual([{ kind: 'order', column: 'Date', evidence: ['05/06/2019'], used: undefined }]);
    expect(events[0]).toMatchObject({ findings: [{ code: 'date-ambiguous', column: 'Date' }] });
    expect(events[0]?.draft.extra?.get('Date')).toBe('05/06/2019');
  });

  it('calls a placemark without a name by data that is named as a title', async () => {
    const data = '<ExtendedData><SchemaData><SimpleData name="code">7</SimpleData><SimpleData name="Name">Flood</SimpleData></SchemaData></ExtendedData>';
    expect((await eventIn(file(`<Placemark>${data}</Placemark>`))).draft.title).toBe('Flood');
    expect((await eventIn(placemark(data))).draft.title).toBe('A');
  });

  it('takes links, authors and ids', async () => {
    const { draft, findings } = await eventIn(
      file('<Placemark id="p1"><name>A</name><atom:author><atom:name>Ann</atom:name></atom:author><atom:link href="https://example.org/"/><atom:link href="javascript:alert(1)"/></Placemark>'),
    );
    expect(draft).toMatchObject({ id: 'p1', attribution: 'Ann', sources: [{ url: 'https://example.org/' }] });
    expect(draft.extra?.get('atom:link')).toBe('javascript:alert(1)');
    expect(findings).toEqual([{ code: 'url-refused', column: 'atom:link', value: 'javascript:alert(1)' }]);
  });

  it('takes the name of the document as the title of the story', async () => {
    const { entries, story } = await readEntries(kml, file('<Folder><name>F</name></Folder><name>Crisis</name><description>&lt;b&gt;2008&lt;/b&gt;</description><Placemark/>'));
    expect(entries).toHaveLength(1);
    expect(story).toMatchObject({ title: 'Crisis', deck: '2008' });
  });

  it('fetches nothing, and says so', async () => {
    const { notEvents } = await readEntries(kml, file('<NetworkLink><name>N</name><TimeStamp><when>2023</when></TimeStamp><Link><href>https://example.org/a.kml</href></Link></NetworkLink>'));
    expect(notEvents).toMatchObject([{ what: 'setting', findings: [{ code: 'not-fetched', value: 'https://example.org/a.kml' }] }]);
  });

  it('takes a picture on the ground for an event where it has a time', async () => {
    const box = '<Icon><href>a.png</href></Icon><LatLonBox><north>2</north><south>1</south><east>4</east><west>3</west></LatLonBox>';
    const { notEvents, events } = await readEntries(
      kml,
      file(`<GroundOverlay>${box}</GroundOverlay><ScreenOverlay><TimeStamp><when>1990</when></TimeStamp></ScreenOverlay><GroundOverlay><TimeStamp><when>1990</when></TimeStamp>${box}</GroundOverlay>`),
    );
    expect(notEvents.map(({ what }) => what)).toEqual(['setting', 'setting']);
    expect(events).toMatchObject([{ draft: { places: [{ kind: 'area', area: [[[[3, 1], [4, 1], [4, 2], [3, 2]]]], at: [3.5, 1.5] }] } }]);
  });

  it('refuses the record that is broken, and reads those around it', async () => {
    const { events, refused, issues } = await readEntries(kml, `${HEAD}<Document>\n<Placemark><name>A</name></Placemark>\n<Placemark><name>B</Placemark>\n<Placemark><name>C\n<Placemark><name>D</name></Placemark>\n<Placemark><name>E</na`);
    expect(events.map(({ draft }) => draft.title)).toEqual(['A', 'D']);
    expect(refused.map(({ line, cells }) => [line, cells.get('Placemark.name')?.trim()])).toEqual([[5, 'B'], [7, 'C'], [8, 'E']]);
    expect(issues).toMatchObject([{ code: 'xml-damaged', place: { line: 8 }, value: 'kml' }]);
  });

  it('refuses a file that defines entities', async () => {
    await expect(readEntries(kml, `<!DOCTYPE kml [<!ENTITY a "b">]>${file('<Placemark/>')}`)).rejects.toThrow('xml-entities');
  });

  it('is told by its first element', () => {
    const certainty = (text: string): number => kml.looksLike(sampleOf(encodeUtf8(text), () => []));
    expect(certainty(file(''))).toBe(1);
    expect(certainty('<kml:kml xmlns:kml="http://www.opengis.net/kml/2.2"/>')).toBe(1);
    expect(certainty('<Document><Placemark/></Document>')).toBe(0.9);
    expect(certainty('<gpx/>')).toBe(0);
  });

  it('reads names with a prefix', async () => {
    const { events } = await readEntries(kml, '<k:kml><k:Placemark><k:name>A</k:name><k:TimeStamp><k:when>1990</k:when></k:TimeStamp><k:Point><k:coordinates>1,2</k:coordinates></k:Point></k:Placemark></k:kml>');
    expect(events).toMatchObject([{ draft: { title: 'A', when: { edtf: { text: '1990' } }, places: [{ at: [1, 2] }] } }]);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = file(`<name>T</name><Folder><name>F</name><Placemark><name>A</name><TimeSpan><begin>1990</begin></TimeSpan>${POINT}</Placemark><GroundOverlay><LatLonBox><north>2</north></LatLonBox></GroundOverlay></Folder><Placemark><gx:Track><when>2010-05-28T02:02:09Z</when><gx:coord>1 2 3</gx:coord></gx:Track><Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,4 5,6</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`);
    await fc.assert(
      fc.asyncProperty(mutated(whole, [...XML_PIECES, '<Placemark>', '</Placemark>', '</Folder>', '<Folder>']), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(kml, text).catch((error: Error) => {
          expect(error.message).toMatch(/^xml-/);
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
        for (const { line } of entries) expect(line).toBeGreaterThan(0);
      }),
    );
  });
});
