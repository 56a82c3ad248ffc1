import { encodeUtf8 } from '../../base/utf8.ts';
import { rowCutter, type CutRows, type Dialect } from './cut-rows.ts';
import { rowBlock } from './row-block.ts';

/** What stands between the cells of the tables that programs write, the most usual first. */
const DELIMITERS = [',', ';', '\t', '|', ':'] as const;

/** How much is to be said for a sign from the beginning: a colon stands in every time of day. */
const USUAL: Readonly<Record<(typeof DELIMITERS)[number], number>> = { ',': 1, ';': 1, '\t': 1, '|': 0.95, ':': 0.5 };

/** How many rows are looked at. */
const ROWS = 200;

/** A delimiter, and how well the rows speak for it: from 0 to 1. */
export interface Sniffed {
  readonly dialect: Dialect;
  /** Length of the line at the beginning by which some programs state the delimiter, such as `sep=;`; 0 without one. */
  readonly stated: number;
  readonly certainty: number;
}

/**
 * Finds out what stands between the cells of a table from its beginning: the sign that all rows hold equally often outside quotation marks.
 * `isWhole`: nothing of the file follows. `told` is what a person says.
 */
export function sniffDelimiter(head: Uint8Array, isWhole: boolean, told?: string): Sniffed {
  const backslash = escapesByBackslash(head);
  const stated = statedDelimiter(head);
  const said = told ?? stated?.delimiter;
  if (said !== undefined && said.length === 1 && said.charCodeAt(0) < 0x80) {
    return { dialect: { delimiter: said.charCodeAt(0), backslash }, stated: stated?.length ?? 0, certainty: 1 };
  }
  const candidates = DELIMITERS.map((sign) => {
    const dialect = { delimiter: sign.charCodeAt(0), backslash };
    return { dialect, stated: 0, certainty: USUAL[sign] * evenness(head, dialect, isWhole) };
  });
  return candidates.reduce((best, candidate) => (candidate.certainty > best.certainty ? candidate : best));
}

/** The first rows of a text that may be a table; its lines as rows of one cell where nothing divides them alike. */
export function sampleRows(text: string): readonly (readonly string[])[] {
  const head = encodeUtf8(text);
  const { dialect, stated, certainty } = sniffDelimiter(head, true);
  if (certainty === 0) return text.split(/\r\n|\r|\n/, ROWS).map((line) => [line]);
  const rows = rowCutter(head, dialect, stated)(ROWS);
  if (rows === undefined) return [];
  const { count, width, text: cell } = rowBlock(head, rows, dialect);
  return Array.from({ length: count }, (_, row) => Array.from({ length: width(row) }, (_, column) => cell(row, column)));
}

/** `sep=;` in a line of its own is how spreadsheet programs are told. */
function statedDelimiter(head: Uint8Array): { readonly delimiter: string; readonly length: number } | undefined {
  const line = String.fromCharCode(...head.subarray(0, 12));
  const match = /^"?sep=(?<sign>[^"\r\n])"?(?:\r\n|\r|\n)/i.exec(line);
  const sign = match?.groups?.['sign'];
  return match === null || sign === undefined ? undefined : { delimiter: sign, length: match[0].length };
}

const [TAB, QUOTE, NUMBER_SIGN, BACKSLASH] = [0x09, 0x22, 0x23, 0x5c];

/** Whether quotation marks within cells have a backslash before them, and are never doubled. */
function escapesByBackslash(head: Uint8Array): boolean {
  let escaped = false;
  for (let at = head.indexOf(QUOTE); at >= 0; at = head.indexOf(QUOTE, at + 1)) {
    const before = head[at - 1];
    const after = head[at + 1];
    if (before === BACKSLASH && after !== undefined && isWordByte(after)) escaped = true;
    if (before !== undefined && after === QUOTE && isWordByte(before)) {
      const next = head[at + 2];
      if (next !== undefined && isWordByte(next)) return false;
    }
  }
  return escaped;
}

const isWordByte = (byte: number): boolean => byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x20;

/** Text whose rows differ more than this, on average, is no table: prose has commas, too. */
const MOST_STRAYS = 0.45;

/** How evenly a sign divides the rows: 0 not at all, 1 all into the same number of cells. Rows of one cell speak against it. */
function evenness(head: Uint8Array, dialect: Dialect, isWhole: boolean): number {
  const cut = rowCutter(head, dialect)(ROWS);
  if (cut === undefined) return 0;
  const all = widthsOf(head, cut, isWhole || cut.next < head.length);
  const usual = mostFrequent(all.map(({ width }) => width));
  if (usual < 2) return 0;
  const widths = bodyOf(all, usual);
  const strays = widths.reduce((sum, width) => sum + (width === 1 ? 1 : Math.min(Math.abs(width - usual) / usual, 1)), 0) / widths.length;
  if (strays > MOST_STRAYS) return 0;
  const headed = all[0]?.width === usual ? 1 : all.some(({ width }) => width === 1) ? 0.9 : 0.8;
  // No number has a tab in it.
  const parting = dialect.delimiter === TAB ? 1 : 1 - withinNumbers(head, dialect.delimiter) / 2;
  // Of signs that divide alike, the one that divides into more cells.
  return Math.max(1 - strays, 0) * headed * parting * (1 - 0.1 / usual);
}

/** How many cells a row has, and whether it begins as a comment does. */
interface RowWidth {
  readonly width: number;
  readonly isComment: boolean;
}

/** Numbers of cells of the rows that have any. The last row may be cut off. */
function widthsOf(head: Uint8Array, { count, firstCell, start }: CutRows, isWhole: boolean): readonly RowWidth[] {
  const widths = Array.from({ length: count }, (_, row): RowWidth => {
    const first = firstCell[row] as number;
    return { width: (firstCell[row + 1] as number) - first, isComment: head[start[first] ?? -1] === NUMBER_SIGN };
  });
  return (isWhole || count === 1 ? widths : widths.slice(0, -1)).filter(({ width }) => width > 0);
}

/** Fewest rows of a table below whatever stands above it. */
const FEWEST_ROWS = 3;

/** The widths of the rows of a table, without comments and without what stands above its first row. */
function bodyOf(all: readonly RowWidth[], usual: number): readonly number[] {
  const widths = all.filter(({ width, isComment }) => !isComment || width === usual).map(({ width }) => width);
  return widths.filter((width) => width === usual).length < FEWEST_ROWS ? widths : widths.slice(widths.indexOf(usual));
}

/** The most frequent number, the greatest of equals. A single cell in a row is no table, where others have more. */
function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + (width === 1 ? 0.5 : 1));
  let [best, most] = [0, 0];
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) [best, most] = [width, count];
  }
  return best;
}

/** The share of a sign's places at which digits stand on both sides of it, as in decimal numbers and times. */
function withinNumbers(head: Uint8Array, sign: number): number {
  let [all, within] = [0, 0];
  for (let at = head.indexOf(sign); at >= 0; at = head.indexOf(sign, at + 1)) {
    all += 1;
    if (isDigit(head[at - 1]) && isDigit(head[at + 1])) within += 1;
  }
  return all === 0 ? 0 : within / all;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
