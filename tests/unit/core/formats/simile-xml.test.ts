import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { simileXml } from '../../../../src/core/formats/simile-xml.ts';
import { mutated, XML_PIECES } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

/** The only event of a file. */
async function eventIn(text: string) {
  const { events, entries } = await readEntries(simileXml, text);
  expect(entries).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return { ...event, edtf: event.draft.when?.edtf?.text, wording: event.draft.when?.wording };
}

const dated = (attributes: string): string => `<data><event ${attributes} title="A"/></data>`;

describe('reading the XML of SIMILE Timeline', () => {
  it.each([
    ['start="May 28 2006 09:00:00 GMT"', '2006-05-28T09:00:00Z'],
    ['start="Aug 02 2006 08:35:00 GMT-0500"', '2006-08-02T08:35:00-05:00'],
    ['start="Sat May 20 1961 00:00:00 GMT-0600"', '1961-05-20'],
    ['start="1845"', '1845'],
    ['start="1845-03"', '1845-03'],
    ['start="44 BC"', '-0043'],
    ['start="-0043"', '-0043'],
    ['start="2006-05-28T09:00:00Z"', '2006-05-28T09:00:00Z'],
    ['start="5/6/2006"', '2006-05-06'],
    ['start=""', undefined],
    ['start="May 28 2006 09:00:00 GMT" end="Jun 15 2006 09:00:00 GMT" isDuration="true"', '2006-05-28T09:00:00Z/2006-06-15T09:00:00Z'],
    ['start="May 28 2006 09:00:00 GMT" end="Jun 15 2006 09:00:00 GMT" durationEvent="true"', '2006-05-28T09:00:00Z/2006-06-15T09:00:00Z'],
    ['start="1845" end="1846" isDuration="false"', '[1845..1846]'],
    ['start="1845" end="1845"', '1845'],
    ['start="Sun Jan 01 1978 00:00:00 GMT-0600" end="Mon Jan 01 1979 00:00:00 GMT-0600"', '1978'],
    ['start="Apr 01 1883 00:00:00 GMT" end="May 01 1883 00:00:00 GMT"', '1883-04'],
    ['start="Apr 02 1883 00:00:00 GMT" end="May 01 1883 00:00:00 GMT"', '[1883-04-02..1883-05-01]'],
    ['start="1845" latestStart="1850" earliestEnd="1860" end="1870" isDuration="true"', '184X/186X'],
    ['start="Jun 01 1861 00:00:00 GMT" latestStart="Jul 01 1861 00:00:00 GMT" earliestEnd="Jun 01 1863 00:00:00 GMT" end="Jul 01 1863 00:00:00 GMT" isDuration="true"', '1861-06/1863-06'],
    ['start="1845-11" latestStart="1846-02" end="1850" isDuration="true"', '184X/1850'],
  ])('reads the time of %s', async (attributes, edtf) => {
    expect(await eventIn(dated(attributes))).toMatchObject({ edtf, findings: [] });
  });

  it('keeps the words of bounds that the reading widens, and of dates that cannot be read', async () => {
    expect(await eventIn(dated('start="1845" latestStart="1850" isDuration="true"'))).toMatchObject({ edtf: '184X', wording: '1845 – 1850' });
    expect(await eventIn(dated('start="long ago"'))).toMatchObject({ edtf: undefined, wording: 'long ago', findings: [{ code: 'date-unreadable', column: 'start' }] });
  });

  it.each(['isDuration="true"', ''])('shows the start of an event that ends before it, %s', async (attributes) => {
    expect(await eventIn(dated(`start="1850" end="1845" ${attributes}`))).toMatchObject({ edtf: '1850', findings: [{ code: 'end-before-start', value: '1845' }] });
  });

  it('reads words, links and pictures', async () => {
    const { draft, findings } = await eventIn('<data><event id="e1" start="1990" title="A &amp; B" link="https://example.org/" image="https://example.org/a.png" icon="x.png" color="red">One &lt;a href="https://example.org/2"&gt;two&lt;/a&gt;</event></data>');
    expect(draft).toMatchObject({
      id: 'e1',
      title: 'A & B',
      description: 'One two',
      sources: [{ url: 'https://example.org/' }, { url: 'https://example.org/2' }],
      media: [{ url: 'https://example.org/a.png' }],
    });
    expect(draft.extra).toEqual(new Map([['description', 'One <a href="https://example.org/2">two</a>'], ['icon', 'x.png'], ['color', 'red']]));
    expect(findings).toEqual([]);
  });

  it('keeps a picture that lies beside the page of the file', async () => {
    const { draft, findings } = await eventIn('<data><event start="1990" title="A" image="monet.png"/></data>');
    expect([draft.media, draft.extra?.get('image'), findings]).toEqual([[], 'monet.png', []]);
  });

  it('reads elements of HTML among the words', async () => {
    const { draft } = await eventIn('<data><event start="1990" title="A">One <p>two &lt; three</p><br/>four</event></data>');
    expect(draft.description).toBe('One\n\ntwo < three\n\nfour');
  });

  it('links to the wiki that the file names', async () => {
    const { draft } = await eventIn('<data wiki-url="https://example.org/wiki" wiki-section="Timeline"><event start="1990" title="A b"/></data>');
    expect(draft.sources).toMatchObject([{ url: 'https://example.org/wiki/A_b#Timeline', title: 'A b' }]);
  });

  it('is told by its elements', () => {
    const certainty = (text: string): number => simileXml.looksLike(sampleOf(encodeUtf8(text), () => []));
    expect(certainty(dated('start="1990"'))).toBe(1);
    expect(certainty('<data wiki-url="x"></data>')).toBe(0.7);
    expect(certainty('<data><row/></data>')).toBe(0);
    expect(certainty('<events><event start="1"/></events>')).toBe(0);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = '<data wiki-url="https://example.org/"><event start="May 28 2006 09:00:00 GMT" latestStart="2007" earliestEnd="2008" end="2009" isDuration="true" title="A" image="a.png">One &lt;b&gt;two</event>\n<event start="1845" end="1846" title="B"/></data>';
    await fc.assert(
      fc.asyncProperty(mutated(whole, [...XML_PIECES, '<event start="', '</event>', '00:00', 'BC']), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(simileXml, text).catch((error: Error) => {
          expect(error.message).toMatch(/^xml-/);
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
