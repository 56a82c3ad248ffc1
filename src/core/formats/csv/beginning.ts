import type { Entry } from '../entry.ts';
import type { Layout } from '../format.ts';
import { layoutOf } from '../layouts/index.ts';
import type { RowBlock } from '../table.ts';
import { tableTop } from '../table-top.ts';
import { rowCutter, type Dialect } from './cut-rows.ts';
import { rowBlock } from './row-block.ts';

type NotEvent = Extract<Entry, { readonly kind: 'not-event' }>;

/** What stands at the beginning of a table, before its rows. */
export interface Beginning {
  /** Names of all columns: those of the file, or of its layout, or made up. */
  readonly header: readonly string[];
  readonly headerLine: number | undefined;
  readonly layout: Layout | undefined;
  /** Lines above the header. */
  readonly before: readonly NotEvent[];
  /** Position of the first row, and the line that it is on. */
  readonly start: number;
  readonly line: number;
}

/** How many rows are looked at. */
const ROWS = 120;

/** Finds the header of a table, if it has one: what stands above it, what its columns are called, and where the rows begin. `stated`: see `Sniffed`. */
export function tableBeginning(bytes: Uint8Array, dialect: Dialect, stated: number): Beginning {
  const firstLine = stated === 0 ? 1 : 2;
  const setting: readonly NotEvent[] = stated === 0 ? [] : [{ kind: 'not-event', line: 1, what: 'setting' }];
  const cut = rowCutter(bytes, dialect, stated, firstLine)(ROWS);
  if (cut === undefined) return { header: [], headerLine: undefined, layout: undefined, before: setting, start: stated, line: firstLine };
  const block = rowBlock(bytes, cut, dialect);
  const rows = rowsOf(block);
  const { before, hasHeader, header } = tableTop(rows);
  const top = before.length;
  const layout = layoutOf(rows[top] ?? [], rows.slice(top + 1));
  const skipped = hasHeader ? top + 1 : top;
  const passed = skipped === 0 ? undefined : rowCutter(bytes, dialect, stated, firstLine)(skipped);
  return {
    header: (hasHeader ? undefined : layout?.header?.(header.length)) ?? header,
    headerLine: hasHeader ? block.line(top) : undefined,
    layout,
    before: [...setting, ...before.map((what, row): NotEvent => ({ kind: 'not-event', line: block.line(row), what }))],
    start: passed?.next ?? stated,
    line: passed?.nextLine ?? firstLine,
  };
}

const rowsOf = ({ count, width, text }: RowBlock): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: width(row) }, (_, column) => text(row, column)));
