import { parseDuration, durationUnitIn, type Duration, type DurationUnit } from '../../time/duration.ts';
import { isAbsent } from './cell-texts.ts';

/** How the lengths of time of a column are written. */
export interface DurationReading {
  /** The unit of its bare numbers; `undefined` where none is stated. */
  readonly unit: DurationUnit | undefined;
  /** `words`: it holds hardly any lengths of time. `unclear`: nothing says what its numbers are counted in, such as `example`. */
  readonly kind: 'lengths' | 'words' | 'unclear';
  readonly example: string;
}

/** Numbers alone; and hours and minutes that no clock shows, so that they may be minutes and seconds. */
const UNCLEAR = /^\s*(?:\p{Nd}+(?:[.,]\p{Nd}+)?|(?:2[5-9]|[3-9]\d|\d{3,}):\d\d)\s*$/u;

const isZero = (text: string): boolean => /^\s*\p{Nd}+(?:[.,]\p{Nd}+)?\s*$/u.test(text) && !/[^0.,\s]/.test(text);

const isFilled = (text: string): boolean => !isAbsent(text) && !isZero(text);

/** Finds out how a column of lengths of time is written: by its name or the unit beneath it, and by some of its cells. */
export function durationReading(name: string, unitCell: string, cells: readonly string[]): DurationReading {
  const unit = durationUnitIn(name) ?? durationUnitIn(unitCell);
  const filled = cells.filter(isFilled);
  const unclear = unit === undefined ? filled.filter((cell) => UNCLEAR.test(cell)) : [];
  const lengths = filled.filter((cell) => parseDuration(cell, unit) !== undefined && !unclear.includes(cell));
  const [example = ''] = unclear;
  if (unclear.length > lengths.length) return { unit, kind: 'unclear', example: example.trim() };
  return { unit, kind: lengths.length * 2 > filled.length ? 'lengths' : 'words', example: '' };
}

/** Reads a cell of such a column: `absent` where it says nothing, `undefined` where it cannot be read. */
export function readDurationCell(text: string, { unit }: DurationReading): Duration | 'absent' | undefined {
  if (!isFilled(text)) return 'absent';
  return unit === undefined && UNCLEAR.test(text) ? undefined : parseDuration(text, unit);
}
