import { err, ok } from '../../base/result.ts';
import { finished } from '../../base/steps.ts';
import type { Issue } from '../../model/issue.ts';
import type { Entry } from '../entry.ts';
import { fieldsNamed } from '../field-names.ts';
import type { Reader } from '../format.ts';
import { layoutOf } from '../layouts/index.ts';
import { tableTop } from '../table-top.ts';
import type { RowBlock, Table } from '../table.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { withReferences } from './references.ts';
import { openWorkbook, type SheetPart, type Workbook } from './workbook.ts';

/** How many rows of a sheet it is judged by, and how many packed bytes of it are enough for them. */
const [SAMPLED_ROWS, SAMPLED_BYTES] = [120, 2 ** 20] as const;

/** Most rows of a block. */
const BLOCK_ROWS = 1024;

/** Reads the sheet of a workbook that looks most like events, or the one that is asked for, as a table. */
export const readXlsx: Reader = function* (source, answers) {
  const opened = openWorkbook(source.bytes);
  if (!opened.ok) return opened;
  const book = opened.value;
  const filled = book.sheets
    .map((sheet) => ({ sheet, worth: worthOf(sheet, book) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const chosen = filled.find(({ sheet }) => sheet.name === answers.sheet) ?? filled[0];
  if (chosen === undefined) return err({ code: 'file-empty', severity: 'error', place: {} });
  const { sheet } = chosen;
  const part = sheet.member.read();
  if (!part.ok) return part;
  const rows = shifted(yield* readSheet(part.value.bytes, book));
  const { before, hasHeader, header } = tableTop(rows.slice(0, SAMPLED_ROWS).map(({ cells }) => cells));
  const top = before.length;
  const width = Math.max(header.length, ...rows.slice(0, SAMPLED_ROWS).map(({ cells }) => cells.length));
  const layout = layoutOf(rows[top]?.cells ?? [], rows.slice(top + 1, SAMPLED_ROWS).map(({ cells }) => cells));
  const names = (hasHeader ? undefined : layout?.header?.(width)) ?? Array.from({ length: width }, (_, column) => header[column] ?? `Column ${column + 1}`);
  const records = withReferences(rows.slice(hasHeader ? top + 1 : top), names, book, sheet);
  const issues: readonly Issue[] = book.isWhole && part.value.isWhole ? [] : [{ code: 'archive-damaged', severity: 'warning', place: {}, value: sheet.name }];
  const table: Table = {
    header: names,
    headerLine: hasHeader ? rows[top]?.line : undefined,
    before: before.map((what, row): Extract<Entry, { readonly kind: 'not-event' }> => ({ kind: 'not-event', line: rows[row]?.line ?? row + 1, what })),
    delimiter: undefined,
    sheet: sheet.name,
    sheets: filled.filter((other) => other !== chosen).map((other) => other.sheet.name),
    blocks: function* () {
      for (let first = 0; first < records.length; first += BLOCK_ROWS) yield blockOf(records.slice(first, first + BLOCK_ROWS), (first + BLOCK_ROWS) / records.length);
    },
  };
  return ok({ kind: 'table', table, layout, issues });
};

const blockOf = (rows: readonly SheetRow[], share: number): RowBlock => ({
  count: rows.length,
  line: (row) => rows[row]?.line ?? 0,
  width: (row) => rows[row]?.cells.length ?? 0,
  text: (row, column) => rows[row]?.cells[column] ?? '',
  share: Math.min(share, 1),
});

/** The rows without columns on their left that are empty in all of them. */
function shifted(rows: readonly SheetRow[]): readonly SheetRow[] {
  const margin = rows.reduce((least, { cells }) => Math.min(least, cells.findIndex((cell) => cell.trim() !== '')), Infinity);
  return margin === 0 || margin === Infinity ? rows : rows.map(({ line, cells }) => ({ line, cells: cells.slice(margin) }));
}

/** What a sheet is worth that has rows, that has the columns of a known kind of table, and that is hidden. */
const [ROWS, KNOWN, HIDDEN] = [1, 10, 0.1] as const;

/** How much a sheet looks like events: 0 for an empty one. */
function worthOf({ member, isHidden }: SheetPart, book: Workbook): number {
  const head = member.read(SAMPLED_BYTES);
  if (!head.ok) return 0;
  const rows = shifted(finished(readSheet(head.value.bytes, book, SAMPLED_ROWS))).map(({ cells }) => cells);
  if (rows.length === 0) return 0;
  const { before, hasHeader, header } = tableTop(rows);
  const columns = rows.slice(before.length);
  const layout = layoutOf(columns[0] ?? [], columns.slice(1));
  const certainties = new Map<string, number>();
  for (const name of hasHeader ? header : []) {
    const [first] = fieldsNamed(name);
    if (first !== undefined) certainties.set(first.field, Math.max(certainties.get(first.field) ?? 0, first.certainty));
  }
  const named = ['start', 'year', 'startTime'].some((field) => certainties.has(field)) ? 3 : 0;
  const told = ['title', 'description', 'latitude', 'place', 'coordinates', 'end'].filter((field) => certainties.has(field)).length;
  const worth = ROWS + (layout === undefined ? 0 : KNOWN) + named + told + Math.min(columns.length, SAMPLED_ROWS) / SAMPLED_ROWS;
  return isHidden ? worth * HIDDEN : worth;
}
