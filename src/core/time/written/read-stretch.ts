import { MAX_YEAR } from '../calendar.ts';
import type { DateHabits } from '../date-habits.ts';
import { monthText, yearText } from '../edtf-of.ts';
import { isSign, rolesIn, type Item, type NumberItem } from './items.ts';
import type { EraOfYear, Stretch } from './lexicon.ts';
import { spanOfDayOfYear, spanOfWeek, type Fault } from './parts.ts';
import { fromPivot } from './read-parts.ts';
import { partOf, qualified, spanOfMonth, spanOfPoint, spanOfYear, spanOfYears, type Span } from './span.ts';

/**
 * Reads a stretch of time that has a name of its own: a decade, century or millennium, a season, quarter, half or week, a time counted
 * back from today.
 * `undefined` for anything else.
 */
export function readStretch(items: readonly Item[], habits: DateHabits): Span | Fault | undefined {
  const core = items.filter((item) => !isNoise(item));
  const named = readAgo(core) ?? readDecade(core, habits) ?? readCentury(core) ?? readSeason(core, habits);
  return named ?? readPartOfYear(core) ?? readWeek(core) ?? readDayOfYear(items);
}

const isNoise = (item: Item): boolean => {
  if (item.kind === 'sign') return item.text === ',' || item.text === '\'';
  const { noise, weekday, stretch, era, season, value, ago } = rolesIn(item);
  return (noise === true || weekday === true) && (stretch ?? era ?? season ?? value ?? ago) === undefined;
};

const numbersOf = (items: readonly Item[]): readonly NumberItem[] => items.filter((item) => item.kind === 'number');

/** The items beside numbers and what is wanted are none: nothing else is said. */
const only = (items: readonly Item[], ...allowed: readonly ((item: Item) => boolean)[]): boolean =>
  items.every((item) => item.kind === 'number' || allowed.some((is) => is(item)));

const isStretch = (stretch: Stretch) => (item: Item): boolean => rolesIn(item).stretch === stretch;
const isEra = (item: Item): boolean => rolesIn(item).era !== undefined;
const isTie = (item: Item): boolean => isSign(item, '-', '/', '.');
const eraIn = (items: readonly Item[]): EraOfYear | undefined => rolesIn(items.find(isEra)).era;

/** “2.5 Ma”, “13.8 billion years ago”: the digits that are stated, no more. */
function readAgo(items: readonly Item[]): Span | Fault | undefined {
  const unit = rolesIn(items.at(-1)).ago;
  const [first, point, second, ...more] = items.slice(0, -1);
  if (unit === undefined || first?.kind !== 'number' || more.length > 0) return undefined;
  const fraction = isSign(point, '.') && second?.kind === 'number' ? second.digits : '';
  if (point !== undefined && fraction === '') return undefined;
  const years = Number(`${first.digits}${fraction === '' ? '' : `.${fraction}`}`) * unit;
  if (!(years <= MAX_YEAR)) return 'out-of-range';
  if (years < FEWEST_YEARS_AGO) return undefined;
  // Up to here the two thousand years since the first one count.
  if (years < 1e6) return { ...qualified(spanOfYear(Math.round(TODAY - years)), '~'), exact: false };
  const digits = `${first.digits}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const exponent = Math.round(Math.log10(unit)) - fraction.length + digits.length - significant.length;
  if (significant === '' || exponent < 0) return undefined;
  return spanOfPoint(exponent === 0 ? `Y-${significant}` : `Y-${significant}E${exponent}`);
}

/** The year that times in thousands of years are counted back from, and how few of them are meant that roughly. */
const [TODAY, FEWEST_YEARS_AGO] = [2000, 1000];

/** “The 1850s”, “1850er Jahre”, “années 1850”, “the 80s”, “480s BC”. The 1900s are a century, the 2000s are ten years as yet. */
function readDecade(items: readonly Item[], habits: DateHabits): Span | Fault | undefined {
  const [number, ...others] = numbersOf(items);
  const named = items.some(isStretch('decade'));
  if (number === undefined || others.length > 0 || !only(items, isStretch('decade'), isEra)) return undefined;
  const { value, digits, suffix } = number;
  const marked = suffix === 's' || (suffix === 'er' && digits.length === 4);
  if ((!marked && !named) || value % 10 !== 0) return undefined;
  const era = eraIn(items);
  if (digits.length === 2 && era === undefined) {
    return habits.pivot === undefined ? 'short-year' : spanOfYears(fromPivot(value, habits.pivot), fromPivot(value, habits.pivot) + 9);
  }
  const length = value % 100 === 0 && value !== 2000 && !named ? 100 : 10;
  return era === 'bce' ? spanOfYears(1 - (value + length - 1), 1 - Math.max(value, 1)) : spanOfYears(value, value + length - 1);
}

/** “19th century”, “XIX век”, “siglo XIX”, “5th century BC”, “3rd millennium BC”, “first half of the 19th century”. */
function readCentury(items: readonly Item[]): Span | Fault | undefined {
  const half = halfBefore(items);
  const rest = half === undefined ? items : items.slice(half.length);
  const kind = rest.some(isStretch('century')) ? 'century' : rest.some(isStretch('millennium')) ? 'millennium' : undefined;
  if (kind === undefined || !only(rest, isStretch(kind), isEra, hasValue, (item) => isSign(item, '.', '-'))) {
    return half === undefined ? undefined : readHalf(half.part, rest);
  }
  const ordinals = rest.flatMap((item) => (item.kind === 'number' ? [item.value] : isStretch(kind)(item) ? [] : (rolesIn(item).value ?? [])));
  const [n] = ordinals;
  if (n === undefined || ordinals.length > 1 || n < 1 || n > 99) return undefined;
  const length = kind === 'century' ? 100 : 1000;
  const span = eraIn(rest) === 'bce' ? spanOfYears(1 - n * length, -(n - 1) * length) : spanOfYears((n - 1) * length + 1, n * length);
  return half === undefined ? span : partOf(span, half.part);
}

const hasValue = (item: Item): boolean => rolesIn(item).value !== undefined;

interface Half {
  readonly part: 'first-half' | 'second-half';
  readonly length: number;
}

/** “First half of”, “2nd half of”, at the beginning. */
function halfBefore([first, second]: readonly Item[]): Half | undefined {
  if (!isStretchOf(second, 'half')) return undefined;
  const n = first?.kind === 'number' && first.suffix !== '' ? first.value : rolesIn(first).value;
  return n === 1 ? { part: 'first-half', length: 2 } : n === 2 ? { part: 'second-half', length: 2 } : undefined;
}

const isStretchOf = (item: Item | undefined, stretch: Stretch): boolean => rolesIn(item).stretch === stretch;

/** Halves of months, years and decades. */
function readHalf(part: Half['part'], rest: readonly Item[]): Span | undefined {
  const [a, b, ...more] = rest;
  if (more.length > 0 || a === undefined) return undefined;
  if (b === undefined) {
    if (a.kind !== 'number' || a.digits.length < 3) return undefined;
    const whole = a.suffix === 's' ? spanOfYears(a.value, a.value + 9) : spanOfYear(a.value);
    return partOf(whole, part);
  }
  const { month } = rolesIn(a);
  if (month?.calendar !== 'gregorian' || b.kind !== 'number' || b.digits.length !== 4) return undefined;
  return partOf(spanOfMonth(b.value, month.number), part);
}

/** “Spring 2021”, “winter 2020/21”. A winter is named after the year it begins in where both are. */
function readSeason(items: readonly Item[], { pivot }: DateHabits): Span | Fault | undefined {
  const season = items.find((item) => rolesIn(item).season !== undefined);
  const [year, second, ...more] = numbersOf(items);
  if (season === undefined || year === undefined || more.length > 0) return undefined;
  if (!only(items, (item) => item === season, isTie, isEra, (item) => isSign(item, '–'))) return undefined;
  if (year.digits.length > 4) return undefined;
  const number = rolesIn(season).season ?? 0;
  if (second !== undefined && (number !== 3 || (year.value + 1) % 10 ** second.digits.length !== second.value)) return undefined;
  const era = eraIn(items);
  const short = year.digits.length < 3 && era === undefined;
  if (short && (pivot === undefined || year.digits.length < 2)) return 'short-year';
  const y = era === 'bce' ? 1 - year.value : short && pivot !== undefined ? fromPivot(year.value, pivot) : year.value;
  const last = number === 3 ? monthText(y + 1, 2) : monthText(y, number * 3 + 5);
  return { ...spanOfPoint(`${yearText(y)}-${21 + number}`), first: monthText(y, number * 3 + 3), last };
}

/** “Q3 2024”, “2024-Q3”, “3rd quarter of 2024”, “H1 2024”. */
function readPartOfYear(items: readonly Item[]): Span | Fault | undefined {
  const kind = items.some(isStretch('quarter')) ? 'quarter' : items.some(isStretch('half')) ? 'half' : undefined;
  if (kind === undefined || !only(items, isStretch(kind), isTie, hasValue)) return undefined;
  const numbers = items.flatMap((item) => (item.kind === 'number' ? [item.value] : isStretch(kind)(item) ? [] : (rolesIn(item).value ?? [])));
  const n = numbers.find((value) => value < 5);
  const year = numbers.find((value) => value >= 1000 && value <= 9999);
  const [parts, firstCode] = kind === 'quarter' ? [4, 33] : [2, 40];
  if (numbers.length !== 2 || n === undefined || year === undefined || n < 1 || n > parts) return undefined;
  const months = 12 / parts;
  return { ...spanOfPoint(`${year}-${firstCode + n - 1}`), first: monthText(year, (n - 1) * months + 1), last: monthText(year, n * months) };
}

/** “2019-W27”, “2019W274”, “week 27 2019”. */
function readWeek(items: readonly Item[]): Span | Fault | undefined {
  if (!items.some(isStretch('week')) || !only(items, isStretch('week'), isTie)) return undefined;
  const [a, b, c, ...more] = numbersOf(items);
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  const [year, week] = a.digits.length === 4 ? [a, b] : [b, a];
  if (year.digits.length !== 4) return undefined;
  if (week.digits.length === 3 && c === undefined) return spanOfWeek(year.value, Number(week.digits.slice(0, 2)), Number(week.digits.slice(2)));
  return week.digits.length > 2 ? undefined : spanOfWeek(year.value, week.value, c?.value);
}

/** “2019-185”: the day of the year. */
function readDayOfYear(items: readonly Item[]): Span | Fault | undefined {
  const [year, dash, day, ...more] = items;
  if (more.length > 0 || year?.kind !== 'number' || day?.kind !== 'number' || !isSign(dash, '-')) return undefined;
  return year.digits.length === 4 && day.digits.length === 3 && !day.spaced ? spanOfDayOfYear(year.value, day.value) : undefined;
}

