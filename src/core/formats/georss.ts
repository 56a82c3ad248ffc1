import type { ImportFormat } from './format.ts';

/**
 * News feeds, with positions or without: RSS 0.9 to 2.0 and Atom.
 * Sources: https://www.rssboard.org/rss-specification, RFC 4287, https://docs.ogc.org/cs/17-002r1/17-002r1.html
 */
export const georss: ImportFormat = {
  id: 'georss',
  name: 'GeoRSS',
  looksLike: ({ rootElement, text }) => {
    if (rootElement === 'rss') return 1;
    if (rootElement === 'feed') return text.includes('http://www.w3.org/2005/Atom') || text.includes('http://purl.org/atom') ? 1 : 0.7;
    return rootElement === 'RDF' && (text.includes('http://purl.org/rss/1.0') || text.includes('http://my.netscape.com/rdf')) ? 1 : 0;
  },
  load: async () => (await import('./georss/read-georss.ts')).readGeorss,
};
