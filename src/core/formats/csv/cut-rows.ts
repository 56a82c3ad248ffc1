import { LONGEST_CELL, rareRows } from './rare-rows.ts';

/** How the cells of a file are told apart. */
export interface Dialect {
  /** The byte between cells; a sign of ASCII. */
  readonly delimiter: number;
  /** Whether a backslash takes a quotation mark within a quoted cell for text, as some databases write it; elsewhere it is doubled. */
  readonly backslash: boolean;
}

/** Some rows as positions in the bytes of their file: cells one after the other, rows as stretches of them. */
export interface CutRows {
  readonly count: number;
  /** Where the first cell of a row stands among the cells; one more than there are rows. A blank line has no cells. */
  readonly firstCell: Int32Array;
  /** Line of the file on which a row begins, from 1. */
  readonly line: Int32Array;
  readonly start: Int32Array;
  /** Where a cell ends; the complement of it, so a number below zero, where marks within the cell stand for others. */
  readonly end: Int32Array;
  /** Rows in which a quotation mark is taken for text because nothing closes it, each with the number of lines that were looked through. */
  readonly unclosed: ReadonlyMap<number, number>;
  /** Position after the rows, and the line that it is on. */
  readonly next: number;
  readonly nextLine: number;
}

/** Cuts a file into rows, some at a time; `undefined` after the last. */
export type RowCutter = (most: number) => CutRows | undefined;

const [LINE_FEED, RETURN, SPACE, TAB, QUOTE, END_OF_FILE] = [0x0a, 0x0d, 0x20, 0x09, 0x22, 0x1a] as const;

/** How many cells a row is given room for at first. */
const CELLS_A_ROW = 12;

/** After so many bytes rows are handed over, however few they are. */
const BLOCK_LENGTH = 2 ** 20;

/** What a byte does: nothing, it parts cells, ends a line, or begins or ends a quotation. */
const [NOTHING, BETWEEN, LINE_END, MARK] = [0, 1, 2, 3] as const;

/** Whether the first byte of a number in memory is the least of it, as on all machines that browsers run on. */
const IS_FIRST_LEAST = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** A byte, four times. */
const each = (byte: number): number => Math.imul(byte, 0x01010101);

/**
 * Cuts UTF-8 bytes into rows and cells from a position on that stands on a given line. Lines end with a line feed, a return or both, mixed as they
 * come. A cell in double quotes may hold the delimiter and line ends, and a quotation mark doubled. What programs write beside that (RFC 4180) is read so:
 * a quotation mark within a cell that has none at its beginning is text; text behind a closed quotation belongs to the cell, which
 * is taken as it stands; a mark within a quoted cell that neither ends it nor is doubled is text, if one that ends it follows on the line; and
 * a quoted cell that nothing closes before another one opens, or at all, is taken as it stands up to the next delimiter, so that it swallows no row.
 */
export function rowCutter(bytes: Uint8Array, dialect: Dialect, from = 0, firstLine = 1): RowCutter {
  const { delimiter, backslash } = dialect;
  const length = bytes[bytes.length - 1] === END_OF_FILE ? bytes.length - 1 : bytes.length;
  const signs = new Uint8Array(256);
  signs[LINE_FEED] = signs[RETURN] = LINE_END;
  signs[QUOTE] = MARK;
  signs[delimiter] = BETWEEN;
  const rare = rareRows(bytes, dialect, from, length);
  // Four bytes at once, where they lie as the machine wants them, and the first of them is the least.
  const skew = (4 - (bytes.byteOffset % 4)) % 4;
  const words = length < skew + 4 || !IS_FIRST_LEAST ? new Int32Array() : new Int32Array(bytes.buffer, bytes.byteOffset + skew, (length - skew) >> 2);
  const isBlankBetween = (start: number, end: number): boolean => {
    for (let at = start; at < end; at += 1) if (bytes[at] !== SPACE && bytes[at] !== TAB) return false;
    return bytes[start] === SPACE;
  };
  let begun = from;
  let line = firstLine;

  return (most) => {
    if (begun >= length) return undefined;
    const mostRows = Math.min(most, length - begun);
    const firstCell = new Int32Array(mostRows + 1);
    const lines = new Int32Array(mostRows);
    let starts = new Int32Array(CELLS_A_ROW * mostRows);
    let stops = new Int32Array(CELLS_A_ROW * mostRows);
    const unclosed = new Map<number, number>();
    const stop = Math.min(begun + BLOCK_LENGTH, length);
    // What the loop touches at each byte is its own: what functions share is slower to reach.
    const [data, four, size, offset, table] = [bytes, words, length, skew, signs];
    const [betweens, marks, high, low, blanks] = [each(delimiter), each(QUOTE), each(0x80), each(0x7f), each(0x80 - SPACE)];
    const wordCount = four.length;
    const tail = wordCount === 0 ? 0 : offset + 4 * wordCount;
    const [nothing, between, lineEnd, mark] = [NOTHING, BETWEEN, LINE_END, MARK];
    let [row, cell, number, at] = [0, 0, line, begun];
    while (row < mostRows && at < stop) {
      firstCell[row] = cell;
      lines[row] = number;
      number += 1;
      const begin = at;
      let first = at;
      let isOpen = false;
      let isMarked = false;
      let isText = false;
      let isRare = false;
      for (;;) {
        if (at >= offset && at < tail) {
          let word = (at - offset) >> 2;
          // The bytes before `at` do not count.
          let counted = -1 << (((at - offset) & 3) << 3);
          let found = 0;
          for (; word < wordCount; word += 1) {
            const bits = four[word] as number;
            // Of each byte the highest bit of a sum says whether its other bits are as great as a blank's, or are any at all.
            const sums = ((bits & low) + blanks) & (((bits ^ betweens) & low) + low) & (((bits ^ marks) & low) + low);
            found = ~(sums | bits) & high & counted;
            if (found !== 0) break;
            counted = -1;
          }
          at = offset + 4 * word + (found === 0 ? 0 : (31 - Math.clz32(found & -found)) >> 3);
        }
        const sign = at < size ? (table[data[at] as number] as number) : lineEnd;
        if (sign === nothing || (isOpen && sign === between)) {
          at += 1;
          continue;
        }
        if (sign === mark) {
          if (!isOpen) {
            isOpen = at === first && !backslash;
            isRare = (at === first && backslash) || (!isText && isBlankBetween(first, at));
            if (isRare) break;
            isText = !isOpen;
            at += 1;
            if (isOpen) first = at;
            continue;
          }
          // The usual quotation: on one line, with its marks doubled, and a delimiter or a line end behind it.
          const after = at + 1 < size ? (table[data[at + 1] as number] as number) : nothing;
          if (after === mark) {
            isMarked = true;
            at += 2;
            continue;
          }
          isRare = after === nothing || at - first > LONGEST_CELL;
        } else {
          isRare = isOpen;
        }
        if (isRare) break;
        if (sign === lineEnd && at === begin) break;
        if (cell === starts.length) [starts, stops] = [doubled(starts), doubled(stops)];
        starts[cell] = first;
        stops[cell] = isMarked ? ~at : at;
        cell += 1;
        if (isOpen) {
          isOpen = false;
          isMarked = false;
          at += 1;
        }
        isText = false;
        if (at >= size || data[at] !== delimiter) break;
        at += 1;
        first = at;
      }
      if (isRare) {
        const { starts: opens, stops: closes, next, crossed, lost } = rare(begin);
        cell = firstCell[row] as number;
        while (cell + opens.length > starts.length) [starts, stops] = [doubled(starts), doubled(stops)];
        starts.set(opens, cell);
        stops.set(closes, cell);
        cell += opens.length;
        number += crossed;
        if (lost > 0) unclosed.set(row, lost);
        at = next;
      }
      if (at < size) at += data[at] === RETURN && at + 1 < size && data[at + 1] === LINE_FEED ? 2 : 1;
      row += 1;
    }
    firstCell[row] = cell;
    begun = at;
    line = number;
    return { count: row, firstCell, line: lines, start: starts, end: stops, unclosed, next: at, nextLine: number };
  };
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
