import { civilOf, instantOf, offsetBy } from './calendar.ts';
import type { Duration } from './duration.ts';
import { dayText, monthText, twoDigits, yearText } from './edtf-of.ts';
import type { EdtfDate, EdtfDateTime } from './edtf-reading.ts';
import { parseEdtf, type Edtf } from './edtf.ts';
import { DAY, instant, SECOND, type Instant } from './instant.ts';
import { instantsOfWall, wallOf, type Clocks } from './zone.ts';

/**
 * Where something ends that begins at a date and lasts so long, no more exactly than the date is: of a time of day, on the clocks of its
 * zone where they are given. Days count with their first, so that three days from the 1st end on the 3rd; a month or year lies that many
 * later. `undefined` where it ends within the unit that it starts in, where the length is finer than the date, and for a date that is not
 * one day, month, year or time without doubt.
 */
export function endAfter(start: Edtf, duration: Duration, clocks?: Clocks): Edtf | undefined {
  const text = start.kind === 'date-time' ? endOfTime(start, duration, clocks) : start.kind === 'date' ? endOfDate(start, duration) : undefined;
  if (text === undefined || text === start.text) return undefined;
  const end = parseEdtf(text);
  return end.ok && end.value.span.latestEnd > start.span.latestEnd ? end.value : undefined;
}

function endOfTime(start: EdtfDateTime, { months, days, ms }: Duration, clocks?: Clocks): string | undefined {
  const { year, month, day, hour, minute, second, zone } = start;
  if (hour === '' || minute === '') return undefined;
  const from = instantOf(year, month, day, Number(hour), Number(minute), Number(second === '' ? 0 : second));
  const wall = offsetBy('day', days, offsetBy('month', months, from));
  const at = clocks === undefined || zone !== '' ? instant(wall + ms) : wallOf(instant(instantsOfWall(wall, clocks).first + ms), clocks);
  if (!isNear(at)) return undefined;
  const end = civilOf(at);
  const seconds = second === '' ? '' : `:${twoDigits(end.second)}`;
  return `${dayText(end.year, end.month, end.day)}T${twoDigits(end.hour)}:${twoDigits(end.minute)}${seconds}${zone}`;
}

/** Whole days, months and years: what is counted in hours ends on no certain day. */
function endOfDate({ year, month, day, span, qualifier, precision }: EdtfDate, { months, days, ms }: Duration): string | undefined {
  if (qualifier.uncertain || qualifier.approximate || [year, month, day].some((part) => part?.digits.includes('X') === true)) return undefined;
  const allDays = days + ms / DAY;
  const later = offsetBy('month', months, span.earliestStart);
  const at = precision === 'day' && Number.isInteger(allDays) ? offsetBy('day', allDays - 1, later) : later;
  if (!isNear(at)) return undefined;
  const end = civilOf(at);
  switch (precision) {
    case 'day':
      return Number.isInteger(allDays) ? dayText(end.year, end.month, end.day) : undefined;
    case 'month':
      return allDays === 0 ? monthText(end.year, end.month) : undefined;
    case 'year':
      return allDays === 0 && months % 12 === 0 ? yearText(end.year) : undefined;
    default:
      return undefined;
  }
}

/** Whether years have four digits. */
const isNear = (at: Instant): boolean => at >= instantOf(-9999) && at < instantOf(9999, 12, 31) + DAY - SECOND;
