import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { storymapjs } from '../../../../src/core/formats/storymapjs.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(storymapjs, JSON.stringify(file));
const isTold = (text: string): boolean => storymapjs.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading StoryMapJS', () => {
  it('takes the overview for the title, and the slides for events in their order', async () => {
    const { events, notEvents } = await read({
      storymap: {
        slides: [
          { type: 'overview', text: { headline: 'T', text: 'D' }, location: { line: true } },
          { text: { headline: 'A', text: '<i>x</i>' }, location: { lat: 48.79, lon: '2.65', zoom: 9 }, media: { url: 'https://example.org/a.jpg', caption: 'C', credit: '' }, date: '' },
          { text: { headline: 'B' }, location: {}, date: '1914' },
        ],
      },
    });
    expect(notEvents).toMatchObject([{ what: 'title', story: { title: 'T', deck: 'D' } }]);
    expect(events.map(({ draft, findings }) => [draft.title, draft.when?.edtf?.text, draft.places?.map((place) => ('at' in place ? place.at : place.kind)), findings])).toEqual([
      ['A', undefined, [[2.65, 48.79]], []],
      ['B', '1914', [], []],
    ]);
    expect(events[0]?.draft).toMatchObject({ description: 'x', media: [{ url: 'https://example.org/a.jpg', caption: 'C', credit: undefined }] });
    expect(events[0]?.draft.extra).toEqual(new Map([['location.zoom', 9]]));
  });

  it('tells of a position that is none, and of one where missing ones end up', async () => {
    const { events } = await read({ storymap: { slides: [{ location: { lat: 120, lon: 2 } }, { location: { lat: 0, lon: 0 } }, { location: { lat: 1 } }] } });
    expect(events.map(({ draft, findings }) => [draft.places?.map((place) => ('at' in place ? place.at : place.kind)), findings.map(({ code }) => code)])).toEqual([
      [[], ['latitude-out-of-range']],
      [[[0, 0]], ['null-island']],
      [[], ['coordinates-incomplete']],
    ]);
  });

  it('is told by its slides', () => {
    expect(isTold('{"storymap":{"slides":[{"text":{}}]}}')).toBe(true);
    expect(isTold('{"slides":[{"text":{}}]}')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"storymap":{"slides":[{"type":"overview","text":{"headline":"T"}},{"location":{"lat":1,"lon":2},"text":{"headline":"A<br>"},"media":{"url":"https://x.org"},"date":"1914"}]}}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(storymapjs, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
