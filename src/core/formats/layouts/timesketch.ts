import { UNDATED } from '../../model/build-event.ts';
import { epochDate } from '../../time/date-numbers.ts';
import type { Layout } from '../format.ts';
import { hasColumn, hasColumns, mappedBy } from './columns.ts';

const WORDS = { message: 'title', timestamp_desc: 'category', tag: 'tags' } as const;
const dated = mappedBy({ ...WORDS, datetime: 'start' });
const counted = mappedBy({ ...WORDS, timestamp: 'start' });

/**
 * The table of a Timesketch timeline: https://timesketch.org/guides/user/import-from-json-csv/. Times are UTC; a row may state its
 * microseconds alone.
 */
export const timesketch: Layout = {
  id: 'timesketch',
  name: 'Timesketch',
  looksLike: (header) => (hasColumns(header, ['message', 'timestamp_desc']) && hasColumn(header, ['datetime', 'timestamp']) ? 0.95 : 0),
  mapping: (header) => (hasColumns(header, ['datetime']) ? dated : counted)(header),
  zone: 'UTC',
  refine: (draft, cell) => {
    const isCounted = draft.when?.edtf === undefined && cell('datetime').trim() === '' && cell('timestamp').trim() !== '';
    const reading = isCounted ? epochDate(Number(cell('timestamp')), 'µs') : undefined;
    const when = reading?.ok === true ? { ...UNDATED, edtf: reading.value, zone: 'UTC' } : (draft.when ?? UNDATED);
    return { kind: 'event', draft: { ...draft, when }, findings: [] };
  },
};
