import { err, ok } from '../../base/result.ts';
import type { Reader } from '../format.ts';
import type { Table } from '../table.ts';
import { tableBeginning } from './beginning.ts';
import { rowCutter } from './cut-rows.ts';
import { sniffDelimiter } from './delimiter.ts';
import { rowBlock } from './row-block.ts';

/** How much of a file its delimiter is told by. */
const HEAD = 256 * 1024;

/** Most rows of a block. */
const BLOCK_ROWS = 4096;

/** Reads delimited text as a table: what stands between its cells and where its header is are found out from its beginning. */
// oxlint-disable-next-line require-yield -- What takes time is reading the rows, which the table does when it is asked for them.
export const readCsv: Reader = function* (source, answers) {
  const { bytes } = source;
  const { dialect, stated } = sniffDelimiter(bytes.subarray(0, HEAD), bytes.length <= HEAD, answers.delimiter);
  const { header, headerLine, layout, before, start, line } = tableBeginning(bytes, dialect, stated);
  if (header.length === 0) return err({ code: 'file-empty', severity: 'error', place: {} });
  const table: Table = {
    header,
    headerLine,
    before,
    delimiter: String.fromCharCode(dialect.delimiter),
    sheet: undefined,
    sheets: [],
    blocks: function* () {
      const cut = rowCutter(bytes, dialect, start, line);
      for (let rows = cut(BLOCK_ROWS); rows !== undefined; rows = cut(BLOCK_ROWS)) yield rowBlock(bytes, rows, dialect, header.length);
    },
  };
  return ok({ kind: 'table', table, layout, issues: [] });
};
