import { foldName } from '../../formats/field-names.ts';
import type { NotEventKind } from '../../model/account.ts';
import type { Mapping } from '../../formats/fields.ts';

/** Tells rows that are no events from those that are; `undefined` for a row that should be an event. */
export type RowKindOf = (cells: readonly string[]) => NotEventKind | undefined;

/** Fewest cells that rows usually fill where a row of one cell is a heading. */
const USUALLY_FILLED = 3;

/** What a first cell has to mean for a row of nothing else to be an event. */
const ALONE: ReadonlySet<string> = new Set(['title', 'description', 'displayDate', 'id']);

/**
 * Makes a teller of rows. A heading is a row whose first cell alone is filled where rows usually fill several, unless that cell is a title, a
 * text or an id – or a date, which `isDate` tells.
 */
export function rowKinds(
  header: readonly string[],
  mapping: Mapping,
  rows: readonly (readonly string[])[],
  isDate: (text: string) => boolean,
): RowKindOf {
  const folded = header.map((name) => foldName(name.replace(/ \(\d+\)$/, '')));
  const leading = (header[0] ?? '').replace(/ \(\d+\)$/, '').length;
  const fills = rows.map(filledIn).sort((a, b) => a - b);
  const usual = fills[Math.floor(fills.length / 2)] ?? 0;
  return (cells) => {
    const filled = filledIn(cells);
    if (filled === 0) return 'blank';
    const first = cells[0]?.trim() ?? '';
    if (filled > 1 && first.length === leading && isHeaderRow(cells, folded)) return 'header';
    if (filled > 1) return (first === '' || first.startsWith('#')) && isHashtags(cells) ? 'hashtags' : undefined;
    if (first === '' || usual < USUALLY_FILLED || isDate(first)) return undefined;
    return /^(?:#|\/\/)/.test(first) || !ALONE.has(mapping[0] ?? '') ? 'comment' : undefined;
  };
}

/** How many cells are more than white space. */
function filledIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') count += 1;
  return count;
}

const isHeaderRow = (cells: readonly string[], folded: readonly string[]): boolean =>
  cells.every((cell, column) => foldName(cell) === (folded[column] ?? ''));

/** Whether a row holds the hashtags of the Humanitarian Exchange Language, as in `#date+start`: https://hxlstandard.org/. */
export function isHashtags(cells: readonly string[]): boolean {
  let count = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (!/^#[a-z][a-z0-9_]*(?:\s*[+#][a-z][a-z0-9_]*)*$/i.test(text.slice(0, 100))) return false;
    count += 1;
  }
  return count > 0;
}
