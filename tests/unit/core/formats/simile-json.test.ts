import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { simileJson } from '../../../../src/core/formats/simile-json.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(simileJson, JSON.stringify(file));
const isTold = (text: string): boolean => simileJson.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading the JSON of SIMILE Timeline', () => {
  it('reads events with their bounds', async () => {
    const { events } = await read({
      dateTimeFormat: 'iso8601',
      events: [
        { title: 'A', start: '2001-09-27' },
        { title: 'B', start: '1900', end: '1910' },
        { title: 'C', start: '1900-01-01', end: '1900-01-31', durationEvent: false },
        { title: 'D', start: '-0043-03-15' },
        { title: 'E' },
      ],
    });
    expect(events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['2001-09-27', '1900/1910', '[1900-01-01..1900-01-31]', '-0043-03-15', undefined]);
  });

  it('takes words, links and pictures, and keeps how an event looks', async () => {
    const { events } = await read({
      dateTimeFormat: 'iso8601',
      wikiURL: 'https://example.org/wiki/',
      wikiSection: 'S',
      events: [{ id: 'x', title: 'A & b', description: '<p>One</p><p>Two</p>', link: 'https://example.org/a', image: 'https://example.org/a.png', start: '2001', icon: 'i.png', color: 'red' }, { title: '\ud800', start: '2001', image: 'a.png' }],
    });
    expect(events[0]?.draft).toMatchObject({
      id: 'x',
      title: 'A & b',
      description: 'One\n\nTwo',
      sources: [{ url: 'https://example.org/a' }, { url: 'https://example.org/wiki/A_%26_b#S', title: 'A & b' }],
      media: [{ url: 'https://example.org/a.png' }],
    });
    expect(events[0]?.draft.extra).toEqual(new Map([['icon', 'i.png'], ['color', 'red']]));
    expect(events[1]?.draft.extra).toEqual(new Map([['image', 'a.png']]));
  });

  it('is unsure of the start and of the end, as far as the inner bounds are apart from the outer ones', async () => {
    const { events } = await read({ dateTimeFormat: 'iso8601', events: [
      { title: 'War', start: '1861-04-12', latestStart: '1861-05-20', earliestEnd: '1865-04-01', end: '1865-06-30', isDuration: true },
      { title: 'Moment', start: '1999-12-20', end: '2000-01-10', durationEvent: false },
    ] });
    const [war, moment] = events.map(({ draft }) => draft.when?.edtf);
    const at = (text: string): number => Date.parse(`${text}T00:00:00Z`);
    expect(war?.span.earliestStart).toBeLessThanOrEqual(at('1861-04-12'));
    expect(war?.span.latestStart).toBeGreaterThanOrEqual(at('1861-05-20'));
    expect(war?.span.earliestEnd).toBeLessThanOrEqual(at('1865-04-01'));
    expect(war?.span.latestEnd).toBeGreaterThanOrEqual(at('1865-07-01'));
    expect(events[0]?.draft.when?.wording).toBe('1861-04-12 – 1861-05-20 – 1865-04-01 – 1865-06-30');
    expect(moment).toMatchObject({ text: '[1999-12-20..2000-01-10]', span: { earliestStart: at('1999-12-20'), latestStart: at('2000-01-11'), earliestEnd: at('1999-12-20'), latestEnd: at('2000-01-11') } });
  });

  it('reads what scripts write', async () => {
    const { events, issues } = await readEntries(simileJson, "{'dateTimeFormat': 'iso8601', // note\n'events': [{'start': '2001', 'title': 'A', 'durationEvent': false,},]}");
    expect(events.map(({ line, draft }) => [line, draft.title])).toEqual([[2, 'A']]);
    expect(issues).toMatchObject([{ code: 'file-mended' }]);
  });

  it('is told by its date format, or by members that only it has', () => {
    expect(isTold('{"dateTimeFormat":"iso8601","events":[{"start":"2001"}]}')).toBe(true);
    expect(isTold('{"events":[{"start":"2001","durationEvent":true}]}')).toBe(true);
    expect(isTold('{"events":[{"start":"2001"}]}')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"dateTimeFormat":"iso8601","wikiURL":"https://x.org","events":[{"title":"a","start":"2001","latestStart":"2002","end":"2004-05","isDuration":true,"link":"https://x.org"},\n{"title":"b","start":"44 BC"}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(simileJson, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
