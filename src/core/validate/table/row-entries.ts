import type { Answers, Question } from '../../formats/answers.ts';
import type { Entry, Finding } from '../../formats/entry.ts';
import { foldName } from '../../formats/field-names.ts';
import type { Field, Mapping } from '../../formats/fields.ts';
import type { Layout, Refined } from '../../formats/format.ts';
import type { RowBlock, Table } from '../../formats/table.ts';
import type { Draft } from '../../model/draft.ts';
import type { When } from '../../model/event.ts';
import { civilOf } from '../../time/calendar.ts';
import { PRECISIONS } from '../../time/edtf.ts';
import { parseWritten } from '../../time/written.ts';
import { planColumns, type Row } from './columns.ts';
import { positionWatch, yearWatch } from './outliers.ts';
import { DAY_RANK } from './plain-dates.ts';
import { plainRows, type TakePlainRow } from './plain-rows.ts';
import { hasTime } from './row-clock.ts';
import { draftReader, type RowDraft } from './row-draft.ts';
import { rowKinds } from './row-kind.ts';
import type { Survey } from './survey.ts';
import type { Afterthought, PlainRun, TableReading } from './table-reading.ts';

/** A table that is understood. */
export interface KnownTable {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly layout: Layout | undefined;
  readonly survey: Survey;
  readonly answers: Answers;
  /** Some rows from its beginning. */
  readonly rows: readonly (readonly string[])[];
  /** The row that says in what its columns are measured. */
  readonly units: readonly string[] | undefined;
}

/** How many examples a question shows. */
const EXAMPLES = 3;

const YEARS: readonly Field[] = ['start', 'end', 'year', 'endYear'];

/** The rows of a table as entries, each read when it is asked for, and what is found out on the way. */
export function rowEntries(
  { table, mapping, layout, survey, answers, rows, units }: KnownTable,
): Pick<TableReading, 'entries' | 'entriesBeside' | 'share' | 'questions' | 'afterthoughts'> {
  const { header } = table;
  // Of lengths of time that give no end, nothing is read.
  const plan = planColumns(header, mapping.map((field, column) => (field === 'duration' && survey.durations.get(column)?.kind !== 'lengths' ? undefined : field)));
  const kindOf = rowKinds(header, mapping, rows, (text) => mapping[0] === 'start' && parseWritten(text, survey.habits).ok, units);
  const readDraft = draftReader(plan, survey);
  const refine = refining(header, layout);
  const [years, positions] = [yearWatch(), positionWatch()];
  const doubts = { order: new Set<string>(), years: new Set<string>(), zone: new Set<string>() };
  let share = 0;

  const watch = (row: Row, { when, places }: Draft, findings: readonly Finding[]): void => {
    for (const { code, value = '' } of findings) if (code === 'date-ambiguous' && doubts.order.size < EXAMPLES) doubts.order.add(value);
    const [place] = places ?? [];
    if (place?.kind === 'exact') positions.add(row.line, place.at);
    const year = yearOf(when);
    if (year === undefined) return;
    years.add(row.line, year, dayOf(when));
    if (year < 0 && doubts.years.size < EXAMPLES) for (const text of negativesOf(row)) doubts.years.add(text);
    if (doubts.zone.size < EXAMPLES && when !== undefined && isFloating(when)) doubts.zone.add(startOf(row) ?? when.edtf?.text ?? '');
  };
  /** A date with its time as it is written, where both stand in one cell. */
  const startOf = ({ cells }: Row): string | undefined => (plan.of('startTime').length === 0 ? cells[plan.of('start')[0] ?? -1]?.trim() : undefined);
  const negativesOf = ({ cells }: Row): readonly string[] =>
    YEARS.flatMap((field) => plan.of(field).map((at) => cells[at]?.trim() ?? '').filter((text) => /^[-−]\s?\d/.test(text)));

  const eventOf = (row: Row, { draft, findings }: RowDraft, own: readonly Finding[]): Entry => {
    const all = own.length === 0 ? findings : [...own, ...findings];
    if (isEmpty(draft)) {
      const cells = new Map(header.map((name, column) => [name, row.cells[column] ?? '']));
      const only = row.cells.findIndex((cell) => cell.trim() !== '');
      return { kind: 'refused', line: row.line, finding: { code: 'entry-empty', column: header[only] ?? '', value: row.cells[only]?.trim() ?? '' }, cells };
    }
    watch(row, draft, all);
    return { kind: 'event', line: row.line, draft, findings: all };
  };

  let hasTitle = false;
  const entryOf = (block: RowBlock, position: number): Entry => {
    const fault = block.fault?.(position);
    if (fault !== undefined) return { kind: 'refused', line: block.line(position), finding: fault, cells: new Map([['', block.text(position, 0)]]) };
    const width = block.width(position);
    const cells: string[] = [];
    for (let column = 0; column < width; column += 1) cells.push(block.text(position, column));
    const row = { line: block.line(position), cells };
    const what = kindOf(cells);
    if (what !== undefined) return { kind: 'not-event', line: row.line, what };
    const own = [...(block.findings?.(position) ?? []), ...tooLong(cells, header.length)];
    const read = readDraft(row);
    if (refine === undefined) return eventOf(row, read, own);
    const refined = refine(row, read.draft);
    if (refined.kind === 'event') return eventOf(row, { draft: refined.draft, findings: [...read.findings, ...refined.findings] }, own);
    if (refined.what === 'title' && hasTitle) return eventOf(row, read, own);
    hasTitle ||= refined.what === 'title';
    return { ...refined, line: row.line, findings: [...own, ...(refined.findings ?? [])] };
  };

  const walk = function* (takePlain?: TakePlainRow): Generator<Entry | PlainRun, void, void> {
    yield* table.before ?? [];
    for (const block of table.blocks()) {
      let plain = 0;
      for (let position = 0; position < block.count; position += 1) {
        if (takePlain?.(block, position) === true) plain += 1;
        else yield entryOf(block, position);
      }
      share = block.share;
      if (plain > 0) yield { kind: 'plain', count: plain };
    }
  };

  return {
    entries: { [Symbol.iterator]: () => walk() as Generator<Entry, void, void> },
    entriesBeside: (taker) => walk(plainRows(plan, survey, layout, taker, { year: years.add, position: positions.add, wantsFloating: () => doubts.zone.size < EXAMPLES })),
    share: () => share,
    questions: () => {
      const column = header[plan.of('start')[0] ?? plan.of('year')[0] ?? 0] ?? '';
      const questions: Question[] = [];
      const isAsked = survey.questions.some(({ kind }) => kind === 'order');
      if (doubts.order.size > 0 && !isAsked) questions.push({ kind: 'order', column, evidence: [...doubts.order], used: undefined });
      if (doubts.years.size > 0 && answers.years === undefined && layout?.years === undefined) {
        questions.push({ kind: 'years', column, evidence: [...doubts.years].slice(0, EXAMPLES), used: 'astronomical' });
      }
      if (doubts.zone.size > 0 && answers.zone === undefined) questions.push({ kind: 'zone', column, evidence: [...doubts.zone], used: 'local' });
      return questions;
    },
    afterthoughts: () => {
      const named = (fields: readonly Field[]): string => header[fields.flatMap((field) => plan.of(field))[0] ?? 0] ?? '';
      return [...unclearDurations(survey, table), ...years.outliers(named(['start', 'year'])), ...positions.swapped(named(['latitude', 'coordinates', 'geometry']))];
    },
  };
}

/** What is to be told of columns of lengths of time that nothing says the unit of. */
function unclearDurations({ durations }: Survey, { header, headerLine = 1 }: Table): readonly Afterthought[] {
  return [...durations].flatMap(([column, { kind, example }]) =>
    kind === 'unclear' ? [{ line: headerLine, finding: { code: 'duration-unclear', column: header[column] ?? '', value: example } }] : []);
}

/** A layout's refinement, with the cells of a row by the names of their columns, which may differ from its own in case and signs. */
function refining(header: readonly string[], layout: Layout | undefined): ((row: Row, draft: Draft) => Refined) | undefined {
  const refine = layout?.refine;
  if (refine === undefined) return undefined;
  const folded = header.map(foldName);
  const places = new Map<string, number>();
  const placeOf = (column: string): number => {
    const known = places.get(column) ?? folded.indexOf(foldName(column));
    places.set(column, known);
    return known;
  };
  return ({ cells }, draft) => refine(draft, (column) => cells[placeOf(column)] ?? '');
}

/** What is to be told of a row with more cells than there are columns. */
function tooLong(cells: readonly string[], columns: number): readonly Finding[] {
  if (cells.length <= columns || cells.slice(columns).every((cell) => cell.trim() === '')) return NONE;
  return [{ code: 'row-too-long', parameters: { cells: cells.length, columns } }];
}

const NONE: readonly Finding[] = [];

/** Whether a row says nothing about an event but perhaps its id. */
function isEmpty({ title = '', description = '', when, extra, ...lists }: Draft): boolean {
  if (title !== '' || description !== '' || when?.edtf !== undefined || when?.wording !== undefined || (extra?.size ?? 0) > 0) return false;
  const { places = [], categories = [], sources = [], media = [], actors = [] } = lists;
  return [places, categories, sources, media, actors].every(({ length }) => length === 0);
}

/** The year in which a time begins; `undefined` where that is not stated. */
function yearOf(when: When | undefined): number | undefined {
  const edtf = when?.edtf;
  if (edtf === undefined) return undefined;
  const start = edtf.span.earliestStart;
  if (edtf.kind === 'date-time') return edtf.year;
  if (edtf.kind === 'date' && !edtf.year.digits.includes('X')) return Number(edtf.year.digits);
  return Number.isFinite(start) ? civilOf(start).year : undefined;
}

/** The first moment of a date that is a day or exacter; `undefined` for any other. */
const dayOf = (when: When | undefined): number | undefined =>
  when?.edtf !== undefined && PRECISIONS.indexOf(when.edtf.precision) <= DAY_RANK ? when.edtf.span.earliestStart : undefined;

/** Whether a time has an hour and no zone that it is of. */
const isFloating = ({ edtf, zone }: When): boolean => zone === 'local' && edtf !== undefined && !edtf.zoned && hasTime(edtf);
