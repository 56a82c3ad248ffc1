import { isObject } from '../dateline-file.ts';
import { scalarText } from '../json-entries.ts';
import type { CellsOf } from './json-table.ts';

/** The values of one solution of a SPARQL query, by its variables: https://www.w3.org/TR/sparql11-results-json/#select-encode-terms. A blank node says nothing. */
export const bindingCells: CellsOf = (json) => {
  if (!isObject(json)) return undefined;
  const cells = new Map<string, string>();
  for (const [name, term] of Object.entries(json)) {
    const value = isObject(term) ? (term['type'] === 'bnode' ? '' : (scalarText(term['value']) ?? '')) : (scalarText(term) ?? '');
    cells.set(name, value);
  }
  return cells;
};
