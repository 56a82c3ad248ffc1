import { formatAgo, formatAt, formatDay, formatMonth, formatPlain, formatTime } from '../i18n/format-time.ts';
import { PRESENT } from '../time/ago.ts';
import { civilOf } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { TickStep } from '../time/ticks.ts';
import type { World } from './world.ts';

/** A way to write all ticks of a step; several are tried, from the fullest to the shortest. */
export type TickWriter = (at: Instant) => string;

/** The ways to write the fine ticks of a step, fullest first. */
export function minorWriters({ unit, count, isAgo }: TickStep, world: World): readonly TickWriter[] {
  const { tick } = world.messages.timeline;
  switch (unit) {
    case 'millisecond':
      return [(at) => tick.seconds(formatSeconds(at, count, world))];
    case 'second':
      return [(at) => formatTime(at, world, 'second')];
    case 'minute':
    case 'hour':
      return [(at) => formatTime(at, world)];
    case 'day':
    case 'week':
      return [(at) => tick.day(formatAt(at, 'weekday-short', world), formatAt(at, 'day', world)), (at) => formatAt(at, 'day', world)];
    case 'month':
    case 'quarter':
      return (['month', 'month-short'] as const).map((style): TickWriter => (at) => formatAt(at, style, world));
    case 'year':
      return [isAgo ? (at) => formatAgo(PRESENT - civilOf(at).year, count, world) : (at) => formatTickYear(civilOf(at).year, world)];
  }
}

/** The ways to write the coarse ticks above a fine step, fullest first. */
export function majorWriters({ unit, count }: TickStep, world: World): readonly TickWriter[] {
  const { time, timeline } = world.messages;
  switch (unit) {
    case 'minute':
      return [(at) => timeline.tick.dayAndTime(formatDay(at, world), formatTime(at, world)), (at) => formatTime(at, world)];
    case 'day':
      return [
        (at) => formatDay(at, world),
        (at) => time.weekdayDate(formatAt(at, 'weekday-short', world), formatAt(at, 'date-short', world)),
        (at) => formatAt(at, 'date-short', world),
      ];
    case 'month':
      return [(at) => formatMonth(at, world), (at) => formatAt(at, 'month-year-short', world)];
    case 'year':
      return [(at) => formatYears(civilOf(at).year, count, world)];
    default:
      throw new RangeError(`no coarse ticks of ${count} ${unit}s`);
  }
}

/** Seconds of a minute with as many decimals as the step has. */
function formatSeconds(at: Instant, stepMs: number, { locale }: World): string {
  const { second, millisecond } = civilOf(at);
  const digits = stepMs >= 100 ? 1 : stepMs >= 10 ? 2 : 3;
  return (second + millisecond / 1000).toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A year as an axis has it: 1066, 44 BCE, 1 CE. Between 1 CE and the year 1000 only the first is marked. */
function formatTickYear(year: number, world: World): string {
  const { time } = world.messages;
  if (year > 0) return year === 1 ? time.ce(formatPlain(1, world)) : formatPlain(year, world);
  const count = 1 - year;
  return time.bce(count < 10_000 ? formatPlain(count, world) : world.formats.number(count));
}

/** A year, decade or century by its first year; nothing for the few years of which no round name tells. */
function formatYears(first: number, count: number, world: World): string {
  const { time } = world.messages;
  if (count === 1) return formatTickYear(first, world);
  if (count === 10) return first > 1 ? time.decade(formatPlain(first, world)) : '';
  return first > 0 ? time.century(Math.floor(first / count) + 1, false) : time.century(Math.round((1 - first) / count), true);
}
