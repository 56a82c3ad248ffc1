import type { ImportFormat } from './format.ts';

/** Keyhole Markup Language, 2.0 to 2.3. Source: https://docs.ogc.org/is/12-007r2/12-007r2.html */
export const kml: ImportFormat = {
  id: 'kml',
  name: 'KML',
  looksLike: ({ rootElement, text }) => {
    if (rootElement === 'kml') return 1;
    return (rootElement === 'Document' || rootElement === 'Folder' || rootElement === 'Placemark') && text.includes('<Placemark') ? 0.9 : 0;
  },
  load: async () => (await import('./kml/read-kml.ts')).readKml,
};
