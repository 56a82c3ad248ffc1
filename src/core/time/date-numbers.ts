import { err, type Result } from '../base/result.ts';
import { civilOf, instantOf } from './calendar.ts';
import { dayText, twoDigits } from './edtf-of.ts';
import type { Edtf } from './edtf-reading.ts';
import { parseEdtf } from './edtf.ts';
import { DAY, MINUTE, SECOND, instant, type Instant } from './instant.ts';
import type { WrittenError } from './written/reading.ts';

/** What the days of a workbook are counted from. */
export type SerialSystem = 1900 | 1904;

/** 9999-12-31, the last day of both systems, and of four digits. */
const LAST_DAY = instantOf(9999, 12, 31);

/**
 * Reads the number by which a spreadsheet keeps a day, its fraction being the time of day, to the second. In the system of 1900 the day
 * 60 is
 * 29 February of that year, which never was, and 0 stands for a time without a day.
 * Source: ECMA-376 part 1, 18.17.4 (dates and times).
 */
export function serialDate(serial: number, system: SerialSystem): Result<Edtf, WrittenError> {
  if (!Number.isFinite(serial) || serial < 0) return err({ kind: 'out-of-range' });
  const total = Math.round(serial * (DAY / SECOND));
  const [day, seconds] = [Math.floor(total / (DAY / SECOND)), total % (DAY / SECOND)];
  if (system === 1900 && day === 0) return err({ kind: serial === 0 ? 'zero' : 'time-without-date' });
  if (system === 1900 && day === 60) return err({ kind: 'impossible' });
  const first = system === 1904 ? instantOf(1904, 1, 1) : instantOf(1899, 12, day < 60 ? 31 : 30);
  const at = instant(first + day * DAY + seconds * SECOND);
  if (at >= LAST_DAY + DAY) return err({ kind: 'out-of-range' });
  return read(seconds === 0 ? textOfDay(at) : seconds % 60 === 0 ? textOfMinute(at) : textOfSecond(at));
}

/** The units in which time since 1970 is counted. */
export type EpochUnit = 's' | 'ms' | 'µs' | 'ns';

const PER_MILLISECOND: Readonly<Record<EpochUnit, number>> = { s: 1 / SECOND, ms: 1, µs: 1e3, ns: 1e6 };

/** The unit that a count since 1970 is given in, by how many digits it has; `undefined` for counts too low to tell. */
export function epochUnit(count: number): EpochUnit | undefined {
  const digits = Math.trunc(Math.abs(count)).toString().length;
  if (digits === 9 || digits === 10) return 's';
  if (digits === 12 || digits === 13) return 'ms';
  if (digits === 15 || digits === 16) return 'µs';
  return digits === 18 || digits === 19 ? 'ns' : undefined;
}

/**
 * Reads a count of seconds, or of the thousandth, millionth or billionth part of one, since 1970 in UTC. What a count is given in is told
 * by its
 * digits unless it is said. Zero is how programs write that there is none.
 */
export function epochDate(count: number, unit: EpochUnit | undefined = epochUnit(count)): Result<Edtf, WrittenError> {
  if (count === 0) return err({ kind: 'zero' });
  if (unit === undefined) return err({ kind: 'unreadable' });
  const ms = Math.floor(count / PER_MILLISECOND[unit]);
  if (!(ms >= instantOf(-9999)) || ms >= LAST_DAY + DAY) return err({ kind: 'out-of-range' });
  const at = instant(ms);
  const fraction = count % (PER_MILLISECOND[unit] * SECOND) === 0 ? '' : `.${String(civilOf(at).millisecond).padStart(3, '0')}`;
  return read(`${textOfSecond(at)}${fraction}Z`);
}

const read = (text: string): Result<Edtf, WrittenError> => {
  const edtf = parseEdtf(text);
  return edtf.ok ? edtf : err({ kind: 'impossible' });
};

function textOfDay(at: Instant): string {
  const { year, month, day } = civilOf(at);
  return dayText(year, month, day);
}

function textOfMinute(at: Instant): string {
  const { hour, minute } = civilOf(at);
  return `${textOfDay(at)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

const textOfSecond = (at: Instant): string => `${textOfMinute(at)}:${twoDigits(Math.floor((at - Math.floor(at / MINUTE) * MINUTE) / SECOND))}`;
