import type { OtherKind } from '../../formats/other-kinds.ts';
import type { IssueCode } from '../../model/issue.ts';
import { isolated } from '../isolated.ts';
import type { IssueWords } from './issues.ts';

const quotes = (text: string): string => (text === '' ? 'nothing' : `“${isolated(text)}”`);

/** What a record should have been. */
const WANTED: Readonly<Record<string, string>> = {
  object: 'an event with named members',
};

/** What a file beside that of the events may hold. */
const COMPANIONS: Readonly<Record<string, string>> = {
  associations: 'the categories and filters',
  sources: 'the sources',
};

/** What a file is that holds no events to be read, and how one comes to them all the same. */
const OTHER_KINDS: ReadonlyMap<string, string> = new Map(Object.entries({
  'web-page': 'a web page, as is often saved in place of a download. Fetch the data that it leads to, and open those',
  pdf: 'a PDF document. Open the table that it was made from, or copy its rows into a sheet',
  image: 'a picture that was saved without its story. Open the data that it shows',
  recording: 'a film or a sound. Open a file of data',
  document: 'a document of a word processor or of slides. Copy its table into a sheet, and open that',
  'old-workbook': 'a document of an old version of Excel or Word. Save it as xlsx or CSV, and open that',
  database: 'a database. Export one of its tables as CSV or GeoJSON, and open that',
  'map-layer': 'a layer of a map program in a form of its own. Export it as GeoJSON, and open that',
  topojson: 'TopoJSON, whose borders are shared between its shapes. Convert it to GeoJSON, and open that',
} satisfies Readonly<Record<OtherKind, string>>));

/** English sentences for what is found in files of other programs: what is wrong, what was done about it, and how to mend it. */
export const importSentences = {
  'file-unknown': ({ value }) =>
    `No format that this program reads was recognised; the file begins with ${quotes(value)}. `
    + 'Choose a table with a header (CSV, TSV, xlsx), GeoJSON, KML, GPX, ICS, or a file of one of the timeline programs named in the help.',
  'file-other-kind': ({ of }) => `This is ${OTHER_KINDS.get(of('kind')) ?? of('kind')}.`,
  'file-damaged': ({ value, of }) =>
    `The file is damaged here${value === '' ? '' : `, at ${quotes(value)}`}: ${of('reason')}. What stands before this place was read. Fetch or save the file again.`,
  'file-too-large': ({ of }) => `The file is larger than this program takes (${of('limit')}): split it, and open the parts one by one.`,
  'archive-empty': () => 'The archive holds no file that can be read. Unpack it, and open the file with the events.',
  'archive-damaged': ({ value }) => `The archive is damaged${value === '' ? '' : ` in ${quotes(value)}`}: what could be unpacked of it was read. Fetch or save it again.`,
  'archive-locked': ({ value }) => `${quotes(value)} in the archive is locked with a password. Unpack it with the password, and open the file with the events.`,
  'archive-others': ({ value, of, countOf }) =>
    `The archive holds more than one file: ${quotes(of('read'))} was read, ${countOf('others') === 1 ? `${quotes(value)} was not` : `${of('others')} others were not, such as ${quotes(value)}`}. `
    + 'Unpack the archive, and open them one by one.',
  'archive-too-dense': ({ of }) =>
    `The archive unpacks to more than ${of('times')} times its own size, which no real data does, so it was not read. Unpack it with another program, if you trust it, and open the file with the events.`,
  'text-broken': ({ of }) =>
    `Some characters (${of('count')}) do not exist in the encoding ${of('encoding')}. Choose another encoding, if words look wrong.`,
  'date-unreadable': ({ value }) =>
    `${quotes(value)} cannot be read as a date, so the event is undated; the words are kept. Write a day as 2026-02-03, a month as 2026-02, a year as 2026.`,
  'date-impossible': ({ value }) => `${quotes(value)} is no day of the calendar, so the event is undated; the words are kept. Correct the day or the month.`,
  'date-ambiguous': ({ value, of }) =>
    `${quotes(value)} may be ${of('day')} or ${of('month')}`
    + (of('used') === '' ? ', and the file does not settle which: the event is undated. ' : `, and is read as ${of('used')}. `)
    + 'Say whether the day or the month comes first.',
  'date-century': ({ value, of }) => `The year of ${quotes(value)} has two digits, and is read as ${of('used')}. Write all four, if another century is meant.`,
  'date-zero': ({ value }) => `${quotes(value)} counts as no date, since programs write it where there is none. Write the day itself, such as 1970-01-01, if one is meant; else leave the cell empty.`,
  'date-origin': ({ value }) =>
    `${quotes(value)} is a day that programs count from, far from all other dates here, so it may stand for none. It is shown as it stands; leave it out, if the date is not known.`,
  'year-zero': ({ value }) =>
    `${quotes(value)} names the year 0, which the historical count does not have: 1 BCE is followed by 1 CE. The event is undated, and the words are kept. Write −1 or 1, or choose the astronomical count.`,
  'date-disagrees': ({ value, of }) => `${quotes(value)} does not go with “${of('other')}” in ${of('column')}. The date is shown as it stands; correct the one that is wrong.`,
  'year-outlier': ({ value, of }) => `The year ${value} lies far from those of the other events (${of('from')} to ${of('to')}). It is shown; correct it, if it is a slip.`,
  'end-before-start': ({ value, of }) => `The end ${quotes(value)} lies before the start “${of('start')}”. Only the start is shown; correct the one that is wrong.`,
  'time-unreadable': ({ value }) => `${quotes(value)} cannot be read as a time of day, so the event is shown by its day; the words are kept. Write a time as 14:30.`,
  'duration-unreadable': ({ value }) => `${quotes(value)} cannot be read as a length of time, so the event is shown without an end; the words are kept. Write one as 90 min, 2 h or 3 days.`,
  'duration-unclear': ({ value }) =>
    `Nothing says in what the numbers of this column are counted, such as ${quotes(value)}, so events have no end by it; it is kept beside them. Write the unit into its name, as in “Duration (min)”.`,
  'zone-unknown': ({ value }) => `${quotes(value)} is no time zone known here, so the time is shown as local time. Write a name such as Asia/Tehran, or an offset such as +03:30.`,
  'coordinates-projected': ({ value }) =>
    `The file says that its positions are in ${quotes(value)}, not in degrees of longitude and latitude, and they are read as degrees. Save it in WGS 84 (EPSG:4326), and open that.`,
  'coordinates-unreadable': ({ value }) =>
    `${quotes(value)} cannot be read as a position, so the place counts as not stated. Write degrees such as 35.69 in one column and 51.42 in another.`,
  'coordinates-incomplete': ({ of }) => `Only one of latitude and longitude is there, so the place counts as not stated. Add the ${of('missing')}.`,
  'coordinates-swapped': ({ value }) =>
    `${quotes(value)} lies far from the other places, and among them when latitude and longitude change places. It is shown as it stands; exchange the two, if they are the wrong way round.`,
  'row-too-long': ({ of }) => `The row has more cells (${of('cells')}) than the header has names (${of('columns')}). The others are kept beside the event. Look for a separator within a cell that has no quotes.`,
  'row-unclosed': ({ of }) => `A quotation mark opens a cell here and none closes it. It is taken as text, or this line and others (${of('lines')} in all) would be one cell. Close the quotation mark, or remove it.`,
  'entry-wrong-kind': ({ value, of }) => `${quotes(value)} stands where ${WANTED[of('wanted')] ?? of('wanted')} is needed, so there is no event to show. Correct it and open the file again, or mend it here.`,
  'entry-empty': () => 'The record has neither a date nor a place nor words, so there is nothing to show. Fill it in, or remove it.',
  'entry-damaged': ({ value }) => `This record is broken and cannot be read: ${quotes(value)}. The others were read. Mend it at this place, or here.`,
  'entry-too-deep': ({ of }) => `This record holds lists within lists, deeper than this program follows (${of('limit')} levels). Make it flatter and open the file again.`,
  'events-elsewhere': ({ of }) => `This file holds ${COMPANIONS[of('what')] ?? of('what')} of a TimeMap story, and no events. Open the file with the events, or all of them together in one zip file.`,
  'reference-unknown': ({ value }) => `Nothing in the file has the id ${quotes(value)}, which is named here. Correct the id, or add what is missing.`,
  'reference-cycle': ({ value }) => `The time of ${quotes(value)} is counted from itself, by way of others. Give one of them a date of its own.`,
  'recurrence-capped': ({ of }) => `The event repeats without end or very often: the first ${of('shown')} times are shown. Add an end to the rule, or split the event in two, for others.`,
  'recurrence-unread': ({ value }) => `The rule ${quotes(value)} for repeating cannot be read: only the first time is shown. Write a rule such as FREQ=WEEKLY;COUNT=10.`,
  'recurrence-day-unread': ({ value }) => `${quotes(value)} cannot be read as a day of this event that repeats, and is left out. Write a day as 20260203, a time as 20260203T140000.`,
  'markup-removed': ({ value }) => `Markup that could run or load something was removed from the text: ${quotes(value)}. The words are kept.`,
  'not-fetched': ({ value }) => `The file points to another one at ${quotes(value)}, which was not fetched. Fetch it yourself, and open it here.`,
  'not-shown': ({ value, of }) => `${quotes(value)} (${of('what')}) cannot be shown here. It is kept beside the event.`,
  'xml-damaged': ({ value }) =>
    `The markup is broken here${value === '' ? '' : `, in the element ${quotes(value)}`}: a tag breaks off, or its end is missing. What stands around it was read. Save or fetch the file again, or mend the tag.`,
  'xml-entities': () =>
    'The file defines entities of its own (<!ENTITY …>), which are not read, because a few of them can stand for a text without end. Save it without them, and open it again.',
  'xml-too-deep': ({ of }) => `More than ${of('limit')} elements lie within one another here. What stands before this place was read.`,
} satisfies Partial<Record<IssueCode, (words: IssueWords) => string>>;
