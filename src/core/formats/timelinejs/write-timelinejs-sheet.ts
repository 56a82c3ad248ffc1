import type { TimelineEvent } from '../../model/event.ts';
import type { Story } from '../../model/story.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { twoDigits } from '../../time/edtf-of.ts';
import { guarded } from '../csv/formula-guard.ts';
import { csvRow } from '../csv/write-csv.ts';
import type { DateParts } from '../edges.ts';
import { inPieces } from '../pieces.ts';
import type { StoryPart } from '../story-part.ts';
import { htmlOf, isPlainDate, nameOf, partsForTimelinejs, slideEdges, type SayWhen } from './write-timelinejs.ts';

/** The columns of its sheet, in their order; the last one is not read by it. Source: https://timeline.knightlab.com/docs/using-spreadsheets.html */
const COLUMNS = [
  'Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text', 'Media', 'Media Credit',
  'Media Caption', 'Media Thumbnail', 'Type', 'Group', 'Background', 'Link',
] as const;

type SheetRow = { readonly [Column in (typeof COLUMNS)[number]]?: string | undefined };

/** Columns whose cells are numbers or times, which are no formulas: 44 BCE is the year −44. */
const NUMBERS: ReadonlySet<string> = new Set(['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time']);

/** Writes a story as the sheet of TimelineJS, in CSV: a row for its title, one for each dated event, one for each era. */
export function* writeTimelinejsSheet({ story, events }: StoryPart, say: SayWhen): Generator<string, void, void> {
  yield `\uFEFF${csvRow(COLUMNS)}`;
  yield* inPieces(rows(story, events(), say));
}

function* rows(story: Story, events: Iterable<TimelineEvent>, say: SayWhen): Generator<string, void, void> {
  if (story.title !== '') yield lineOf({ Headline: htmlOf(story.title), Text: story.deck === undefined ? '' : htmlOf(story.deck), Type: 'title' });
  for (const event of events) {
    const edges = event.when.edtf === undefined ? undefined : slideEdges(event.when.edtf);
    if (edges === undefined) continue;
    const [medium] = event.media;
    const [category] = event.categories;
    const [source] = event.sources;
    yield lineOf({
      ...startCells(edges.from),
      ...endCells(edges.to),
      'Display Date': isPlainDate(event, edges) ? '' : say(event),
      Headline: htmlOf(event.title),
      Text: htmlOf(event.description ?? ''),
      Media: medium?.url,
      'Media Credit': medium?.credit === undefined ? '' : htmlOf(medium.credit),
      'Media Caption': medium?.caption === undefined ? '' : htmlOf(medium.caption),
      Group: category === undefined ? '' : nameOf(category, story.categories),
      Link: source?.url,
    });
  }
  for (const { name, when } of story.eras) {
    const edtf = parseEdtf(when);
    const edges = edtf.ok ? slideEdges(edtf.value) : undefined;
    if (edges !== undefined) yield lineOf({ ...startCells(edges.from), ...endCells(edges.to ?? edges.from), Headline: htmlOf(name), Type: 'era' });
  }
}

const lineOf = (row: SheetRow): string => csvRow(COLUMNS.map((column) => (NUMBERS.has(column) ? (row[column] ?? '') : guarded(row[column] ?? ''))));

function startCells(parts: DateParts): SheetRow {
  const [year, month, day, time] = cellsOf(parts);
  return { Year: year, Month: month, Day: day, Time: time };
}

function endCells(parts: DateParts | undefined): SheetRow {
  const [year, month, day, time] = parts === undefined ? [] : cellsOf(parts);
  return { 'End Year': year, 'End Month': month, 'End Day': day, 'End Time': time };
}

function cellsOf(parts: DateParts): readonly string[] {
  const { year, month, day, hour, minute = 0, second } = partsForTimelinejs(parts, Infinity);
  const time = hour === undefined ? '' : [hour, minute, ...(second === undefined ? [] : [second])].map(twoDigits).join(':');
  return [String(year ?? ''), String(month ?? ''), String(day ?? ''), time];
}
