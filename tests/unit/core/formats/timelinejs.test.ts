import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { timelinejs } from '../../../../src/core/formats/timelinejs.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(timelinejs, JSON.stringify(file));

/** The event of a file with one slide. */
async function slide(members: object) {
  const { events } = await read({ events: [members] });
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return { ...event, edtf: event.draft.when?.edtf?.text, wording: event.draft.when?.wording };
}

const dated = async (start: object, more: object = {}) => slide({ start_date: start, text: { headline: 'H' }, ...more });

describe('reading TimelineJS', () => {
  it.each([
    [{ year: 1969 }, '1969'],
    [{ year: '1969', month: '7', day: '20' }, '1969-07-20'],
    [{ year: '1,066' }, '1066'],
    [{ year: '2016', month: '11', day: '13', hour: '9', minute: '30', second: '', millisecond: '', format: '' }, '2016-11-13T09:30'],
    [{ year: 2015, month: 1, day: 1, hour: 1, minute: 1, second: 1, millisecond: 1 }, '2015-01-01T01:01:01.001'],
    [{ year: 2015, month: '', day: 4 }, '2015'],
    [{ year: '-44', month: 3, day: 15 }, '-0043-03-15'],
    [{ year: 2020, month: 'Jan', day: 5 }, '2020-01-05'],
    [{ year: -1 }, '0000'],
    [{ year: '-13800000000' }, 'Y-13800000000'],
  ])('dates %j as %s', async (start, edtf) => {
    expect(await dated(start)).toMatchObject({ edtf, findings: [] });
  });

  it('dates a span, both of its ends included', async () => {
    expect((await dated({ year: 1939 }, { end_date: { year: 1945, month: 9, day: 2 } })).edtf).toBe('1939/1945-09-02');
    expect((await dated({ year: 1939 }, { end_date: { year: '1939' } })).edtf).toBe('1939');
  });

  it('tells of an end before the start, and of a date that does not exist', async () => {
    expect(await dated({ year: 1945 }, { end_date: { year: 1939 } })).toMatchObject({ edtf: '1945', findings: [{ code: 'end-before-start', column: 'end_date', value: '1939' }] });
    expect(await dated({ year: 2019, month: 2, day: 30 })).toMatchObject({ edtf: undefined, wording: '2019 2 30', findings: [{ code: 'date-impossible', column: 'start_date' }] });
  });

  it('keeps the words that are shown for a date, and believes them where they call it approximate', async () => {
    expect(await dated({ year: 1890, month: 4 }, { display_date: 'Spring 1890' })).toMatchObject({ edtf: '1890-04', wording: 'Spring 1890' });
    expect(await dated({ year: 1890, display_date: '1890~' })).toMatchObject({ edtf: '1890~', wording: '1890~' });
  });

  it('keeps a slide without a date as an undated event', async () => {
    expect(await slide({ text: { headline: 'H', text: 'T' } })).toMatchObject({ edtf: undefined, findings: [], draft: { title: 'H', description: 'T' } });
  });

  it('reads words for a date where there is no date', async () => {
    expect(await slide({ text: { headline: 'H' }, start_date: { year: '' }, display_date: 'Spring 1850' })).toMatchObject({ edtf: '1850-21', findings: [] });
    expect(await slide({ text: { headline: 'H' }, display_date: 'some day' })).toMatchObject({ edtf: undefined, wording: 'some day', findings: [{ code: 'date-unreadable', column: 'display_date' }] });
  });

  it('takes words, media, group and id, and keeps all else', async () => {
    const { draft, findings } = await dated({ year: 2000 }, {
      text: { headline: 'One<br>two', text: '<p>A <a href="https://example.org/a">link</a>.</p><script>alert(1)</script>' },
      media: { url: '//example.org/a.jpg', caption: '<b>C</b>', credit: 'R', thumbnail: 'https://example.org/t.jpg' },
      group: 'G',
      unique_id: 'u',
      background: { color: '#fff' },
      autolink: false,
    });
    expect(draft).toMatchObject({
      id: 'u',
      title: 'One two',
      description: 'A link.',
      categories: ['G'],
      media: [{ url: 'https://example.org/a.jpg', caption: 'C', credit: 'R' }],
      sources: [{ url: 'https://example.org/a' }],
    });
    expect([...(draft.extra?.keys() ?? [])].sort()).toEqual(['autolink', 'background', 'media.thumbnail', 'text.text']);
    expect(findings).toMatchObject([{ code: 'markup-removed', column: 'text.text' }]);
  });

  it('takes the address of an embedded page, and the words of a quotation', async () => {
    const framed = await dated({ year: 2000 }, { media: { url: '<iframe src="https://example.org/x"></iframe>' } });
    expect(framed.draft.media).toMatchObject([{ url: 'https://example.org/x' }]);
    const quoted = await dated({ year: 2000 }, { text: { text: 'T' }, media: { url: '<blockquote>Words</blockquote>' } });
    expect(quoted.draft).toMatchObject({ description: 'T\n\nWords', media: [] });
  });

  it('refuses an address that cannot be followed, and keeps it', async () => {
    const { draft, findings } = await dated({ year: 2000 }, { media: { url: 'javascript:alert(1)' } });
    expect(draft.media).toEqual([]);
    expect(draft.extra?.get('media.url')).toBe('javascript:alert(1)');
    expect(findings).toMatchObject([{ code: 'url-refused', column: 'media.url' }]);
  });

  it('takes title and eras for the story', async () => {
    const { notEvents, events } = await read({
      title: { text: { headline: 'T', text: 'D' } },
      events: [{ start_date: { year: 1 } }],
      eras: [{ start_date: { year: 600 }, end_date: { year: 650 }, text: { headline: 'E' } }],
    });
    expect(events).toHaveLength(1);
    expect(notEvents).toMatchObject([
      { what: 'title', story: { title: 'T', deck: 'D' } },
      { what: 'era', story: { eras: [{ name: 'E', when: '0600/0650' }] } },
    ]);
  });

  it('reads the first version', async () => {
    const { notEvents, events } = await read({
      timeline: {
        headline: 'T',
        type: 'default',
        date: [{ startDate: '1963,8,9', endDate: '1963,8,10,12,30', headline: 'H', text: 'x', tag: 'G', asset: { media: 'https://example.org/a.jpg', caption: 'C', credit: '' } }],
        era: [{ startDate: '1960', endDate: '1970', headline: 'E' }],
      },
    });
    expect(events.map(({ draft }) => [draft.when?.edtf?.text, draft.title, draft.categories, draft.media])).toEqual([
      ['1963-08-09/1963-08-10T12:30', 'H', ['G'], [{ url: 'https://example.org/a.jpg', caption: 'C', credit: undefined }]],
    ]);
    expect(notEvents.map(({ what }) => what)).toEqual(['title', 'era']);
  });

  it.each([
    ['2012,1,26,10,30', '2012-01-26T10:30'],
    ['1963', '1963'],
    ['-44', '-0043'],
    ['2012-01-26', '2012-01-26'],
    ['12/10/2012', '2012-12-10'],
  ])('reads %s of the first version as %s', async (startDate, edtf) => {
    const { events } = await read({ timeline: { date: [{ startDate, headline: 'H' }] } });
    expect(events).toMatchObject([{ draft: { when: { edtf: { text: edtf } } }, findings: [] }]);
  });

  it('reads times from the clocks of a zone where one is said', async () => {
    const { events } = await readEntries(timelinejs, JSON.stringify({ events: [{ start_date: { year: 2020, month: 1, day: 1, hour: 12, minute: 0 } }] }), { zone: 'Asia/Tehran' });
    expect(events[0]?.draft.when).toMatchObject({ zone: 'Asia/Tehran', edtf: { text: '2020-01-01T12:00', zoned: true } });
  });

  it('reads a file that a script defines', async () => {
    const { events, issues } = await readEntries(timelinejs, 'storyjs_jsonp_data = {"timeline": {"date": [{"startDate": "2011", "headline": "H",},]}}');
    expect(events).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'file-mended' }]);
  });

  it.each([
    ['{"events":[{"start_date":{"year":"1"}}]}', true],
    ['{"timeline":{"date":[{"startDate":"2011"}]}}', true],
    ['{"title":{"text":{"headline":"T"}},"events":[{"text":{"headline":"x"}}]}', true],
    ['{"events":[{"start":"2011"}]}', false],
    ['[{"start":"2011"}]', false],
    ['{"type":"FeatureCollection","features":[]}', false],
    ['date,headline', false],
  ])('is told by its members: %j', (text, isIt) => {
    expect(timelinejs.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5).toBe(isIt);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"title":{"text":{"headline":"T"}},"events":[{"start_date":{"year":"1963","month":"8"},"end_date":{"year":1964},"text":{"headline":"a<br>","text":"b"},"media":{"url":"//x.org","caption":""}},\n{"start_date":{"year":-44},"group":"g"}],"eras":[{"start_date":{"year":1},"text":{"headline":"e"}}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(timelinejs, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
