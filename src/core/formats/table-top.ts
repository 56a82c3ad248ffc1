import type { NotEventKind } from '../model/account.ts';
import { fieldsNamed } from './field-names.ts';

/** How a table begins. */
export interface TableTop {
  /** What stands above it: one entry for each of the first rows. */
  readonly before: readonly NotEventKind[];
  /** Whether the next row holds the names of the columns. */
  readonly hasHeader: boolean;
  /** Names of all columns, made up where the file has none. */
  readonly header: readonly string[];
}

/** Most lines above a header. */
const MOST_BEFORE = 40;

/** Finds out where a table begins among its first rows, and whether with a header. */
export function tableTop(rows: readonly (readonly string[])[]): TableTop {
  const usual = usualWidth(rows);
  const above = topOf(rows, usual);
  const isGrouped = isGroupRow(rows.slice(above));
  const top = isGrouped ? above + 1 : above;
  const [first = [], ...rest] = rows.slice(top);
  const hasHeader = isGrouped || isHeader(first, rest);
  const width = Math.max(usual, hasHeader ? widthOf(first) : 0);
  return {
    before: rows.slice(0, top).map((row, index) => (index === above ? 'header' : isBlank(row) ? 'blank' : 'comment')),
    hasHeader,
    header: Array.from({ length: width }, (_, column) => (hasHeader ? nameOf(first[column]) : undefined) ?? `Column ${column + 1}`),
  };
}

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

/** How many rows stand above the table: blank ones, comments, and those of so few cells that they are no part of it. */
function topOf(rows: readonly (readonly string[])[], usual: number): number {
  const fullest = rows.findIndex((row) => filledIn(row) * 3 >= usual * 2);
  if (fullest < 0) return 0;
  const top = rows
    .slice(0, MOST_BEFORE)
    .findIndex((row, index) => !isBlank(row) && !isComment(rows, index, usual) && !(index < fullest && isAside(row, usual)));
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

/**
 * Whether the first row names groups of columns, and the second the columns: it leaves cells empty that the second fills with words, and the
 * second has more of the names that columns usually have.
 */
function isGroupRow([first = [], second = [], ...rest]: readonly (readonly string[])[]): boolean {
  const isWords = (row: readonly string[]): boolean => row.every((cell) => ['empty', 'text'].includes(lookOf(cell)) && cell.length <= LONGEST_VALUE);
  if (rest.length === 0 || filledIn(first) >= filledIn(second) || !isWords(first) || !isWords(second)) return false;
  const named = (row: readonly string[]): number => row.filter((cell) => isFilled(cell) && fieldsNamed(cell).length > 0).length;
  return named(second) > named(first) && named(second) * 2 >= filledIn(second) && isHeader(second, rest);
}

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
  // Tables that were joined repeat their header.
  const rows = rest.filter((row) => !isBlank(row) && !row.every((cell, column) => cell === first[column]));
  let [against, named, typed, difference] = [0, 0, 0, 0];
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
