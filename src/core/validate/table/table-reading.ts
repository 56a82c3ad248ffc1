import type { Question } from '../../formats/answers.ts';
import type { Entry, Finding } from '../../formats/entry.ts';
import type { Mapping } from '../../formats/fields.ts';
import type { Layout } from '../../formats/format.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { PlainTaker } from './plain-rows.ts';

/** A table whose columns are understood, and whose rows are about to be read. */
export interface TableReading {
  /** The kind of table that it is; `undefined` for one that no program is known by. */
  readonly layout: Layout | undefined;
  /** Names of the columns, no two the same. */
  readonly header: readonly string[];
  readonly mapping: Mapping;
  /** How sure each column's meaning is, from 0 to 1; 1 where it was said. */
  readonly certainty: readonly number[];
  /** How its dates are taken: as was said, or as its rows show. */
  readonly habits: DateHabits;
  /** The first cells of a column that hold something, by its position. */
  readonly cells: (column: number) => readonly string[];
  /** All rows in the order of the file, each read when it is asked for; asked for once. */
  readonly entries: Iterable<Entry>;
  /** The same, but for the rows that are plain, which the taker gets in their turn; how many they were is told. */
  readonly entriesBeside: (taker: PlainTaker) => Iterable<Entry | PlainRun>;
  /** How much of the table has been read, from 0 to 1. */
  readonly share: () => number;
  /** What the rows read so far cannot settle. */
  readonly questions: () => readonly Question[];
  /** What only all rows together show, such as a year far from all others; asked for after the last entry. */
  readonly afterthoughts: () => readonly Afterthought[];
}

/** Some rows one after the other that were plain, and have been taken. */
export interface PlainRun {
  readonly kind: 'plain';
  readonly count: number;
}

/** Something to tell about a row that has been read before. */
export interface Afterthought {
  readonly line: number;
  readonly finding: Finding;
}
