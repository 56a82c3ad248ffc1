import { LONG_AGO, PRESENT } from './ago.ts';
import { civilOf, floorTo, instantOf, offsetBy, type Unit } from './calendar.ts';
import { DAY, HOUR, MINUTE, SECOND, YEAR, instant, type Instant, type Interval } from './instant.ts';
import type { Break, TimeScale } from './time-scale.ts';
import { changeBetween, firstInstantOf, UTC_CLOCKS, wallOf, type Clocks } from './zone.ts';

/** A step of ticks: so many of a calendar unit. */
export interface TickStep {
  readonly unit: Unit;
  readonly count: number;
  /** Usual length in milliseconds. */
  readonly length: number;
  /** Years counted back from the present instead of from the beginning of the era. */
  readonly isAgo: boolean;
}

/** Where a step begins, and where the next one does. */
export interface Tick {
  readonly at: Instant;
  /** What the clocks of the axis show there, as if it were UTC: what is written. */
  readonly wall: Instant;
  readonly x: number;
  readonly end: number;
}

/** The ticks of one level in one stretch, the first one perhaps before its left edge. */
export interface TickRow {
  readonly step: TickStep;
  readonly ticks: readonly Tick[];
}

/** A part of the axis with one scale, in pixels, and its ticks. */
export interface TickStretch {
  readonly interval: Interval;
  /** The break that it is part of, or itself. */
  readonly whole: Interval;
  readonly kind: 'true' | Break['kind'];
  readonly x0: number;
  readonly x1: number;
  /** The coarse level; none where years are counted in hundreds or more. */
  readonly major: TickRow | undefined;
  /** The fine level; none in a gap, or where not even the coarsest step has room. */
  readonly minor: TickRow | undefined;
  /** Parts of the fine level, where there is no coarse one. */
  readonly parts: TickRow | undefined;
}

const step = (unit: Unit, count: number, length: number): TickStep => ({ unit, count, length: count * length, isAgo: false });

/** Steps from a millisecond to a day, then months, as in d3-time's `ticks.js`. */
const CALENDAR_STEPS: readonly TickStep[] = [
  ...[1, 10, 100, 500].map((count) => step('millisecond', count, 1)),
  ...[1, 5, 15, 30].map((count) => step('second', count, SECOND)),
  ...[1, 5, 15, 30].map((count) => step('minute', count, MINUTE)),
  ...[1, 3, 6, 12].map((count) => step('hour', count, HOUR)),
  step('day', 1, DAY),
  step('week', 1, 7 * DAY),
  ...[1, 3].map((count) => step('month', count, YEAR / 12)),
];

/** 1, 2, 5, 10 … years, up to ten billion. */
const YEAR_STEPS: readonly TickStep[] = Array.from({ length: 31 }, (_, i) =>
  step('year', ([1, 2, 5][i % 3] ?? 1) * 10 ** Math.floor(i / 3), YEAR),
);

/** All steps of ticks, from fine to coarse. */
export const TICK_STEPS: readonly TickStep[] = [...CALENDAR_STEPS, ...YEAR_STEPS];

/** A step as it is counted in a time that begins at a wall-clock time. */
export const stepFrom = (wall: Instant, chosen: TickStep): TickStep =>
  chosen.unit === 'year' && chosen.count >= 1000 && civilOf(wall).year < LONG_AGO ? { ...chosen, isAgo: true } : chosen;

/** The level above a step: what its labels leave unsaid. */
export function majorOf({ unit, count }: TickStep): TickStep | undefined {
  switch (unit) {
    case 'millisecond':
      return step('minute', 1, MINUTE);
    case 'second':
    case 'minute':
    case 'hour':
      return step('day', 1, DAY);
    case 'day':
    case 'week':
      return step('month', 1, YEAR / 12);
    case 'month':
    case 'quarter':
      return step('year', 1, YEAR);
    case 'year':
      if (count === 1) return step('year', 10, YEAR);
      return count <= 50 ? step('year', 100, YEAR) : undefined;
  }
}

/** Of hundreds of years and more, the round part that they are cut into: 1,000 into fifths, 2,000 into quarters. */
function partOf({ count, isAgo }: TickStep): TickStep {
  const parts = Math.log10(count / 2) % 1 === 0 ? 4 : 5;
  return { ...step('year', count / parts, YEAR), isAgo };
}

/** Ticks nearer to each other than this many pixels are of no use to anybody: what their labels would take is not asked for. */
const NARROWEST = 3;

/** A stretch that holds only imprecise events gets no more ticks than this: finer ones would be finer than what is known. */
const TICKS_IN_SQUEEZED = 4;

/**
 * Ticks in two levels for every stretch of a scale's window, each stretch with the finest step whose ticks are at least
 * `minGap(step)` pixels apart. Days and hours are those that clocks show: where they are changed a day has 23 or 25 hours.
 */
export function ticksOf(scale: TimeScale, minGap: (step: TickStep) => number, clocks: Clocks = UTC_CLOCKS): readonly TickStretch[] {
  return stretchesOf(scale).map((stretch) => {
    if (stretch.kind === 'gap') return { ...stretch, ...NO_TICKS };
    const pixels = (stretch.x1 - stretch.x0) / (stretch.interval.end - stretch.interval.start);
    const finest = stretch.kind === 'squeezed' ? (stretch.whole.end - stretch.whole.start) / TICKS_IN_SQUEEZED : 0;
    const wall = wallOf(stretch.interval.start, clocks);
    const fitting = TICK_STEPS.map((candidate) => stepFrom(wall, candidate)).find(
      (candidate) => candidate.length >= finest && candidate.length * pixels >= NARROWEST && candidate.length * pixels >= minGap(candidate),
    );
    if (fitting === undefined) return { ...stretch, ...NO_TICKS };
    const above = majorOf(fitting);
    const row = (chosen: TickStep): TickRow => ({ step: chosen, ticks: ticksIn(stretch.interval, chosen, scale, clocks) });
    return { ...stretch, minor: row(fitting), major: above && row(above), parts: above === undefined ? row(partOf(fitting)) : undefined };
  });
}

const NO_TICKS = { major: undefined, minor: undefined, parts: undefined };

type Stretch = Omit<TickStretch, keyof typeof NO_TICKS>;

/** Cuts the window where its scale changes. */
function stretchesOf(scale: TimeScale): readonly Stretch[] {
  const { window, warp } = scale;
  const stretches: Stretch[] = [];
  let from: Instant = window.start;
  const upTo = (end: Instant, kind: Stretch['kind'], whole?: Interval): void => {
    if (end <= from) return;
    const interval = { start: from, end };
    stretches.push({ interval, whole: whole ?? interval, kind, x0: scale.xOf(from), x1: scale.xOf(end) });
    from = end;
  };
  for (const { interval, kind } of warp.breaks) {
    if (interval.end <= window.start || interval.start >= window.end) continue;
    upTo(interval.start, 'true');
    upTo(instant(Math.min(interval.end, window.end)), kind, interval);
  }
  upTo(window.end, 'true');
  return stretches;
}

/** The ticks from the last one not after the interval's start to the last one before its end. */
export function ticksIn(interval: Interval, chosen: TickStep, scale: TimeScale, clocks: Clocks): readonly Tick[] {
  const ticks: Tick[] = [];
  const known = nextTicks(chosen, clocks);
  let at = firstTick(interval.start, chosen, clocks);
  while (at < interval.end) {
    const next = known.get(at) ?? nextTick(at, chosen, clocks);
    known.set(at, next);
    if (next <= at) throw new RangeError(`steps of ${chosen.count} ${chosen.unit}s are finer than instants at ${at}`);
    ticks.push({ at, wall: wallOf(at, clocks), x: scale.xOf(at), end: scale.xOf(next) });
    at = next;
  }
  return ticks;
}

/** How many ticks of a step are kept. */
const MOST_KEPT = 4096;

const kept = new WeakMap<Clocks, Map<string, Map<Instant, Instant>>>();

/** The ticks of a step that are known with the one after each: a picture that is moved has nearly all of those it had before. */
function nextTicks({ unit, count, isAgo }: TickStep, clocks: Clocks): Map<Instant, Instant> {
  const steps = kept.get(clocks) ?? new Map<string, Map<Instant, Instant>>();
  kept.set(clocks, steps);
  const key = `${count} ${unit} ${isAgo}`;
  const known = steps.get(key) ?? new Map<Instant, Instant>();
  steps.set(key, known);
  if (known.size > MOST_KEPT) known.clear();
  return known;
}

/** Where the step begins in which an instant lies. */
function firstTick(at: Instant, chosen: TickStep, clocks: Clocks): Instant {
  const offset = clocks(at);
  const wall = tickAtOrBefore(instant(at + offset), chosen);
  const begin = instant(wall - offset);
  return clocks(begin) === offset ? begin : firstInstantOf(wall, clocks);
}

/**
 * The tick after one. Up to an hour, steps follow the clocks even where they show a time twice; longer ones begin at the first instant at
 * which clocks show their beginning, and those that were skipped altogether are left out.
 */
function nextTick(at: Instant, chosen: TickStep, clocks: Clocks): Instant {
  const offset = clocks(at);
  let wall = tickAfter(tickAtOrBefore(instant(at + offset), chosen), chosen);
  if (chosen.length <= HOUR) {
    const next = instant(wall - offset);
    if (clocks(next) === offset) return next;
    const change = changeBetween(at, next, clocks);
    const shown = wallOf(change, clocks);
    const before = tickAtOrBefore(shown, chosen);
    return firstAfterChange(before === shown ? shown : tickAfter(before, chosen), change, clocks);
  }
  let next = firstInstantOf(wall, clocks);
  while (next <= at) {
    const after = tickAfter(wall, chosen);
    if (after <= wall) return next;
    wall = after;
    next = firstInstantOf(wall, clocks);
  }
  return next;
}

/** The instant at which clocks show a time after they were changed. */
const firstAfterChange = (wall: Instant, change: Instant, clocks: Clocks): Instant => instant(wall - clocks(change));

/** Whether a step falls on round years, which are counted apart: 200 BCE, 100 BCE, 1 CE, 100 CE. */
const isRoundYears = ({ unit, count, isAgo }: TickStep): boolean => unit === 'year' && count > 1 && !isAgo;

/** The last wall-clock time not after another one at which a step begins. */
export function tickAtOrBefore(wall: Instant, chosen: TickStep): Instant {
  if (chosen.isAgo) return instantOf(PRESENT + Math.floor((civilOf(wall).year - PRESENT) / chosen.count) * chosen.count);
  if (!isRoundYears(chosen)) return floorTo(chosen.unit, chosen.count, wall);
  let index = Math.floor(civilOf(wall).year / chosen.count);
  while (roundYear(index + 1, chosen) <= wall) index += 1;
  while (roundYear(index, chosen) > wall) index -= 1;
  return roundYear(index, chosen);
}

/** The beginning of the next step, as clocks show it. */
function tickAfter(wall: Instant, chosen: TickStep): Instant {
  if (!isRoundYears(chosen)) return offsetBy(chosen.unit, chosen.count, wall);
  const { year } = civilOf(wall);
  return roundYear((year < chosen.count ? year - 1 : year) / chosen.count + 1, chosen);
}

/** The start of a round year by its place in the row. Before the common era astronomical years are off by one: 100 BCE is -99. */
function roundYear(index: number, { count }: TickStep): Instant {
  return instantOf(index > 0 ? index * count : index * count + 1);
}
