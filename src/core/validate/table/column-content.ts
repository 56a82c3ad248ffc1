import { parseAngle, parsePosition } from '../../geo/parse-coordinates.ts';
import { looksLikeWkt } from '../../geo/parse-wkt.ts';
import { epochColumn, isSerialColumn, looksLikeDate } from '../../time/date-columns.ts';
import { isAbsent, isWebAddress } from './cell-texts.ts';
import { parseClock } from './clock.ts';
import { statusOf } from './status-words.ts';

/** What some cells of a column have in common. Shares are of those that hold something, from 0 to 1; all are 0 where none does. */
export interface ColumnContent {
  /** How many cells there are, and how many hold something. */
  readonly cells: number;
  readonly filled: number;
  /** How many different ones. */
  readonly distinct: number;
  readonly meanLength: number;
  /** How much they look like dates, as texts or as numbers that stand for days. */
  readonly dates: number;
  readonly clocks: number;
  readonly numbers: number;
  readonly integers: number;
  /** Numbers of months and of days of a month, and years from 10,000 BCE to 2999. */
  readonly months: number;
  readonly monthDays: number;
  readonly years: number;
  readonly latitudes: number;
  readonly longitudes: number;
  /** Two coordinates in one cell, or a geometry. */
  readonly positions: number;
  readonly geometries: number;
  readonly addresses: number;
  /** Addresses, markup and names of files of pictures. */
  readonly media: number;
  /** Cells with more letters than anything else, and of these with a blank in them. */
  readonly words: number;
  readonly phrases: number;
  readonly statuses: number;
  readonly zones: number;
}

const MEDIA = /^https?:\/\/\S+$|^<(?:iframe|blockquote|img|video)\b|\.(?:jpe?g|png|gif|webp|svg|mp4|mp3)$/i;
const ZONE = /^(?:[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+){1,2}|UTC|GMT|Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?)$/;
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/;
const MONTH_NAME = /^\p{L}{3,12}\.?$/u;

/**
 * How much eight digits that are days, such as 20190704, look like dates, and six, such as 190704: the fewer digits, the more else they may
 * be.
 */
const [EIGHT_DIGITS, SIX_DIGITS, COUNTED] = [0.9, 0.4, 0.7] as const;

/** How many cells are tried as dates, and how much of each: a longer text is none. */
const [DATED, LONGEST_DATE] = [60, 120] as const;

/** Finds out what cells of a column have in common. */
export function contentOf(cells: readonly string[]): ColumnContent {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isAbsent(cell));
  const count = Math.max(filled.length, 1);
  const share = (is: (cell: string) => boolean): number => filled.filter(is).length / count;
  const whole = (from: number, to: number) => (cell: string): boolean =>
    /^[+-]?\d{1,5}(?:\.0+)?$/.test(cell) && Number(cell) >= from && Number(cell) <= to;
  // A zero among years says that there is none.
  const stated = filled.filter((cell) => !/^0+$/.test(cell));
  const words = filled.filter(isWordy);
  const numbers = share((cell) => NUMBER.test(cell));
  return {
    cells: cells.length,
    filled: filled.length,
    distinct: new Set(filled).size,
    meanLength: filled.reduce((sum, cell) => sum + cell.length, 0) / count,
    dates: datesIn(filled, numbers === 1),
    clocks: share((cell) => parseClock(cell) !== undefined),
    numbers,
    integers: share((cell) => /^[+-]?\d+$/.test(cell)),
    months: share((cell) => whole(0, 12)(cell) || (MONTH_NAME.test(cell) && looksLikeDate([`1 ${cell} 2000`]) === 1)),
    monthDays: share(whole(0, 31)),
    years: stated.filter((cell) => whole(-10_000, 2999)(cell.replaceAll(/[ ,]/g, '')) && (/^[-+]?\d{4}$/.test(cell) || !whole(-31, 31)(cell))).length / Math.max(stated.length, 1),
    latitudes: share((cell) => withinDegrees(cell, 'latitude', 90)),
    longitudes: share((cell) => withinDegrees(cell, 'longitude', 180)),
    positions: share((cell) => parsePosition(cell) !== undefined),
    geometries: share((cell) => looksLikeWkt(cell) || /^\{\s*"(?:type|coordinates|geometries)"/.test(cell)),
    addresses: share((cell) => isWebAddress(cell.split(/[\s;|,]/, 1)[0] ?? '')),
    media: share((cell) => MEDIA.test(cell)),
    words: words.length / count,
    phrases: words.filter((cell) => /\S\s+\S/.test(cell)).length / count,
    statuses: share((cell) => statusOf(cell) !== undefined),
    zones: share((cell) => ZONE.test(cell)),
  };
}

/** How much cells look like dates; where all are numbers, also as numbers that stand for days. */
function datesIn(cells: readonly string[], areNumbers: boolean): number {
  if (cells.length === 0) return 0;
  const worded = looksLikeDate(cells.slice(0, DATED).map((cell) => cell.slice(0, LONGEST_DATE)));
  return areNumbers ? Math.max(numberedDates(cells), worded) : worded;
}

/** Whether more than half of a text, without its blanks, are letters. */
function isWordy(text: string): boolean {
  const head = text.slice(0, 200);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  return letters * 2 > head.replaceAll(/\s/g, '').length && !/^[0-9a-f-]{16,}$/i.test(head);
}

function withinDegrees(cell: string, axis: 'latitude' | 'longitude', most: number): boolean {
  const angle = parseAngle(cell);
  return angle !== undefined && Math.abs(angle.degrees) <= most && (angle.axis === undefined || angle.axis === axis);
}

/** How much numbers alone look like days: written without signs, or counted by a spreadsheet or since 1970. */
function numberedDates(cells: readonly string[]): number {
  const share = (is: (cell: string) => boolean): number => cells.filter(is).length / cells.length;
  const eight = share((cell) => /^(?:1[0-9]|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(cell));
  const six = share((cell) => /^\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/.test(cell));
  const counted = epochColumn(cells) !== undefined || isSerialColumn(cells) ? COUNTED : 0;
  return Math.max(eight * EIGHT_DIGITS, six * SIX_DIGITS, counted);
}
