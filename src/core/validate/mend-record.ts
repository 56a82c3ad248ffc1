import { ok, type Result } from '../base/result.ts';
import { finished } from '../base/steps.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Answers } from '../formats/answers.ts';
import type { RowBlock, Table } from '../formats/table.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { eventsInFileOrder } from '../model/rows.ts';
import { gatherEntries } from './gather.ts';
import { beginImport, type About } from './import.ts';
import { readTable } from './table/read-table.ts';

/** What a mended record came to: its events, and what is still wrong with it. */
export interface Mended {
  readonly events: readonly TimelineEvent[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a refused record again after a person has mended it – its cells by column, or its text under an empty name – as the file that it
 * stands in was read: with the same columns and the same habits of dates. No event: it is refused still, and the issues say why.
 */
export async function mendRecord(cells: ReadonlyMap<string, string>, about: About, answers: Answers): Promise<Result<Mended, Issue>> {
  const { order, years, zone } = about.habits;
  const same: Answers = {
    ...answers,
    ...(order === undefined ? {} : { order }),
    ...(years === undefined ? {} : { years }),
    ...(zone === undefined ? {} : { zone }),
    ...(about.columns.length === 0 ? {} : { mapping: new Map(about.columns.map(({ name, field }) => [name, field ?? null])) }),
  };
  const text = cells.get('');
  return text === undefined ? ok(mendRow(cells, same)) : mendText(text, about, same);
}

function mendRow(cells: ReadonlyMap<string, string>, answers: Answers): Mended {
  const texts = [...cells.values()];
  const row: RowBlock = { count: 1, line: () => 1, width: () => texts.length, text: (_, column) => texts[column] ?? '', share: 1 };
  const table: Table = { header: [...cells.keys()], headerLine: 1, delimiter: undefined, sheet: undefined, sheets: [], blocks: () => [row] };
  const gathering = gatherEntries();
  for (const entry of finished(readTable(table, undefined, answers)).entries) gathering.add(entry);
  const { dataset, issues } = gathering.finish();
  return { events: [...eventsInFileOrder(dataset)], issues };
}

async function mendText(text: string, about: About, answers: Answers): Promise<Result<Mended, Issue>> {
  const begun = await beginImport(encodeUtf8(wholeAround(text, about)), withoutFile(answers));
  if (!begun.ok) return begun;
  const read = finished(begun.value.steps());
  return read.ok ? ok({ events: [...eventsInFileOrder(read.value.dataset)], issues: read.value.issues }) : read;
}

/** What is said of the file as a whole does not hold for a text that stands alone. */
function withoutFile(answers: Answers): Answers {
  const { encoding: _encoding, sheet: _sheet, format: _format, ...rest } = answers;
  return rest;
}

/** The smallest file that holds a record: below its columns, in a list, or in a collection. */
function wholeAround(text: string, { columns, delimiter = ',', format }: About): string {
  if (columns.length > 0 && !/^\s*\{/.test(text)) return `${columns.map(({ name }) => cellOf(name)).join(delimiter)}\n${text}`;
  return format === 'geojson' || format === 'dateline' ? `{"type":"FeatureCollection","features":[${text}]}` : `[${text}]`;
}

const cellOf = (name: string): string => `"${name.replaceAll('"', '""')}"`;
