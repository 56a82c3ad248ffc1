import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { timemap } from '../../../../src/core/formats/timemap.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(timemap, JSON.stringify(file));
const isTold = (text: string): boolean => timemap.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading TimeMap', () => {
  const incident = { id: 'T1', description: 'One', date: '02/24/2025', time: '', location: 'L', latitude: '49,85', longitude: '36.659', associations: [], sources: [], graphic: 'TRUE' };

  it('reads events: a blank time is a day, a filled one a minute', async () => {
    const { events, questions } = await read([incident, { ...incident, id: 2, time: '14:35', date: '3/4/2025' }, { ...incident, date: '', latitude: '', longitude: '' }]);
    expect(events.map(({ draft }) => [draft.id, draft.when?.edtf?.text, draft.places])).toMatchObject([
      ['T1', '2025-02-24', [{ kind: 'exact', at: [36.659, 49.85], name: 'L' }]],
      ['2', '2025-03-04T14:35', [{ kind: 'exact' }]],
      ['T1', undefined, [{ kind: 'not-stated', name: 'L' }]],
    ]);
    expect(events[0]?.draft.extra).toEqual(new Map([['graphic', 'TRUE']]));
    expect(questions).toEqual([]);
  });

  it('puts the month first unless dates prove otherwise, and asks where they prove nothing', async () => {
    const ambiguous = await read([{ ...incident, date: '03/04/2025' }]);
    expect(ambiguous.events[0]?.draft.when?.edtf?.text).toBe('2025-03-04');
    expect(ambiguous.questions).toMatchObject([{ kind: 'order', column: 'date', used: 'month-first' }]);
    const proven = await read([{ ...incident, date: '03/04/2025' }, { ...incident, date: '24/04/2025' }]);
    expect(proven.events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['2025-04-03', '2025-04-24']);
    const answered = await readEntries(timemap, JSON.stringify([{ ...incident, date: '03/04/2025' }]), { order: 'day-first' });
    expect(answered.events[0]?.draft.when?.edtf?.text).toBe('2025-04-03');
  });

  it('takes the day where the time is none, tells of it, and keeps what is no position', async () => {
    const { events } = await read([{ ...incident, date: '11/26/2023', time: '25:99', latitude: '59.91', longitude: '' }]);
    expect(events[0]).toMatchObject({
      draft: { when: { edtf: { text: '2023-11-26' } } },
      findings: [{ code: 'time-unreadable', column: 'time', value: '25:99' }, { code: 'coordinates-incomplete' }],
    });
    expect(events[0]?.draft.extra).toEqual(new Map([['graphic', 'TRUE'], ['time', '25:99'], ['latitude', '59.91']]));
  });

  it('joins events with what stands beside them in one file', async () => {
    const { events, notEvents } = await read({
      events: [
        { ...incident, associations: ['c', 'f', 'n', 'gone'], sources: ['s', 'lost'] },
        { ...incident, id: 'T2', associations: ['n'], sources: [] },
      ],
      associations: [
        { id: 'c', title: 'Cat', mode: 'CATEGORY', filter_paths: [] },
        { id: 'f', title: 'Drone', mode: 'FILTER', filter_paths: ['Weapon', 'Drone'] },
        { id: 'n', title: 'Story', mode: 'NARRATIVE', filter_paths: ['n'] },
      ],
      sources: { s: { id: 's', title: 'S', paths: ['https://example.org/1', 'https://example.org/2'] } },
    });
    expect(events[0]).toMatchObject({
      draft: { categories: ['Cat'], relations: [], sources: [{ title: 'S', url: 'https://example.org/1' }, { title: 'S', url: 'https://example.org/2' }] },
      findings: [{ code: 'reference-unknown', value: 'gone' }, { code: 'reference-unknown', value: 'lost' }],
    });
    expect(events[0]?.draft.extra).toEqual(new Map<string, unknown>([['graphic', 'TRUE'], ['Weapon', ['Drone']], ['narratives', ['Story']], ['sources', ['lost']], ['associations', ['gone']]]));
    expect(events[1]?.draft.relations).toEqual([{ kind: 'follows', to: 'T1' }]);
    expect(notEvents.map(({ what }) => what)).toEqual(['category', 'category', 'category', 'source']);
  });

  it('reads what Bellingcat offers for download', async () => {
    const { events } = await read([{ id: 'C1', date: '5/6/2022', latitude: '1', longitude: '2', location: 'L', description: 'D', sources: [{ id: 's', path: 'https://example.org/1', description: 'Video' }, { path: 'javascript:x', description: 'Y' }], filters: [{ key: 'K', value: 'V' }] }]);
    expect(events[0]?.draft.sources).toMatchObject([{ url: 'https://example.org/1', title: 'Video' }, { url: undefined, title: 'Y' }]);
    expect(events[0]?.findings).toMatchObject([{ code: 'url-refused', value: 'javascript:x' }]);
    expect(events[0]?.draft.extra?.get('filters')).toEqual([{ key: 'K', value: 'V' }]);
  });

  it('says where the events are of a file that holds none', async () => {
    const associations = await read([{ id: 'c', title: 'Cat', mode: 'CATEGORY', filter_paths: [] }]);
    expect(associations).toMatchObject({ entries: [{ kind: 'not-event', what: 'category' }], issues: [{ code: 'events-elsewhere', parameters: { what: 'associations' } }] });
    const sources = await read({ a: { id: 'a', paths: ['x'] } });
    expect(sources).toMatchObject({ entries: [{ kind: 'not-event', what: 'source' }], issues: [{ code: 'events-elsewhere', parameters: { what: 'sources' } }] });
  });

  it('is told by the members of its events', () => {
    expect(isTold(JSON.stringify([incident]))).toBe(true);
    expect(isTold('[{"id":"c","mode":"FILTER","filter_paths":["a"]}]')).toBe(true);
    expect(isTold('{"s":{"id":"s","paths":[]}}')).toBe(true);
    expect(isTold('[{"date":"2020","description":"x"}]')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"events":[{"id":"a","description":"d","date":"02/24/2025","time":"10:00","location":"L","latitude":"1","longitude":"2","associations":["c"],"sources":["s"]}],\n"associations":[{"id":"c","mode":"CATEGORY","title":"C"}],"sources":{"s":{"id":"s","paths":["https://x.org"]}}}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(timemap, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
