import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import { civilOf, floorTo, offsetBy } from '../../time/calendar.ts';
import { dayText } from '../../time/edtf-of.ts';
import { parseEdtf, type EdtfDate } from '../../time/edtf.ts';
import type { Instant } from '../../time/instant.ts';
import { edgesOfSpan, textOfParts } from '../edges.ts';

/** What a stated day stands for: some days around it, or a stretch of the calendar. */
export type Width = 'days' | 'week' | 'month' | 'year';

/**
 * A time that is known less exactly than the day that is written: the day as an estimate, one day of the calendar's week around it, Monday
 * to Sunday, or its month or year. `wording` is what was written. Without a width, or without a day, it stays as it is.
 */
export function coarserWhen(when: When = UNDATED, width: Width | undefined, wording: string): When {
  const { edtf } = when;
  if (edtf?.kind !== 'date' || edtf.precision !== 'day' || width === undefined) return when;
  return saying(when, textOf(edtf, width), wording);
}

/**
 * A moment somewhere between two days, of which a table has the first and the last: the month or year that they are the ends of, else one
 * of the days from one to the other. What is no stretch of days stays as it is.
 */
export function momentWithin(when: When = UNDATED): When {
  const { edtf } = when;
  if (edtf?.kind !== 'interval' || typeof edtf.from === 'string' || typeof edtf.to === 'string') return when;
  const whole = edgesOfSpan(edtf.span.earliestStart, edtf.span.latestEnd);
  const isUnit = whole.to === undefined && whole.from !== undefined;
  return saying(when, isUnit ? textOfParts(whole.from) : `[${edtf.from.text}..${edtf.to.text}]`, when.wording);
}

function saying(when: When, text: string, wording: string | undefined): When {
  const reading = parseEdtf(text);
  return reading.ok ? { ...when, edtf: reading.value, wording } : when;
}

function textOf({ year, month, span, text }: EdtfDate, width: Width): string {
  if (width === 'days') return `${text}~`;
  if (width === 'year') return year.digits;
  if (width === 'month') return `${year.digits}-${month?.digits ?? ''}`;
  const monday = floorTo('week', 1, span.earliestStart);
  return `[${textOfDay(monday)}~..${textOfDay(offsetBy('day', 6, monday))}~]`;
}

function textOfDay(at: Instant): string {
  const { year, month, day } = civilOf(at);
  return dayText(year, month, day);
}
