import type { DateOrder } from '../../time/date-habits.ts';
import type { Edtf } from '../../time/edtf.ts';
import { parseWritten, type WrittenError } from '../../time/written.ts';
import { parseAmounts, type Amount } from './amounts.ts';
import { parseRepetition, type Repetition } from './repetition.ts';

/** One side of what stands before the colon of an event. */
export type Side =
  | { readonly kind: 'date'; readonly edtf: Edtf }
  /** A date by its form that is none: without a year, or not in the calendar. */
  | { readonly kind: 'unreadable'; readonly error: WrittenError; readonly text: string }
  | { readonly kind: 'now' }
  | RelativeSide;

/** A time counted from another event, or from the one before. */
export interface RelativeSide {
  readonly kind: 'relative';
  readonly direction: 'after' | 'before' | undefined;
  readonly id: string | undefined;
  readonly edge: 'start' | 'end' | undefined;
  readonly amounts: readonly Amount[];
}

/** What stands before the colon of an event. */
export interface Head {
  readonly from: Side;
  readonly to: Side | undefined;
  readonly repetition: Repetition | 'unread' | undefined;
  /** As it is written. */
  readonly text: string;
  /** The repetition as it is written. */
  readonly every: string;
  /** What follows the colon. */
  readonly rest: string;
}

/** The longest text before the colon of an event, and the most colons that are tried. */
const [LONGEST, MOST_COLONS] = [160, 12];

/** What a line must begin with to have a date before its colon. */
const MAY_BEGIN = new RegExp(
  [
    '^\\s*(?:[-−]?\\d', 'now\\b', '(?:after|before|by)\\s', '!', '\\.(?:start|end)\\b', '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\\s',
    '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b)',
  ].join('|'),
  'i',
);

/** Reads the beginning of a line; `undefined` where it is no event. A colon between digits is that of a time unless no other makes sense; none ends a head that would cut a time in two. */
export function readHead(line: string, order: DateOrder): Head | undefined {
  if (!MAY_BEGIN.test(line)) return undefined;
  const colons: number[] = [];
  for (let at = line.indexOf(':'); at >= 0 && at <= LONGEST && colons.length < MOST_COLONS; at = line.indexOf(':', at + 1)) colons.push(at);
  const between = (at: number): boolean => /\d/.test(line.charAt(at - 1)) && /\d/.test(line.charAt(at + 1));
  const inClock = (at: number): boolean => /[T\s:]\d{1,2}$/i.test(line.slice(0, at)) && /^\d\d(?!\d)/.test(line.slice(at + 1));
  for (const at of [...colons.filter((colon) => !between(colon)), ...colons.filter((colon) => between(colon) && !inClock(colon))]) {
    const head = readRange(line.slice(0, at).trim(), order);
    if (head !== undefined) return { ...head, rest: line.slice(at + 1).trim() };
  }
  return undefined;
}

function readRange(text: string, order: DateOrder): Omit<Head, 'rest'> | undefined {
  const every = /\s+every\s+/i.exec(text);
  const range = every === null ? text : text.slice(0, every.index);
  const repeated = every === null ? '' : text.slice(every.index).trim();
  const sides = readSides(range, order);
  if (sides === undefined) return undefined;
  const repetition = every === null ? undefined : (parseRepetition(text.slice(every.index + every[0].length), order) ?? 'unread');
  return { ...sides, repetition, text: range, every: repeated };
}

function readSides(text: string, order: DateOrder): { readonly from: Side; readonly to: Side | undefined } | undefined {
  const whole = readSide(text, order);
  if (whole !== undefined && whole.kind !== 'unreadable') return { from: whole, to: undefined };
  let best: { readonly from: Side; readonly to: Side } | undefined;
  for (const separator of [...text.matchAll(/\s(?:[-–—/]|to)\s/g), ...text.matchAll(/[/–—-]/g)]) {
    const [left, right] = [text.slice(0, separator.index), text.slice(separator.index + separator[0].length)];
    if (left.trim() === '' || right.trim() === '') continue;
    const from = readSide(left, order);
    const to = from === undefined ? undefined : (readSide(right, order) ?? timeAlone(left, right, order));
    if (from === undefined || to === undefined) continue;
    if (from.kind !== 'unreadable' && to.kind !== 'unreadable') return { from, to };
    best ??= separator[0].length > 1 ? { from, to } : undefined;
  }
  return best ?? (whole === undefined ? undefined : { from: whole, to: undefined });
}

/** “9:45am - 5pm”: the end on the day of the start. */
function timeAlone(left: string, right: string, order: DateOrder): Side | undefined {
  const day = /^(.*?\d)[\sT]+\d{1,2}(?::\d|\s?[ap]m)/i.exec(left.trim())?.[1];
  return day !== undefined && /^\d{1,2}(?::\d\d){0,2}\s?(?:[ap]m)?$/i.test(right.trim()) ? readDate(`${day} ${right.trim()}`, order) : undefined;
}

const RELATIVE = /^(?:(after|before|by)(?=\s|$))?\s*(?:!([\w-]{1,100})(?:\.(start|end))?|\.(start|end))?\s*(.*)$/i;

/** Reads one side; `undefined` where it is neither a date nor an amount. */
function readSide(text: string, order: DateOrder): Side | undefined {
  const trimmed = text.trim();
  if (/^now$/i.test(trimmed)) return { kind: 'now' };
  const [, direction, id, edge, previousEdge, rest = ''] = RELATIVE.exec(trimmed) ?? [];
  const amounts = rest === '' ? [] : parseAmounts(rest);
  if (amounts !== undefined && (direction !== undefined || id !== undefined || previousEdge !== undefined || amounts.length > 0)) {
    const named = edge ?? previousEdge;
    return {
      kind: 'relative',
      direction: direction === undefined ? undefined : direction.toLowerCase() === 'after' ? 'after' : 'before',
      id,
      edge: named === undefined ? undefined : named.toLowerCase() === 'start' ? 'start' : 'end',
      amounts,
    };
  }
  return readDate(trimmed, order);
}

/** Faults of what is a date all the same. */
const DATE_FAULTS: ReadonlySet<WrittenError['kind']> = new Set(['impossible', 'year-missing', 'short-year', 'time-without-date', 'out-of-range']);

function readDate(text: string, order: DateOrder): Side | undefined {
  if (!/^(?:[-−]?\d|[A-Za-z]{3,9}\b)/.test(text)) return undefined;
  const written = parseWritten(text, { order });
  if (!written.ok) return DATE_FAULTS.has(written.error.kind) ? { kind: 'unreadable', error: written.error, text } : undefined;
  const { edtf } = written.value;
  const isOpen = edtf.start !== 'stated' || edtf.end !== 'stated';
  return isOpen ? undefined : { kind: 'date', edtf };
}
