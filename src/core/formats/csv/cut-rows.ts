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

const [LINE_FEED, RETURN, SPACE, TAB, QUOTE, BACKSLASH, END_OF_FILE] = [0x0a, 0x0d, 0x20, 0x09, 0x22, 0x5c, 0x1a];

/** So many bytes of a cell are looked at one by one, before its end is searched for in larger steps: most cells are shorter. */
const SHORT = 40;

/** A quoted cell longer than this, in bytes, is one that nothing closes. */
const LONGEST_CELL = 2 ** 24;

/** How many bytes may be looked through in vain for what closes a quoted cell, beside as many as the file has. */
const IN_VAIN = 2 ** 24;

/** How many cells a row is given room for at first. */
const CELLS_A_ROW = 12;

/** After so many bytes rows are handed over, however few they are. */
const BLOCK_LENGTH = 2 ** 20;

/**
 * Cuts UTF-8 bytes into rows and cells from a position on that stands on a given line. Lines end with a line feed, a return or both, mixed as they
 * come. A cell in double quotes may hold the delimiter and line ends, and a quotation mark doubled. What programs write beside that (RFC 4180) is read so:
 * a quotation mark within a cell that has none at its beginning is text; text behind a closed quotation belongs to the cell, which
 * is taken as it stands; a mark within a quoted cell that neither ends it nor is doubled is text, if one that ends it follows on the line; and
 * a quoted cell that nothing closes before another one opens, or at all, is taken as it stands up to the next delimiter, so that it swallows no row.
 */
export function rowCutter(bytes: Uint8Array, { delimiter, backslash }: Dialect, from = 0, firstLine = 1): RowCutter {
  const length = bytes[bytes.length - 1] === END_OF_FILE ? bytes.length - 1 : bytes.length;
  const ends = new Uint8Array(256);
  ends[delimiter] = ends[LINE_FEED] = ends[RETURN] = 1;
  let at = from;
  let line = firstLine;
  let mayCrossLines = true;
  let left = length + IN_VAIN;

  const nextDelimiter = finder(bytes, delimiter, length);
  const nextFeed = finder(bytes, LINE_FEED, length);
  const nextReturn = finder(bytes, RETURN, length);
  const lineEnd = (position: number): number => Math.min(nextFeed(position), nextReturn(position));
  /** Where a cell without quotes ends. */
  const cellEnd = (position: number): number => {
    const near = position + SHORT < length ? position + SHORT : length;
    let end = position;
    while (end < near && ends[bytes[end] as number] === 0) end += 1;
    return end < near || end === length ? end : Math.min(nextDelimiter(end), lineEnd(end));
  };
  const linesBetween = (start: number, end: number): number => {
    let count = 0;
    for (let position = lineEnd(start); position < end; position = lineEnd(position + 1)) {
      if (bytes[position] === RETURN && bytes[position + 1] === LINE_FEED && position + 1 < end) position += 1;
      count += 1;
    }
    return count;
  };

  const isBoundary = (position: number): boolean => position < from || position >= length || ends[bytes[position] as number] === 1;
  const isEscaped = (position: number): boolean => {
    let slashes = 0;
    while (bytes[position - 1 - slashes] === BACKSLASH) slashes += 1;
    return slashes % 2 === 1;
  };
  const afterBlanks = (position: number): number => {
    let next = position;
    while (next < length && bytes[next] !== delimiter && (bytes[next] === SPACE || bytes[next] === TAB)) next += 1;
    return next;
  };
  const quoteFrom = (position: number): number => {
    const near = position + SHORT < length ? position + SHORT : length;
    let quote = position;
    while (quote < near && bytes[quote] !== QUOTE) quote += 1;
    if (quote < near) return quote;
    const far = bytes.indexOf(QUOTE, quote);
    return far < 0 ? length : far;
  };
  /** The quotation mark that ends a cell on this line, unless another cell opens before; −1 if none does. */
  const closingOnLine = (position: number): number => {
    const end = lineEnd(position);
    for (let quote = quoteFrom(position); quote < end; quote = quoteFrom(quote + 1)) {
      if (isBoundary(quote - 1)) return -1;
      if (isBoundary(quote + 1)) return quote;
    }
    return -1;
  };

  // The cell just read: from where to where, and how.
  let [cellStart, cellStop, crossed, lost] = [0, 0, 0, 0];
  /** Reads the cell whose quotation mark stands at `open`; tells the position after it. */
  const quotedCell = (first: number, open: number): number => {
    let marked = false;
    let quote = quoteFrom(open + 1);
    for (;;) {
      if (quote >= length || quote - open > LONGEST_CELL) return unclosedCell(first, open, quote);
      const isWithin = lineEnd(open) > quote;
      if (!isWithin && !mayCrossLines) return unclosedCell(first, open, quote);
      if (backslash && isEscaped(quote)) {
        marked = true;
        quote = quoteFrom(quote + 1);
        continue;
      }
      if (bytes[quote + 1] === QUOTE) {
        if (!isWithin && isBoundary(quote - 1) && isBoundary(quote + 2)) return unclosedCell(first, open, quote);
        marked = true;
        quote = quoteFrom(quote + 2);
        continue;
      }
      const after = afterBlanks(quote + 1);
      if (isBoundary(after)) {
        cellStart = open + 1;
        cellStop = marked ? ~quote : quote;
        if (!isWithin) crossed += linesBetween(open, quote);
        return after;
      }
      if (isWithin) {
        const close = closingOnLine(quote + 1);
        if (close < 0) return plainCell(first, cellEnd(after));
        cellStart = open + 1;
        cellStop = ~close;
        return close + 1;
      }
      if (isBoundary(quote - 1)) return unclosedCell(first, open, quote);
      quote = quoteFrom(quote + 1);
    }
  };
  const plainCell = (first: number, end: number): number => {
    cellStart = first;
    cellStop = end;
    return end;
  };
  const unclosedCell = (first: number, open: number, searched: number): number => {
    lost += linesBetween(open, searched) + 1;
    left -= searched - open;
    if (left < 0) mayCrossLines = false;
    return plainCell(first, cellEnd(open + 1));
  };

  return (most) => {
    if (at >= length) return undefined;
    const mostRows = Math.min(most, length - at);
    const firstCell = new Int32Array(mostRows + 1);
    const lines = new Int32Array(mostRows);
    let starts = new Int32Array(CELLS_A_ROW * mostRows);
    let stops = new Int32Array(CELLS_A_ROW * mostRows);
    let room = starts.length;
    const unclosed = new Map<number, number>();
    const stop = Math.min(at + BLOCK_LENGTH, length);
    // What the loop touches at each byte is its own: what functions share is slower to reach.
    const data = bytes;
    const size = length;
    const between = delimiter;
    const [feedSign, returnSign, quoteSign] = [LINE_FEED, RETURN, QUOTE];
    let position = at;
    let row = 0;
    let cell = 0;
    let number = line;
    let [feed, back] = [-1, -1];
    while (row < mostRows && position < stop) {
      firstCell[row] = cell;
      lines[row] = number;
      number += 1;
      let byte = data[position] as number;
      if (byte !== feedSign && byte !== returnSign) {
        for (;;) {
          if (cell === room) {
            [starts, stops] = [doubled(starts), doubled(stops)];
            room = starts.length;
          }
          const first = position;
          const near = first + SHORT < size ? first + SHORT : size;
          let quote = -1;
          if (byte === quoteSign && !backslash) {
            // The usual quoted cell: on one line, nothing in it but text, and a delimiter or line end behind it.
            quote = first + 1;
            while (quote < near && data[quote] !== quoteSign) quote += 1;
            if (quote === near) quote = data.indexOf(quoteSign, near);
            if (feed < first) feed = nextFeed(first);
            if (back < first) back = nextReturn(first);
            const after = data[quote + 1];
            if (quote > feed || quote > back || (after !== between && after !== feedSign && after !== returnSign)) quote = -1;
          }
          if (quote > first) {
            starts[cell] = first + 1;
            stops[cell] = quote;
            position = quote + 1;
          } else if (byte === quoteSign || byte === SPACE) {
            const open = byte === quoteSign ? first : afterBlanks(first);
            crossed = 0;
            lost = 0;
            position = open < size && data[open] === quoteSign ? quotedCell(first, open) : plainCell(first, cellEnd(open));
            starts[cell] = cellStart;
            stops[cell] = cellStop;
            number += crossed;
            if (lost > 0) unclosed.set(row, lost);
          } else {
            starts[cell] = first;
            while (position < near) {
              byte = data[position] as number;
              if (byte === between || byte === feedSign || byte === returnSign) break;
              position += 1;
            }
            if (position === near && position < size) position = Math.min(nextDelimiter(position), lineEnd(position));
            stops[cell] = position;
          }
          cell += 1;
          if (position >= size || data[position] !== between) break;
          position += 1;
          byte = position < size ? (data[position] as number) : feedSign;
        }
      }
      if (position < size) position += data[position] === returnSign && position + 1 < size && data[position + 1] === feedSign ? 2 : 1;
      row += 1;
    }
    firstCell[row] = cell;
    at = position;
    line = number;
    return { count: row, firstCell, line: lines, start: starts, end: stops, unclosed, next: position, nextLine: number };
  };
}

/** Finds the next of a sign from a position on, and remembers it for all positions up to there. The length of the text where there is none. */
function finder(bytes: Uint8Array, sign: number, length: number): (position: number) => number {
  let from = 0;
  let found = -1;
  return (position) => {
    if (position < from || position > found) {
      from = position;
      found = bytes.indexOf(sign, position);
      if (found < 0 || found > length) found = length;
    }
    return found;
  };
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
