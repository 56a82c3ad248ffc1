import type { Dialect } from './cut-rows.ts';

/** A row whose quotation is more than usual. */
export interface RareRow {
  /** Where its cells begin and end, as in `CutRows`. */
  readonly starts: readonly number[];
  readonly stops: readonly number[];
  /** Where its line end stands, or the end of the file. */
  readonly next: number;
  /** How many line ends stand in its cells. */
  readonly crossed: number;
  /** How many lines were looked through for what closes a cell; 0 where all are closed. */
  readonly lost: number;
}

const [LINE_FEED, RETURN, SPACE, TAB, QUOTE, BACKSLASH] = [0x0a, 0x0d, 0x20, 0x09, 0x22, 0x5c] as const;

/** So many bytes of a cell are looked at one by one, before its end is searched for in larger steps: most cells are shorter. */
const SHORT = 40;

/** A quoted cell longer than this, in bytes, is one that nothing closes. */
export const LONGEST_CELL = 2 ** 24;

/** How many bytes may be looked through in vain for what closes a quoted cell, beside as many as the file has. */
const IN_VAIN = 2 ** 24;

/**
 * Reads rows by all rules of quotation, as `rowCutter` states them, each by where it begins. What is before `from` and behind `length` does not belong to the
 * table.
 */
export function rareRows(bytes: Uint8Array, { delimiter, backslash }: Dialect, from: number, length: number): (begin: number) => RareRow {
  const ends = new Uint8Array(256);
  ends[delimiter] = ends[LINE_FEED] = ends[RETURN] = 1;
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

  return (begin) => {
    const [starts, stops]: [number[], number[]] = [[], []];
    crossed = 0;
    lost = 0;
    let position = begin;
    for (;;) {
      const open = bytes[position] === SPACE ? afterBlanks(position) : position;
      position = open < length && bytes[open] === QUOTE ? quotedCell(position, open) : plainCell(position, cellEnd(open));
      starts.push(cellStart);
      stops.push(cellStop);
      if (position >= length || bytes[position] !== delimiter) return { starts, stops, next: position, crossed, lost };
      position += 1;
    }
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
