import type { Field, Mapping } from '../../formats/fields.ts';
import { isAbsent } from './cell-texts.ts';

/** A cell, and the column that it stands in: its name and its position. */
export interface Cell {
  readonly column: string;
  readonly at: number;
  readonly text: string;
}

/** A row as its cells, under the columns of its table. */
export interface Row {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a table has what. */
export interface ColumnPlan {
  readonly header: readonly string[];
  /** The columns of a field, by position. */
  readonly of: (field: Field) => readonly number[];
  /** Columns without a meaning. */
  readonly others: readonly number[];
  /** Fields that several columns have. */
  readonly repeated: readonly Field[];
  /**
   * The first cell of a field that holds something; an empty cell of its first column where none does, `undefined` where no column has that
   * meaning.
   */
  readonly first: (field: Field, row: Row) => Cell | undefined;
}

/** A cell that holds something. */
export const filled = (cell: Cell | undefined): Cell | undefined => (cell === undefined || isAbsent(cell.text) ? undefined : cell);

const NO_COLUMNS: readonly number[] = [];

/** Sorts columns by what they mean. */
export function planColumns(header: readonly string[], mapping: Mapping): ColumnPlan {
  const byField = new Map<Field, number[]>();
  const others: number[] = [];
  for (const column of header.keys()) {
    const field = mapping[column];
    if (field === undefined) others.push(column);
    else byField.set(field, [...(byField.get(field) ?? []), column]);
  }
  const of = (field: Field): readonly number[] => byField.get(field) ?? NO_COLUMNS;
  return {
    header,
    of,
    others,
    repeated: [...byField].filter(([, columns]) => columns.length > 1).map(([field]) => field),
    first: (field, { cells }) => {
      const columns = of(field);
      const column = columns.length < 2 ? columns[0] : (columns.find((candidate) => !isAbsent(cells[candidate] ?? '')) ?? columns[0]);
      return column === undefined ? undefined : { column: header[column] ?? '', at: column, text: cells[column] ?? '' };
    },
  };
}

/** Names of columns of which no two are the same: a second “Note” is “Note (2)”; one without a name is called by its position. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  const free = new Set(names);
  return names.map((name, column) => {
    const plain = name.trim() === '' ? `Column ${column + 1}` : name.trim();
    let count = (taken.get(plain) ?? 0) + 1;
    let distinct = count === 1 ? plain : `${plain} (${count})`;
    while (count > 1 && free.has(distinct)) {
      count += 1;
      distinct = `${plain} (${count})`;
    }
    taken.set(plain, count);
    return distinct;
  });
}
