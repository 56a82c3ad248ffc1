import { instantOf } from './calendar.ts';
import { DAY, instant, type Instant } from './instant.ts';

/**
 * The years in which the run of leap years of the Solar Hijri calendar changes, from −61 to 3178.
 * Source of the list and of the rule: Kazimierz M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996).
 */
const BREAKS = [-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178] as const;

/** The years that the rule covers. */
export const SOLAR_HIJRI_YEARS = { first: 1, last: 3177 } as const;

/** Days of the months of a Solar Hijri year; the last one has a day more in a leap year. */
const MONTHS = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29] as const;

/** How many days a month (1 to 12) of a Solar Hijri year has. */
export function daysInSolarHijriMonth(year: number, month: number): number {
  const days = MONTHS[month - 1];
  if (days === undefined) throw new RangeError(`month ${month} is not between 1 and 12`);
  return month === 12 && startOfYear(year + 1) - startOfYear(year) === 366 * DAY ? 30 : days;
}

/** The midnight at which a day of the Solar Hijri calendar begins. Throws on a year that its rule does not cover. */
export function instantOfSolarHijri(year: number, month: number, day: number): Instant {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return instant(startOfYear(year) + (before + day - 1) * DAY);
}

/** The first of Farvardin, which falls on a day of March of the 621st year after. */
function startOfYear(year: number): Instant {
  const gregorian = year + 621;
  let leaps = -14;
  let [from, run] = [BREAKS[0] as number, 0];
  for (const to of BREAKS.slice(1)) {
    run = to - from;
    if (year < to) {
      const n = year - from;
      leaps += Math.floor(n / 33) * 8 + Math.floor(((n % 33) + 3) / 4);
      if (run % 33 === 4 && run - n === 4) leaps += 1;
      const gregorianLeaps = Math.floor(gregorian / 4) - Math.floor(((Math.floor(gregorian / 100) + 1) * 3) / 4) - 150;
      return instantOf(gregorian, 3, 20 + leaps - gregorianLeaps);
    }
    leaps += Math.floor(run / 33) * 8 + Math.floor((run % 33) / 4);
    from = to;
  }
  throw new RangeError(`the Solar Hijri year ${year} is not known`);
}
