import type { DataFormatId } from '../../formats/data-formats.ts';
import type { LossKind } from '../../formats/losses.ts';

const ofEvents = (count: number, number: string): string => (count === 1 ? 'of 1 event' : `of ${number} events`);

/** What is lost, for so many events. */
const LOSSES: Readonly<Record<LossKind, (count: number, number: string) => string>> = {
  'left-out': (count, number) => (count === 1 ? '1 event without a date is left out' : `${number} events without a date are left out`),
  'no-day': (count, number) =>
    count === 1 ? '1 event that has no day in a calendar becomes a note, which most calendars do not show' : `${number} events that have no day in a calendar become notes, which most calendars do not show`,
  'date-detail': (count, number) => `how closely the date is known, ${ofEvents(count, number)}: it becomes its widest span`,
  'date-words': (count, number) => `the words, the part of the day or the reasoning behind the date, ${ofEvents(count, number)}`,
  zone: (count, number) => `the name of the time zone, ${ofEvents(count, number)}: times are written in UTC or without a zone`,
  places: (count, number) => `the places, ${ofEvents(count, number)}`,
  positions: (count, number) => `the positions on the map, ${ofEvents(count, number)}: places keep their names`,
  'more-places': (count, number) => `all places but the first, ${ofEvents(count, number)}`,
  'place-kind': (count, number) => `how exactly the place is known, ${ofEvents(count, number)}`,
  status: (count, number) => `how far it is established, ${ofEvents(count, number)}`,
  attribution: (count, number) => `who says so, ${ofEvents(count, number)}`,
  actors: (count, number) => `the actors, ${ofEvents(count, number)}`,
  'source-detail': (count, number) => `the sources but for a link, ${ofEvents(count, number)}`,
  relations: (count, number) => `ties to other events, ${ofEvents(count, number)}`,
  media: (count, number) => `pictures, films and sounds, ${ofEvents(count, number)}`,
  'more-media': (count, number) => `all pictures, films and sounds but the first, ${ofEvents(count, number)}`,
  'short-title': (count, number) => `the short title, ${ofEvents(count, number)}`,
  'more-categories': (count, number) => `all categories but the first, ${ofEvents(count, number)}`,
  extra: (count, number) => `columns and members of its own, ${ofEvents(count, number)}`,
  eras: (count, number) => (count === 1 ? '1 era' : `${number} eras`),
  about: () => 'what the story says of itself beside its title',
};

/** English words for writing data in other formats. */
export const dataExportMessages = {
  kind: 'Export',
  kinds: { image: 'Image', data: 'Data' },
  title: 'Export data',
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
