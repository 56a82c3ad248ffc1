import { DAY, instant, type Instant } from './instant.ts';
import { instantOf } from './calendar.ts';

/** The first day of the calendar: 16 July 622 of the Julian calendar. */
const EPOCH = instantOf(622, 7, 19);

/** Years of thirty that have a day more, as most tables have them. */
const leapDays = (years: number): number => Math.floor((11 * years + 14) / 30);

/** How many days a month (1 to 12) of an Islamic year has by the table. */
export function daysInIslamicMonth(year: number, month: number): number {
  if (!(month >= 1 && month <= 12)) throw new RangeError(`month ${month} is not between 1 and 12`);
  if (month === 12) return 29 + leapDays(year) - leapDays(year - 1);
  return month % 2 === 1 ? 30 : 29;
}

/**
 * The midnight at which a day of the Islamic calendar begins by the civil table. Where months begin when the moon is seen, or by another
 * table, it may be
 * a day earlier or later.
 * Source: Reingold and Dershowitz, "Calendrical Calculations", 4th edition, chapter 7 (the arithmetic Islamic calendar).
 */
export const instantOfIslamic = (year: number, month: number, day: number): Instant =>
  instant(EPOCH + (354 * (year - 1) + leapDays(year - 1) + 29 * (month - 1) + Math.floor(month / 2) + day - 1) * DAY);
