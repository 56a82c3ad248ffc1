import type { ImportFormat } from './format.ts';

/** GPS Exchange Format, 1.0 and 1.1. Source: https://www.topografix.com/GPX/1/1/ */
export const gpx: ImportFormat = {
  id: 'gpx',
  name: 'GPX',
  looksLike: ({ rootElement }) => (rootElement === 'gpx' ? 1 : 0),
  load: async () => (await import('./gpx/read-gpx.ts')).readGpx,
};
