import type { DataFormatId } from '../../formats/data-formats.ts';
import type { LossKind } from '../../formats/losses.ts';

const inEvents = (count: number, number: string): string => (count === 1 ? '1 event' : `${number} events`);

/** What is lost, and in how many events. */
const LOSSES: Readonly<Record<LossKind, (count: number, number: string) => string>> = {
  'left-out': (count, number) => `Left out for want of a date: ${inEvents(count, number)}`,
  'far-left-out': (count, number) => `Left out for a year of more than four digits: ${inEvents(count, number)}`,
  'far-year': (count, number) => `A year of more than four digits, so kept as a note: ${inEvents(count, number)}`,
  'no-day': (count, number) => `No day in a calendar, so kept as a note, which most calendars do not show: ${inEvents(count, number)}`,
  'date-detail': (count, number) => `How closely the date is known, since it becomes its widest span: ${inEvents(count, number)}`,
  'date-words': (count, number) => `Words, part of the day or reasoning behind the date: ${inEvents(count, number)}`,
  zone: (count, number) => `The name of the time zone: ${inEvents(count, number)}`,
  places: (count, number) => `Places: ${inEvents(count, number)}`,
  positions: (count, number) => `Positions on the map, though not the names of places: ${inEvents(count, number)}`,
  'more-places': (count, number) => `All places but the first: ${inEvents(count, number)}`,
  'place-kind': (count, number) => `How exactly the place is known: ${inEvents(count, number)}`,
  status: (count, number) => `How far it is established: ${inEvents(count, number)}`,
  attribution: (count, number) => `Who says so: ${inEvents(count, number)}`,
  actors: (count, number) => `Actors: ${inEvents(count, number)}`,
  'source-detail': (count, number) => `Sources, but for a link: ${inEvents(count, number)}`,
  relations: (count, number) => `Ties to other events: ${inEvents(count, number)}`,
  media: (count, number) => `Pictures, films and sounds: ${inEvents(count, number)}`,
  'more-media': (count, number) => `All pictures, films and sounds but the first: ${inEvents(count, number)}`,
  'short-title': (count, number) => `Short title: ${inEvents(count, number)}`,
  'more-categories': (count, number) => `All categories but the first: ${inEvents(count, number)}`,
  extra: (count, number) => `Columns and members of its own: ${inEvents(count, number)}`,
  eras: (count, number) => `Eras: ${number}`,
  walk: (count, number) => `Steps of the walk: ${number}`,
  about: () => 'What the story says of itself beside its title',
};

/** English words for writing data in other formats. */
export const dataExportMessages = {
  kind: 'Export',
  kinds: { image: 'Image', film: 'Clip', page: 'Page', data: 'Data' },
  format: 'Format',
  formats: {
    dateline: 'Dateline, GeoJSON',
    csv: 'CSV, a table',
    timelinejs: 'TimelineJS, JSON',
    'timelinejs-sheet': 'TimelineJS, sheet as CSV',
    ics: 'Calendar, ICS',
    kml: 'Google Earth, KML',
    markwhen: 'markwhen, text',
  } satisfies Record<DataFormatId, string>,
  hints: {
    dateline: 'The format of this program. Any program for maps opens it, too.',
    csv: 'One row an event. Spreadsheet programs open it, and nothing is lost when it is opened here again.',
    timelinejs: 'For timelines of TimelineJS 3.',
    'timelinejs-sheet': 'The columns of the TimelineJS spreadsheet.',
    ics: 'For calendar programs. Events become days.',
    kml: 'For Google Earth and programs for maps.',
    markwhen: 'Plain text that people write timelines in.',
  } satisfies Record<DataFormatId, string>,
  scope: 'Events',
  scopes: { story: (number: string) => `Whole story, ${number}`, view: (number: string) => `What the filters show, ${number}` },
  nothingLost: 'All of the story fits into this format.',
  looking: 'Looking at what fits…',
  lossesKept: 'Other programs do not see the following. It stands in the file all the same, and is there when the file is opened here again.',
  lossesGone: 'This format has no room for the following. It is not in the file.',
  loss: (what: LossKind, count: number, number: string) => LOSSES[what](count, number),
  examples: (titles: readonly string[], more: boolean) => `${titles.map((title) => `“${title}”`).join(', ')}${more ? ' …' : ''}`,
  save: 'Save file',
  saving: 'Writing the file…',
  saved: (name: string) => `Saved as ${name}.`,
  failed: (reason: string) => `The file could not be written: ${reason}`,
};
