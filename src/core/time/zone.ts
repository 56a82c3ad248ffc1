import { instantOf } from './calendar.ts';
import { DAY, SECOND, instant, type Instant } from './instant.ts';

/** How many milliseconds the clocks of a zone are ahead of UTC at an instant. */
export type Clocks = (at: Instant) => number;

/** Clocks that show UTC. */
export const UTC_CLOCKS: Clocks = () => 0;

/** The farthest instant from 1970 that `Date` and `Intl` know (ECMA-262, time values); beyond it clocks show UTC. */
const FARTHEST = 8.64e15;

/** How many answers of a zone's tables are kept: asking them costs a thousand times what remembering does. */
const KEPT = 4096;

const known = new Map<string, Clocks | undefined>([['UTC', UTC_CLOCKS]]);

/** The clocks of an IANA zone, as the tables that `Intl` comes with have them; `undefined` for a zone that they lack. */
export function clocksOf(zone: string): Clocks | undefined {
  if (!known.has(zone)) known.set(zone, makeClocks(zone));
  return known.get(zone);
}

function makeClocks(zone: string): Clocks | undefined {
  const format = formatIn(zone);
  if (format === undefined) return undefined;
  return remembered((second) => {
    const fields = new Map(format.formatToParts(second).map(({ type, value }) => [type, value]));
    const field = (name: Intl.DateTimeFormatPartTypes): number => Number(fields.get(name));
    const year = fields.get('era') === 'B' ? 1 - field('year') : field('year');
    return instantOf(year, field('month'), field('day'), field('hour'), field('minute'), field('second')) - second;
  });
}

/** Asks for whole seconds, and for each of them once in a while. */
function remembered(offsetAt: (second: number) => number): Clocks {
  const offsets = new Map<number, number>();
  return (at) => {
    const second = Math.floor(at / SECOND) * SECOND;
    if (!(Math.abs(second) <= FARTHEST)) return 0;
    const kept = offsets.get(second);
    if (kept !== undefined) return kept;
    if (offsets.size >= KEPT) offsets.clear();
    const offset = offsetAt(second);
    offsets.set(second, offset);
    return offset;
  };
}

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'narrow',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The instants at which clocks may have shown a wall-clock time, which is given as if it were UTC: the same one twice but for a time
 * that clocks showed twice, or skipped, when they were changed.
 */
export function instantsOfWall(wall: Instant, clocks: Clocks): { readonly first: Instant; readonly last: Instant } {
  const offsets = [clocks(instant(wall - DAY)), clocks(instant(wall + DAY))];
  const fitting = offsets.filter((offset) => clocks(instant(wall - offset)) === offset);
  const possible = fitting.length === 0 ? offsets : fitting;
  return { first: instant(wall - Math.max(...possible)), last: instant(wall - Math.min(...possible)) };
}

/** What clocks show at an instant, given as if it were UTC. */
export const wallOf = (at: Instant, clocks: Clocks): Instant => instant(at + clocks(at));

/**
 * The first instant at which clocks show a wall-clock time, or at which they have gone past it where it was skipped: the midnight of a day
 * whose first hour was skipped is one o'clock.
 */
export function firstInstantOf(wall: Instant, clocks: Clocks): Instant {
  const before = clocks(instant(wall - DAY));
  const after = clocks(instant(wall + DAY));
  if (before === after) return instant(wall - before);
  const [first, last] = [instant(wall - Math.max(before, after)), instant(wall - Math.min(before, after))];
  if (wallOf(first, clocks) === wall) return first;
  return wallOf(last, clocks) === wall ? last : changeBetween(first, last, clocks);
}

/** The second at which clocks are changed between two instants that they show with different offsets. */
export function changeBetween(from: Instant, to: Instant, clocks: Clocks): Instant {
  const offset = clocks(from);
  let [still, changed] = [Math.floor(from / SECOND), Math.ceil(to / SECOND)];
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (clocks(instant(middle * SECOND)) === offset) still = middle;
    else changed = middle;
  }
  return instant(changed * SECOND);
}
