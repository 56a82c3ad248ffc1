import { formatAt, formatTime } from '../i18n/format-time.ts';
import type { Instant } from '../time/instant.ts';
import { majorOf, stepFrom, TICK_STEPS, ticksIn, type TickRow, type TickStep } from '../time/ticks.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { roundInstants, type UnevenTick } from '../time/uneven-ticks.ts';
import { wallOf, type Clocks } from '../time/zone.ts';
import { minorWriters } from './tick-labels.ts';
import type { World } from './world.ts';

/** A tick with its label, which has room to the next one. */
export interface LabelledTick {
  readonly x: number;
  readonly text: string;
}

/** Pixels in which at most one instant is looked for. */
const SLOT = 28;

/** What the coarse level of an axis says already. */
interface Said {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
}

/**
 * The fine ticks of a scale that changes everywhere: the roundest instants first, then others as far as they and their labels have room.
 * Labels are `width(text)` pixels wide all in.
 */
export function unevenTicks(scale: TimeScale, major: TickStep | undefined, clocks: Clocks, width: (text: string) => number, world: World): readonly LabelledTick[] {
  const said = saidBy(major);
  const placed: (LabelledTick & { readonly end: number })[] = [];
  const candidates = roundInstants(scale, SLOT, clocks).toSorted((a, b) => b.step.length - a.step.length || a.at - b.at);
  for (const tick of candidates) {
    const text = labelOf(tick, said, world);
    const end = tick.x + width(text);
    if (placed.every((other) => end <= other.x || tick.x >= other.end)) placed.push({ x: tick.x, text, end });
  }
  return placed.filter(({ x }) => x >= scale.x0 && x <= scale.x1);
}

/** The coarse ticks above them: those that would stand above fine ticks spread evenly over the window. */
export function unevenMajor(scale: TimeScale, clocks: Clocks, minGap: (step: TickStep) => number): TickRow | undefined {
  const { window } = scale;
  const pixels = (scale.x1 - scale.x0) / (window.end - window.start);
  const wall = wallOf(window.start, clocks);
  const fine = TICK_STEPS.map((step) => stepFrom(wall, step)).find((step) => step.length * pixels >= minGap(step));
  const step = fine && majorOf(fine);
  return step && { step, ticks: ticksIn(window, step, scale, clocks) };
}

function saidBy(major: TickStep | undefined): Said {
  const unit = major?.unit;
  const [day, month] = [unit === 'day' || unit === 'minute', unit === 'month'];
  return { day, month: day || month, year: day || month || (unit === 'year' && major?.count === 1) };
}

/** What a tick begins, with as much of its date as is not said above it: of a year that is said above, its first month. */
function labelOf({ wall, step }: UnevenTick, said: Said, world: World): string {
  const { tick } = world.messages.timeline;
  switch (said.day ? 'hour' : unitBelow(step, said)) {
    case 'year':
      return (minorWriters(step, world)[0] ?? String)(wall);
    case 'month':
      return formatAt(wall, said.year ? 'month-short' : 'month-year-short', world);
    case 'day':
      return formatAt(wall, dateStyle(said), world);
    default: {
      const clock = clockOf(wall, step, world);
      return said.day ? clock : tick.dayAndTime(formatAt(wall, dateStyle({ ...said, month: false }), world), clock);
    }
  }
}

function unitBelow({ unit }: TickStep, said: Said): 'year' | 'month' | 'day' | 'hour' {
  switch (unit) {
    case 'year':
      return said.month ? 'day' : said.year ? 'month' : 'year';
    case 'month':
    case 'quarter':
      return said.month ? 'day' : 'month';
    case 'week':
    case 'day':
      return 'day';
    default:
      return 'hour';
  }
}

/** The time of day, as exact as it takes. */
function clockOf(wall: Instant, step: TickStep, world: World): string {
  if (step.unit === 'second') return formatTime(wall, world, 'second');
  const [seconds = ''] = step.unit === 'millisecond' ? minorWriters(step, world).map((writer) => writer(wall)) : [];
  return seconds === '' ? formatTime(wall, world) : `${formatTime(wall, world)}, ${seconds}`;
}

function dateStyle({ year, month }: Said): 'date-short' | 'day-month-short' | 'day' {
  if (!year) return 'date-short';
  return month ? 'day' : 'day-month-short';
}
