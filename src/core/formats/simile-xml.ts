import type { ImportFormat } from './format.ts';

/** Event files of SIMILE Timeline. Source: https://www.simile-widgets.org/wiki/Timeline_EventSources */
export const simileXml: ImportFormat = {
  id: 'simile-xml',
  name: 'SIMILE Timeline XML',
  looksLike: ({ rootElement, text }) => {
    if (rootElement !== 'data') return 0;
    if (/<event\s[^<>]{0,2000}?\bstart\s{0,9}=/.test(text)) return 1;
    if (text.includes('<event')) return 0.8;
    return text.includes('wiki-url') || text.includes('date-time-format') ? 0.7 : 0;
  },
  load: async () => (await import('./simile/read-simile-xml.ts')).readSimileXml,
};
