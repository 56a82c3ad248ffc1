import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { timemapjs } from '../../../../src/core/formats/timemapjs.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(timemapjs, JSON.stringify(file));
const isTold = (text: string): boolean => timemapjs.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading Timemap.js', () => {
  it('reads points, lines, outlines and pictures laid over the map', async () => {
    const { events } = await read([
      { title: 'A', start: '1449', end: '1494-01-11', point: { lat: 43.7, lon: 11.28 }, options: { description: '<b>D</b>', theme: 'red' } },
      { title: 'B', start: '1449', polyline: [{ lat: 1, lon: 2 }, { lat: 3, lon: 4 }] },
      { title: 'C', start: '1449', polygon: [{ lat: 0, lon: 1 }, { lat: 0, lon: 2 }, { lat: 1, lon: 2 }] },
      { title: 'D', start: '1449', overlay: { image: 'https://example.org/a.png', north: 2, south: 1, east: 4, west: 3 } },
      { title: 'E', start: '1449', placemarks: [{ point: { lat: 1, lon: 2 } }, { point: { lat: 3, lon: 4 } }] },
    ]);
    expect(events.map(({ draft }) => draft.places?.map(({ kind }) => kind))).toEqual([['exact'], ['route'], ['area'], ['area'], ['exact', 'exact']]);
    expect(events[0]?.draft).toMatchObject({ title: 'A', description: 'D', when: { edtf: { text: '1449/1494-01-11' } }, places: [{ at: [11.28, 43.7] }] });
    expect(events[0]?.draft.extra).toEqual(new Map([['options.theme', 'red']]));
    expect(events[3]?.draft.media).toMatchObject([{ url: 'https://example.org/a.png' }]);
  });

  it('names categories by datasets and tags', async () => {
    const { events } = await read([{ id: 'a', title: 'Artists', options: { items: [{ title: 'A', point: { lat: 1, lon: 2 }, options: { tags: ['painter'] } }] } }, { title: 'Others', options: { items: [{ title: 'B', point: { lat: 1, lon: 2 } }] } }]);
    expect(events.map(({ draft }) => [draft.title, draft.categories])).toEqual([['A', ['Artists', 'painter']], ['B', ['Others']]]);
  });

  it('is told by the geometries of its items', () => {
    expect(isTold('[{"title":"a","start":"1","point":{"lat":1,"lon":2}}]')).toBe(true);
    expect(isTold('[{"title":"d","options":{"items":[{"title":"a","polygon":[{"lat":1,"lon":2}]}]}}]')).toBe(true);
    expect(isTold('[{"title":"a","start":"1","lat":1,"lon":2}]')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '[{"title":"D","options":{"items":[{"title":"a","start":"1449","point":{"lat":1,"lon":2},"options":{"tags":["x"]}},\n{"title":"b","polygon":[{"lat":1,"lon":2},{"lat":3,"lon":4},{"lat":5,"lon":1}]}]}}]';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(timemapjs, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
