import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { vis } from '../../../../src/core/formats/vis.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const read = (file: object) => readEntries(vis, JSON.stringify(file));
const isTold = (text: string): boolean => vis.looksLike(sampleOf(encodeUtf8(text), () => [])) > 0.5;

describe('reading vis-timeline', () => {
  it('reads items: days, moments, spans, and milliseconds since 1970', async () => {
    const { events } = await read([
      { id: 1, content: '<b>One</b><br>more', title: 'Tooltip', start: '2014-04-20' },
      { id: 'x', content: 'Two', start: '2014-04-16', end: '2014-04-19', className: 'red' },
      { content: 'Three', start: 1398000000000, type: 'point' },
      { content: 'Four', start: '-000043-03-15' },
      { content: 'Five', start: { $date: '2014-04-20T10:00:00Z' } },
    ]);
    expect(events.map(({ draft }) => [draft.id, draft.title, draft.description, draft.when?.edtf?.text])).toEqual([
      ['1', 'One', 'more\n\nTooltip', '2014-04-20'],
      ['x', 'Two', undefined, '2014-04-16/2014-04-19'],
      [undefined, 'Three', undefined, '2014-04-20T13:20:00Z'],
      [undefined, 'Four', undefined, '-0043-03-15'],
      [undefined, 'Five', undefined, '2014-04-20T10:00:00Z'],
    ]);
    expect(events[1]?.draft.extra).toEqual(new Map([['className', 'red']]));
  });

  it('names the lanes of items by their groups, and takes backgrounds for eras', async () => {
    const { events, notEvents } = await read({
      groups: [{ id: 1, content: 'Lane <i>one</i>' }],
      items: [
        { content: 'A', start: '2014', group: 1 },
        { content: 'B', start: '2014', group: 'other' },
        { content: 'E', start: '2014-01', end: '2014-03', type: 'background' },
      ],
    });
    expect(events.map(({ draft }) => draft.categories)).toEqual([['Lane one'], ['other']]);
    expect(notEvents).toMatchObject([{ what: 'group' }, { what: 'era', story: { eras: [{ name: 'E', when: '2014-01/2014-03' }] } }]);
  });

  it('tells of an end before the start', async () => {
    const { events } = await read([{ content: 'A', start: '2014-04-20', end: '2014-04-19' }]);
    expect(events).toMatchObject([{ draft: { when: { edtf: { text: '2014-04-20' } } }, findings: [{ code: 'end-before-start' }] }]);
  });

  it('is told by the members of its items', () => {
    expect(isTold('[{"id":1,"content":"a","start":"2014"}]')).toBe(true);
    expect(isTold('{"items":[{"content":"a","start":1,"group":1}]}')).toBe(true);
    expect(isTold('[{"name":"a","start":"2014"}]')).toBe(false);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '{"groups":[{"id":1,"content":"G"}],"items":[{"id":1,"content":"a<br>b","start":"2014-04-20","end":1398000000000,"group":1},\n{"content":"e","start":"2014","type":"background"}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(vis, text).catch((error: Error) => {
          expect(error.message).toBe('file-not-json');
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
