import { finished } from '../../base/steps.ts';
import { foldName } from '../field-names.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import type { SheetPart, Workbook } from './workbook.ts';

/** The sheets of a workbook of TimeMap: its events name what is in the two others by id. Source: https://github.com/forensic-architecture/datasheet-server. */
const [EVENTS, ASSOCIATIONS, SOURCES] = ['export events', 'export associations', 'export sources'] as const;

/** In the rows of a workbook of TimeMap, puts what associations and sources are called, or where they are, in the place of their ids; others stay as they are. */
export function withReferences(rows: readonly SheetRow[], header: readonly string[], book: Workbook, sheet: SheetPart): readonly SheetRow[] {
  if (foldName(sheet.name) !== EVENTS) return rows;
  const named = new Map(
    [[/^associations?\s*\d*$/, tableOf(book, ASSOCIATIONS, nameOfAssociation)], [/^sources?\s*\d*$/, tableOf(book, SOURCES, addressOfSource)]] as const,
  );
  const lists = header.map((name) => [...named].find(([pattern]) => pattern.test(foldName(name)))?.[1]);
  return rows.map(({ line, cells }) => ({ line, cells: cells.map((cell, column) => lists[column]?.get(cell.trim()) ?? cell) }));
}

type Cells = ReadonlyMap<string, string>;

/** What each id of a sheet stands for. */
function tableOf(book: Workbook, name: string, meaning: (cells: Cells) => string | undefined): ReadonlyMap<string, string> {
  const sheet = book.sheets.find((other) => foldName(other.name) === name);
  const part = sheet?.member.read();
  if (part?.ok !== true) return new Map();
  const [header, ...rows] = finished(readSheet(part.value.bytes, book));
  const names = header?.cells.map(foldName) ?? [];
  return new Map(
    rows.flatMap(({ cells }) => {
      const row: Cells = new Map(names.map((column, index) => [column, (cells[index] ?? '').trim()]));
      const id = row.get('id') ?? '';
      const text = meaning(row);
      return id === '' || text === undefined ? [] : [[id, text] as const];
    }),
  );
}

/** The last step of the path by which an association is filtered, or its title. */
function nameOfAssociation(cells: Cells): string | undefined {
  const steps = [...cells].filter(([column, text]) => column.startsWith('filter path') && text !== '').map(([, text]) => text);
  return steps.at(-1) ?? filled(cells.get('title'));
}

function addressOfSource(cells: Cells): string | undefined {
  const paths = [...cells].filter(([column]) => column.startsWith('path')).map(([, text]) => text);
  return paths.find((path) => /^https?:/i.test(path)) ?? filled(cells.get('title'));
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);
