import { err, ok, type Result } from '../../base/result.ts';
import { plainDigits } from '../../base/plain-digits.ts';
import { MAX_YEAR } from '../../time/calendar.ts';
import type { DateHabits, YearCount } from '../../time/date-habits.ts';
import { twoDigits, yearText } from '../../time/edtf-of.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { parseWritten, type Written, type WrittenError } from '../../time/written.ts';
import { isAbsent } from './cell-texts.ts';

/** A date whose parts stand in cells of their own. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * Reads a date from its parts, as deep as they are filled: zeros and blank cells are parts that are not known. Blanks and commas within a
 * year mean nothing (`1,066`); a year in other words, such as “c. 1850”, is read as such. A month may have a name.
 */
export function readDateParts({ year, month, day }: DateParts, habits: DateHabits): Result<Written, WrittenError> {
  if (isAbsent(year) || [year, month, day].every(isZero)) return err({ kind: [month, day].every((part) => isAbsent(part) || isZero(part)) ? 'absent' : 'year-missing' });
  const digits = plainDigits(year).replaceAll(/[\s,]/g, '').replace(/\.0+$/, '');
  if (!/^[+-]?\d{1,15}$/.test(digits)) return parseWritten(year, habits);
  const text = yearText(astronomical(Number(digits), habits.years));
  const months = monthOf(month);
  const days = numberOf(day);
  if (months === undefined || days === undefined || months > 12 || days > 31) return err({ kind: 'impossible' });
  if (Number(digits) === 0 && habits.years === 'historical') return err({ kind: 'year-zero' });
  if (Math.abs(Number(digits)) > MAX_YEAR) return err({ kind: 'out-of-range' });
  const isLong = text.startsWith('Y');
  const parts = months === 0 || isLong ? [] : days === 0 ? [months] : [months, days];
  const edtf = parseEdtf([text, ...parts.map(twoDigits)].join('-'));
  const isWhole = months === 0 ? days === 0 : !isLong;
  return edtf.ok ? ok({ edtf: edtf.value, zone: 'local', order: 'none', exactText: isWhole }) : err({ kind: 'impossible' });
}

/** Whether a number is zero. Where year, month and day all are, nothing is known; a zero alone is the year before the year 1. */
export const isZero = (text: string): boolean => /^\s*0+(?:\.0+)?\s*$/.test(text);

const astronomical = (year: number, years: YearCount | undefined): number => (year < 0 && years === 'historical' ? year + 1 : year);

/** A whole number; 0 for nothing, and `undefined` for anything else. */
function numberOf(text: string): number | undefined {
  if (isAbsent(text)) return 0;
  const digits = plainDigits(text).trim().replace(/\.0+$/, '');
  return /^\d{1,2}$/.test(digits) ? Number(digits) : undefined;
}

/** The number of a month, from 1; 0 for nothing, and `undefined` for what is no month. */
function monthOf(text: string): number | undefined {
  const number = numberOf(text);
  if (number !== undefined) return number;
  if (text.length > 20) return undefined;
  const written = parseWritten(`1 ${text.trim()} 2000`);
  const month = written.ok && written.value.edtf.kind === 'date' ? written.value.edtf.month : undefined;
  return month === undefined ? undefined : Number(month.digits);
}
