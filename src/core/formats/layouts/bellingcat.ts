import type { Layout } from '../format.ts';
import { hasColumns, mappedBy } from './columns.ts';

const COLUMNS = ['id', 'date', 'latitude', 'longitude', 'location', 'description', 'sources', 'associations'] as const;

/** The table that readers download from Bellingcat's TimeMap: addresses and `Key=Value` pairs each stand in one cell, joined by commas. */
export const bellingcat: Layout = {
  id: 'bellingcat-csv',
  name: 'Bellingcat CSV',
  looksLike: (header) => (header.length <= COLUMNS.length + 2 && hasColumns(header, COLUMNS) ? 0.97 : 0),
  mapping: mappedBy({
    id: 'id',
    date: 'start',
    latitude: 'latitude',
    longitude: 'longitude',
    location: 'place',
    description: 'description',
    sources: 'sourceUrl',
  }),
  refine: (draft, cell) => ({ kind: 'event', draft: { ...draft, categories: valuesOf(cell('associations')) }, findings: [] }),
};

/** The last value of each association; a part without an equals sign belongs to the one before it. */
function valuesOf(associations: string): readonly string[] {
  const pairs: string[] = [];
  for (const part of associations.split(',')) {
    if (part.includes('=') || pairs.length === 0) pairs.push(part);
    else pairs.push(`${pairs.pop()},${part}`);
  }
  const values = pairs.map((pair) => pair.slice(pair.lastIndexOf('=') + 1).trim());
  return [...new Set(values.filter((value) => value !== ''))];
}
