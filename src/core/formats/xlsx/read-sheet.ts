import type { Steps } from '../../base/steps.ts';
import { localNameOf, readXml } from '../xml/read-xml.ts';
import { dateText } from './date-format.ts';
import { unescaped, type Workbook } from './workbook.ts';

/** A row of a sheet that is not empty. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly line: number;
  /** What its cells say, from the first column on; dates as ISO 8601. */
  readonly cells: readonly string[];
}

/** Columns beyond this one are not in any sheet. Source: ECMA-376, the last is XFD. */
const MOST_COLUMNS = 16_384;

/** Most empty cells before others that are held of a sheet: those of real ones are far fewer, and a made one could fill the memory with them. */
const MOST_GAPS = 2 ** 24;

/**
 * Reads the rows of a sheet that are not empty, `most` at the most: texts, numbers, dates as exactly as their format shows them, what formulas
 * came to when the workbook was saved, and nothing for errors. Of cells that are merged over several rows each has the text; over several columns
 * the first. Yields how far it has come, from 0 to 1.
 */
export function* readSheet(bytes: Uint8Array, book: Workbook, most = Infinity): Steps<number, readonly SheetRow[]> {
  const rows: { readonly line: number; readonly cells: string[] }[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = 'n';
  let style = 0;
  let value = '';
  let phonetic = 0;
  let isValue = false;
  let gaps = 0;
  const merged: string[] = [];

  const steps = readXml(bytes, {
    open: (name, attributes) => {
      const local = localNameOf(name);
      isValue = (local === 'v' || local === 't') && phonetic === 0;
      if (local === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1;
        kind = attributes.get('t') ?? 'n';
        style = Number(attributes.get('s') ?? 0);
        value = '';
      } else if (local === 'row') {
        line = rowOf(attributes.get('r')) ?? line + 1;
        cells = [];
        column = -1;
      } else if (local === 'rPh') {
        phonetic += 1;
      } else if (local === 'mergeCell' && merged.length < MOST_MERGED) {
        merged.push(attributes.get('ref') ?? '');
      }
    },
    text: (piece) => {
      if (isValue) value += piece;
    },
    close: (name) => {
      const local = localNameOf(name);
      isValue = false;
      if (local === 'c') {
        const text = textOf(value, kind, style, book);
        gaps += Math.max(0, column - cells.length);
        if (text !== '' && column < MOST_COLUMNS && gaps < MOST_GAPS) {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
      } else if (local === 'row') {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        cells = [];
      } else if (local === 'rPh') {
        phonetic -= 1;
      }
    },
  });
  for (let step = steps.next(); step.done !== true && rows.length < most; step = steps.next()) yield step.value;
  spread(rows, merged, MOST_GAPS - gaps);
  return rows.length > most ? rows.slice(0, most) : rows;
}

/** Most stretches of merged cells that are looked at, and most rows that one of them may have. */
const [MOST_MERGED, MOST_SPREAD] = [2 ** 16, 2 ** 12] as const;

/**
 * Gives cells that are merged with one above them its text, as long as no more than so many empty cells are to be held before them; `merged` are references
 * such as `A2:A5`.
 */
function spread(rows: readonly { readonly line: number; readonly cells: string[] }[], merged: readonly string[], mostGaps: number): void {
  let left = mostGaps;
  const byLine = new Map(merged.length === 0 ? [] : rows.map(({ line, cells }) => [line, cells] as const));
  for (const reference of merged) {
    const [, from = '', first = '', to = '', last = ''] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
    const column = columnOf(from);
    const text = column === undefined || from !== to ? '' : (byLine.get(Number(first))?.[column] ?? '');
    if (column === undefined || text === '' || Number(last) - Number(first) > MOST_SPREAD) continue;
    for (let line = Number(first) + 1; line <= Number(last); line += 1) {
      const cells = byLine.get(line);
      if (cells === undefined || (cells[column] ?? '') !== '') continue;
      left -= Math.max(0, column - cells.length);
      if (left < 0) return;
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
  }
}

/** The number of a row, if it is one. */
function rowOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number > 0 ? number : undefined;
}

/** The position of a column from a reference such as `AB12`, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const digit = (reference.charCodeAt(at) | 0x20) - 0x60;
    if (digit < 1 || digit > 26) break;
    column = 26 * column + digit;
  }
  return column === 0 ? undefined : column - 1;
}

/** The text of a cell by its type. Source: ECMA-376 part 1, 18.18.11 (ST_CellType). */
function textOf(value: string, kind: string, style: number, book: Workbook): string {
  switch (kind) {
    case 's':
      return book.texts[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '' ? '' : value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return value.trim().replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    default:
      return numberText(value.trim(), style, book);
  }
}

/** As many digits of a number as spreadsheets show: those beyond them come of counting by twos. */
const DIGITS = 15;

function numberText(value: string, style: number, { shown, system }: Workbook): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const date = shown[style];
  const text = date === undefined ? undefined : dateText(number, date, system);
  return text?.ok === true ? text.value : String(Number(number.toPrecision(DIGITS)));
}
