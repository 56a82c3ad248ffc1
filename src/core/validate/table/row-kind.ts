import { foldName } from '../../formats/field-names.ts';
import type { NotEventKind } from '../../model/account.ts';
import type { Mapping } from '../../formats/fields.ts';
import { isAbsent } from './cell-texts.ts';

/** Tells rows that are no events from those that are; `undefined` for a row that should be an event. */
export type RowKindOf = (cells: readonly string[]) => NotEventKind | undefined;

/** Fewest cells that rows usually fill where a row of one cell is a heading. */
const USUALLY_FILLED = 3;

/** What a first cell has to mean for a row of nothing else to be an event. */
const ALONE: ReadonlySet<string> = new Set(['title', 'description', 'displayDate', 'id']);

/** What stands before the sum of other rows. */
const TOTALS: ReadonlySet<string> = new Set(
  [
    'total', 'totals', 'grand total', 'subtotal', 'sub total', 'sum', 'toplam', 'genel toplam', 'مجموع', 'جمع', 'جمع کل', 'المجموع', 'الإجمالي',
    'total général', 'somme', 'summe', 'gesamt', 'gesamtsumme', 'insgesamt', 'total general', 'suma', 'soma', 'totale', 'totaal', 'итого', 'всего',
    'razem', 'summa', 'yhteensä', '合計', '总计', '合计', '總計', '합계',
  ].map(foldName),
);

/** Columns that a sum of other rows leaves empty, or has its word in. */
const OF_EVENTS: ReadonlySet<string> = new Set(['title', 'start', 'year', 'displayDate', 'latitude', 'longitude']);

/**
 * Makes a teller of rows. A heading is a row whose first cell alone is filled where rows usually fill several, unless that cell is a title, a
 * text or an id – or a date, which `isDate` tells. `units`: the row below the header that says in what the columns are measured, if there is one.
 */
export function rowKinds(
  header: readonly string[],
  mapping: Mapping,
  rows: readonly (readonly string[])[],
  isDate: (text: string) => boolean,
  units?: readonly string[],
): RowKindOf {
  const folded = header.map((name) => foldName(name.replace(/ \(\d+\)$/, '')));
  const leading = (header[0] ?? '').replace(/ \(\d+\)$/, '').length;
  const fills = rows.map(filledIn).sort((a, b) => a - b);
  const usual = fills[Math.floor(fills.length / 2)] ?? 0;
  const eventColumns = [...mapping.keys()].filter((column) => OF_EVENTS.has(mapping[column] ?? ''));
  return (cells) => {
    const filled = filledIn(cells);
    if (filled === 0) return 'blank';
    const first = cells[0]?.trim() ?? '';
    if (isRule(cells)) return 'comment';
    if (isTotal(cells, eventColumns)) return 'total';
    if (units !== undefined && cells.every((cell, column) => cell === units[column])) return 'header';
    if (filled > 1 && first.length === leading && isHeaderRow(cells, folded)) return 'header';
    if (filled > 1) return (first === '' || first.startsWith('#')) && isHashtags(cells) ? 'hashtags' : undefined;
    if (first === '' || usual < USUALLY_FILLED || isDate(first)) return undefined;
    return /^(?:#|\/\/)/.test(first) || !ALONE.has(mapping[0] ?? '') ? 'comment' : undefined;
  };
}

/** Whether a row is the line that Markdown draws below the header of a table: https://github.github.com/gfm/#tables-extension-. */
const isRule = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^[ :]*-/.test(first) && cells.every((cell) => /^\s*(?::?-{3,}:?)?\s*$/.test(cell.slice(0, 200)));
};

/** The word by which a row says that it sums others up, if it begins with one. */
function totalIn(cells: readonly string[]): string | undefined {
  const word = cells.find((cell) => cell.trim() !== '') ?? '';
  return word.length > 20 || !TOTALS.has(foldName(word)) ? undefined : word;
}

function isTotal(cells: readonly string[], eventColumns: readonly number[]): boolean {
  const word = totalIn(cells);
  return word !== undefined && eventColumns.every((column) => cells[column] === word || (cells[column] ?? '').trim() === '');
}

/** Longest words for what is measured. */
const LONGEST_UNIT = 24;

/** What is a number, a date or a time of day, and no word for a unit. */
const VALUE = /^[-+−]?\p{Nd}|^[-+−]?[.,]\p{Nd}/u;

/**
 * Whether the first of some rows says in what the columns are measured, as in `UTC,degrees_north,degrees_east,km`: it has words in several of the
 * columns in which all others have numbers or dates, and nothing else.
 */
export function isUnits([first = [], ...others]: readonly (readonly string[])[]): boolean {
  const rest = others.filter((row) => totalIn(row) === undefined);
  if (rest.length < 2 || first.some((cell) => cell.length > LONGEST_UNIT)) return false;
  let words = 0;
  for (const [column, cell] of first.entries()) {
    const text = cell.trim();
    const values = rest.map((row) => row[column]?.trim() ?? '').filter((value) => !isAbsent(value));
    if (isAbsent(text) || values.length === 0) continue;
    if (VALUE.test(text) || !values.every((value) => VALUE.test(value))) return false;
    words += 1;
  }
  return words > 1;
}

/** How many cells are more than white space. */
function filledIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') count += 1;
  return count;
}

const isHeaderRow = (cells: readonly string[], folded: readonly string[]): boolean =>
  cells.every((cell, column) => foldName(cell) === (folded[column] ?? ''));

/** Whether a row holds the hashtags of the Humanitarian Exchange Language, as in `#date+start`: https://hxlstandard.org/. */
export function isHashtags(cells: readonly string[]): boolean {
  let count = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (!/^#[a-z][a-z0-9_]*(?:\s*[+#][a-z][a-z0-9_]*)*$/i.test(text.slice(0, 100))) return false;
    count += 1;
  }
  return count > 0;
}
