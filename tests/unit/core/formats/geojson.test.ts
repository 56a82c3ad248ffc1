import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Answers } from '../../../../src/core/formats/answers.ts';
import { geojson } from '../../../../src/core/formats/geojson.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const feature = (properties: object | null, geometry: object | null = null, more: object = {}): object => ({ type: 'Feature', properties, geometry, ...more });
const read = (features: readonly object[], answers: Answers = {}, more: object = {}) => readEntries(geojson, JSON.stringify({ type: 'FeatureCollection', features, ...more }), answers);

/** The event of a collection of one feature. */
async function only(properties: object | null, geometry: object | null = null, more: object = {}) {
  const { events } = await read([feature(properties, geometry, more)]);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return { ...event, edtf: event.draft.when?.edtf?.text };
}

describe('reading plain GeoJSON', () => {
  it.each<[string, object, string | undefined]>([
    ['days of Leaflet.timeline, whole', { start: '1789-07-14', end: '1799-11-09' }, '1789-07-14/1799-11-09'],
    ['milliseconds', { start: 1517966773840, end: 1517966773841 }, '2018-02-07T01:26:13.840Z/2018-02-07T01:26:13.841Z'],
    ['milliseconds as text', { time: '1517966773000' }, '2018-02-07T01:26:13Z'],
    ['an end that is not included', { start: '2000-01-01', end: '2000-02-01', endExclusive: 'true' }, '2000-01-01/2000-01-31'],
    ['a time of TimeDimension', { time: '2019-11-23T10:51:06Z' }, '2019-11-23T10:51:06Z'],
    ['EDTF', { when: '1914~/1918' }, '1914~/1918'],
    ['a year as a number', { year: 1066 }, '1066'],
    ['a year, month and day', { year: 1066, month: 10, day: 14 }, '1066-10-14'],
    ['years from and to', { FromYear: -44, ToYear: 14 }, '-0044/0014'],
    ['start_date and end_date', { start_date: '2000-01', end_date: '2000-03' }, '2000-01/2000-03'],
    ['begin and end', { begin: '1900', end: '1910' }, '1900/1910'],
    ['date and time', { date: '2020-01-02', time: '14:30' }, '2020-01-02T14:30'],
    ['a timestamp', { timestamp: '2020-01-02T03:04:05+02:00' }, '2020-01-02T03:04:05+02:00'],
    ['nothing', { mag: 5 }, undefined],
  ])('dates by %s', async (_, properties, edtf) => {
    expect(await only(properties)).toMatchObject({ edtf, findings: [] });
  });

  it('leaves a side of Leaflet.timeline open that is not there', async () => {
    const { events } = await read([feature({ start: '1900', end: '1910' }), feature({ start: '1958-10-05' }), feature({ end: '1958' })]);
    expect(events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['1900/1910', '1958-10-05/..', '../1958']);
  });

  it('makes a route of a track, from the first of its times to the last', async () => {
    const line = { type: 'LineString', coordinates: [[1, 2, 9], [3, 4, 9], [5, 6, 9]] };
    for (const name of ['times', 'coordTimes', 'linestringTimestamps']) {
      const event = await only({ [name]: ['2019-11-23 10:51:06', '2019-11-23 10:52:05', '2019-11-23 10:50:00'] }, line);
      expect(event).toMatchObject({ edtf: '2019-11-23T10:50:00/2019-11-23T10:52:05', draft: { places: [{ kind: 'route', path: [[[1, 2], [3, 4], [5, 6]]] }] } });
    }
    expect((await only({ times: [1517966773000, 1517966774000] }, line)).edtf).toBe('2018-02-07T01:26:13Z/2018-02-07T01:26:14Z');
  });

  it('dates a trip by the fourth number of its positions', async () => {
    const trip = await only({ title: 'T' }, { type: 'LineString', coordinates: [[1, 2, 0, 1564184363], [3, 4, 0, 1564184263]] });
    expect(trip.edtf).toBe('2019-07-26T23:37:43Z/2019-07-26T23:39:23Z');
    expect((await only({ title: 'T' }, { type: 'LineString', coordinates: [[1, 2, 0, 7], [3, 4, 0, 8]] })).edtf).toBeUndefined();
  });

  it('keeps all bounds of a vague span in its words', async () => {
    const timespans = [{ start: { earliest: '1850-01', latest: '1850-03' }, end: { in: '1861' } }];
    const { edtf, draft } = await only({ title: 'T' }, null, { when: { timespans } });
    expect([edtf, draft.when?.wording]).toEqual(['1850-01~/1861', '1850-01 – 1850-03 / 1861']);
  });

  it('says that positions are no degrees where the file says so', async () => {
    const issuesFor = async (name: string) => (await read([], {}, { crs: { type: 'name', properties: { name } } })).issues;
    expect(await issuesFor('urn:ogc:def:crs:EPSG::3857')).toMatchObject([{ code: 'coordinates-projected', value: 'urn:ogc:def:crs:EPSG::3857' }]);
    for (const degrees of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4258']) expect(await issuesFor(degrees)).toEqual([]);
  });

  it('reads the timespans of Linked Places', async () => {
    const linked = (...timespans: readonly object[]) => only({ title: 'T' }, null, { when: { timespans } });
    expect((await linked({ start: { in: '1914' }, end: { in: '1918-11' } })).edtf).toBe('1914/1918-11');
    expect((await linked({ start: { in: '-0044-03-15' } })).edtf).toBe('-0044-03-15');
    expect((await linked({ start: { earliest: '1900', latest: '1910' } })).edtf).toBe('1900~');
    expect((await linked({ start: { in: '1914' } }, { start: { in: '1939' } })).edtf).toBe('{1914, 1939}');
  });

  it('takes names and descriptions of Linked Places', async () => {
    const { draft } = await only({}, null, { names: [{ toponym: 'N' }], descriptions: [{ value: '<i>D</i>' }] });
    expect(draft).toMatchObject({ title: 'N', description: 'D' });
    expect([...(draft.featureExtra?.keys() ?? [])]).toEqual(['names', 'descriptions']);
  });

  it('asks for the order of day and month where dates do not settle it', async () => {
    const features = [feature({ date: '03/04/2020' }), feature({ date: '05/06/2020' })];
    const asked = await read(features);
    expect(asked.questions).toMatchObject([{ kind: 'order', column: 'properties.date', used: undefined }]);
    expect(asked.events[0]?.findings).toMatchObject([{ code: 'date-ambiguous' }]);
    const answered = await read(features, { order: 'day-first' });
    expect(answered.events[0]?.draft.when?.edtf?.text).toBe('2020-04-03');
    expect((await read([feature({ begin: '03/04/2020', end: '24/04/2020' })])).events[0]?.draft.when?.edtf?.text).toBe('2020-04-03/2020-04-24');
    expect((await read([...features, feature({ date: '03/24/2020' })])).events[0]?.draft.when?.edtf?.text).toBe('2020-03-04');
  });

  it.each<[string, object | null, readonly object[]]>([
    ['a point', { type: 'Point', coordinates: [1, 2] }, [{ kind: 'exact', at: [1, 2] }]],
    ['points', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }, [{ kind: 'exact', at: [1, 2] }, { kind: 'exact', at: [3, 4] }]],
    ['a line', { type: 'LineString', coordinates: [[1, 2], [3, 4]] }, [{ kind: 'route', path: [[[1, 2], [3, 4]]] }]],
    ['lines', { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]], [[5, 6], [7, 8]]] }, [{ kind: 'route' }]],
    ['an outline', { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 0]]] }, [{ kind: 'area' }]],
    ['outlines', { type: 'MultiPolygon', coordinates: [[[[0, 1], [2, 0], [2, 2], [0, 1]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]] }, [{ kind: 'area' }]],
    ['several geometries', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [[1, 2], [3, 4]] }] }, [{ kind: 'exact' }, { kind: 'route' }]],
    ['nothing', null, []],
    ['a point without numbers', { type: 'Point', coordinates: [] }, []],
  ])('places a feature at %s', async (_, geometry, places) => {
    const { draft } = await only({ title: 'T' }, geometry);
    expect(draft.places).toMatchObject(places);
    expect(draft.places).toHaveLength(places.length);
  });

  it('shows an event at null island as it stands, and tells of it', async () => {
    const event = await only({ title: 'T' }, { type: 'Point', coordinates: [0, 0] });
    expect(event.draft.places).toMatchObject([{ kind: 'exact', at: [0, 0] }]);
    expect(event.findings).toMatchObject([{ code: 'null-island' }]);
  });

  it.each([
    ['a latitude that does not exist', { type: 'Point', coordinates: [35, 151] }, 'latitude-out-of-range'],
    ['words', { type: 'Point', coordinates: ['a', 'b'] }, 'coordinates-unreadable'],
    ['a kind that does not exist', { type: 'Circle', coordinates: [1, 2] }, 'geometry-unreadable'],
  ])('keeps an event with %s, unplaced and told of', async (_, geometry, code) => {
    const event = await only({ title: 'T', place: 'P' }, geometry);
    expect(event.draft.places).toMatchObject([{ kind: 'not-stated', name: 'P' }]);
    expect(event.findings).toMatchObject([{ code }]);
  });

  it('takes members by the names that tables use, and keeps all others as they are', async () => {
    const event = await only(
      { mag: 2, place: '4km W of Castaic', time: 1517966773840, updated: 1517966996303, url: 'https://example.org/q', type: 'earthquake', title: 'M 2.0', felt: null, sources: ',ci,', detail: 'https://example.org/d' },
      { type: 'Point', coordinates: [-118.6, 34.4, 26.49] },
      { id: 'ci1', bbox: [1, 2, 3, 4] },
    );
    expect(event.draft).toMatchObject({ id: 'ci1', title: 'M 2.0', categories: ['earthquake'], places: [{ kind: 'exact', name: '4km W of Castaic', at: [-118.6, 34.4] }], sources: [{ url: 'https://example.org/q' }] });
    expect(event.draft.extra).toEqual(new Map<string, unknown>([['mag', 2], ['updated', 1517966996303], ['sources', ',ci,'], ['detail', 'https://example.org/d']]));
    expect(event.draft.featureExtra).toEqual(new Map<string, unknown>([['bbox', [1, 2, 3, 4]], ['geometry', { type: 'Point', coordinates: [-118.6, 34.4, 26.49] }]]));
  });

  it('takes a member for what a person says that it is', async () => {
    const { events } = await read([feature({ name: 'N', anno: '1900', was: 'W' })], { mapping: new Map([['was', 'title'], ['name', null]]) });
    expect(events[0]?.draft).toMatchObject({ title: 'W', when: { edtf: { text: '1900' } } });
    expect(events[0]?.draft.extra?.get('name')).toBe('N');
  });

  it('takes what the collection says of itself', async () => {
    const { story } = await read([feature({})], {}, { metadata: { title: 'M', count: 1 }, crs: { type: 'name' } });
    expect(story).toMatchObject({ title: 'M', collectionExtra: new Map<string, unknown>([['metadata', { title: 'M', count: 1 }], ['crs', { type: 'name' }]]) });
  });

  it('reads a feature alone, and a list of them', async () => {
    expect((await readEntries(geojson, JSON.stringify(feature({ title: 'T' })))).events.map(({ draft }) => draft.title)).toEqual(['T']);
    expect((await readEntries(geojson, JSON.stringify([feature({ title: 'A' }), feature({ title: 'B' })]))).events).toHaveLength(2);
  });

  it('refuses what is no feature, with its line', async () => {
    const { events, refused } = await readEntries(geojson, '{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{"title":"A"},"geometry":null},\n7,\n{"type":"Feature" "properties"},\n{"type":"Feature","properties":null,"geometry":null}]}');
    expect(events).toHaveLength(2);
    expect(refused).toMatchObject([{ line: 3, finding: { code: 'entry-wrong-kind' } }, { line: 4, finding: { code: 'entry-damaged' } }]);
  });

  it.each([
    ['{"type":"FeatureCollection","features":[]}', true],
    ['{"features":[{"type":"Feature","properties":{}}]}', true],
    ['{"type":"Feature","geometry":null}', true],
    ['[{"type":"Feature","properties":{}}]', true],
    ['{"type":"Topology"}', false],
    ['[{"type":"concert"}]', false],
  ])('is told by its features: %j', (text, isIt) => {
    expect(geojson.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5).toBe(isIt);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"type":"FeatureCollection","name":"N","features":[{"type":"Feature","id":1,"properties":{"start":"1900","end":1517966773840,"title":"a","when":{"timespans":[{"start":{"in":"1914"}}]}},"geometry":{"type":"Point","coordinates":[1,2]}},\n{"type":"Feature","properties":{"times":["2019-11-23"]},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]]]}}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, [...JSON_PIECES, '[[[', '"coordinates":']), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(geojson, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
