import { instantOf } from './calendar.ts';
import { DAY, SECOND, instant, type Instant } from './instant.ts';

/** How many milliseconds the clocks of a zone are ahead of UTC at an instant. */
export type Clocks = (at: Instant) => number;

const known = new Map<string, Clocks | undefined>();

/** The clocks of an IANA zone, as the tables that `Intl` comes with have them; `undefined` for a zone that they lack. */
export function clocksOf(zone: string): Clocks | undefined {
  if (!known.has(zone)) known.set(zone, makeClocks(zone));
  return known.get(zone);
}

function makeClocks(zone: string): Clocks | undefined {
  const format = formatIn(zone);
  if (format === undefined) return undefined;
  return (at) => {
    const second = Math.floor(at / SECOND) * SECOND;
    const fields = new Map(format.formatToParts(second).map(({ type, value }) => [type, value]));
    const field = (name: Intl.DateTimeFormatPartTypes): number => Number(fields.get(name));
    const year = fields.get('era') === 'B' ? 1 - field('year') : field('year');
    return instantOf(year, field('month'), field('day'), field('hour'), field('minute'), field('second')) - second;
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
