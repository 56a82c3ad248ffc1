import { err, ok, type Result } from '../../base/result.ts';
import { twoDigits, yearText } from '../../time/edtf-of.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { parseWritten } from '../../time/written.ts';
import type { Members } from '../dateline-file.ts';
import { scalarText } from '../json-entries.ts';

/** Years up to here are counted as historians do; those of the scale of the cosmos, farther away, are round numbers. */
const HISTORICAL = 9999;

/** The parts of a date, each only where all before it are there. */
const SMALLER = ['month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

/**
 * Reads a date of TimelineJS from its parts, which are numbers or texts, empty for none: it is as precise as the last that is filled without a gap before it. A year below zero is labelled
 * with its own number there, −44 as 44 BCE. `undefined` where there is no year; the error is the parts as they stand.
 */
export function dateOfParts(members: Members): Result<Edtf, string> | undefined {
  const text = scalarText(members['year']);
  if (text === undefined) return undefined;
  const year = Number(text.replace(/[\s,]/g, ''));
  const parts: number[] = [];
  for (const name of SMALLER) {
    const part = scalarText(members[name]);
    if (part === undefined || (parts.length < 2 && Number(part) === 0)) break;
    parts.push(Number(part));
  }
  const written = [text, ...SMALLER.map((name) => scalarText(members[name])).filter((part) => part !== undefined)].join(' ');
  if (year === 0) return err(written);
  if (!Number.isInteger(year) || !parts.every((part) => Number.isInteger(part) && part >= 0)) return dateInWords(members, written);
  const edtf = parseEdtf(edtfText(year, parts));
  return edtf.ok ? ok(edtf.value) : err(written);
}

/** A month may be named. */
function dateInWords(members: Members, written: string): Result<Edtf, string> {
  const month = scalarText(members['month']);
  if (month === undefined || !/^\p{L}+\.?$/u.test(month)) return err(written);
  const named = parseWritten([members['day'], month, members['year']].map((part) => scalarText(part) ?? '').join(' ').trim(), { years: 'historical' });
  return named.ok ? ok(named.value.edtf) : err(written);
}

function edtfText(year: number, [month, day, hour, minute, second, millisecond]: readonly number[]): string {
  if (Math.abs(year) > HISTORICAL) return yearText(year);
  let text = yearText(year < 0 ? year + 1 : year);
  if (month !== undefined) text += `-${twoDigits(month)}`;
  if (day !== undefined) text += `-${twoDigits(day)}`;
  if (hour !== undefined) text += `T${twoDigits(hour)}`;
  if (minute !== undefined) text += `:${twoDigits(minute)}`;
  if (second !== undefined) text += `:${twoDigits(second)}`;
  return millisecond === undefined ? text : `${text}.${String(millisecond).padStart(3, '0')}`;
}

/**
 * Reads a date of the first version: numbers between commas, `2012,1,26,10,30`, or whatever else a browser took for a date, which then is in the order of the
 * United States. `undefined` for blank text.
 */
export function dateOfCommas(text: string): Result<Edtf, string> | undefined {
  if (text.trim() === '') return undefined;
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = text.split(',').map((part) => part.trim());
  const parts = dateOfParts({ year, month, day, hour, minute, second });
  if (parts?.ok === true) return parts;
  const written = parseWritten(text, { order: 'month-first', years: 'historical' });
  return written.ok ? ok(written.value.edtf) : err(text);
}
