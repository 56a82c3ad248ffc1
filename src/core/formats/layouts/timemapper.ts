import type { Layout } from '../format.ts';
import { hasColumn, hasColumns, mappedBy } from './columns.ts';

/** The Google sheet of TimeMapper, as CSV: http://timemapper.okfnlabs.org/. `location` holds a latitude and a longitude, or GeoJSON. */
export const timemapperSheet: Layout = {
  id: 'timemapper-sheet',
  name: 'TimeMapper sheet',
  looksLike: (header) => {
    const isWhole = hasColumns(header, ['title', 'start', 'place', 'location']);
    return isWhole || (hasColumns(header, ['start', 'web page']) && hasColumn(header, ['title', 'headline'])) ? 0.9 : 0;
  },
  mapping: mappedBy({
    title: 'title',
    headline: 'title',
    start: 'start',
    'start date': 'start',
    startdate: 'start',
    end: 'end',
    'end date': 'end',
    enddate: 'end',
    description: 'description',
    text: 'description',
    url: 'sourceUrl',
    'web page': 'sourceUrl',
    webpage: 'sourceUrl',
    media: 'media',
    image: 'media',
    caption: 'mediaCaption',
    'media caption': 'mediaCaption',
    'image credit': 'mediaCredit',
    'media credit': 'mediaCredit',
    place: 'place',
    location: 'coordinates',
    source: 'source',
    'source url': 'sourceUrl',
    tags: 'category',
  }),
};
