import { err, ok, type Result } from '../../base/result.ts';
import { MAX_YEAR } from '../calendar.ts';
import type { DateHabits } from '../date-habits.ts';
import { yearText } from '../edtf-of.ts';
import { parseEdtf } from '../edtf.ts';
import type { Written, WrittenError } from './reading.ts';

/** A year of more than four digits or with a sign, and perhaps a month, a day and a time of day. */
const EXPANDED = /^([+-]?)(\d{4,7}|(?<=[+-])\d{8,12})-(\d\d)(-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?$/;

/**
 * Reads a date of XML Schema or of the expanded form of ISO 8601: `-0043-03-15`, `+002020-05-05`, `1899000-01-01`. Of years beyond four digits the year
 * alone is said in EDTF; a month or day of zeros is not known. `undefined` for a date of any other form. Sources: https://www.w3.org/TR/xmlschema11-2/#dateTime, ISO 8601-1:2019, 5.2.2.3.
 */
export function readExpanded(clean: string, { years }: DateHabits): Result<Written, WrittenError> | undefined {
  const [, sign = '', digits = '', month = '', rest = ''] = EXPANDED.exec(clean) ?? [];
  if (digits === '' || (sign === '' && digits.length === 4)) return undefined;
  const stated = (sign === '-' ? -1 : 1) * Number(digits);
  const year = stated < 0 && years === 'historical' ? stated + 1 : stated;
  if (Math.abs(year) > MAX_YEAR) return err({ kind: 'out-of-range' });
  if (Number(month) > 12 || Number(rest.slice(1, 3)) > 31) return err({ kind: 'impossible' });
  const isLong = Math.abs(year) > 9999;
  const reading = parseEdtf(isLong || month === '00' ? yearText(year) : `${yearText(year)}-${month}${rest.startsWith('-00') ? '' : rest.replace(' ', 'T')}`);
  if (!reading.ok) return err({ kind: 'impossible' });
  return ok({ edtf: reading.value, zone: 'local', order: 'none', exactText: !isLong && !`-${month}${rest}`.includes('-00') });
}
