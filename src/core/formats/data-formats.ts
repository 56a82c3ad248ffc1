import type { SayWhen } from './timelinejs/write-timelinejs.ts';
import type { StoryPart } from './story-part.ts';

/** Writes a story in pieces that together are its file. `say`: a time in words, for formats that show such words. */
export type WriteStory = (part: StoryPart, say: SayWhen) => Iterable<string>;

/** The formats that a story's data are written as. A new one is a line here, and a writer beside its reader. */
export const DATA_FORMATS = [
  { id: 'dateline', extension: 'geojson', mime: 'application/geo+json', load: async () => (await import('./dateline.ts')).dateline.writePart },
  { id: 'csv', extension: 'csv', mime: 'text/csv', load: async () => (await import('./csv/write-csv.ts')).writeCsv },
  { id: 'timelinejs', extension: 'json', mime: 'application/json', load: async () => (await import('./timelinejs/write-timelinejs.ts')).writeTimelinejs },
  { id: 'timelinejs-sheet', extension: 'csv', mime: 'text/csv', load: async () => (await import('./timelinejs/write-timelinejs-sheet.ts')).writeTimelinejsSheet },
  { id: 'ics', extension: 'ics', mime: 'text/calendar', load: async () => (await import('./ics/write-ics.ts')).writeIcs },
  { id: 'kml', extension: 'kml', mime: 'application/vnd.google-earth.kml+xml', load: async () => (await import('./kml/write-kml.ts')).writeKml },
  { id: 'markwhen', extension: 'mw', mime: 'text/plain', load: async () => (await import('./markwhen/write-markwhen.ts')).writeMarkwhen },
] as const satisfies readonly { readonly id: string; readonly extension: string; readonly mime: string; readonly load: () => Promise<WriteStory> }[];

export type DataFormat = (typeof DATA_FORMATS)[number];
export type DataFormatId = DataFormat['id'];

/** The format of an id; `undefined` for any other text. */
export const dataFormat = (id: string): DataFormat | undefined => DATA_FORMATS.find((format) => format.id === id);

/** The first format whose files end as a name does; `undefined` when there is none. */
export const dataFormatOfName = (name: string): DataFormat | undefined => DATA_FORMATS.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
