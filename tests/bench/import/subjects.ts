import { createRequire } from 'node:module';
import { join } from 'node:path';
import { internBytes, type InternedBytes } from '../../../src/core/base/intern-bytes.ts';
import { numberIn } from '../../../src/core/base/number-in.ts';
import { finished } from '../../../src/core/base/steps.ts';
import { guessEncoding } from '../../../src/core/formats/encoding.ts';
import { rowCutter, type CutRows } from '../../../src/core/formats/csv/cut-rows.ts';
import { sniffDelimiter } from '../../../src/core/formats/csv/delimiter.ts';
import { beginImport } from '../../../src/core/validate/import.ts';
import { emptyDate, plainDates } from '../../../src/core/validate/table/plain-dates.ts';

/** Something that reads the bytes of a table, and tells how many rows it has found. */
export type Subject = (bytes: Uint8Array) => number | Promise<number>;

/** What is measured, by id; `from` is the file that it reads. */
export const SUBJECTS = [
  { id: 'bytes', name: 'limit: a loop over the bytes', from: 'csv' },
  { id: 'json', name: 'JSON.parse', from: 'json' },
  { id: 'd3', name: 'd3-dsv', from: 'csv' },
  { id: 'papaparse', name: 'papaparse', from: 'csv' },
  { id: 'cells', name: 'Dateline: rows to cells', from: 'csv' },
  { id: 'columns', name: 'Dateline: rows to columns', from: 'csv' },
  { id: 'import', name: 'Dateline: the whole import', from: 'csv' },
] as const;

export type SubjectId = (typeof SUBJECTS)[number]['id'];

/** Makes a subject ready. `root` is the folder of the project. Others begin with bytes, as a file gives them, and have their fastest way measured. */
export function subjectOf(id: SubjectId, root: string): Subject {
  const load = createRequire(join(root, 'tests/bench/package.json'));
  switch (id) {
    case 'bytes':
      return loopOverBytes;
    case 'json':
      return (bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as readonly unknown[]).length;
    case 'd3': {
      const { csvParseRows } = load('d3-dsv') as { readonly csvParseRows: (text: string) => readonly unknown[] };
      return (bytes) => csvParseRows(new TextDecoder().decode(bytes)).length - 1;
    }
    case 'papaparse': {
      const papa = load('papaparse') as { readonly parse: (text: string, options: object) => { readonly data: readonly unknown[] } };
      return (bytes) => papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data.length - 1;
    }
    case 'cells':
      return cells;
    case 'columns':
      return columns;
    case 'import':
      return wholeImport;
  }
}

const [LINE_FEED, COMMA, QUOTE] = [0x0a, 0x2c, 0x22] as const;

/** The least that can be done: every byte is looked at once, and told from a delimiter, a quotation mark and a line end. */
function loopOverBytes(bytes: Uint8Array): number {
  const signs = new Uint8Array(256);
  signs[COMMA] = 1;
  signs[QUOTE] = 2;
  signs[LINE_FEED] = 3;
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = signs[bytes[at] as number] as number;
    if (sign !== 0) counts[sign] = (counts[sign] as number) + 1;
  }
  return (counts[3] as number) - 1;
}

const ROWS = 4096;
const HEAD = 256 * 1024;

function cells(bytes: Uint8Array): number {
  guessEncoding(bytes);
  const { dialect } = sniffDelimiter(bytes.subarray(0, HEAD), bytes.length <= HEAD);
  const cut = rowCutter(bytes, dialect);
  let rows = -1;
  for (let block = cut(ROWS); block !== undefined; block = cut(ROWS)) rows += block.count;
  return rows;
}

/** Where the columns stand whose cells stay where they are, and those that become codes: category, status, attribution and place. */
const [SPANS, CODED] = [[0, 1, 10], [4, 5, 6, 7]] as const;
const [START, END, LATITUDE, LONGITUDE] = [2, 3, 8, 9] as const;

/** Some rows in columns: instants and degrees as numbers, recurring words as codes, other texts by where they begin and end. */
interface Columns {
  readonly times: Float64Array;
  readonly positions: Float64Array;
  readonly codes: readonly Uint32Array[];
  readonly spans: readonly Int32Array[];
}

/** Times, positions and codes of recurring words as typed arrays; other texts stay where they are, by where they begin and end. */
function columns(bytes: Uint8Array): number {
  guessEncoding(bytes);
  const { dialect } = sniffDelimiter(bytes.subarray(0, HEAD), bytes.length <= HEAD);
  const cut = rowCutter(bytes, dialect);
  cut(1);
  const interned = CODED.map(() => internBytes());
  const readDate = plainDates({ notation: { kind: 'words' }, habits: {}, days: 'as-written' }, () => undefined);
  const date = emptyDate();
  const blocks: Columns[] = [];
  let rows = 0;
  for (let block = cut(ROWS); block !== undefined; block = cut(ROWS)) {
    const { count, firstCell, start, end } = block;
    const [times, positions] = [new Float64Array(2 * count), new Float64Array(2 * count)];
    const codes = CODED.map(() => new Uint32Array(count));
    const spans = SPANS.map(() => new Int32Array(2 * count));
    for (let row = 0; row < count; row += 1) {
      const first = firstCell[row] as number;
      const isDated = readDate(date, bytes, start[first + START] as number, end[first + START] as number);
      times[2 * row] = isDated ? date.start : NaN;
      const hasEnd = start[first + END] !== end[first + END] && readDate(date, bytes, start[first + END] as number, end[first + END] as number);
      times[2 * row + 1] = isDated || hasEnd ? date.end : NaN;
    }
    for (let row = 0; row < count; row += 1) {
      const first = firstCell[row] as number;
      positions[2 * row] = numberIn(bytes, start[first + LONGITUDE] as number, end[first + LONGITUDE] as number);
      positions[2 * row + 1] = numberIn(bytes, start[first + LATITUDE] as number, end[first + LATITUDE] as number);
    }
    for (const [k, column] of CODED.entries()) code(block, column, bytes, interned[k] as InternedBytes, codes[k] as Uint32Array);
    for (const [k, column] of SPANS.entries()) span(block, column, spans[k] as Int32Array);
    blocks.push({ times, positions, codes, spans });
    rows += count;
  }
  const dated = blocks.reduce((sum, { times }) => sum + times.length / 2, 0);
  if (dated !== rows) throw new Error(`${rows} rows, and times of ${dated}`);
  return rows;
}

function code({ count, firstCell, start, end }: CutRows, column: number, bytes: Uint8Array, interned: InternedBytes, codes: Uint32Array): void {
  for (let row = 0; row < count; row += 1) {
    const cell = (firstCell[row] as number) + column;
    codes[row] = interned.add(bytes, start[cell] as number, end[cell] as number);
  }
}

function span({ count, firstCell, start, end }: CutRows, column: number, spans: Int32Array): void {
  for (let row = 0; row < count; row += 1) {
    const cell = (firstCell[row] as number) + column;
    spans[2 * row] = start[cell] as number;
    spans[2 * row + 1] = end[cell] as number;
  }
}

async function wholeImport(bytes: Uint8Array): Promise<number> {
  const begun = await beginImport(bytes);
  if (!begun.ok) throw new Error(`not read: ${JSON.stringify(begun.error)}`);
  const imported = finished(begun.value.steps());
  if (!imported.ok) throw new Error(`not read: ${JSON.stringify(imported.error)}`);
  return imported.value.account.events;
}
