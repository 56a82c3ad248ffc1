import { unreachable } from '../../base/result.ts';
import type { Question } from '../../formats/answers.ts';
import { either } from './either.ts';

/** English words of the command line. */
export const commandMessages = {
  usage: [
    'dateline – dated, placed events as pictures fit to publish',
    '',
    'A FILE is of any format that can be read: CSV and its like, Excel, GeoJSON, KML, GPX, ICS, TimelineJS, markwhen and others.',
    '',
    'dateline render FILE -o <figure.svg|figure.png|figure.pdf> [options]',
    '  --what <both|timeline|map|table|storyboard>   what the figure shows (both); a storyboard shows the steps of the walk',
    '  --events <story|view|selection>    which events: all, those of the view, the selected one (story; with --view, view)',
    '  --preset <name>              social, square, story, column, wide, slide, a4-portrait, a4-landscape, a3-portrait, a3-landscape, poster (social)',
    '  --width <px> --height <px>   a size of your own; without a height, as high as needed',
    '  --scale <1–4>                pixels of a PNG for each pixel of the figure (2)',
    '  --theme <light|dark>         colours (light)',
    '  --legend <on|off>            what the signs mean (on)',
    '  --sources <line|list|off>    sources in the last line, in a list of their own, or none (line)',
    '  --title, --deck, --credit    words in place of the story’s own',
    '  --as-of <date>               the day that the figure shows the state of; the story’s own when left out',
    '  --alt <words>                what the figure shows, for readers who do not see it',
    '  --with-story                 all events of the story inside the PNG or SVG, so that the picture can be opened again',
    '  --view <link>                the view of a shared link: its filters, time window and part of the map',
    '',
    'dateline render FILE -o <page.html> [options]',
    '  writes the story as one page to be read, with all that it needs in it; it opens without a network',
    '  --theme <auto|light|dark>    colours (auto: those of the reader’s system)',
    '  --view <link>                the view that it opens with: that of a shared link',
    '',
    'dateline convert FILE -o <story.geojson|csv|json|ics|kml|mw> [--to <format>]',
    '  writes the events in the format that the file’s ending names, and says what that cannot hold; .geojson and .csv hold everything',
    '  --to <format>                dateline, csv, timelinejs, timelinejs-sheet, ics, kml, markwhen',
    '',
    'dateline info FILE [--json]',
    '  says what a file holds: its format, how every record was read, what was refused and why; with --json for programs',
    '',
    'dateline check FILE [--json]',
    '  says what is wrong in a file, a line each: file:line:column: severity: message',
    '',
    'Several files for each of these: they are worked on one after the other, and what is written goes to a folder in a named format:',
    '  dateline render stories/*.csv -o figures/ --to <svg|png|pdf|html>',
    '  dateline convert stories/*.csv -o data/ --to <format>',
    '  --json                       a report for programs on the standard output; of several files one line each',
    '',
    'Ends with 0 when all was done, with 1 when a file could not be read or written or an event had to be set aside, with 2 when the arguments are wrong.',
    '',
    'What a file cannot settle by itself, for all of these:',
    '  --day-first, --month-first   how 05/06/2019 is read',
    '  --map <field=Column,…>       what columns mean: title=Name,start=Date; none=Column keeps one beside the event',
    '  --encoding, --delimiter, --sheet, --format   in place of what was found',
    '  --zone <Area/City>           the zone of times that state none',
    '  --years <historical|astronomical>   what years below zero mean',
    '  --look-up                    give places that have a name alone their position from the gazetteer',
    '',
    '  -h, --help                   this text',
    'A file called - is the standard input or output.',
  ].join('\n'),
  noCommand: 'Say what to do: render, convert, check or info.',
  unknownCommand: (name: string, commands: readonly string[]) => `There is no command “${name}”; there are ${either(commands)}.`,
  noInput: 'Name the file to read.',
  noFormat: 'Several files go to a folder: name the format that they are written in with --to.',
  manyToStandard: 'The standard output takes one file. Name a folder with -o, such as -o figures/.',
  standardTwice: 'With --json the standard output takes the report. Name a file with -o.',
  overwrites: (name: string) => `“${name}” would be written over. Name another file or folder with -o.`,
  progress: (position: string, count: string, name: string) => `${position} of ${count}: ${name}`,
  failures: (count: number, number: string, all: string) => (count === 1 ? `1 of ${all} files could not be worked on as asked.` : `${number} of ${all} files could not be worked on as asked.`),
  noDataOutput: 'Name the file to write with -o, ending in .geojson, .csv, .json, .ics, .kml or .mw.',
  badDataOutput: (name: string, endings: readonly string[]) => `“${name}” ends in none of ${[...new Set(endings)].join(', ')}. Say the format with --to.`,
  badMapping: (part: string, fields: readonly string[]) => `“${part}” does not say what a column means. Write field=Column, with one of these fields: ${fields.join(', ')}, or none.`,
  badZone: (value: string) => `--zone is the name of a time zone, such as Asia/Tehran or UTC, not “${value}”.`,
  badDelimiter: (value: string) => `--delimiter is one sign, or comma, semicolon, tab or pipe, not “${value}”.`,
  noColumn: (value: string, columns: readonly string[]) => `--map names the column “${value}”, which the file does not have; it has ${columns.join(', ')}.`,
  noSheet: (value: string, sheets: readonly string[]) => `--sheet is ${either(sheets)}, not “${value}”.`,
  orderTwice: 'Give either --day-first or --month-first, not both.',
  noOutput: 'Name the file to write with -o, ending in .svg, .png, .pdf or .html.',
  badOutput: (name: string) => `“${name}” ends in none of .svg, .png, .pdf and .html.`,
  badLink: (value: string) => `--view is the link to a view, or its part after #; nothing of “${value.length > 60 ? `${value.slice(0, 60)}…` : value}” is understood.`,
  notForCommand: (option: string, command: string) => `--${option} means nothing to dateline ${command}.`,
  notForPage: (option: string) => `--${option} is for figures; a page has --theme and --view.`,
  noStoryInside: (format: string) => `--with-story is for PNG and SVG; a ${format} has no room for the story.`,
  badChoice: (option: string, value: string, choices: readonly string[]) => `--${option} is ${either(choices)}, not “${value}”.`,
  badNumber: (option: string, value: string, least: string, most: string) =>
    `--${option} is a whole number from ${least} to ${most}, not “${value}”.`,
  heightNeedsWidth: '--height needs --width beside it.',
  sizeTwice: 'Give either --preset or --width, not both.',
  unreadable: (name: string, reason: string) => `“${name}” could not be read: ${reason}`,
  unwritable: (name: string, reason: string) => `“${name}” could not be written: ${reason}`,
  tooLarge: 'The picture would have too many pixels. Choose a smaller size or scale.',
  seeHelp: 'dateline --help shows how.',
  written: (name: string, width: string, height: string) => `${name}: ${width} × ${height} pixels.`,
  pageWritten: (name: string, kilobytes: string) => `${name}: ${kilobytes} kB.`,
  missingCharacters: (characters: string) => `No bundled font has ${characters}; a sign for what is missing stands in their place.`,
  unnamed: (count: number, number: string) =>
    count === 1 ? '1 event has no room for its title; the figure says so.' : `${number} events have no room for their titles; the figure says so.`,
  events: (count: number, number: string) => (count === 1 ? '1 event.' : `${number} events.`),
  converted: (name: string, events: string, refused: string, notEvents: string) => `${name}: ${events} events; refused: ${refused}; records that are no events: ${notEvents}.`,
  info: {
    format: (name: string, encoding: string | undefined, delimiter: string | undefined, sheet: string | undefined) =>
      [
        `Format: ${name}`,
        ...(encoding === undefined ? [] : [`encoding ${encoding}`]),
        ...(delimiter === undefined ? [] : [`cells separated by ${delimiter === '\t' ? 'tabs' : `“${delimiter}”`}`]),
        ...(sheet === undefined ? [] : [`sheet “${sheet}”`]),
      ].join(', '),
    account: (records: string, events: string, refused: string, notEvents: string) =>
      `Records: ${records} = ${events} events + ${refused} refused + ${notEvents} that are no events`,
    notEvents: (kind: string, count: string) => `  ${kind}: ${count}`,
    dates: (dated: string, undated: string, first: string | undefined, last: string | undefined) =>
      `Dated: ${dated}; undated: ${undated}${first === undefined || last === undefined ? '' : `; from ${first} to ${last}`}`,
    places: (withCoordinates: string, unplaced: string) => `On the map: ${withCoordinates}; without a position: ${unplaced}`,
    column: (name: string, field: string | undefined) => `  ${name}: ${field ?? 'kept beside the event'}`,
    question: questionOf,
    issues: (count: string) => `Issues: ${count}; “dateline check” lists them.`,
  },
  nothingWrong: 'Nothing is wrong.',
  error: 'error',
  warning: 'warning',
  found: (errors: string, warnings: string) => `Errors: ${errors}. Warnings: ${warnings}.`,
};

const listed = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** What a file could not settle by itself, what was taken meanwhile, and the option that answers it. */
function questionOf(question: Question): string {
  switch (question.kind) {
    case 'order':
      return `Question: is the day or the month first in “${question.column}” (${listed(question.evidence)})? `
        + (question.used === undefined ? 'These dates are left out until --day-first or --month-first says.' : `Read as ${question.used}; --day-first or --month-first changes it.`);
    case 'years':
      return `Question: are years below zero in “${question.column}” (${listed(question.evidence)}) historical or astronomical? Read as ${question.used}; --years changes it.`;
    case 'encoding':
      return `Question: is the text ${question.used}, as “${question.evidence.join(' ')}” suggests, or ${either(question.others)}? --encoding changes it.`;
    case 'zone':
      return `Question: in which zone are the times in “${question.column}” (${listed(question.evidence)})? Read as ${question.used}; --zone changes it.`;
    case 'sheet':
      return `Question: which sheet? “${question.used}” was taken; --sheet takes another: ${listed(question.others)}.`;
    case 'mapping':
      return `Question: which columns hold ${either(question.missing)}? --map says: field=Column.`;
    case 'places':
      return `Question: may places that have a name alone get a position from the gazetteer (${listed(question.names)}; found: ${question.found})? --look-up allows it.`;
    default:
      return unreachable(question);
  }
}
