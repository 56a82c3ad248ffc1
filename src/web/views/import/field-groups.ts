import type { Field } from '../../../core/formats/fields.ts';

/** What columns can mean, as the list of choices shows it. */
export const FIELD_GROUPS = {
  what: ['title', 'description', 'category', 'tags', 'status', 'actor', 'attribution', 'id', 'rowKind'],
  when: [
    'start', 'end', 'startTime', 'endTime', 'duration', 'displayDate', 'zone', 'year', 'month', 'day', 'endYear', 'endMonth', 'endDay',
  ],
  where: ['place', 'latitude', 'longitude', 'coordinates', 'geometry', 'region', 'country', 'endLatitude', 'endLongitude'],
  whence: ['source', 'sourceUrl', 'sourceTitle', 'sourceDate'],
  media: ['media', 'mediaCaption', 'mediaCredit'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

/** The ones that most files need, onto which columns can be dragged. */
export const MAIN_FIELDS = [
  'title', 'start', 'end', 'place', 'latitude', 'longitude', 'description', 'category', 'source',
] as const satisfies readonly Field[];
