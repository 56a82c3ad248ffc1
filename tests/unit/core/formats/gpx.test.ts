import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { gpx } from '../../../../src/core/formats/gpx.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { mutated, XML_PIECES } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const file = (content: string): string => `<?xml version="1.0"?>\n<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`;

/** The only event of a file with one record. */
async function eventIn(content: string) {
  const { events, entries } = await readEntries(gpx, file(content));
  expect(entries).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return { ...event, edtf: event.draft.when?.edtf?.text };
}

describe('reading GPX', () => {
  it('reads a waypoint', async () => {
    const event = await eventIn('<wpt lat="51.5" lon="-0.1"><ele>12</ele><time>2007-11-25T17:58:00+01:00</time><name>W</name><cmt>c</cmt><desc>d</desc><link href="https://example.org/"><text>L</text></link><sym>Flag</sym><type>camp</type><extensions><x:hr>61</x:hr></extensions></wpt>');
    expect(event).toMatchObject({
      edtf: '2007-11-25T17:58:00+01:00',
      findings: [],
      draft: { title: 'W', description: 'd\n\nc', categories: ['camp'], places: [{ kind: 'exact', at: [-0.1, 51.5], name: '' }], sources: [{ url: 'https://example.org/', title: 'L' }] },
    });
    expect(event.draft.extra).toEqual(new Map([['ele', '12'], ['sym', 'Flag'], ['extensions.x:hr', '61']]));
  });

  it('reads a track along all of its points, from the first of its times to the last', async () => {
    const event = await eventIn(
      '<trk><name>T</name><number>3</number><trkseg><trkpt lat="1" lon="2"><ele>7</ele><time>2020-01-01T10:00:05Z</time></trkpt><trkpt lat="3" lon="4"><time>2020-01-01T10:00:00Z</time></trkpt></trkseg><trkseg><trkpt lat="5" lon="6"/><trkpt lat="7" lon="8"><ele>9</ele><time>2020-01-01T10:00:09.5Z</time></trkpt></trkseg></trk>',
    );
    expect(event).toMatchObject({
      edtf: '2020-01-01T10:00:00Z/2020-01-01T10:00:09.5Z',
      draft: { title: 'T', places: [{ kind: 'route', path: [[[2, 1], [4, 3]], [[6, 5], [8, 7]]] }] },
    });
    expect(event.draft.extra).toEqual(
      new Map<string, unknown>([['trkpt.ele', ['7', '9']], ['trkpt.time', ['2020-01-01T10:00:05Z', '2020-01-01T10:00:00Z', '2020-01-01T10:00:09.5Z']], ['number', '3']]),
    );
  });

  it('reads a route', async () => {
    const event = await eventIn('<rte><name>R</name><rtept lat="1" lon="2"><name>first</name></rtept><rtept lat="3" lon="4"/></rte>');
    expect(event).toMatchObject({ edtf: undefined, draft: { title: 'R', places: [{ kind: 'route', path: [[[2, 1], [4, 3]]] }] } });
    expect(event.draft.extra).toEqual(new Map([['rtept.name', 'first']]));
  });

  it.each([
    ['an empty track', '<trk><name>T</name></trk>', undefined],
    ['a track of empty segments', '<trk><trkseg/><trkseg/></trk>', undefined],
    ['a track of one point', '<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>', { kind: 'exact', at: [2, 1] }],
    ['a track that stays where it is', '<trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="2"/></trkseg></trk>', { kind: 'exact', at: [2, 1] }],
    ['a track with a segment of one point', '<trk><trkseg><trkpt lat="1" lon="2"/></trkseg><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk>', { kind: 'route', path: [[[2, 1], [4, 3]]] }],
    ['a point with decimal commas', '<wpt lat="1,5" lon="2,25"/>', { kind: 'exact', at: [2.25, 1.5] }],
  ])('places %s', async (_, content, place) => {
    const { draft, findings } = await eventIn(content);
    expect({ place: draft.places?.[0], count: draft.places?.length, findings }).toMatchObject({ place, count: place === undefined ? 0 : 1, findings: [] });
  });

  it.each([
    ['<wpt lat="1"/>', { code: 'coordinates-incomplete', parameters: { missing: 'longitude' } }],
    ['<wpt lat="x" lon="1"/>', { code: 'coordinates-unreadable', value: '1 x' }],
    ['<wpt lat="91" lon="1"/>', { code: 'latitude-out-of-range' }],
    ['<wpt lat="0.0" lon="0.0"/>', { code: 'null-island' }],
    ['<wpt lat="1" lon="1"><time>yesterday noon</time></wpt>', { code: 'date-unreadable', column: 'time', value: 'yesterday noon' }],
    ['<wpt lat="1" lon="1"><link href="page.html"/></wpt>', { code: 'url-refused', value: 'page.html' }],
    ['<trk><trkseg><trkpt lat="x" lon="1"/><trkpt lat="y" lon="1"/><trkpt lat="1" lon="1"/></trkseg></trk>', { code: 'coordinates-unreadable' }],
  ])('says once what is wrong in %s', async (content, finding) => {
    const { findings } = await eventIn(content);
    expect(findings).toMatchObject([finding]);
  });

  it.each([
    ['1.1', '<metadata><name>M</name><desc>about</desc><author><name>Ann</name></author><copyright author="Ann"><license>https://example.org/by</license></copyright><link href="https://example.org/"/></metadata><wpt lat="1" lon="1"/>'],
    ['1.0', '<name>M</name><desc>about</desc><author>Ann</author><url>https://example.org/</url><time>2002-04-19T02:47:17Z</time><wpt lat="1" lon="1"/>'],
  ])('takes the title of the story from a file of GPX %s', async (_, content) => {
    const { entries, story } = await readEntries(gpx, file(content));
    expect(entries).toHaveLength(1);
    expect(story).toMatchObject({ title: 'M', deck: 'about', credit: 'Ann', sources: [{ url: 'https://example.org/' }] });
  });

  it('reads the address of a waypoint of GPX 1.0', async () => {
    const { draft } = await eventIn('<wpt lat="1" lon="1"><url>https://example.org/</url><urlname>U</urlname></wpt>');
    expect(draft.sources).toMatchObject([{ url: 'https://example.org/', title: 'U' }]);
  });

  it('refuses a track that is cut off, and keeps what is before it', async () => {
    const { events, refused, issues } = await readEntries(gpx, '<gpx><wpt lat="1" lon="1"><name>A</name></wpt><trk><name>T</name><trkseg><trkpt lat="1" lon="2"><ele>3</e');
    expect(events.map(({ draft }) => draft.title)).toEqual(['A']);
    expect(refused).toMatchObject([{ line: 1, finding: { code: 'xml-damaged' } }]);
    expect(issues).toMatchObject([{ code: 'xml-damaged', value: 'gpx' }]);
  });

  it('is told by its first element', () => {
    expect(gpx.looksLike(sampleOf(encodeUtf8(file('')), () => []))).toBe(1);
    expect(gpx.looksLike(sampleOf(encodeUtf8('<kml/>'), () => []))).toBe(0);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = file('<metadata><name>M</name></metadata><wpt lat="1" lon="2"><time>2020-01-01T10:00:00Z</time><link href="https://example.org/"/></wpt><rte><rtept lat="1" lon="2"/></rte><trk><trkseg><trkpt lat="1" lon="2"><ele>7</ele></trkpt><trkpt lat="3" lon="4"/></trkseg></trk>');
    await fc.assert(
      fc.asyncProperty(mutated(whole, [...XML_PIECES, '<wpt lat="', '</trk>', '<trk>', '</trkseg>']), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(gpx, text).catch((error: Error) => {
          expect(error.message).toMatch(/^xml-/);
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
