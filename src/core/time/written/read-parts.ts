import type { DateHabits } from '../date-habits.ts';
import type { Clock } from './clock.ts';
import { isSign, rolesIn, type Item, type NumberItem } from './items.ts';
import type { Calendar, EraOfYear } from './lexicon.ts';
import type { DateParts, Fault, YearPart } from './parts.ts';

/** The pieces of a calendar date, gathered: numbers with the sign before each, a month with its place among them, an era, a clock. */
interface Gathered {
  readonly numbers: readonly Separated[];
  readonly month: { readonly number: number; readonly calendar: Calendar; readonly after: number } | undefined;
  readonly era: EraOfYear | undefined;
  readonly clock: Clock | undefined;
}

interface Separated {
  readonly item: NumberItem;
  /** What stands between it and the item before: a sign, a space, or nothing. */
  readonly separator: string;
  readonly negative: boolean;
  /** Whether an apostrophe stands before it. */
  readonly shortened: boolean;
}

const SEPARATORS: ReadonlySet<string> = new Set(['-', '/', '.', ',', ':', ';', '\'', '\\', '|', '_']);

/** Reads the items of one calendar date, complete or not. */
export function readParts(items: readonly Item[], habits: DateHabits): DateParts | Fault {
  const gathered = gather(items);
  if (gathered === undefined) return 'unreadable';
  const parts = gathered.month === undefined ? readNumbers(gathered, habits) : readWithMonth(gathered, gathered.month, habits);
  if (typeof parts === 'string') return parts;
  return { ...parts, ...(gathered.clock === undefined ? {} : { clock: gathered.clock }) };
}

/** `undefined` where something stands among them that belongs to no date. */
function gather(items: readonly Item[]): Gathered | undefined {
  const numbers: Separated[] = [];
  let month: Gathered['month'];
  let era: EraOfYear | undefined;
  let clock: Clock | undefined;
  let signs = '';
  for (const [k, item] of items.entries()) {
    if (isBracket(items, k)) continue;
    switch (item.kind) {
      case 'number': {
        const negative = isMinus(items, k);
        const separator = (negative ? signs.slice(0, -1) : signs).trim();
        if (separator.length > 2 || (separator.length === 2 && !/^(?:\.-|\.,|,'|\.\/|-')$/.test(separator))) return undefined;
        numbers.push({ item, separator: separator.charAt(0) || ' ', negative, shortened: separator.endsWith('\'') });
        signs = '';
        break;
      }
      case 'sign':
        if (!SEPARATORS.has(item.text)) return undefined;
        signs += item.text;
        break;
      case 'clock':
        if (clock !== undefined) return undefined;
        clock = item;
        signs = '';
        break;
      case 'word': {
        const { roles } = item;
        if (roles.month !== undefined && month === undefined) {
          month = { ...roles.month, after: numbers.length };
          signs = '';
        } else if (roles.era !== undefined && era === undefined) {
          ({ era } = roles);
          signs = '';
        } else if (roles.noise !== true && roles.weekday !== true) {
          return undefined;
        }
        break;
      }
      default:
        return undefined;
    }
  }
  // A full stop or a comma may be left at the end.
  if (!/^[.,;-]?$/.test(signs) || (signs === '-' && month === undefined)) return undefined;
  return { numbers, month, era, clock };
}

/** Whether a bracket encloses nothing but a day of the week. */
const isBracket = (items: readonly Item[], at: number): boolean =>
  (isSign(items[at], '(') && rolesIn(items[at + 1]).weekday === true && isSign(items[at + 2], ')'))
  || (isSign(items[at], ')') && rolesIn(items[at - 1]).weekday === true && isSign(items[at - 2], '('));

/** Whether a number has a minus: a hyphen before it that follows nothing it could part it from. */
function isMinus(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]];
  if (before?.kind !== 'sign' || before.text !== '-' || item?.kind !== 'number' || item.spaced) return false;
  const earlier = items[at - 2];
  return earlier === undefined || (earlier.kind === 'word' && rolesIn(earlier).month === undefined);
}

const LONG = 3;

/** A year that is written with two digits only. */
function fullYear({ item, negative, shortened }: Separated, era: EraOfYear | undefined, habits: DateHabits): YearPart | Fault {
  const { value, digits } = item;
  if (negative || era !== undefined || (digits.length >= LONG && !shortened)) {
    return digits.length > 4 && era === undefined ? 'unreadable' : { value: negative ? -value : value, digits: digits.length, era };
  }
  if (habits.pivot === undefined || digits.length !== 2) return digits.length === 2 ? 'short-year' : 'unreadable';
  return { value: fromPivot(value, habits.pivot), digits: 4, era };
}

/** The year that two digits mean, counting a hundred years from the pivot. */
export const fromPivot = (twoDigits: number, pivot: number): number => pivot + ((((twoDigits - pivot) % 100) + 100) % 100);

const isLong = ({ item, negative }: Separated): boolean => item.digits.length >= LONG || negative;

function readWithMonth({ numbers, era }: Gathered, month: NonNullable<Gathered['month']>, habits: DateHabits): DateParts | Fault {
  const { number, calendar, after } = month;
  const [first, second, third] = numbers;
  const base = { month: number, calendar, order: 'none' as const };
  if (third !== undefined) return 'unreadable';
  if (first === undefined) return base;
  if (second === undefined) return withMonthAndNumber(base, first, after === 0, era, habits);
  // The year is the longer one, else the last: 4 July 2019, July 4, 2019, 2019 July 4, 4-Jul-19.
  const yearFirst = isLong(first) && !isLong(second);
  const [yearOf, dayOf] = yearFirst ? [first, second] : [second, first];
  if (isLong(dayOf)) return 'unreadable';
  // “3-5 March”, “March 3-5” are ranges.
  if (!isLong(yearOf) && era === undefined && (after === 2 || (after === 0 && second.separator === '-'))) return 'unreadable';
  const year = fullYear(yearOf, era, habits);
  if (typeof year === 'string') return year;
  return { ...base, year, day: dayOf.item.value };
}

function withMonthAndNumber(
  base: DateParts, number: Separated, monthFirst: boolean, era: EraOfYear | undefined, habits: DateHabits,
): DateParts | Fault {
  const { item, separator, shortened } = number;
  const tight = monthFirst && separator === '-' && habits.pivot !== undefined && item.digits.length === 2;
  if (isLong(number) || era !== undefined || shortened || tight) {
    const year = fullYear(number, era, habits);
    return typeof year === 'string' ? year : { ...base, year };
  }
  if (item.value > 31) return 'short-year';
  return { ...base, day: item.value };
}

function readNumbers({ numbers, era, clock }: Gathered, habits: DateHabits): DateParts | Fault {
  const [first, second, third, fourth] = numbers;
  if (fourth !== undefined || numbers.some(({ item }) => item.suffix === 's')) return 'unreadable';
  if (first === undefined) return clock === undefined ? 'unreadable' : { order: 'none' };
  if (second === undefined) return readOne(first, era, habits);
  if (third === undefined) return readTwo(first, second, era, habits);
  return readThree(first, second, third, era, habits);
}

function readOne(number: Separated, era: EraOfYear | undefined, habits: DateHabits): DateParts | Fault {
  const { item, shortened, negative } = number;
  const { digits, value } = item;
  if (!negative && era === undefined && !shortened) {
    if (digits.length === 8) {
      return { year: plainYear(digits.slice(0, 4)), month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)), order: 'none' };
    }
    if (digits.length === 12 || digits.length === 14) return readDigits(digits);
    if (digits.length === 6) return readSix(digits, habits);
    if (digits.length < LONG) return { bare: value, order: 'none' };
  }
  const year = fullYear(number, era, habits);
  return typeof year === 'string' ? year : { year, order: 'none' };
}

const plainYear = (digits: string): YearPart => ({ value: Number(digits), digits: 4, era: undefined });

/** 20190704102030, 201907041020. */
function readDigits(digits: string): DateParts | Fault {
  const [hour, minute, second] = [digits.slice(8, 10), digits.slice(10, 12), digits.slice(12)];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'unreadable';
  const text = [hour, minute, second].filter((part) => part !== '').join(':');
  const clock: Clock = { kind: 'clock', text, offset: '', zone: undefined, exact: true };
  return { year: plainYear(digits.slice(0, 4)), month: Number(digits.slice(4, 6)), day: Number(digits.slice(6, 8)), clock, order: 'none' };
}

/** 201907 is a month; 190704 a day, where the century is told. */
function readSix(digits: string, { pivot }: DateHabits): DateParts | Fault {
  const [a, b, c] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
  const isDay = b >= 1 && b <= 12 && c >= 1 && c <= 31;
  if (pivot !== undefined && isDay) return { year: { value: fromPivot(a, pivot), digits: 4, era: undefined }, month: b, day: c, order: 'none' };
  const isMonth = c >= 1 && c <= 12 && a >= 10 && a <= 21;
  if (isMonth && !isDay) return { year: plainYear(digits.slice(0, 4)), month: c, order: 'none' };
  return isDay ? 'short-year' : 'unreadable';
}

const DATE_SEPARATORS: ReadonlySet<string> = new Set(['-', '/', '.']);

function readTwo(first: Separated, second: Separated, era: EraOfYear | undefined, habits: DateHabits): DateParts | Fault {
  const { separator } = second;
  const [a, b] = [first.item.value, second.item.value];
  // “5, 2026” after a month that another date names.
  if (separator === ',' && !isLong(first) && isLong(second)) {
    const year = fullYear(second, era, habits);
    return typeof year === 'string' ? year : { year, day: a, order: 'none' };
  }
  if (!DATE_SEPARATORS.has(separator)) return 'unreadable';
  if (isLong(first) === isLong(second)) {
    return isLong(first) || a > 31 || b > 31 || separator === '-' ? 'unreadable' : { pair: [a, b], order: 'none' };
  }
  const [yearOf, month] = isLong(first) ? [first, b] : [second, a];
  // 2019.5 is a fraction.
  if (separator === '.' && isLong(first) && second.item.digits.length < 2) return 'unreadable';
  if (month > 12 || (isLong(first) ? second : first).item.suffix !== '') return 'unreadable';
  const year = fullYear(yearOf, era, habits);
  return typeof year === 'string' ? year : { year, month, order: 'none' };
}

function readThree(first: Separated, second: Separated, third: Separated, era: EraOfYear | undefined, habits: DateHabits): DateParts | Fault {
  if (!isSeparation(second, third)) return 'unreadable';
  const [a, b, c] = [first.item.value, second.item.value, third.item.value];
  if (isLong(second)) return 'unreadable';
  if (isLong(first)) {
    if (isLong(third)) return 'unreadable';
    const year = fullYear(first, era, habits);
    return typeof year === 'string' ? year : { year, month: b, day: c, order: 'none' };
  }
  const year = fullYear(third, era, habits);
  if (typeof year === 'string') return year;
  const dayFirst: DateParts = { year, day: a, month: b, order: 'proven-day-first' };
  const monthFirst: DateParts = { year, month: a, day: b, order: 'proven-month-first' };
  if (a > 12 && b > 12) return 'impossible';
  if (a > 12) return dayFirst;
  if (b > 12) return monthFirst;
  if (a === b || a === 0 || b === 0) return { ...dayFirst, order: 'none' };
  // Where nothing tells, dots put the day first: they are in use nowhere that puts the month there.
  const order = habits.order ?? (second.separator === '.' ? 'day-first' : undefined);
  if (order === undefined) return 'ambiguous';
  return { ...(order === 'day-first' ? dayFirst : monthFirst), order: 'either' };
}

/** Whether two signs part three numbers alike. A space parts them as well: 2019 07 04. */
const isSeparation = (second: Separated, third: Separated): boolean =>
  second.separator === third.separator && (DATE_SEPARATORS.has(second.separator) || [' ', ':', '|', '_', '\\', ','].includes(second.separator));

/**
 * Fills the parts that the first of two dates leaves to the second, and the second to the first: “3–5 March 2026”, “March 3–5, 2026”,
 * “1914–18”,
 * “300–200 BC”.
 */
export function fillParts(from: DateParts, to: DateParts, habits: DateHabits): readonly [DateParts, DateParts] {
  const last = settleBare(to, from, false);
  const first = settleBare(settlePair(from, last, habits), last, true);
  const filled = settleBare(settlePair(last, first, habits), first, false);
  const era = first.year?.era ?? (filled.year !== undefined && (filled.year.era === 'bce' || filled.year.era === 'bp') ? filled.year.era : undefined);
  const calendar = first.calendar ?? filled.calendar;
  const yearOfFirst = first.year ?? filled.year;
  return [
    {
      ...first,
      calendar,
      year: yearOfFirst === undefined ? undefined : { ...yearOfFirst, era: yearOfFirst.era ?? era },
      month: first.month ?? (first.day === undefined ? undefined : filled.month),
      ...(first.day === undefined && first.clock !== undefined ? { month: first.month ?? filled.month, day: filled.day } : {}),
    },
    {
      ...filled,
      calendar: filled.calendar ?? calendar,
      year: filled.year ?? first.year,
      month: filled.month ?? (filled.day === undefined && filled.clock === undefined ? undefined : first.month),
      day: filled.day ?? (filled.clock === undefined ? undefined : first.day),
    },
  ];
}

/** What a bare number is, by the date beside it: a day, where that has one, else a year or its last digits. */
function settleBare(parts: DateParts, beside: DateParts, isFirst: boolean): DateParts {
  const { bare, ...rest } = parts;
  if (bare === undefined) return parts;
  if (beside.day !== undefined || (isFirst && beside.pair !== undefined)) return { ...rest, day: bare };
  if (beside.year === undefined) return beside.month === undefined ? parts : { ...rest, day: bare };
  if (beside.year.era !== undefined && isFirst) return { ...rest, year: { ...beside.year, value: bare } };
  if (isFirst) return beside.month === undefined ? parts : { ...rest, day: bare };
  const { value, digits } = beside.year;
  const power = bare < 10 ? 10 : 100;
  const isWhole = value < 0 || (value <= 31 && digits < LONG);
  return { ...rest, year: { ...beside.year, value: isWhole ? bare : Math.floor(value / power) * power + bare } };
}

/** Which number of a pair is the day: as in the date beside it, or by habit. */
function settlePair(parts: DateParts, beside: DateParts, habits: DateHabits): DateParts {
  const { pair, ...rest } = parts;
  if (pair === undefined) return parts;
  const [a, b] = pair;
  const monthFirst = beside.order === 'proven-month-first' || (beside.order !== 'proven-day-first' && habits.order === 'month-first');
  const dayFirst = a > 12 || (b <= 12 && !monthFirst);
  return { ...rest, ...(dayFirst ? { day: a, month: b } : { month: a, day: b }) };
}
