import { fieldsNamed } from './field-names.ts';
import type { ImportFormat, Sample } from './format.ts';

/**
 * Delimited text of any shape: CSV (RFC 4180 and what programs make of it), TSV, and tables with semicolons, bars or colons between their cells. It is
 * what a file is read as that no other format knows, so it is never sure.
 */
export const csv: ImportFormat = {
  id: 'csv',
  name: 'CSV',
  looksLike,
  load: async () => (await import('./csv/reader.ts')).readCsv,
};

/** Fewest rows of several cells below lines that stand above a table. */
const FEWEST_ROWS = 3;

/** How sure rows of several cells make it, and those of a single one under a name that columns have. */
const [TABLE, LIST] = [0.2, 0.05] as const;

function looksLike({ text, rows }: Sample): number {
  const first = text.trimStart()[0];
  if (first === undefined || first === '<' || first === '{' || first === '[' || isBinary(text)) return 0;
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return 0;
  const wide = filled.filter(({ length }) => length > 1).length;
  const above = wide < FEWEST_ROWS ? 0 : filled.findIndex(({ length }) => length > 1);
  if (wide * 2 >= filled.length - above) return TABLE;
  return wide === 0 && fieldsNamed(filled[0]?.[0] ?? '').length > 0 ? LIST : 0;
}

/** Whether the beginning has signs that no text has, or hardly any that are one. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    const unit = head.charCodeAt(at);
    if (unit === 0xfffd || (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d)) odd += 1;
  }
  return odd * 20 > head.length;
}
