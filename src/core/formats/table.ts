import type { Entry, Finding } from './entry.ts';

/** Some rows of a table, one after the other, by position from 0. */
export interface RowBlock {
  readonly count: number;
  /** Line of the file on which a row begins, from 1. */
  readonly line: (row: number) => number;
  /** Number of cells of a row; 0 for a blank line. */
  readonly width: (row: number) => number;
  /** A cell as it stands, without its quotes; empty beyond the last. */
  readonly text: (row: number, column: number) => string;
  /** Where all cells stand in UTF-8, where the table is held that way. */
  readonly cells?: ByteCells;
  /** What is to be told of a row because of how it is written, such as a quotation mark that nothing closes. */
  readonly findings?: (row: number) => readonly Finding[];
  /** Why a row cannot be read at all: it then has no cells, and `text` gives it as it stands. */
  readonly fault?: (row: number) => Finding | undefined;
  /** How far into the table the rows reach, from 0 to 1. */
  readonly share: number;
}

/** The cells of some rows as stretches of bytes, one after the other. */
export interface ByteCells {
  readonly bytes: Uint8Array;
  /** Where the first cell of a row stands among the cells; one more than there are rows. */
  readonly firstCell: Int32Array;
  readonly start: Int32Array;
  /** Where a cell ends; the complement of it, so a number below zero, where marks within the cell stand for others. */
  readonly end: Int32Array;
  /** How quotation marks stand in such cells: each doubled, or some behind a backslash. */
  readonly quoting: 'doubled' | 'backslash';
  /** The byte between cells. */
  readonly delimiter: number;
}

/** Rows under columns, before anything in them is understood. */
export interface Table {
  /** Names of the columns as they stand in the file; made up where the file has none. */
  readonly header: readonly string[];
  /** Line of the file on which the header stands; `undefined` where there is none. */
  readonly headerLine: number | undefined;
  /** What stands above the header and is no event: title lines, comments, settings. */
  readonly before?: readonly Extract<Entry, { readonly kind: 'not-event' }>[];
  /** What stands between cells; `undefined` where cells are stored one by one. */
  readonly delimiter: string | undefined;
  /** Name of the sheet, and of the others that the file has. */
  readonly sheet: string | undefined;
  readonly sheets: readonly string[];
  /** All rows but the header, anew at each call: nothing of a large table is held but its bytes. */
  readonly blocks: () => Iterable<RowBlock>;
}
