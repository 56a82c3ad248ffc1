import type { Entry } from '../entry.ts';
import { fieldsNamed } from '../field-names.ts';
import type { RowBlock } from '../table.ts';
import { rowCutter, type Dialect } from './cut-rows.ts';
import { rowBlock } from './row-block.ts';

type NotEvent = Extract<Entry, { readonly kind: 'not-event' }>;

/** What stands at the beginning of a table, before its rows. */
export interface Beginning {
  /** Names of all columns, made up where the file has none. */
  readonly header: readonly string[];
  readonly headerLine: number | undefined;
  /** Lines above the header. */
  readonly before: readonly NotEvent[];
  /** Position of the first row, and the line that it is on. */
  readonly start: number;
  readonly line: number;
  /** The first rows. */
  readonly rows: readonly (readonly string[])[];
}

/** How many rows are looked at. */
const ROWS = 120;

/** Most lines above a header. */
const MOST_BEFORE = 40;

/** Finds the header of a table, if it has one: what stands above it, what its columns are called, and where the rows begin. */
export function tableBeginning(bytes: Uint8Array, dialect: Dialect, stated: number): Beginning {
  const firstLine = stated === 0 ? 1 : 2;
  const cut = rowCutter(bytes, dialect, stated, firstLine)(ROWS);
  const said: readonly NotEvent[] = stated === 0 ? [] : [{ kind: 'not-event', line: 1, what: 'setting' }];
  if (cut === undefined) return { header: [], headerLine: undefined, before: said, start: stated, line: firstLine, rows: [] };
  const block = rowBlock(bytes, cut, dialect);
  const rows = rowsOf(block);
  const usual = usualWidth(rows);
  const top = topOf(rows, usual);
  const [first = [], ...rest] = rows.slice(top);
  const hasHeader = isHeader(first, rest);
  const before = [...said, ...rows.slice(0, top).map((row, index): NotEvent => ({ kind: 'not-event', line: block.line(index), what: isBlank(row) ? 'blank' : 'comment' }))];
  const skipped = top + (hasHeader ? 1 : 0);
  const passed = skipped === 0 ? undefined : rowCutter(bytes, dialect, stated, firstLine)(skipped);
  const width = Math.max(usual, hasHeader ? widthOf(first) : 0);
  return {
    header: Array.from({ length: width }, (_, column) => (hasHeader ? nameOf(first[column]) : undefined) ?? `Column ${column + 1}`),
    headerLine: hasHeader ? block.line(top) : undefined,
    before,
    start: passed?.next ?? stated,
    line: passed?.nextLine ?? firstLine,
    rows: hasHeader ? rest : [first, ...rest],
  };
}

const rowsOf = ({ count, width, text }: RowBlock): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: width(row) }, (_, column) => text(row, column)));

const isFilled = (cell: string): boolean => cell.trim() !== '';
const filledIn = (row: readonly string[]): number => row.filter(isFilled).length;
const isBlank = (row: readonly string[]): boolean => !row.some(isFilled);
const widthOf = (row: readonly string[]): number => row.findLastIndex(isFilled) + 1;

const nameOf = (cell = ''): string | undefined => (isFilled(cell) ? cell.trim() : undefined);

/** The number of columns of most rows, without those at the end that no row fills. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlank(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 0] = [...counts].sort(([width, count], [otherWidth, otherCount]) => otherCount - count || otherWidth - width)[0] ?? [];
  return Math.min(width, Math.max(0, ...rows.filter((row) => row.length === width).map(widthOf)));
}

/** How many lines stand above the table: blank ones, comments, and those of so few cells that they are no part of it. */
function topOf(rows: readonly (readonly string[])[], usual: number): number {
  const fullest = rows.findIndex((row) => filledIn(row) * 3 >= usual * 2);
  if (fullest < 0) return 0;
  const top = rows.slice(0, MOST_BEFORE).findIndex((row, index) => !isBlank(row) && !isComment(rows, index, usual) && !(index < fullest && isAside(row, usual)));
  return Math.max(top, 0);
}

/** Fewer cells than a row of the table has by far. */
const isAside = (row: readonly string[], usual: number): boolean => (usual < 3 ? row.length < usual : filledIn(row) * 3 <= usual);

/** A line behind a number sign, unless it holds the names of the columns: then it has as many cells as the rows, and no other such line follows. */
function isComment(rows: readonly (readonly string[])[], index: number, usual: number): boolean {
  const row = rows[index] ?? [];
  if (!startsWithSign(row) || row.filter((cell) => cell.trim().startsWith('#')).length > 1) return false;
  return startsWithSign(rows[index + 1] ?? []) || row.length !== usual || usual === 1;
}

const startsWithSign = ([first = '']: readonly string[]): boolean => first.trimStart().startsWith('#');

/** What a cell looks like. */
type Look = 'empty' | 'number' | 'date' | 'address' | 'text';

/** Longer cells are text. */
const LONGEST_VALUE = 40;

function lookOf(cell: string): Look {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (/^(?:https?|mailto):/i.test(text)) return 'address';
  if (text.length > LONGEST_VALUE || !/\p{Nd}/u.test(text)) return 'text';
  if (/^[-+−]?[\p{Nd}.,'\u00a0\u202f]+(?:e[-+]?\p{Nd}+)?\s?%?$/iu.test(text)) return 'number';
  return /^\p{Nd}{1,4}(?:[-/.:]\p{Nd}{1,4}){1,2}(?:[\sT].{0,24})?Z?$/u.test(text) ? 'date' : 'text';
}

/** Share of the values of a column from which on it is of one kind. */
const MOST = 0.8;

/**
 * Whether a row holds the names of the columns: it has words where the rows below have numbers or dates, or names that columns usually have. Numbers and dates
 * where the rows have the same speak against it, but for years over columns of values.
 */
function isHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const rows = rest.filter((row) => !isBlank(row));
  let [against, named, typed] = [0, 0, 0];
  let difference = 0;
  for (const [column, cell] of first.entries()) {
    const look = lookOf(cell);
    const values = rows.map((row) => row[column] ?? '').filter(isFilled);
    const kind = kindOf(values);
    if (look === 'text') {
      if (cell.trim().length <= LONGEST_VALUE && fieldsNamed(cell).length > 0) named += 1;
      if (kind !== undefined) difference += 1;
      if (values.length > 1 && values.includes(cell)) against += 0.5;
    } else if (look !== 'empty') {
      typed += 1;
      if (look === kind && !isYearOverValues(cell, values)) against += 1;
    }
  }
  if (rows.length === 0) return typed === 0 || named > typed;
  const speaksFor = difference + named - 2 * against;
  return speaksFor === 0 ? against === 0 && typed === 0 : speaksFor > 0;
}

/** What most values of a column look like, if they are no words. */
function kindOf(values: readonly string[]): Look | undefined {
  const looks = values.map(lookOf);
  return (['number', 'date', 'address'] as const).find((kind) => looks.length > 0 && looks.filter((look) => look === kind).length >= MOST * looks.length);
}

const isYear = (text: string): boolean => /^[12]\d{3}$/.test(text.trim());

const isYearOverValues = (cell: string, values: readonly string[]): boolean => isYear(cell) && values.filter(isYear).length * 2 < values.length;
