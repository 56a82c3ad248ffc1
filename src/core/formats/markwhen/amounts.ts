import { civilOf, offsetBy, type Unit } from '../../time/calendar.ts';
import { YEAR, instant, type Instant } from '../../time/instant.ts';

/** A length of time in calendar units. */
export interface Amount {
  readonly unit: Unit | 'weekday';
  readonly count: number;
}

const UNITS: readonly (readonly [words: RegExp, unit: Amount['unit']])[] = [
  [/^(?:ms|milliseconds?)$/, 'millisecond'],
  [/^(?:s|secs?|seconds?)$/, 'second'],
  [/^(?:min|mins|minutes?)$/, 'minute'],
  [/^(?:h|hrs?|hours?)$/, 'hour'],
  [/^(?:(?:week|work|business) ?days?)$/, 'weekday'],
  [/^(?:d|days?)$/, 'day'],
  [/^(?:w|wks?|weeks?)$/, 'week'],
  [/^(?:mo|mos|months?)$/, 'month'],
  [/^(?:quarters?)$/, 'quarter'],
  [/^(?:y|yrs?|years?)$/, 'year'],
];

/** The unit that a word names. */
export const unitOf = (word: string): Amount['unit'] | undefined => UNITS.find(([words]) => words.test(word.toLowerCase().replace(/\s+/g, ' ')))?.[1];

const AMOUNT = /(\d{1,7})\s{0,5}((?:week|work|business)\s{1,5}days?|[a-z]{1,12})(?:\s{0,5},?\s{0,5}(?:and\s{1,5})?|$)/iy;

/** Reads amounts that follow each other, such as `1 week 3 days`; `undefined` where anything else is among them. */
export function parseAmounts(text: string): readonly Amount[] | undefined {
  const amounts: Amount[] = [];
  const trimmed = text.trim();
  AMOUNT.lastIndex = 0;
  while (AMOUNT.lastIndex < trimmed.length) {
    const match = AMOUNT.exec(trimmed);
    const unit = match === null ? undefined : unitOf(match[2] ?? '');
    if (match === null || unit === undefined) return undefined;
    amounts.push({ unit, count: Number(match[1]) });
  }
  return amounts.length === 0 ? undefined : amounts;
}

/** The most weekdays that are counted one by one. */
const MOST_WEEKDAYS = 100_000;

/** The instant some amounts later, or earlier. Working days are whole days between midnights, without those of weekends. */
export function moved(at: Instant, amounts: readonly Amount[], direction: 1 | -1 = 1): Instant {
  const dayOver = (midnight: Instant): Instant => (direction === 1 ? offsetBy('day', -1, midnight) : midnight);
  let to = at;
  for (const { unit, count } of amounts) {
    to = unit === 'weekday' ? movedByWeekdays(to, count, direction, dayOver) : offsetBy(unit, direction * count, to);
  }
  return held(to);
}

/** The same time some steps later: of working days, on one of them. */
export const repeated = (at: Instant, { unit, count }: Amount): Instant =>
  held(unit === 'weekday' ? movedByWeekdays(at, count, 1, (day) => day) : offsetBy(unit, count, at));

function movedByWeekdays(at: Instant, count: number, direction: 1 | -1, dayOf: (at: Instant) => Instant): Instant {
  let to = at;
  for (let left = Math.min(count, MOST_WEEKDAYS); left > 0; ) {
    to = offsetBy('day', direction, to);
    const { weekday } = civilOf(dayOf(to));
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return to;
}

const held = (at: Instant): Instant => (Math.abs(at) < FARTHEST ? at : instant(NaN));

/** Far enough from 1970, and still in a year of four digits. */
const FARTHEST = 8000 * YEAR;

/** The finest unit among amounts, as far as dates are written with it. */
export function finestOf(amounts: readonly Amount[]): Grain {
  return amounts.map(({ unit }) => GRAIN_OF[unit]).reduce(finer, 'year');
}

/** What a date is written down to. */
const GRAINS = ['second', 'minute', 'day', 'month', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

const GRAIN_OF: Readonly<Record<Amount['unit'], Grain>> = {
  millisecond: 'second', second: 'second', minute: 'minute', hour: 'minute', day: 'day', weekday: 'day', week: 'day',
  month: 'month', quarter: 'month', year: 'year',
};

/** The finer of two. */
export const finer = (a: Grain, b: Grain): Grain => (GRAINS.indexOf(a) < GRAINS.indexOf(b) ? a : b);
