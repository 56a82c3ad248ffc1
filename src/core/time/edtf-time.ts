import { err, ok, type Result } from '../base/result.ts';
import { instantOf } from './calendar.ts';
import { extentOfDate } from './edtf-digits.ts';
import { edtfError, type EdtfError } from './edtf-error.ts';
import type { EdtfDateTime, Precision } from './edtf-reading.ts';
import { qualifierOf, spanWithin } from './edtf-span.ts';
import { HOUR, MINUTE, SECOND, instant } from './instant.ts';

const DATE_TIME = /^(-?\d{4})-(\d{2})-(\d{2})T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Reads a day with a time of day. Its extent is one unit of the last part stated: `T10:00` is a minute wide, `.5` a tenth of a second,
 * and no extent is less than a millisecond.
 * @param column position of `text` in the whole string, from 1, for the errors
 */
export function parseDateTime(text: string, column: number): Result<EdtfDateTime, EdtfError> {
  const match = DATE_TIME.exec(text);
  if (match === null) {
    const mark = text.search(/[?~%]/);
    return err(mark >= 0 ? edtfError('qualified-time', column + mark, text) : edtfError('time', column + text.indexOf('T') + 1, text));
  }
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = match;
  const dayAt = column + year.length + 4;
  const timeAt = dayAt + 3;
  if (year === '-0000') return err(edtfError('negative-zero', column, year));
  const extent = extentOfDate(year, month, day);
  if (extent === 'month') return err(edtfError(extent, dayAt - 3, month));
  if (extent === 'day') return err(edtfError(extent, dayAt, day));
  if (extent === 'day-of-month') return err(edtfError(extent, dayAt, `${year}-${month}-${day}`));
  const midnight = hour === '24' && Number(minute) === 0 && Number(second) === 0 && fraction === '';
  if (Number(hour) > 23 && !midnight) return err(edtfError('hour', timeAt, text.slice(text.indexOf('T') + 1)));
  if (Number(minute) > 59) return err(edtfError('minute', timeAt + 3, minute));
  if (Number(second) > 59) return err(edtfError('second', timeAt + 6, second));
  const offset = offsetOf(zone);
  if (offset === undefined) return err(edtfError('zone', column + text.length - zone.length, zone));
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const [precision, width] = precisionOf(minute, second, fraction);
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const start = instantOf(date.year, date.month, date.day, Number(hour), Number(minute) - offset, Number(second), ms);
  return ok({
    kind: 'date-time',
    ...date,
    hour,
    minute,
    second,
    fraction,
    zone,
    text,
    span: spanWithin({ start, end: instant(start + width) }),
    precision,
    qualifier: qualifierOf(''),
    start: 'stated',
    end: 'stated',
    zoned: zone !== '',
  });
}

function precisionOf(minute: string, second: string, fraction: string): readonly [Precision, number] {
  if (minute === '') return ['hour', HOUR];
  if (second === '') return ['minute', MINUTE];
  if (fraction === '') return ['second', SECOND];
  return ['millisecond', Math.max(1, SECOND / 10 ** fraction.length)];
}

/** Minutes east of Greenwich; `undefined` beyond -12:00 and +14:00 and for -00:00, which mean no zone on Earth. */
function offsetOf(zone: string): number | undefined {
  if (zone === '' || zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', ''))];
  const offset = hours * 60 + minutes;
  if (minutes > 59) return undefined;
  if (zone.startsWith('+')) return offset <= 14 * 60 ? offset : undefined;
  return offset > 0 && offset <= 12 * 60 ? -offset : undefined;
}
