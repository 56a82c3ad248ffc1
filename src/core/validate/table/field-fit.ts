import type { Field } from '../../formats/fields.ts';
import type { ColumnContent } from './column-content.ts';

/** A name as clear as this stands for its field also where the cells are ruined. */
const CLEAR = 0.55;
const RUINED = 0.55;

/** How well a column of bare years goes with a date. */
const YEARS = 0.6;

/** A name is as clear as this only where it stands alone for its field. */
const SHORT_NAME = 0.7;

/** Below this share of readable cells a column is no date and no coordinate, unless its name is clear. */
const LEAST = 0.3;

/** Longest texts that are titles, and longest words for kinds of things, on the average. */
const [TITLE, CATEGORY] = [160, 60] as const;

/**
 * How well the cells of a column go with a field that its name speaks for, from 0 to 1. An empty column goes with anything, but less than a
 * full one.
 * @param clarity how clearly the name speaks for it
 */
export function fitOf(field: Field, content: ColumnContent, clarity: number): number {
  const { cells, filled, distinct, meanLength, numbers, words, addresses, dates } = content;
  if (filled === 0) return 0.7;
  const readable = (share: number): number => Math.max(share >= LEAST ? share : 0, clarity >= CLEAR ? RUINED : 0);
  const isText = (1 - addresses) * Math.max(words, 1 - numbers, 0.3);
  const single = distinct / filled;
  switch (field) {
    case 'id':
      return (clarity >= 0.8 || single >= 0.95 ? 1 : 0) * (meanLength > 100 || addresses > 0.5 ? 0.6 : 1) * (dates > 0.9 && numbers < 1 ? 0.3 : 1);
    case 'title':
      // A name of several words that ends in “name” is a title only if it names the event, so that hardly two are the same.
      if (clarity < SHORT_NAME && single < 0.6) return 0;
      return (
        isText
        * (meanLength > TITLE ? 0.55 : 1)
        * (single < 0.05 && filled > 20 ? 0.7 : 1)
        * (numbers > 0.9 ? 0.3 : 1)
        * (0.5 + filled / cells / 2)
      );
    case 'description':
      return isText * (meanLength > 30 ? 1 : 0.85) * (numbers > 0.9 ? 0.4 : 1);
    case 'start':
    case 'end':
    case 'sourceDate':
      if (content.clocks > 0.9 && content.integers < 1 && dates < 0.5) return 0;
      // Numbers alone are dates only as far as they can be read as such, or are years.
      if (numbers === 1) return Math.max(dates >= LEAST ? dates : 0, content.years > 0.9 && clarity >= CLEAR ? YEARS : 0);
      return readable(dates);
    case 'startTime':
    case 'endTime':
      return Math.max(content.clocks, clarity >= CLEAR && numbers === 1 && content.integers < 1 && dates === 0 ? 0.8 : 0);
    case 'duration':
    case 'displayDate':
    case 'rowKind':
    case 'mediaCaption':
    case 'mediaCredit':
    case 'sourceTitle':
      return 1;
    case 'zone':
      return content.zones;
    case 'year':
    case 'endYear':
      return content.years;
    case 'month':
    case 'endMonth':
      return content.months;
    case 'day':
    case 'endDay':
      return content.monthDays;
    case 'latitude':
    case 'endLatitude':
      return readable(content.latitudes);
    case 'longitude':
    case 'endLongitude':
      return readable(content.longitudes);
    case 'coordinates':
      return Math.max(content.positions, content.geometries);
    case 'geometry':
      return content.geometries;
    case 'place':
    case 'region':
    case 'country':
      return isText * (1 - content.geometries) * (content.positions > 0.5 ? 0.1 : 1) * (numbers > 0.9 ? 0.2 : 1);
    case 'category':
      return (
        (1 - addresses)
        * (meanLength > CATEGORY ? 0.3 : 1)
        * (single > 0.8 && filled > 12 ? 0.5 : 1)
        * (dates > 0.8 ? 0.2 : 1)
        * (numbers > 0.9 ? 0.6 : 1)
      );
    case 'tags':
    case 'attribution':
    case 'actor':
      return (1 - addresses) * (numbers > 0.9 ? 0.3 : 1);
    case 'status':
      return content.statuses;
    case 'source':
      return (1 - addresses) * (numbers > 0.9 ? 0.3 : 1);
    case 'sourceUrl':
      return addresses;
    case 'media':
      return content.media;
  }
}
