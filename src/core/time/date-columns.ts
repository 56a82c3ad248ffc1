import type { DateOrder } from './date-habits.ts';
import { epochUnit, type EpochUnit } from './date-numbers.ts';
import { parseWritten } from './written.ts';

/** What a column tells about the order of day and month. */
export interface ColumnOrder {
  /** The one order that dates of the column prove; `undefined` when none does, or when some contradict others. */
  readonly order: DateOrder | undefined;
  /** Some of the texts that prove it; when they contradict each other, of both; when none does, some that can be read both ways. */
  readonly evidence: readonly string[];
  /** How many texts prove each order, and how many can be read both ways. */
  readonly counts: { readonly dayFirst: number; readonly monthFirst: number; readonly either: number };
}

/** How many examples are given of each kind. */
const EXAMPLES = 3;

/** Judges the order of day and month over a whole column. Those that prove an order themselves can be read whatever comes of it. */
export function settleOrder(texts: Iterable<string>): ColumnOrder {
  const [dayFirst, monthFirst, either] = [tally(), tally(), tally()];
  for (const text of texts) {
    switch (orderOf(text)) {
      case 'proven-day-first':
        dayFirst.add(text);
        break;
      case 'proven-month-first':
        monthFirst.add(text);
        break;
      case 'either':
        either.add(text);
        break;
      default:
    }
  }
  const order = dayFirst.count > 0 && monthFirst.count === 0 ? 'day-first' : monthFirst.count > 0 && dayFirst.count === 0 ? 'month-first' : undefined;
  const proofs = [...dayFirst.examples, ...monthFirst.examples];
  return {
    order,
    evidence: proofs.length === 0 ? either.examples : proofs,
    counts: { dayFirst: dayFirst.count, monthFirst: monthFirst.count, either: either.count },
  };
}

interface Tally {
  readonly count: number;
  readonly examples: readonly string[];
  readonly add: (text: string) => void;
}

function tally(): Tally {
  const examples: string[] = [];
  let count = 0;
  return {
    examples,
    get count() {
      return count;
    },
    add: (text) => {
      count += 1;
      if (examples.length < EXAMPLES && !examples.includes(text)) examples.push(text.trim());
    },
  };
}

/**
 * The earliest year that two digits stand for where nothing says more: 1930, as spreadsheet programs read them, so that 29 is 2029. Source:
 * https://support.microsoft.com/office/change-the-date-system-format-or-two-digit-year-interpretation
 */
export const USUAL_PIVOT = 1930;

const DAY_FIRST = { order: 'day-first', pivot: USUAL_PIVOT } as const;

/** A year of four digits at the beginning: what follows it comes in one order only. */
const YEAR_FIRST = /^\s*\d{4}\b/;

/** By habit, an order is either proven or either: so that what is usual is read at once. */
function orderOf(text: string): 'none' | 'proven-day-first' | 'proven-month-first' | 'either' {
  if (YEAR_FIRST.test(text)) return 'none';
  const written = parseWritten(text, DAY_FIRST);
  return written.ok ? written.value.order : 'none';
}

/** Years that a bare number of four digits most likely means. */
const [EARLIEST_USUAL, LATEST_USUAL] = [1000, 2200];

/** How much a bare number counts as a date. */
const BARE_NUMBER = 0.6;

/**
 * How much some cells of a column look like dates, from 0 to 1: the share of those that can be read among those that are not empty. Bare
 * numbers
 * count less, and only as years of four digits or as days such as 20190704.
 */
export function looksLikeDate(texts: Iterable<string>): number {
  let [filled, score] = [0, 0];
  for (const text of texts) {
    const written = parseWritten(text);
    if (!written.ok && (written.error.kind === 'absent' || written.error.kind === 'zero')) continue;
    filled += 1;
    const readable = written.ok || written.error.kind === 'ambiguous' || written.error.kind === 'short-year' || written.error.kind === 'impossible';
    if (readable) score += isNumber(text) ? weightOfNumber(text.trim()) : 1;
  }
  return filled === 0 ? 0 : score / filled;
}

function weightOfNumber(text: string): number {
  if (text.length === 8) return BARE_NUMBER;
  return text.length === 4 && Number(text) >= EARLIEST_USUAL && Number(text) <= LATEST_USUAL ? BARE_NUMBER : 0;
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Serials of the years 1940 to 2100: what a column of dates from a spreadsheet holds mostly. */
const [EARLIEST_SERIAL, LATEST_SERIAL] = [14_611, 73_415];

/** Whether a column that should hold dates holds serial numbers of a spreadsheet: numbers only, and mostly such as stand for days since 1940. */
export function isSerialColumn(texts: Iterable<string>): boolean {
  const numbers = numbersIn(texts);
  const usual = numbers?.filter((serial) => serial >= EARLIEST_SERIAL && serial <= LATEST_SERIAL) ?? [];
  return numbers !== undefined && usual.length > 0 && usual.length * 2 >= numbers.length;
}

/** The unit of a column that holds counts since 1970; `undefined` for a column that does not. */
export function epochColumn(texts: Iterable<string>): EpochUnit | undefined {
  const numbers = numbersIn(texts) ?? [];
  const units = new Set(numbers.filter((count) => count !== 0).map((count) => epochUnit(count)));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** The numbers of a column that holds nothing else but absent values. */
function numbersIn(texts: Iterable<string>): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const text of texts) {
    const plain = /^\s*\d+,\d+\s*$/.test(text) ? text.replace(',', '.') : text;
    if (isNumber(plain)) {
      numbers.push(Number(plain));
      continue;
    }
    const written = parseWritten(text);
    if (written.ok || written.error.kind !== 'absent') return undefined;
  }
  return numbers;
}

/** What all dates of a column share, so that they may state less than they say: years written as 1 January, days written as midnight. */
export type SharedDay = 'first-of-year' | 'first-of-month' | 'midnight';

/** How many different dates it takes to see a habit in what they share. */
const ENOUGH = 3;

/** Tells what all dates of a column share; `undefined` where they differ, or are too few. Their reading stays what they say. */
export function sharedDay(texts: Iterable<string>): SharedDay | undefined {
  const different = new Set<string>();
  let [yearly, monthly, midnight] = [true, true, true];
  for (const text of texts) {
    const written = parseWritten(text, DAY_FIRST);
    if (!written.ok) continue;
    const { edtf } = written.value;
    const clockless = edtf.kind === 'date';
    if (edtf.kind !== 'date' && edtf.kind !== 'date-time') return undefined;
    const dayOf = clockless ? edtf.text.slice(-6) : '';
    if (dayOf !== '-01-01') yearly = false;
    if (!(clockless && edtf.day !== undefined && dayOf.endsWith('-01'))) monthly = false;
    if (clockless || !/T00:00(?::00(?:\.0+)?)?(?:Z|$)/.test(edtf.text)) midnight = false;
    if (!yearly && !monthly && !midnight) return undefined;
    if (different.size < ENOUGH) different.add(edtf.text);
  }
  if (different.size < ENOUGH) return undefined;
  return midnight ? 'midnight' : yearly ? 'first-of-year' : 'first-of-month';
}
