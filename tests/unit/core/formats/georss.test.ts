import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { georss } from '../../../../src/core/formats/georss.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { mutated, XML_PIECES } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const rss = (content: string): string => `<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>Feed</title><link>https://example.org/</link><description>About</description>${content}</channel></rss>`;
const item = (content: string): string => rss(`<item><title>A</title>${content}</item>`);
const atom = (content: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><entry><title>A</title>${content}</entry></feed>`;

/** The only event of a feed. */
async function eventIn(text: string) {
  const { events, entries } = await readEntries(georss, text);
  expect(entries).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return { ...event, edtf: event.draft.when?.edtf?.text, place: event.draft.places?.[0] };
}

describe('reading feeds', () => {
  it.each([
    ['<georss:point>45.2 -71.9</georss:point>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<georss:point>45.2, -71.9</georss:point>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<georss:point>45.2 -71.9</georss:point><georss:featurename>Here</georss:featurename>', { kind: 'exact', name: 'Here' }],
    ['<georss:point>45.2 -71.9</georss:point><georss:radius>500</georss:radius>', { kind: 'near', at: [-71.9, 45.2], radiusKm: 0.5 }],
    ['<georss:circle>45.2 -71.9 1500</georss:circle>', { kind: 'near', radiusKm: 1.5 }],
    ['<georss:line>1 2 3 4</georss:line>', { kind: 'route', path: [[[2, 1], [4, 3]]] }],
    ['<georss:polygon>1 2 1 4 3 4 1 2</georss:polygon>', { kind: 'area', area: [[[[2, 1], [4, 1], [4, 3], [2, 1]]]] }],
    ['<georss:box>1 2 3 4</georss:box>', { kind: 'area', area: [[[[2, 1], [4, 1], [4, 3], [2, 3]]]], at: [3, 2] }],
    ['<georss:where><gml:Point><gml:pos>45.2 -71.9</gml:pos></gml:Point></georss:where>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<georss:where><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></georss:where>', { kind: 'route', path: [[[2, 1], [4, 3]]] }],
    ['<georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">1 2 0 1 4 0 3 4 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></georss:where>', { kind: 'area', area: [[[[2, 1], [4, 1], [4, 3]]]] }],
    ['<georss:where><gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope></georss:where>', { kind: 'area', at: [3, 2] }],
    ['<geo:lat>45.2</geo:lat><geo:long>-71.9</geo:long>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<geo:Point><geo:lat>45.2</geo:lat><geo:long>-71.9</geo:long></geo:Point>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<georss:point>45.2 -71.9</georss:point><geo:lat>45.2</geo:lat><geo:long>-71.9</geo:long>', { kind: 'exact', at: [-71.9, 45.2] }],
    ['<georss:featurename>Here</georss:featurename>', { kind: 'not-stated', name: 'Here' }],
    ['', undefined],
  ])('reads where %s is', async (position, place) => {
    expect(await eventIn(item(position))).toMatchObject({ place, findings: [] });
    expect(await eventIn(atom(position))).toMatchObject({ place, findings: [] });
  });

  it.each([
    ['<georss:point>here</georss:point>', 'coordinates-unreadable'],
    ['<georss:point>145.2 -71.9</georss:point>', 'latitude-out-of-range'],
    ['<geo:lat>45</geo:lat>', 'coordinates-incomplete'],
  ])('says that %s is no place', async (position, code) => {
    expect(await eventIn(item(position))).toMatchObject({ place: undefined, findings: [{ code }] });
  });

  it.each([
    [item('<pubDate>Wed, 04 Feb 2026 17:54:00 +0330</pubDate>'), '2026-02-04T17:54:00+03:30'],
    [item('<pubDate>Wed, 04 Feb 2026 17:54:00 GMT</pubDate>'), '2026-02-04T17:54:00Z'],
    [item('<pubDate>Wed, 04 Feb 98 17:54:00 GMT</pubDate>'), '1998-02-04T17:54:00Z'],
    [item('<dc:date>2026-02-04</dc:date>'), '2026-02-04'],
    [atom('<updated>2026-02-05T00:00:00Z</updated><published>2026-02-04T17:54:00Z</published>'), '2026-02-04T17:54:00Z'],
    [atom('<updated>2026-02-05T00:00:00Z</updated>'), '2026-02-05T00:00:00Z'],
    [item('<pubDate>Wed, 04 Feb 2026 17:54:00 GMT</pubDate><ev:startdate>2026-03-01</ev:startdate><ev:enddate>2026-03-04</ev:enddate>'), '2026-03-01/2026-03-04'],
    [item(''), undefined],
  ])('reads the time of %s', async (text, edtf) => {
    expect(await eventIn(text)).toMatchObject({ edtf, findings: [] });
  });

  it('keeps a date beside the one that is taken', async () => {
    const { draft } = await eventIn(atom('<updated>2026-02-05T00:00:00Z</updated><published>2026-02-04T17:54:00Z</published>'));
    expect(draft.extra).toEqual(new Map([['updated', '2026-02-05T00:00:00Z']]));
  });

  it('reads an item of RSS', async () => {
    const { draft, findings } = await eventIn(
      item('<link>https://example.org/1</link><guid isPermaLink="false">g1</guid><description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long &amp; whole</p>]]></content:encoded><category>x</category><category>y</category><dc:creator>Ann</dc:creator><enclosure url="https://example.org/a.jpg" type="image/jpeg" length="1"/><media:group><media:content url="https://example.org/b.jpg"><media:credit>Bob</media:credit></media:content></media:group><slash:comments>3</slash:comments>'),
    );
    expect(draft).toMatchObject({
      id: 'g1',
      title: 'A',
      description: 'Long & whole',
      categories: ['x', 'y'],
      attribution: 'Ann',
      sources: [{ url: 'https://example.org/1', title: 'A', publisher: 'Feed' }],
      media: [{ url: 'https://example.org/a.jpg' }, { url: 'https://example.org/b.jpg', credit: 'Bob' }],
    });
    expect(draft.extra?.get('summary')).toBe('Short');
    expect(draft.extra?.get('slash:comments')).toBe('3');
    expect(findings).toEqual([]);
  });

  it('takes a guid that is an address for a link where there is none', async () => {
    const { draft } = await eventIn(item('<guid>https://example.org/1</guid>'));
    expect(draft).toMatchObject({ id: 'https://example.org/1', sources: [{ url: 'https://example.org/1' }] });
  });

  it('reads an entry of Atom', async () => {
    const { draft } = await eventIn(
      atom('<id>urn:1</id><link rel="alternate" href="https://example.org/1"/><link rel="self" href="https://example.org/self"/><link rel="enclosure" href="https://example.org/a.mp3"/><category term="x" label="The x"/><author><name>Ann</name><email>a@example.org</email></author><summary type="text">1 &lt; 2 &lt;b&gt;</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>a &lt; b</p></div></content>'),
    );
    expect(draft).toMatchObject({
      id: 'urn:1',
      description: 'One\n\na < b',
      categories: ['The x'],
      attribution: 'Ann',
      sources: [{ url: 'https://example.org/1', publisher: 'Feed' }],
      media: [{ url: 'https://example.org/a.mp3' }],
    });
    expect(draft.extra?.get('summary')).toBe('1 < 2 <b>');
  });

  it('reads RSS 1.0, whose items stand beside the channel', async () => {
    const text = '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>Feed</title></channel><item rdf:about="https://example.org/1"><title>A</title><dc:date>2026-02-04</dc:date></item></rdf:RDF>';
    const { events, story } = await readEntries(georss, text);
    expect(story).toMatchObject({ title: 'Feed' });
    expect(events).toMatchObject([{ draft: { id: 'https://example.org/1', title: 'A' } }]);
  });

  it('refuses to link what is no web address, and keeps it', async () => {
    const { draft, findings } = await eventIn(item('<link>javascript:alert(1)</link>'));
    expect(draft.sources).toEqual([]);
    expect(draft.extra?.get('link')).toBe('javascript:alert(1)');
    expect(findings).toEqual([{ code: 'url-refused', column: 'link', value: 'javascript:alert(1)' }]);
  });

  it('takes what the feed says about itself', async () => {
    const { story } = await readEntries(georss, item(''));
    expect(story).toMatchObject({ title: 'Feed', deck: 'About', sources: [{ url: 'https://example.org/' }] });
  });

  it('is told by its first element', () => {
    const certainty = (text: string): number => georss.looksLike(sampleOf(encodeUtf8(text), () => []));
    expect(certainty(rss(''))).toBe(1);
    expect(certainty(atom(''))).toBe(1);
    expect(certainty('<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>')).toBe(1);
    expect(certainty('<rdf:RDF/>')).toBe(0);
    expect(certainty('<data/>')).toBe(0);
  });

  it('accounts for every record, whatever has become of the file', async () => {
    const whole = rss('<item><title>A</title><pubDate>Wed, 04 Feb 2026 17:54:00 GMT</pubDate><georss:point>1 2</georss:point></item><item><georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>1 2 3 4 5 6</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></georss:where><media:content url="https://example.org/"/></item>');
    await fc.assert(
      fc.asyncProperty(mutated(whole, [...XML_PIECES, '<item>', '</item>', '<entry>', '</channel>']), async (text) => {
        const { entries, events, refused, notEvents } = await readEntries(georss, text).catch((error: Error) => {
          expect(error.message).toMatch(/^xml-/);
          return { entries: [], events: [], refused: [], notEvents: [] };
        });
        expect(events.length + refused.length + notEvents.length).toBe(entries.length);
      }),
    );
  });
});
