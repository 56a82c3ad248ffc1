import type { Steps } from '../../base/steps.ts';
import type { Answers, Question } from '../../formats/answers.ts';
import type { Layout } from '../../formats/format.ts';
import { layoutOf } from '../../formats/layouts/index.ts';
import type { Table } from '../../formats/table.ts';
import { distinctNames } from './columns.ts';
import { guessMapping, type GuessedMapping } from './guess-mapping.ts';
import { rowEntries } from './row-entries.ts';
import { isHashtags, isUnits } from './row-kind.ts';
import { surveyTable } from './survey.ts';
import type { TableReading } from './table-reading.ts';

/** How many rows columns are understood by. */
const SAMPLED = 250;

/**
 * Understands a table and makes ready to read its rows. Its layout is that of a known program, if it has one; meanings of columns are those
 * that were said, then those of the layout, then guessed ones. Yields how much of the table was looked at beforehand, from 0 to 1.
 */
export function* readTable(given: Table, stated: Layout | undefined, answers: Answers): Steps<number, TableReading> {
  const hasHeader = given.headerLine !== undefined;
  const sampled = sampleOf(given);
  const units = hasHeader && isUnits(sampled) ? sampled[0] : undefined;
  const rows = units === undefined ? sampled : sampled.slice(1);
  const [first = [], ...rest] = rows;
  const layout = stated ?? (hasHeader ? layoutOf(given.header, rows) : layoutOf(first, rest));
  const names = hasHeader ? given.header : (layout?.header?.(given.header.length) ?? given.header);
  const header = distinctNames(names);
  const table = { ...given, header };
  const { mapping, certainty } = withAnswers(header, given.header, mappingOf(layout, header, names, rows), answers);
  const survey = yield* surveyTable(table, mapping, rows, layout, answers, units);
  const reading = rowEntries({ table, mapping, layout, survey, answers, rows, units });
  const isDated = mapping.some((field) => field === 'start' || field === 'year' || field === 'displayDate');
  const missing: readonly Question[] = isDated ? [] : [{ kind: 'mapping', missing: ['start'] }];
  const cells = (column: number): readonly string[] => shownCells(rows, column);
  return { layout, header, mapping, certainty, habits: survey.habits, cells, ...reading, questions: () => [...missing, ...survey.questions, ...reading.questions()] };
}

/** How many cells of a column are shown, and how much of each. */
const [SHOWN_CELLS, SHOWN_LENGTH] = [4, 80] as const;

/** The first cells of a column that hold something, each once. */
function shownCells(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const shown = new Set<string>();
  for (const row of rows) {
    const cell = (row[column] ?? '').trim();
    if (cell !== '') shown.add(cell.slice(0, SHOWN_LENGTH));
    if (shown.size === SHOWN_CELLS) break;
  }
  return [...shown];
}

function sampleOf(table: Table): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const { count, width, text } of table.blocks()) {
    for (let row = 0; row < count && rows.length < SAMPLED; row += 1) {
      const cells = Array.from({ length: width(row) }, (_, column) => text(row, column));
      if (cells.some((cell) => cell.trim() !== '') && !isHashtags(cells)) rows.push(cells);
    }
    if (rows.length >= SAMPLED) break;
  }
  return rows;
}

/** What the columns mean by their layout; where that leaves room for others, or there is none, by their names and cells. */
function mappingOf(
  layout: Layout | undefined,
  header: readonly string[],
  names: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedMapping {
  if (layout === undefined) return guessMapping(header, rows);
  const mapping = layout.mapping(names);
  const certainty = mapping.map((field) => (field === undefined ? 0 : 1));
  if (layout.hasOwnColumns !== true) return { mapping, certainty };
  const known = new Set(mapping);
  const guessed = guessMapping(header, rows);
  const isAdded = mapping.map((field, column) => field === undefined && !known.has(guessed.mapping[column]));
  return {
    mapping: mapping.map((field, column) => (isAdded[column] === true ? guessed.mapping[column] : field)),
    certainty: certainty.map((sureness, column) => (isAdded[column] === true ? (guessed.certainty[column] ?? 0) : sureness)),
  };
}

/** The mapping with what was said of columns, by their names as they stand in the file, or made distinct. */
function withAnswers(header: readonly string[], names: readonly string[], { mapping, certainty }: GuessedMapping, answers: Answers): GuessedMapping {
  const said = answers.mapping;
  if (said === undefined) return { mapping, certainty };
  const answerFor = (column: number): ReturnType<typeof said.get> => {
    const distinct = said.get(header[column] ?? '');
    return distinct === undefined ? said.get(names[column]?.trim() ?? '') : distinct;
  };
  const answered = new Map(header.map((_, column) => [column, answerFor(column)] as const).filter(([, answer]) => answer !== undefined));
  const fields = new Set([...answered.values()].filter((field) => field !== null));
  return {
    // A field that was said of one column is not guessed of another.
    mapping: mapping.map((field, column) => {
      if (answered.has(column)) return answered.get(column) ?? undefined;
      return field !== undefined && fields.has(field) ? undefined : field;
    }),
    certainty: certainty.map((sureness, column) => (answered.has(column) ? 1 : sureness)),
  };
}
