import { err, ok, type Result } from '../base/result.ts';
import { edtfError, type EdtfError } from './edtf-error.ts';
import { parsePoint } from './edtf-point.ts';
import type { Edtf, EdtfInterval } from './edtf-reading.ts';
import { parseSet } from './edtf-set.ts';
import { spanBetween, summaryOf } from './edtf-span.ts';
import type { TimeSpan } from './instant.ts';

export type * from './edtf-reading.ts';
export { PRECISIONS } from './edtf-reading.ts';
export type { EdtfError, EdtfErrorKind } from './edtf-error.ts';

/**
 * Reads a string of the Extended Date/Time Format: levels 0 and 1, and of level 2 qualified components, `X` in any place,
 * one-of and all-of sets, exponent years, significant digits, seasons and other parts of a year (21 to 41), decades and centuries.
 * Beyond the standard, an hour or minute may end a time of day, a season or long year may be qualified, and long years may be
 * the ends of an interval. An interval or range that runs backwards is an error.
 * Source: https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019, annex A).
 */
export function parseEdtf(text: string): Result<Edtf, EdtfError> {
  if (text.startsWith('[') || text.startsWith('{')) return parseSet(text);
  const slash = text.indexOf('/');
  return slash < 0 ? parsePoint(text, 1) : parseInterval(text, slash);
}

/** The string of a reading, exactly as it was written. */
export const serializeEdtf = (edtf: Edtf): string => edtf.text;

function parseInterval(text: string, slash: number): Result<EdtfInterval, EdtfError> {
  const second = text.indexOf('/', slash + 1);
  if (second >= 0) return err(edtfError('slashes', second + 1, text));
  const from = parseEnd(text.slice(0, slash), 1);
  if (!from.ok) return from;
  const to = parseEnd(text.slice(slash + 1), slash + 2);
  if (!to.ok) return to;
  const interval = intervalOf(text, from.value, to.value);
  const { earliestStart, latestEnd } = interval.span;
  return earliestStart >= latestEnd ? err(edtfError('backwards-interval', slash + 2, text)) : ok(interval);
}

/** The reading of an interval from its ends. */
export function intervalOf(text: string, from: EdtfInterval['from'], to: EdtfInterval['to']): EdtfInterval {
  return {
    kind: 'interval',
    text,
    from,
    to,
    span: spanBetween(spanOfEnd(from), spanOfEnd(to)),
    ...summaryOf([from, to].filter((end) => typeof end !== 'string')),
    start: typeof from === 'string' ? from : 'stated',
    end: typeof to === 'string' ? to : 'stated',
  };
}

const spanOfEnd = (end: EdtfInterval['from']): TimeSpan | 'open' | 'unknown' => (typeof end === 'string' ? end : end.span);

function parseEnd(text: string, column: number): Result<EdtfInterval['from'], EdtfError> {
  if (text === '') return ok('unknown');
  if (text === '..') return ok('open');
  const point = parsePoint(text, column);
  if (!point.ok) return point;
  // `1904/05` is no interval up to the sixth century, and seasons are not ends in the standard.
  const { kind } = point.value;
  if (kind === 'season' || kind === 'decade' || kind === 'century') return err(edtfError('not-an-end', column, text));
  return point;
}
