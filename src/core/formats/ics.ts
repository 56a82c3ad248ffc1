import type { ImportFormat } from './format.ts';

/** iCalendar, and its forerunner vCalendar. Source: RFC 5545, RFC 7986. */
export const ics: ImportFormat = {
  id: 'ics',
  name: 'iCalendar',
  looksLike: ({ text }) => {
    const beginning = text.slice(0, 4000);
    if (/^\s*BEGIN:VCALENDAR\b/i.test(beginning)) return 1;
    if (/^\s*BEGIN:(?:VEVENT|VTODO|VJOURNAL)\b/i.test(beginning)) return 0.9;
    return /^BEGIN:VCALENDAR\s*$/im.test(beginning) ? 0.9 : 0;
  },
  load: async () => (await import('./ics/read-ics.ts')).readIcs,
};
