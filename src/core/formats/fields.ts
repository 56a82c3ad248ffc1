/** What a column of a table can mean for an event. */
export const FIELDS = [
  'id', 'title', 'description',
  'start', 'end', 'startTime', 'endTime', 'duration', 'displayDate', 'zone',
  'year', 'month', 'day', 'endYear', 'endMonth', 'endDay',
  'latitude', 'longitude', 'coordinates', 'geometry',
  /** Where a journey ends that begins at `latitude` and `longitude`. */
  'endLatitude', 'endLongitude',
  'place', 'region', 'country',
  'category', 'tags', 'status', 'attribution', 'actor',
  'source', 'sourceUrl', 'sourceTitle', 'sourceDate',
  'media', 'mediaCaption', 'mediaCredit',
  'rowKind',
] as const;
export type Field = (typeof FIELDS)[number];

/** What each column of a table means, by position; `undefined`: it is kept beside the event and can be searched. */
export type Mapping = readonly (Field | undefined)[];
