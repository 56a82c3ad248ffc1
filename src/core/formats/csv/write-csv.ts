import type { Json, TimelineEvent } from '../../model/event.ts';
import type { Story } from '../../model/story.ts';
import { EVENT_CELL_NAMES, EVENT_CELLS, type EventCell } from '../event-cells/write-cells.ts';
import { buildEvent, UNDATED } from '../../model/build-event.ts';
import { parseEdtf } from '../../time/edtf.ts';
import type { StoryPart } from '../story-part.ts';
import { guarded } from './formula-guard.ts';
import { ownCell, ownColumnsOf, RECORD_COLUMN, type OwnColumn, type SheetRecord } from './sheet.ts';

/** How many rows are written at a time. */
const WRITTEN_AT_ONCE = 256;

/** Columns whose cells are numbers, which are no formulas. */
const NUMBERS: ReadonlySet<string> = new Set<EventCell>(['latitude', 'longitude']);

/**
 * Writes a story as CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheet programs know it: a row for each event and a column
 * for each member that any of them has, then rows for what the story says of itself. No cell begins like a formula. Nothing is lost when
 * it is read again.
 */
export function* writeCsv({ story, events }: StoryPart): Generator<string, void, void> {
  const own = ownColumnsOf(events());
  yield `\uFEFF${csvRow([...EVENT_CELL_NAMES, RECORD_COLUMN, ...own.map(({ name }) => guarded(name))])}`;
  let piece: string[] = [];
  for (const event of events()) {
    piece.push(eventRow(event, '', own));
    if (piece.length < WRITTEN_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  for (const { record, event } of storyRows(story)) piece.push(eventRow(event, record, own));
  yield piece.join('');
}

function eventRow(event: TimelineEvent, record: SheetRecord | '', own: readonly OwnColumn[]): string {
  const cells: string[] = [];
  for (const name of EVENT_CELL_NAMES) {
    const cell = EVENT_CELLS[name](event);
    cells.push(NUMBERS.has(name) ? cell : guarded(cell));
  }
  cells.push(record);
  for (const column of own) {
    const value = (column.of === 'feature' ? event.featureExtra : event.extra).get(column.member);
    const cell = value === undefined ? '' : ownCell(column, value);
    cells.push(column.json && typeof value === 'number' ? cell : guarded(cell));
  }
  return csvRow(cells);
}

/** Cells as a line of CSV: in quotation marks where they hold what would part them. */
export const csvRow = (cells: readonly string[]): string => `${cells.map((cell) => (/["\r\n,]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

interface StoryRow {
  readonly record: SheetRecord;
  readonly event: TimelineEvent;
}

/** What a story says of itself, each as a row under the columns of events. */
function* storyRows(story: Story): Generator<StoryRow, void, void> {
  const said = (id: string, title: string): StoryRow => ({ record: 'story', event: buildEvent({ id, title }) });
  const members = (place: string, entries: ReadonlyMap<string, Json>): readonly StoryRow[] =>
    [...entries].map(([name, value]) => said(`${place}.${name}`, JSON.stringify(value)));
  if (story.title !== '') yield said('title', story.title);
  for (const name of ['deck', 'credit', 'licence'] as const) if (story[name] !== undefined) yield said(name, story[name]);
  if (story.language !== 'und') yield said('language', story.language);
  if (story.reportDate !== undefined) yield said('reportDate', story.reportDate.edtf);
  if (story.walk.length > 0) yield said('walk', JSON.stringify(story.walk));
  yield* members('dateline', story.extra);
  yield* members('collection', story.collectionExtra);
  for (const source of story.sources) yield { record: 'source', event: buildEvent({ id: 'source', title: '', sources: [source] }) };
  for (const { id, name } of story.categories) yield { record: 'category', event: buildEvent({ id, title: name }) };
  for (const { name, when } of story.eras) {
    const edtf = parseEdtf(when);
    yield { record: 'era', event: buildEvent({ id: 'era', title: name, when: { ...UNDATED, edtf: edtf.ok ? edtf.value : undefined } }) };
  }
}

