import { foldName } from '../field-names.ts';
import type { Field } from '../fields.ts';
import type { Layout } from '../format.ts';
import { hasColumns, mappedBy } from './columns.ts';

const mapping = mappedBy({
  id: 'id',
  civId: 'id',
  title: 'title',
  description: 'description',
  date: 'start',
  time: 'startTime',
  location: 'place',
  latitude: 'latitude',
  longitude: 'longitude',
  category: 'category',
  type: 'category',
});

/** Columns such as `association1` and `source2` are lists, one entry a column. */
const LISTS: ReadonlyMap<string, Field> = new Map([['association', 'tags'], ['associations', 'tags'], ['source', 'source'], ['sources', 'source']]);

/**
 * The sheet of events in a workbook of Forensic Architecture's TimeMap (`EXPORT_EVENTS`):
 * https://github.com/forensic-architecture/datasheet-server.
 */
export const timemapSheet: Layout = {
  id: 'timemap-sheet',
  name: 'TimeMap sheet',
  looksLike: (header) => (hasColumns(header, ['description', 'date', 'location', 'latitude', 'longitude']) && header.some(isNumbered) ? 0.9 : 0),
  mapping: (header) => {
    const fields = mapping(header);
    const isStated = fields.includes('category');
    return header.map((name, column) => fields[column] ?? (isStated || !isList(name) ? LISTS.get(stemOf(name)) : listField(name)));
  },
};

const isNumbered = (name: string): boolean => /^(?:association|source)s?\s*\d$/i.test(name.trim());
const stemOf = (name: string): string => foldName(name).replace(/\s*\d+$/, '');
const isList = (name: string): boolean => LISTS.has(stemOf(name));
const listField = (name: string): Field | undefined => (LISTS.get(stemOf(name)) === 'tags' ? 'category' : LISTS.get(stemOf(name)));
