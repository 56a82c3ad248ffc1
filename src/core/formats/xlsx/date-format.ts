import { err, ok, type Result } from '../../base/result.ts';
import { serialDate, type SerialSystem } from '../../time/date-numbers.ts';

/** How exactly a number format shows a date: nothing finer than that was meant. `time`: a time of day without a date; `elapsed`: hours that may be more than a day has. */
export type ShownDate = 'year' | 'month' | 'day' | 'minute' | 'second' | 'time' | 'elapsed';

/**
 * What the formats of dates and times show that have a number and no code of their own.
 * Source: ECMA-376 part 1, 18.8.30 (numFmt); 27 to 36 and 50 to 58 are dates in East Asian versions.
 */
const BUILT_IN: ReadonlyMap<number, ShownDate> = new Map<number, ShownDate>([
  [14, 'day'], [15, 'day'], [16, 'day'], [17, 'month'], [18, 'time'], [19, 'time'], [20, 'time'], [21, 'time'], [22, 'minute'],
  [27, 'day'], [28, 'day'], [29, 'day'], [30, 'day'], [31, 'day'], [32, 'time'], [33, 'time'], [34, 'time'], [35, 'time'], [36, 'day'],
  [45, 'time'], [46, 'elapsed'], [47, 'time'],
  [50, 'day'], [51, 'day'], [52, 'day'], [53, 'day'], [54, 'day'], [55, 'time'], [56, 'time'], [57, 'day'], [58, 'day'],
]);

/** What a number format shows of a date; `undefined` for one of numbers. `code` is the format's own code, where it has one. */
export const shownBy = (id: number, code: string | undefined): ShownDate | undefined => (code === undefined ? BUILT_IN.get(id) : shownByCode(code));

/** Longer codes are not read. */
const LONGEST_CODE = 400;

function shownByCode(code: string): ShownDate | undefined {
  if (code.length > LONGEST_CODE) return undefined;
  // The first section is for numbers above zero. What is quoted, escaped, filled up or in brackets is no part of the date, but for elapsed hours.
  const [section = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';');
  const bare = section.replace(/\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase();
  if (bare.includes('general') || /[0#?]/.test(bare.replace(/[hs]\.?0+|\.0+/g, ''))) return undefined;
  const hasYear = /[ye]/.test(bare.replace(/general/g, ''));
  const hasDay = bare.includes('d');
  const hasHour = bare.includes('h');
  const hasSecond = bare.includes('s');
  // Beside hours or seconds an m is a minute.
  const hasMonth = /m/.test(bare.replace(/h+\]?[^a-z]*m+|m+[^a-z]*s/g, ''));
  if (hasDay || (hasYear && hasMonth)) return hasSecond ? 'second' : hasHour ? 'minute' : hasDay ? 'day' : 'month';
  if (hasHour || hasSecond) return /\[[hms]+\]/.test(bare) ? 'elapsed' : 'time';
  return hasYear ? 'year' : hasMonth ? 'month' : undefined;
}

/** How long the text of a day, a month and a year is. */
const LENGTHS = { year: 4, month: 7, day: 10, minute: 16, second: 19 } as const;

/** 29 February 1900, a day that only spreadsheets know. */
const NO_DAY = 60;

/** The text of a date cell, as exactly as its format shows it; an error for a number that is none. */
export function dateText(serial: number, shown: ShownDate, system: SerialSystem): Result<string, undefined> {
  if ((shown === 'time' || shown === 'elapsed') && serial >= 0 && serial < (shown === 'time' ? 1 : LONGEST_ELAPSED)) return ok(timeText(serial));
  if (system === 1900 && Math.floor(serial) === NO_DAY) return ok('1900-02-29');
  const date = serialDate(serial, system);
  if (!date.ok) return err(undefined);
  const { text } = date.value;
  return ok(shown === 'time' || shown === 'elapsed' ? text : text.slice(0, LENGTHS[shown]));
}

const SECONDS_A_DAY = 86_400;

/** From how many days on hours are those since the first day of the workbook, and not a length of time. */
const LONGEST_ELAPSED = 1000;

/** Hours, minutes and, where they are not zero or the hours more than a day has, seconds. */
function timeText(days: number): string {
  const rounded = Math.round(days * SECONDS_A_DAY);
  const seconds = days < 1 ? rounded % SECONDS_A_DAY : rounded;
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return second === '00' && days < 1 ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}
