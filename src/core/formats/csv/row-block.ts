import { decodeUtf8 } from '../../base/utf8.ts';
import type { Finding } from '../entry.ts';
import type { RowBlock } from '../table.ts';
import type { CutRows, Dialect } from './cut-rows.ts';

/**
 * Rows of a file as a block of a table. No text is made of a cell before it is asked for. Empty cells beyond as many as there are `columns` are not
 * counted: some programs write a delimiter behind the last cell.
 */
export function rowBlock(bytes: Uint8Array, rows: CutRows, { delimiter, backslash }: Dialect, columns = Infinity): RowBlock {
  const { firstCell, start, end } = rows;
  const unescaped = backslash ? withoutBackslashes : withoutDoubledQuotes;
  const rowTexts = rowTextsOf(bytes, rows);
  const cellAt = (row: number, column: number): number | undefined => {
    const cell = (firstCell[row] as number) + column;
    return cell < (firstCell[row + 1] as number) ? cell : undefined;
  };
  return {
    count: rows.count,
    line: (row) => rows.line[row] as number,
    width: (row) => {
      const first = firstCell[row] as number;
      let width = (firstCell[row + 1] as number) - first;
      while (width > columns && start[first + width - 1] === end[first + width - 1]) width -= 1;
      return width;
    },
    text: (row, column) => {
      const cell = cellAt(row, column);
      if (cell === undefined) return '';
      const from = start[cell] as number;
      const to = end[cell] as number;
      return to < 0 ? unescaped(rowTexts(row, from, ~to)) : rowTexts(row, from, to);
    },
    cells: { bytes, firstCell, start, end, quoting: backslash ? 'backslash' : 'doubled', delimiter },
    findings: (row) => {
      const lines = rows.unclosed.get(row);
      return lines === undefined ? NONE : [{ code: 'row-unclosed', parameters: { lines } }];
    },
    share: rows.next / Math.max(bytes.length, 1),
  };
}

const NONE: readonly Finding[] = [];

const withoutDoubledQuotes = (text: string): string => text.replaceAll('""', '"');

const withoutBackslashes = (text: string): string => text.replace(/\\(["\\])|""/g, (_, sign: string | undefined) => sign ?? '"');

/**
 * The texts of stretches of rows. A row is decoded once, as a whole, when its first cell is asked for: in most rows each byte is one unit of text, and cells are
 * parts of it. Where letters take several bytes, a stretch is decoded by itself.
 */
function rowTextsOf(bytes: Uint8Array, { firstCell, start, end }: CutRows): (row: number, from: number, to: number) => string {
  let decoded = -1;
  let origin = 0;
  let text = '';
  let isPlain = false;
  const decodeRow = (row: number): void => {
    const [first, last] = [firstCell[row] as number, (firstCell[row + 1] as number) - 1];
    const stop = end[last] as number;
    origin = start[first] as number;
    const stretch = bytes.subarray(origin, stop < 0 ? ~stop : stop);
    text = decodeUtf8(stretch);
    // Decoding never makes more units than there are bytes; of as many, each is one byte.
    isPlain = text.length === stretch.length;
    decoded = row;
  };
  return (row, from, to) => {
    if (from === to) return '';
    if (row !== decoded) decodeRow(row);
    return isPlain ? text.slice(from - origin, to - origin) : decodeUtf8(bytes.subarray(from, to));
  };
}
