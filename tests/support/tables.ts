import { finished } from '../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import type { Answers } from '../../src/core/formats/answers.ts';
import type { Parsed, Reader } from '../../src/core/formats/format.ts';
import type { RowBlock, Table } from '../../src/core/formats/table.ts';
import { valueOf } from './result.ts';

/** What a reader makes of bytes, or of the UTF-8 bytes of a text. */
export function parsedBy(reader: Reader, file: string | Uint8Array, answers: Answers = {}): Parsed {
  const bytes = typeof file === 'string' ? encodeUtf8(file) : file;
  return valueOf(finished(reader({ bytes, encoding: 'utf-8', sample: { text: '', json: undefined, rootElement: undefined, rows: [] } }, answers)));
}

/** The table that a reader makes of a file. */
export function tableBy(reader: Reader, file: string | Uint8Array, answers: Answers = {}): Table {
  const parsed = parsedBy(reader, file, answers);
  if (parsed.kind !== 'table') throw new Error(`no table but ${parsed.kind}`);
  return parsed.table;
}

/** All cells of a block, row by row. */
export const cellsIn = ({ count, width, text }: RowBlock): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: width(row) }, (_, column) => text(row, column)));

/** All rows of a table. */
export const rowsIn = (table: Table): readonly (readonly string[])[] => [...table.blocks()].flatMap(cellsIn);

/** The lines on which the rows of a table begin. */
export const linesIn = (table: Table): readonly number[] => [...table.blocks()].flatMap(({ count, line }) => Array.from({ length: count }, (_, row) => line(row)));
