import { plainDigits } from '../../base/plain-digits.ts';
import type { Answers, Question } from '../../formats/answers.ts';
import type { Field, Mapping } from '../../formats/fields.ts';
import type { Layout } from '../../formats/format.ts';
import type { RowBlock, Table } from '../../formats/table.ts';
import type { Steps } from '../../base/steps.ts';
import { epochColumn, isSerialColumn, settleOrder, sharedDay, type ColumnOrder } from '../../time/date-columns.ts';
import type { DateHabits, DateOrder } from '../../time/date-habits.ts';
import { parseWritten } from '../../time/written.ts';
import { isAbsent } from './cell-texts.ts';
import type { DateNotation, DateReading } from './date-cells.ts';
import { durationReading, type DurationReading } from './durations.ts';

/** What the columns of a table have in common, found out before its rows are read. */
export interface Survey {
  /** How the dates of each column are to be read, by its position. */
  readonly dates: ReadonlyMap<number, DateReading>;
  readonly habits: DateHabits;
  /** How many digits a time of day without signs has, by the position of its column; and whether its zero says that there is none. */
  readonly clocks: ReadonlyMap<number, BareClock>;
  /** How the lengths of time of each column are to be read, by its position. */
  readonly durations: ReadonlyMap<number, DurationReading>;
  readonly questions: readonly Question[];
}

/** Times of day that are written as numbers. */
export interface BareClock {
  readonly digits: 4 | 6 | 'fraction';
  readonly isZeroAbsent: boolean;
}

const DATES: ReadonlySet<Field> = new Set(['start', 'end', 'displayDate', 'sourceDate']);
/** Columns that say together which of day and month comes first. */
const ORDERED: ReadonlySet<Field> = new Set(['start', 'end']);
const CLOCKS: ReadonlySet<Field> = new Set(['startTime', 'endTime']);
const DURATIONS: ReadonlySet<Field> = new Set(['duration']);

/** Day and month in numbers before a year: of such dates the order has to be found out, over all rows. */
const ORDERLESS = /^\s*[\p{Nd}]{1,2}\s?[./\-\s]\s?[\p{Nd}]{1,2}\s?[./\-\s]\s?[\p{Nd}]{2,4}(?!\p{Nd})/u;

/**
 * Finds out how the dates of a table are written. Some rows from its beginning show it; only where these have dates whose day and month
 * may change places are all rows looked at. `units` is the row that says in what its columns are measured. Yields how much of the table has
 * been passed, from 0 to 1.
 */
export function* surveyTable(
  table: Table,
  mapping: Mapping,
  rows: readonly (readonly string[])[],
  layout: Layout | undefined,
  answers: Answers,
  units: readonly string[] | undefined,
): Steps<number, Survey> {
  const cellsOf = (column: number): readonly string[] => rows.map((row) => row[column] ?? '');
  const columnsOf = (fields: ReadonlySet<Field>): readonly number[] =>
    [...mapping.entries()].filter(([, field]) => field !== undefined && fields.has(field)).map(([column]) => column);
  const questions: Question[] = [];
  const nameOf = (column: number): string => table.header[column] ?? '';

  const ordered = columnsOf(ORDERED);
  let order = answers.order ?? layout?.order ?? orderNamed(ordered.map(nameOf));
  if (order === undefined && ordered.some((column) => cellsOf(column).some((cell) => ORDERLESS.test(cell)))) {
    const settled = yield* orderOfAll(table, ordered);
    order = settled.order;
    if (settled.isAsked) questions.push({ kind: 'order', column: nameOf(ordered[0] ?? 0), evidence: settled.evidence, used: undefined });
  }

  const zone = answers.zone ?? layout?.zone;
  const habits: DateHabits = { order, years: answers.years ?? layout?.years ?? 'astronomical', zone };
  const dates = new Map<number, DateReading>();
  for (const column of columnsOf(DATES)) {
    const cells = cellsOf(column);
    const notation = notationOf(cells);
    const isMidnight = notation.kind === 'words' && sharedDay(cells) === 'midnight';
    const days = layout?.daysOnly === true ? 'all' : isMidnight ? 'midnights' : 'as-written';
    dates.set(column, { notation, habits: { ...habits, calendar: calendarOf(nameOf(column), cells) }, days });
  }
  const clocks = new Map<number, BareClock>();
  for (const column of columnsOf(CLOCKS)) {
    const clock = bareClockOf(cellsOf(column));
    if (clock !== undefined) clocks.set(column, clock);
  }
  const durations = new Map(columnsOf(DURATIONS).map((column) => [column, durationReading(nameOf(column), units?.[column] ?? '', cellsOf(column))]));
  return { dates, habits, clocks, durations, questions };
}

/** Judges the order of day and month over all rows of some columns together. */
function* orderOfAll(table: Table, columns: readonly number[]): Steps<number, SettledOrder> {
  // Texts repeat: a day of a long table stands in many of its rows.
  const texts = new Set<string>();
  for (const block of table.blocks()) {
    for (const column of columns) addOrderless(block, column, texts);
    yield block.share;
  }
  const settled = settleOrder(texts);
  return { ...settled, isAsked: settled.order === undefined && [...texts].some(isAmbiguous) };
}

/** What a column tells of the order, and whether there is anything that it leaves open. */
interface SettledOrder extends ColumnOrder {
  readonly isAsked: boolean;
}

function isAmbiguous(text: string): boolean {
  const written = parseWritten(text);
  return !written.ok && written.error.kind === 'ambiguous';
}

/** Most different texts that an order is judged by: a proof that is not among so many is a slip. */
const MOST_TEXTS = 200_000;

function addOrderless(block: RowBlock, column: number, texts: Set<string>): void {
  for (let row = 0; row < block.count && texts.size < MOST_TEXTS; row += 1) {
    const text = block.text(row, column);
    if (text.length <= 60 && ORDERLESS.test(text)) texts.add(text);
  }
}

/** Names of columns that say that dates are of the Islamic calendar. */
const ISLAMIC = /(?:^|[^\p{L}])(?:ال)?(?:AH|hijri|hicri|هجري|هجری قمری|قمری)(?:[^\p{L}]|$)/iu;
/** A year of the Islamic calendar of the last three centuries, before a month and a day. */
const ISLAMIC_DAY = /^\s*(1[1-4]\d\d)\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)/;

/** The calendar of dates in numbers, where it is another than the Gregorian. */
function calendarOf(name: string, cells: readonly string[]): DateHabits['calendar'] {
  if (isSolarHijri(name, cells)) return 'solar-hijri';
  const numbers = cells.filter((cell) => /^\s*\p{Nd}{4}\s?[/.-]/u.test(cell));
  return ISLAMIC.test(name) && numbers.length > 0 && numbers.every((cell) => ISLAMIC_DAY.test(plainDigits(cell))) ? 'islamic' : undefined;
}

/** The order of day and month that names of columns state, as in `Date (month/day/year)` and `tarih (gg.aa.yyyy)`. */
function orderNamed(names: readonly string[]): DateOrder | undefined {
  if (names.some((name) => /(?:^|[^\p{L}])(?:dd?|day|gg|jj|tt|дд)\s?[-/.]\s?(?:mm?|month|aa|мм)\s?[-/.]/iu.test(name))) return 'day-first';
  return names.some((name) => /(?:^|[^\p{L}])(?:mm?|month)\s?[-/.]\s?(?:dd?|day)\s?[-/.]/iu.test(name)) ? 'month-first' : undefined;
}

/** A year of the Persian calendar of the last two centuries, before a month and a day. */
const PERSIAN_DAY = /^\s*(1[2-4]\d\d)\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)/;

/**
 * Whether dates in numbers are of the Persian calendar: they stand under a Persian name or are written in Persian digits, and all have years that
 * it has had in the last two centuries.
 */
function isSolarHijri(name: string, cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\s*\p{Nd}{4}\s?[/.-]/u.test(cell));
  const isPersian = /[\u067e\u0686\u0698\u06af\u06cc]/.test(name) || numbers.some((cell) => /[\u06f0-\u06f9]/.test(cell));
  return isPersian && numbers.length > 0 && numbers.every((cell) => PERSIAN_DAY.test(plainDigits(cell)));
}

/** A year alone, of one to four digits. */
const YEAR = /^[-+−]?\p{Nd}{1,4}$/u;

function notationOf(cells: readonly string[]): DateNotation {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isAbsent(cell));
  if (filled.length > 0 && filled.every((cell) => /^\d{5,6}$/.test(cell) && isShortDay(cell))) return { kind: 'yymmdd' };
  if (filled.length > 0 && filled.filter((cell) => YEAR.test(cell)).length * 2 > filled.length) return { kind: 'years' };
  if (isSerialColumn(filled)) return { kind: 'serial' };
  const unit = epochColumn(filled);
  return unit === undefined ? { kind: 'words' } : { kind: 'epoch', unit };
}

/** Whether up to six digits can be the last two of a year, a month and a day. */
const isShortDay = (digits: string): boolean => /^\d{0,2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(digits) && digits.length === 6;

/** What share of times of day may be zero before zero says that the time is not known: midnight is one minute of 1,440. */
const ZEROS = 0.02;

function bareClockOf(cells: readonly string[]): BareClock | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isAbsent(cell));
  const numbers = filled.map(Number);
  if (filled.length === 0 || !filled.every((cell) => /^\d{1,6}(?:[.,]\d+)?$/.test(cell))) return undefined;
  const most = Math.max(...numbers);
  const zeros = numbers.filter((number) => number === 0).length / numbers.length;
  const isFraction = most < 1 || (most === 1 && numbers.some((number) => number % 1 !== 0));
  return { digits: isFraction ? 'fraction' : most >= 2400 ? 6 : 4, isZeroAbsent: zeros > ZEROS };
}
