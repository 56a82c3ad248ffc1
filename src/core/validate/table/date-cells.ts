import { err, ok, type Result } from '../../base/result.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { USUAL_PIVOT } from '../../time/date-columns.ts';
import { epochDate, serialDate, type EpochUnit } from '../../time/date-numbers.ts';
import { edtfOfDay } from '../../time/edtf-of.ts';
import type { Edtf, EdtfInterval } from '../../time/edtf.ts';
import { parseWritten, type Written, type WrittenError } from '../../time/written.ts';
import { unguarded } from './cell-texts.ts';
import { isZero, readDateParts } from './date-parts.ts';
import { intervalBetween } from './interval-between.ts';

/** How the dates of a column are written. */
export type DateNotation =
  | { readonly kind: 'words' }
  /** Years alone, so that zero is one of them. */
  | { readonly kind: 'years' }
  /** Days as a spreadsheet keeps them. */
  | { readonly kind: 'serial' }
  | { readonly kind: 'epoch'; readonly unit: EpochUnit }
  /** Six digits: the last two of the year, then month and day. */
  | { readonly kind: 'yymmdd' };

/** How dates are to be read. */
export interface DateReading {
  readonly notation: DateNotation;
  readonly habits: DateHabits;
  /** Whether a time of day that is midnight says nothing, or any time. */
  readonly days: 'as-written' | 'midnights' | 'all';
}

/** A date of a cell; `isAssumed` tells that its year has two digits, and that the century is the usual one. */
export interface CellDate extends Written {
  readonly isAssumed?: boolean;
}

export type ReadDate = (text: string) => Result<CellDate, WrittenError>;

/** Most readings that are kept, and the longest texts they are kept of: dates of a table repeat. */
const [MOST, LONGEST] = [20_000, 40] as const;

/** Makes a reader of the dates of a column. */
export function dateReader({ notation, habits, days }: DateReading): ReadDate {
  const read: ReadDate = (text) => {
    const plain = unguarded(text);
    const stated = readAs(plain, notation, habits);
    const written = isShort(stated, plain) ? assumed(readAs(plain, notation, { ...habits, pivot: USUAL_PIVOT })) : stated;
    return written.ok && days !== 'as-written' ? ok({ ...written.value, ...asDays(written.value, days) }) : written;
  };
  const known = new Map<string, ReturnType<ReadDate>>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const reading = read(text);
    if (text.length <= LONGEST) {
      if (known.size >= MOST) known.clear();
      known.set(text, reading);
    }
    return reading;
  };
}

/** Whether a date could be read if its century were known; also `Jan-24`, which spreadsheet programs write for a month. */
const isShort = (reading: Result<Written, WrittenError>, text: string): boolean =>
  !reading.ok && (reading.error.kind === 'short-year' || (reading.error.kind === 'year-missing' && /^\s*\p{L}{3,}\.?-\d\d\s*$/u.test(text)));

const assumed = (reading: Result<Written, WrittenError>): Result<CellDate, WrittenError> => (reading.ok ? ok({ ...reading.value, isAssumed: true }) : reading);

function readAs(text: string, notation: DateNotation, habits: DateHabits): Result<Written, WrittenError> {
  switch (notation.kind) {
    case 'words':
      if (isZero(text)) return err({ kind: 'zero' });
      // In a table three digits are a year, and not the decade or century that EDTF has them for.
      return SHORT_YEAR.test(text) || DECIMAL_YEAR.test(text) ? readDateParts({ year: text, month: '', day: '' }, habits) : parseWritten(text, habits);
    case 'years':
      return readDateParts({ year: text, month: '', day: '' }, habits);
    case 'serial':
      return numbered(text, habits, (number) => serialDate(number, 1900));
    case 'epoch':
      return numbered(text, habits, (number) => epochDate(number, notation.unit));
    case 'yymmdd':
      return numbered(text, habits, () => {
        const digits = text.trim().padStart(6, '0');
        const written = parseWritten(`${digits.slice(4)}.${digits.slice(2, 4)}.${digits.slice(0, 2)}`, { ...habits, order: 'day-first' });
        return written.ok ? ok(written.value.edtf) : written;
      });
  }
}

const SHORT_YEAR = /^\s*-?\d{1,3}\s*$/;
/** A year as programs write whole numbers among others, or with a sign. */
const DECIMAL_YEAR = /^\s*(?:[+-]?\d{3,4}\.0+|\+\d{4}|-\d{5,9})\s*$/;
const NUMBER = /^[+-]?\d+(?:[.,]\d*)?(?:[eE][+]?\d{1,2})?$/;

/** Reads a cell of a column of numbers; one that holds a date in words among them is read as such. */
function numbered(text: string, habits: DateHabits, read: (number: number) => Result<Edtf, WrittenError>): Result<Written, WrittenError> {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return parseWritten(text, habits);
  const edtf = read(Number(trimmed.replace(',', '.')));
  return edtf.ok ? ok({ edtf: edtf.value, zone: habits.zone ?? 'local', order: 'none', exactText: true }) : edtf;
}

const MIDNIGHT = /^00(?::00(?::00(?:\.0+)?)?)?$/;

/** A time of day that says nothing left out. */
function asDays({ edtf, zone }: Written, days: 'midnights' | 'all'): Pick<Written, 'edtf' | 'zone'> {
  const end = (point: EdtfInterval['from']): EdtfInterval['from'] => (typeof point === 'string' ? point : (dayOf(point, days) as typeof point));
  const bare = edtf.kind === 'interval' ? intervalBetween(end(edtf.from), end(edtf.to)) : ok(dayOf(edtf, days));
  if (!bare.ok || bare.value === edtf) return { edtf, zone };
  return { edtf: bare.value, zone: bare.value.kind === 'date' ? 'local' : zone };
}

function dayOf(edtf: Edtf, days: 'midnights' | 'all'): Edtf {
  if (edtf.kind !== 'date-time') return edtf;
  const { year, month, day, hour, minute, second, fraction } = edtf;
  const clock = [hour, minute, second].filter((part) => part !== '').join(':') + (fraction === '' ? '' : `.${fraction}`);
  return days === 'all' || MIDNIGHT.test(clock) ? edtfOfDay(year, month, day) : edtf;
}

/** The error of a text without a date where none is to be told. */
export const NO_DATE: Result<never, WrittenError> = err({ kind: 'absent' });
