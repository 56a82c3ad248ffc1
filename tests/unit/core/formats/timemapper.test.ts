import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { timemapper } from '../../../../src/core/formats/timemapper.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(timemapper, JSON.stringify(file));
const isTold = (text: string): boolean => timemapper.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading TimeMapper', () => {
  const packageOf = (...records: readonly object[]) => ({ title: 'T', owner: 'O', licenses: [{ type: 'cc', name: 'L' }], resources: [{ name: 'default', records }] });

  it('reads records under the names that sheets use', async () => {
    const { events, story } = await read(
      packageOf(
        { id: 'a', title: 'A', image: 'https://example.org/a.jpg', caption: 'C', description: 'D', source: 'https://example.org/s', start: '1805-12-02', location: { type: 'Point', coordinates: [16.76, 49.12] }, license: 'GFDL' },
        { headline: 'B', text: 'x', 'start date': '1805', 'end date': '1806', place: 'P', location: '49.12, 16.76', source: 'S', 'source url': 'https://example.org/u' },
        { title: 'C', place: 'P' },
      ),
    );
    expect(story).toMatchObject({ title: 'T', credit: 'O', licence: 'L' });
    expect(events[0]?.draft).toMatchObject({
      id: 'a', title: 'A', description: 'D', when: { edtf: { text: '1805-12-02' } }, places: [{ kind: 'exact', at: [16.76, 49.12], name: '' }],
      sources: [{ url: 'https://example.org/s' }], media: [{ url: 'https://example.org/a.jpg', caption: 'C' }],
    });
    expect(events[0]?.draft.extra).toEqual(new Map([['license', 'GFDL']]));
    expect(events[1]?.draft).toMatchObject({
      title: 'B', description: 'x', when: { edtf: { text: '1805/1806' } }, places: [{ kind: 'exact', at: [16.76, 49.12], name: 'P' }], sources: [{ publisher: 'S', url: 'https://example.org/u' }],
    });
    expect(events[2]?.draft.places).toMatchObject([{ kind: 'not-stated', name: 'P' }]);
  });

  it('reads names in any case, and the day first where the package says so', async () => {
    const { events } = await read({ tmconfig: { dayfirst: true }, resources: [{ data: [{ Title: 'A', Start: '03/04/1805', Location: '48.85, 2.35', Extra: 'x' }] }] });
    expect(events).toMatchObject([{ draft: { title: 'A', when: { edtf: { text: '1805-04-03' } }, places: [{ at: [2.35, 48.85] }] } }]);
    expect(events[0]?.draft.extra).toEqual(new Map([['Extra', 'x']]));
  });

  it('asks for the order of day and month where nothing settles it', async () => {
    const { questions } = await read(packageOf({ title: 'A', start: '03/04/1805' }));
    expect(questions).toMatchObject([{ kind: 'order', column: 'start', evidence: ['03/04/1805'] }]);
  });

  it('is told by its records', () => {
    expect(isTold('{"resources":[{"records":[{"title":"a"}]}]}')).toBe(true);
    expect(isTold('{"resources":[{"path":"data.csv"}]}')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"title":"T","resources":[{"records":[{"title":"a","start":"1805-12-02","location":{"type":"Point","coordinates":[1,2]}},\n{"title":"b","location":"1, 2","source":"s","url":"https://x.org"}]}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(timemapper, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
