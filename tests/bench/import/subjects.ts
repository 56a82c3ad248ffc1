import { createRequire } from 'node:module';
import { join } from 'node:path';
import { internBytes, type InternedBytes } from '../../../src/core/base/intern-bytes.ts';
import { numberIn } from '../../../src/core/base/number-in.ts';
import { finished } from '../../../src/core/base/steps.ts';
import { guessEncoding } from '../../../src/core/formats/encoding.ts';
import { rowCutter } from '../../../src/core/formats/csv/cut-rows.ts';
import { sniffDelimiter } from '../../../src/core/formats/csv/delimiter.ts';
import { beginImport } from '../../../src/core/validate/import.ts';

/** Something that reads the bytes of a table, and tells how many rows it has found. */
export type Subject = (bytes: Uint8Array) => number | Promise<number>;

/** What is measured, by id; `from` is the file that it reads. */
export const SUBJECTS = [
  { id: 'bytes', name: 'limit: a loop over the bytes', from: 'csv' },
  { id: 'json', name: 'JSON.parse', from: 'json' },
  { id: 'd3', name: 'd3-dsv', from: 'csv' },
  { id: 'papaparse', name: 'papaparse', from: 'csv' },
  { id: 'cells', name: 'Dateline: rows to cells', from: 'csv' },
  { id: 'codes', name: 'Dateline: rows to numbers and codes', from: 'csv' },
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
    case 'codes':
      return numbersAndCodes;
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

/** Positions of the columns that become codes – category, status, attribution and place – and numbers. */
const CODED = [4, 5, 6, 7] as const;
const [LATITUDE, LONGITUDE] = [8, 9] as const;

/** Positions and codes of recurring words as typed arrays; other texts stay where they are, by where they begin and end. */
function numbersAndCodes(bytes: Uint8Array): number {
  guessEncoding(bytes);
  const { dialect } = sniffDelimiter(bytes.subarray(0, HEAD), bytes.length <= HEAD);
  const cut = rowCutter(bytes, dialect);
  const interned = CODED.map(() => internBytes());
  let rows = -1;
  for (let block = cut(ROWS); block !== undefined; block = cut(ROWS)) {
    const { count, firstCell, start, end } = block;
    const positions = new Float64Array(2 * count);
    const codes = CODED.map(() => new Uint32Array(count));
    for (let row = 0; row < count; row += 1) {
      const first = firstCell[row] as number;
      positions[2 * row] = numberIn(bytes, start[first + LONGITUDE] as number, end[first + LONGITUDE] as number);
      positions[2 * row + 1] = numberIn(bytes, start[first + LATITUDE] as number, end[first + LATITUDE] as number);
      for (let k = 0; k < CODED.length; k += 1) {
        const cell = first + (CODED[k] as number);
        (codes[k] as Uint32Array)[row] = (interned[k] as InternedBytes).add(bytes, start[cell] as number, end[cell] as number);
      }
    }
    rows += count;
  }
  return rows;
}

async function wholeImport(bytes: Uint8Array): Promise<number> {
  const begun = await beginImport(bytes);
  if (!begun.ok) throw new Error(`not read: ${JSON.stringify(begun.error)}`);
  const imported = finished(begun.value.steps());
  if (!imported.ok) throw new Error(`not read: ${JSON.stringify(imported.error)}`);
  return imported.value.account.events;
}
