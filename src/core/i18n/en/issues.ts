import type { IssueCode, IssuePlace } from '../../model/issue.ts';
import { isolated } from '../isolated.ts';
import { dateErrors } from './date-errors.ts';
import { importSentences } from './import-issues.ts';

/** What fills the sentence of an issue. */
export interface IssueWords {
  /** The value as it stood in the file, empty when there was none. */
  readonly value: string;
  /** A parameter of the issue as text, empty when it has no such parameter; counts are written with separators. */
  readonly of: (parameter: string) => string;
  /** A parameter that is a count; 0 when it has no such parameter. */
  readonly countOf: (parameter: string) => number;
  /** Why a date cannot be read, as a sentence; empty for other issues. */
  readonly reason: string;
}

const quotes = (text: string): string => (text === '' ? 'nothing' : `“${isolated(text)}”`);
const misplaced = (value: string): string => (value === '' ? 'something is missing here' : `“${value}” does not belong here`);

/** "The 3 events before this place are shown". */
function shown({ countOf, of }: IssueWords, where = 'before this place'): string {
  return countOf('events') === 1 ? `the one event ${where} is shown` : `the ${of('events')} events ${where} are shown`;
}

const SHAPES: Readonly<Record<string, string>> = { point: 'a point', area: 'an outline', route: 'a line' };
const WANTED: Readonly<Record<string, string>> = {
  text: 'text in double quotes',
  number: 'a number above zero',
  list: 'a list in square brackets',
  object: 'an object in curly brackets',
};

/** English words of the `issues` section. */
export const issueMessages = {
  /** Where an issue is; empty for the file as a whole. Members are named as in the file. */
  where: ({ feature, id, line, column, member }: IssuePlace): string => {
    const lines = line === undefined ? undefined : column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    const features = feature === undefined ? undefined : `Feature ${feature}${id === undefined ? '' : ` “${id}”`}`;
    const head = [features, features === undefined ? lines?.replace('line', 'Line') : lines, member];
    return head.filter((part) => part !== undefined).join(', ');
  },
  whole: (where: string, sentence: string) => `${where}: ${sentence}`,
  sentences: {
    'file-empty': () => 'The file is empty. Choose a file with events.',
    'file-not-json': ({ value }) =>
      `The file is not JSON: ${misplaced(value)}. Choose a GeoJSON file, whose text begins with {"type": "FeatureCollection".`,
    'file-not-geojson': ({ value }) =>
      `The file is JSON but not GeoJSON with events: it holds ${quotes(value)}. `
      + 'It should be an object with "type": "FeatureCollection" and a list "features".',
    'file-truncated': (words) =>
      words.countOf('events') === 0
        ? 'The file ends here, before its first event is complete. Fetch or save it again.'
        : `The file ends here, in the middle of a value: ${shown(words)}, and whatever followed is missing. Fetch or save the file again.`,
    'file-broken': (words) =>
      `From here on the file cannot be read: ${misplaced(words.value)}; ${shown(words, 'that could be read')}. `
      + 'Mend the file at this place and open it again.',
    'file-mended': (words) =>
      `The file is not valid JSON: ${misplaced(words.value)}. Nothing was lost: ${shown(words, 'in it')}. `
      + 'Other programs may refuse the file until it is mended here or saved again.',
    'version-newer': ({ value, of }) =>
      `The file is of version ${value}, and this program knows versions up to ${of('version')}. What it does not know is kept, not shown.`,
    'plain-geojson': (words) =>
      'This is plain GeoJSON, without the member "dateline". Titles were read from "title" or "name", dates from "when" or "date". '
      + (words.countOf('undated') === 0
        ? 'Every event has a date.'
        : `Events without a date: ${words.of('undated')} of ${words.of('events')}. Dates are written as in "when": "2026-02-03".`),
    'feature-not-json': ({ value }) =>
      `This feature is not valid JSON and was set aside: ${misplaced(value)}. Mend it at this place and open the file again.`,
    'feature-not-object': ({ value }) =>
      `${quotes(value)} is not a feature and was set aside. A feature is an object with "type": "Feature", "geometry" and "properties".`,
    'id-missing': ({ of }) =>
      `The feature has no id and is called “${of('given')}” here. Give it an id of its own, so that links and relations can name it.`,
    'id-duplicate': ({ value, of }) =>
      `${of('line') === '' ? `Feature ${of('first')}` : `The record on line ${of('line')}`} has the id “${value}” already. Both events are shown, this one as “${of('given')}”. `
      + 'Give one of them an id of its own.',
    'title-missing': () => 'The title is missing. Write a few words that say what happened.',
    'when-unreadable': ({ value, reason, of }) =>
      `“${value}” cannot be read as a date. `
      + (of('reason') === 'number' ? 'A date is text: put it in double quotes. ' : reason === '' ? '' : `${reason} `)
      + (of('suggestion') === ''
        ? 'Write a day as 2026-02-03, a month as 2026-02, a year as 2026, one of several days as [2026-02-05..2026-02-08].'
        : `Write "${of('suggestion')}", if that is what is meant.`),
    'when-missing': () =>
      'The member "when" is missing, so the event is undated. Write a date such as "2026-02-03", or null where none is stated.',
    'category-unknown': ({ value }) =>
      `The category “${value}” is not in the file’s list of categories and is shown after them. `
      + `Add { "id": "${value}", "name": "…" } to dateline.categories, or correct the word.`,
    'category-repeated': ({ value }) =>
      `The category “${value}” stands in the list twice, and the first one counts. Remove the other, or give it an id of its own.`,
    'geometry-unreadable': ({ value }) =>
      `${quotes(value)} cannot be drawn, so the place counts as not stated. `
      + 'A point is written { "type": "Point", "coordinates": [51.42, 35.69] }, longitude first; an outline has four positions or more.',
    'geometry-unnamed': ({ of }) =>
      `The geometry has more parts than "places" has entries; each part beyond them (${of('parts')}) is shown as a place without a name. `
      + 'Write one entry per part, in the same order.',
    'latitude-out-of-range': ({ of }) =>
      `The latitude ${of('latitude')} does not exist: latitudes go from −90 to 90. The event is shown, its place counts as not stated. `
      + (of('swapped') === 'yes'
        ? 'The two numbers may be the wrong way round; GeoJSON writes longitude first.'
        : 'Correct it.'),
    'longitude-out-of-range': ({ of }) =>
      `The longitude ${of('longitude')} does not exist: longitudes go from −180 to 180. `
      + 'The event is shown, its place counts as not stated. Correct it.',
    'null-island': () =>
      'The position 0, 0 lies in the open sea, where missing coordinates end up. It is shown as it stands. Leave the coordinates out where no place is known.',
    'place-without-geometry': ({ value }) =>
      `${value === '' ? 'The place' : `“${value}”`} has no geometry, so it counts as not stated. `
      + 'Add its point or outline to "geometry", or write "kind": "not-stated".',
    'place-kind-mismatch': ({ of }) =>
      `The kind “${of('kind')}” does not go with the geometry, which is ${SHAPES[of('shape')] ?? of('shape')} and is shown as that. `
      + 'Exact, near, country and region take a Point; area takes a Polygon, route a LineString.',
    'radius-missing': ({ of }) =>
      `A place “near” a point needs a radius, and ${of('radiusKm')} km is assumed. `
      + `Write "radiusKm": ${of('radiusKm')}, or what the source says.`,
    'relation-unknown': ({ value }) =>
      `No event has the id ${quotes(value)}, so this relation is not shown. Write the id of an event of this file.`,
    'member-wrong-kind': ({ value, of }) =>
      `${value === '' ? 'The value is missing, and' : `“${value}” stands where`} ${WANTED[of('wanted')] ?? of('wanted')} is needed. `
      + (value === '' ? 'Add it.' : 'It is kept in the file and not shown.'),
    'member-value-unknown': ({ value, of }) =>
      `“${value}” is not a value known here${of('otherwise') === '' ? '' : ` and is shown as “${of('otherwise')}”`}. `
      + `Write one of these: ${of('choices')}.`,
    'url-refused': ({ value }) =>
      `“${value}” is not shown as a link: only addresses that begin with http:// or https:// are safe to follow. `
      + 'Write the full web address.',
    ...importSentences,
  } satisfies Record<IssueCode, (words: IssueWords) => string>,
  /** Why a date cannot be read. */
  dateErrors,
  /** How counts are written. */
  count: (count: number) => counts.format(count),
};

const counts = new Intl.NumberFormat('en');
