import { err, ok, type Result } from '../../base/result.ts';
import { civilOf } from '../../time/calendar.ts';
import { dayText, monthText, yearText } from '../../time/edtf-of.ts';
import { intervalOf, parseEdtf, type Edtf, type EdtfInterval } from '../../time/edtf.ts';
import type { Instant } from '../../time/instant.ts';

type End = EdtfInterval['from'];

/** Why two dates are no interval. */
export type IntervalError = 'backwards';

/**
 * The interval from one date to another, both included by their own precision; the date itself where both are the same. Of dates that are
 * intervals themselves the outer ends count; what cannot be the end of an interval in EDTF, such as a season or a decade, is replaced by its
 * first or last month or year. The error says that the second lies before the first.
 */
export function intervalBetween(from: Edtf | 'open' | 'unknown', to: Edtf | 'open' | 'unknown'): Result<Edtf, IntervalError> {
  const [start, end] = [endOf(from, 'from'), endOf(to, 'to')];
  const [startText, endText] = [textOf(start), textOf(end)];
  if (typeof from !== 'string' && startText === endText) return ok(from);
  if (typeof from !== 'string' && typeof to !== 'string' && from.text === to.text) return ok(from);
  const interval = intervalOf(`${startText}/${endText}`, start, end);
  return interval.span.earliestStart >= interval.span.latestEnd ? err('backwards') : ok(interval);
}

function textOf(end: End): string {
  if (end === 'unknown') return '';
  return end === 'open' ? '..' : end.text;
}

function endOf(edtf: Edtf | 'open' | 'unknown', side: 'from' | 'to'): End {
  if (typeof edtf === 'string') return edtf;
  switch (edtf.kind) {
    case 'interval':
      return edtf[side];
    case 'date':
    case 'date-time':
    case 'long-year':
      return edtf;
    default:
      return edgeOf(edtf, side);
  }
}

/** The year, month or day at which the bounds of a reading begin or end. */
function edgeOf({ span, precision }: Edtf, side: 'from' | 'to'): End {
  const edge = side === 'from' ? span.earliestStart : span.latestEnd;
  if (!Number.isFinite(edge)) return 'open';
  const { year, month, day } = civilOf(side === 'from' ? edge : ((edge - 1) as Instant));
  const isMonth = precision === 'month' || precision === 'season';
  const isYear = Math.abs(year) > 9999 || !(isMonth || precision === 'day');
  const text = isYear ? yearText(year) : isMonth ? monthText(year, month) : dayText(year, month, day);
  const point = parseEdtf(text);
  return point.ok && (point.value.kind === 'date' || point.value.kind === 'long-year') ? point.value : 'unknown';
}
