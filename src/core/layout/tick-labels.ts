import { civilOf } from '../time/calendar.ts';
import { DAY, type Instant } from '../time/instant.ts';
import type { TickStep } from '../time/ticks.ts';
import type { World } from './world.ts';

/** A way to write all ticks of a step; several are tried, from the fullest to the shortest. */
export type TickWriter = (at: Instant) => string;

type Options = Intl.DateTimeFormatOptions;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, options: Options): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

/** Instants that `Intl` can write lie within 100 million days of 1970. Source: ECMA-262, "Time Values and Time Range". */
const INTL_LIMIT = 1e8 * DAY;
/** Years from here on, either way, are told as so long ago. */
const LONG_AGO = 20_000;

/** The ways to write the fine ticks of a step, fullest first. */
export function minorWriters({ unit, count }: TickStep, world: World): readonly TickWriter[] {
  const { tick } = world.messages.timeline;
  const part = partsIn(world);
  switch (unit) {
    case 'millisecond':
      return [(at) => tick.second(part(at, { second: 'numeric', fractionalSecondDigits: count >= 100 ? 1 : count >= 10 ? 2 : 3 }))];
    case 'second':
      return [(at) => part(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })];
    case 'minute':
    case 'hour':
      return [(at) => part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })];
    case 'day':
    case 'week':
      return [
        (at) => tick.day(part(at, { weekday: 'short' }), part(at, { day: 'numeric' })),
        (at) => part(at, { day: 'numeric' }),
      ];
    case 'month':
    case 'quarter':
      return (['long', 'short'] as const).map((month): TickWriter => (at) => part(at, { month }));
    case 'year':
      return [(at) => yearLabel(civilOf(at).year, world)];
  }
}

/** The ways to write the coarse ticks above a fine step, fullest first. */
export function majorWriters({ unit, count }: TickStep, world: World): readonly TickWriter[] {
  const { tick } = world.messages.timeline;
  const part = partsIn(world);
  const year = (at: Instant): string => yearLabel(civilOf(at).year, world);
  switch (unit) {
    case 'minute':
      return [(at) => part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })];
    case 'day':
      return (['long', 'short'] as const).map((width): TickWriter => (at) =>
        tick.dayInFull(part(at, { weekday: width }), part(at, { day: 'numeric' }), tick.month(part(at, { month: width }), year(at))),
      );
    case 'month':
      return (['long', 'short'] as const).map((month): TickWriter => (at) => tick.month(part(at, { month }), year(at)));
    case 'year':
      return [count === 1 ? year : (at) => groupLabel(civilOf(at).year, count, world)];
    default:
      throw new RangeError(`no coarse ticks of ${count} ${unit}s`);
  }
}

/** Writes one part of a date in the world's locale; nothing where `Intl` does not reach. */
function partsIn({ locale }: World): (at: Instant, options: Options) => string {
  return (at, options) => (Math.abs(at) > INTL_LIMIT ? '' : formatterOf(locale, options).format(at));
}

/** A year as people write it: 1066, 44 BCE, 66 Ma. */
export function yearLabel(year: number, { locale, messages }: World): string {
  const { tick } = messages.timeline;
  const plain = (value: number): string => numberOf(value, locale);
  if (year >= LONG_AGO) return year >= 1e6 ? tick.millionYearsAhead(plain(year / 1e6)) : plain(year);
  if (year === 1) return tick.firstYear(plain(1));
  if (year > 0) return plain(year);
  const ago = 1 - year;
  if (ago >= 1e9) return tick.billionYearsAgo(plain(ago / 1e9));
  if (ago >= 1e6) return tick.millionYearsAgo(plain(ago / 1e6));
  if (ago >= LONG_AGO) return tick.thousandYearsAgo(plain(ago / 1e3));
  return tick.before(plain(ago));
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberOf(value: number, locale: string): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 });
  numbers.set(locale, known);
  return known.format(value);
}

/** A decade, century or millennium by its first year. */
function groupLabel(first: number, count: number, world: World): string {
  const { locale } = world;
  const { tick } = world.messages.timeline;
  const year = first === 1 ? 0 : first;
  if (count === 10) return year > 0 ? tick.decade(numberOf(year, locale)) : '';
  const isBefore = year < 0;
  const position = isBefore ? Math.round(-(year - 1) / count) : Math.floor(year / count) + 1;
  const ordinal = tick.ordinal(numberOf(position, locale), ordinalRule(position, locale));
  if (count === 100) return isBefore ? tick.centuryBefore(ordinal) : tick.century(ordinal);
  return isBefore ? tick.millenniumBefore(ordinal) : tick.millennium(ordinal);
}

const ordinals = new Map<string, Intl.PluralRules>();

function ordinalRule(value: number, locale: string): Intl.LDMLPluralRule {
  const known = ordinals.get(locale) ?? new Intl.PluralRules(locale, { type: 'ordinal' });
  ordinals.set(locale, known);
  return known.select(value);
}
