import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import { civilOf, floorTo, offsetBy } from '../../time/calendar.ts';
import { dayText } from '../../time/edtf-of.ts';
import { parseEdtf, type EdtfDate } from '../../time/edtf.ts';
import type { Instant } from '../../time/instant.ts';

/** A stretch of the calendar that a stated day stands for. */
export type Width = 'week' | 'month' | 'year';

/**
 * A time that is known less exactly than the day that is written: the calendar's week around it, Monday to Sunday and approximate, or its month
 * or year. `wording` is what was written. Without a width, or without a day, it stays as it is.
 */
export function coarserWhen(when: When = UNDATED, width: Width | undefined, wording: string): When {
  const { edtf } = when;
  if (edtf?.kind !== 'date' || edtf.precision !== 'day' || width === undefined) return when;
  const reading = parseEdtf(textOf(edtf, width));
  return reading.ok ? { ...when, edtf: reading.value, wording } : when;
}

function textOf({ year, month, span }: EdtfDate, width: Width): string {
  if (width === 'year') return year.digits;
  if (width === 'month') return `${year.digits}-${month?.digits ?? ''}`;
  const monday = floorTo('week', 1, span.earliestStart);
  return `${textOfDay(monday)}~/${textOfDay(offsetBy('day', 6, monday))}~`;
}

function textOfDay(at: Instant): string {
  const { year, month, day } = civilOf(at);
  return dayText(year, month, day);
}
