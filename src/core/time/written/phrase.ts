import { isSign, rolesIn, type Item } from './items.ts';
import type { OpenSide } from './lexicon.ts';
import { spanOfParts, type DateParts, type Fault, type Reading } from './parts.ts';
import { fillParts, readParts } from './read-parts.ts';
import { readStretch } from './read-stretch.ts';
import { partOf, qualified, spanOfPoint, type Span } from './span.ts';

/** The most items that a date has. */
const LONGEST = 40;

/** Reads the items of a whole date. */
export function readPhrase(items: readonly Item[], reading: Reading): Span | Fault {
  const bare = trimmed(items);
  if (bare.length === 0 || bare.length > LONGEST) return 'unreadable';
  const between = readBetween(bare, reading);
  if (between !== undefined) return between;
  const point = readPoint(bare, reading);
  if (typeof point !== 'string' || (point !== 'unreadable' && point !== 'year-missing')) return point;
  let fault: Fault = point;
  for (const attempt of [readRange, readOpen, readList]) {
    const span = attempt(bare, reading);
    if (span === undefined || span === 'unreadable') continue;
    if (span !== 'year-missing') return span;
    fault = span;
  }
  if (fault === 'unreadable' && bare.some((item) => isSign(item, '–'))) return readPoint(bare.map(plainDash), reading);
  return fault;
}

const plainDash = (item: Item): Item => (isSign(item, '–') ? { ...item, kind: 'sign', text: '-', spaced: false } : item);

/** Without brackets around it, and without a stop or comma at its ends. */
function trimmed(items: readonly Item[]): readonly Item[] {
  let [start, end] = [0, items.length];
  while (start < end) {
    const [first, last] = [items[start], items[end - 1]];
    if ((isSign(first, '(') && isSign(last, ')')) || (isSign(first, '[') && isSign(last, ']'))) [start, end] = [start + 1, end - 1];
    else if (isSign(last, ',', ';', ':', '"') || (isSign(last, '.') && items[end - 2]?.kind !== 'number')) end -= 1;
    else if (isSign(first, ',', ';', ':', '"')) start += 1;
    else break;
  }
  return items.slice(start, end);
}

/** A single date within a phrase. */
const readSide = (items: readonly Item[], reading: Reading): Span | Fault => readPoint(trimmed(items), reading);

/** A single date: a calendar date or a stretch of time in words, with what qualifies it. */
function readPoint(items: readonly Item[], reading: Reading): Span | Fault {
  const marks: ('~' | '?')[] = [];
  const inner = withoutMarks(items, marks);
  const [first, ...rest] = inner;
  const { part } = rolesIn(first);
  if (part !== undefined && rest.length > 0) {
    const whole = readUnmarked(isSign(rest[0], '-') ? rest.slice(1) : rest, reading);
    const span = typeof whole === 'string' ? undefined : partOf(whole, part);
    if (span !== undefined) return [...marks, '~' as const].reduce(qualified, span);
  }
  // In Turkish the part stands behind: “1914 başları”.
  const last = inner.at(-1);
  const partBehind = rolesIn(last).part;
  if (partBehind !== undefined && inner.length > 1) {
    const whole = readUnmarked(inner.slice(0, -1), reading);
    const span = typeof whole === 'string' ? undefined : partOf(whole, partBehind);
    if (span !== undefined) return [...marks, '~' as const].reduce(qualified, span);
  }
  const span = readUnmarked(inner, reading);
  return typeof span === 'string' ? span : marks.reduce(qualified, span);
}

function readUnmarked(items: readonly Item[], reading: Reading): Span | Fault {
  const stretch = readStretch(items, reading.habits);
  if (stretch !== undefined) return stretch;
  const parts = readParts(items, reading.habits);
  if (typeof parts === 'string') return parts;
  return spanOfParts(alone(parts, reading), reading);
}

/** A number of one or two digits by itself is a year only where the century is told. */
function alone(parts: DateParts, { habits }: Reading): DateParts {
  if (parts.pair !== undefined && habits.year !== undefined) return fillParts(parts, { order: 'none' }, habits)[0];
  return parts;
}

/** Takes “about”, “probably” and question marks from both ends. */
function withoutMarks(items: readonly Item[], marks: ('~' | '?')[]): readonly Item[] {
  let [start, end] = [0, items.length];
  const take = (item: Item | undefined): boolean => {
    const { mark } = rolesIn(item);
    if (mark === undefined) return false;
    marks.push(mark === 'about' ? '~' : '?');
    return true;
  };
  while (start < end - 1 && (take(items[start]) || isLead(items[start], items[start + 1]))) start += 1;
  while (end > start + 1 && !isCentury(items, end) && (take(items[end - 1]) || bracketedMark(items, end, marks))) {
    end -= isSign(items[end - 1], ')') ? 3 : 1;
  }
  return items.slice(start, end);
}

/** “19th c.” is a century, and no date that is about something. */
const isCentury = (items: readonly Item[], end: number): boolean => {
  const before = items[end - 2];
  const isOrdinal = rolesIn(before).value !== undefined || (before?.kind === 'number' && before.suffix !== '');
  return isOrdinal && rolesIn(items[end - 1]).stretch === 'century';
};

/** Words that are read over before a mark: “in about 1850”. */
const isLead = (item: Item | undefined, next: Item | undefined): boolean =>
  rolesIn(item).noise === true && rolesIn(item).mark === undefined && rolesIn(next).mark !== undefined;

function bracketedMark(items: readonly Item[], end: number, marks: ('~' | '?')[]): boolean {
  if (!isSign(items[end - 1], ')') || !isSign(items[end - 3], '(')) return false;
  const { mark } = rolesIn(items[end - 2]);
  if (mark === undefined) return false;
  marks.push(mark === 'about' ? '~' : '?');
  return true;
}

/** “Between X and Y”: some time from the one to the other. */
function readBetween(items: readonly Item[], reading: Reading): Span | Fault | undefined {
  if (rolesIn(items[0]).between !== true) return undefined;
  for (const [k, item] of items.entries()) {
    const { and, to } = rolesIn(item);
    if (k < 2 || (and !== true && to !== true && !isSign(item, '-', '–'))) continue;
    const ends = readEnds(items.slice(1, k), items.slice(k + 1), reading);
    if (typeof ends === 'string') continue;
    const [from, to2] = ends;
    return { text: `[${from.first}..${to2.last}]`, first: from.first, last: to2.last, whole: undefined, exact: from.exact && to2.exact };
  }
  return undefined;
}

/** “From X to Y”, “X–Y”, and those of which one end is now, or not stated. */
function readRange(items: readonly Item[], reading: Reading): Span | Fault | undefined {
  const start = rolesIn(items[0]).from === true ? 1 : 0;
  let fault: Fault | undefined;
  for (const k of splits(items, start)) {
    const [left, right] = [items.slice(start, k), items.slice(k + 1)];
    const open = readOpenRange(left, right, reading, items[k]);
    if (open !== undefined) return open;
    if (left.length === 0 || right.length === 0) continue;
    const ends = readEnds(left, right, reading);
    if (typeof ends !== 'string') return intervalOf(ends[0], ends[1]);
    if (ends !== 'unreadable' && ends !== 'year-missing') return ends;
    if (fault === undefined || fault === 'unreadable') fault = ends;
  }
  return fault;
}

const intervalOf = (from: Span, to: Span): Span => ({
  text: `${from.first}/${to.last}`,
  first: from.first,
  last: to.last,
  whole: undefined,
  exact: from.exact && to.exact && from.first === from.text && to.last === to.text,
});

/**
 * Where a range may be parted, the likeliest first: at a word or long dash, at a hyphen between spaces, at the hyphen or slash
 * that is the odd one among others, at any.
 */
function splits(items: readonly Item[], start: number): readonly number[] {
  const count = (sign: string): number => items.filter((item) => isSign(item, sign)).length;
  const odd = count('-') > count('/') ? '/' : '-';
  const rank = (k: number): number => {
    const item = items[k];
    if (k < start) return 0;
    if (rolesIn(item).to === true || isSign(item, '–')) return 4;
    if (!isSign(item, '-', '/', '~', '…')) return 0;
    const next = items[k + 1];
    const spaced = item?.kind === 'sign' && item.spaced && (next === undefined || next.kind === 'clock' || next.spaced);
    return spaced ? 3 : isSign(item, odd) ? 2 : 1;
  };
  const places = items.map((_, k) => k).filter((k) => rank(k) > 0);
  return places.sort((a, b) => rank(b) - rank(a) || middle(items, a) - middle(items, b)).slice(0, MOST_SPLITS);
}

/** How many places are tried at most. */
const MOST_SPLITS = 8;

/** How far from the middle a position lies: the halves of a range are mostly alike. */
const middle = (items: readonly Item[], k: number): number => Math.abs(2 * k + 1 - items.length);

/** “1990 – today”, “1990–”, “–1990”, “1990–?”. */
function readOpenRange(left: readonly Item[], right: readonly Item[], reading: Reading, split: Item | undefined): Span | undefined {
  const isDash = isSign(split, '-', '–');
  const [unknownLeft, unknownRight] = [left, right].map((side) => side.length === 1 && rolesIn(side[0]).mark === 'doubt');
  const behind = right.filter((item) => rolesIn(item).noise !== true);
  const untilNow = behind.length === 1 && rolesIn(behind[0]).present === true;
  if (left.length > 0 && (untilNow || unknownRight === true || (isDash && right.length === 0))) {
    const from = readSide(left, reading);
    if (typeof from === 'string') return undefined;
    return { ...spanOfPoint(`${from.first}/${unknownRight === true ? '' : '..'}`, from.exact), first: from.first, last: from.last };
  }
  if (right.length > 0 && (unknownLeft === true || (left.length === 0 && isSign(split, '–')))) {
    const to = readSide(right, reading);
    if (typeof to === 'string') return undefined;
    return { ...spanOfPoint(`${unknownLeft === true ? '' : '..'}/${to.last}`, to.exact), first: to.first, last: to.last };
  }
  return undefined;
}

/** Both ends of a range, each completed by the other. */
function readEnds(left: readonly Item[], right: readonly Item[], reading: Reading): readonly [Span, Span] | Fault {
  const marks: readonly ('~' | '?')[][] = [[], []];
  const sides = [left, right].map((side, k) => withoutMarks(trimmed(side), marks[k] ?? []));
  const isCalendarDate = (side: readonly Item[]): boolean => readStretch(side, reading.habits) === undefined && rolesIn(side[0]).part === undefined;
  const parts = sides.map((side) => (isCalendarDate(side) ? readParts(side, reading.habits) : 'unreadable'));
  const [a, b] = parts;
  // “c. 1850–60” is about both.
  if (marks[1]?.length === 0 && right[0]?.kind === 'number' && !right[0].spaced) marks[1].push(...(marks[0] ?? []));
  if (typeof a === 'object' && typeof b === 'object') {
    const filled = fillParts(a, b, reading.habits);
    const spans = filled.map((side) => spanOfParts(side, reading));
    const [from, to] = spans;
    if (typeof from === 'object' && typeof to === 'object') return [(marks[0] ?? []).reduce(qualified, from), (marks[1] ?? []).reduce(qualified, to)];
    return spans.find((span) => typeof span === 'string') ?? 'unreadable';
  }
  if (a === 'ambiguous' || b === 'ambiguous') return 'ambiguous';
  const completed = completeStretch(left, right);
  const from = readSide(completed, reading);
  if (typeof from === 'string') return from;
  const to = readSide(right, reading);
  return typeof to === 'string' ? to : [from, to];
}

/** “18th–19th century”, “spring–autumn 2021”: what only the second one says belongs to the first as well. */
function completeStretch(left: readonly Item[], right: readonly Item[]): readonly Item[] {
  const isDate = (item: Item): boolean => item.kind === 'number' || (rolesIn(item).value ?? rolesIn(item).season ?? rolesIn(item).part) !== undefined;
  if (!left.some(isDate)) return left;
  const isWhole = left.some((item) => rolesIn(item).stretch !== undefined || (item.kind === 'number' && item.digits.length > 2));
  if (isWhole) return left;
  const behind = right.findIndex((item) => rolesIn(item).stretch !== undefined || (item.kind === 'number' && item.digits.length > 2));
  return behind < 0 ? left : [...left, ...right.slice(behind)];
}

/** “Since 1990”, “before 1066”, “1990 onwards”. */
function readOpen(items: readonly Item[], reading: Reading): Span | Fault | undefined {
  const { open, mark } = rolesIn(items[0]);
  if (open !== undefined && items.length > 1) return opened(readOpened(items.slice(1), reading), open);
  const { openBehind } = rolesIn(items.at(-1));
  if (openBehind !== undefined && items.length > 1) return opened(readOpened(items.slice(0, -1), reading), openBehind);
  // “Probably before 1066”
  if (mark !== undefined && rolesIn(items[1]).open !== undefined) {
    const span = readOpen(items.slice(1), reading);
    return typeof span === 'object' ? qualified(span, mark === 'about' ? '~' : '?') : span;
  }
  return undefined;
}

/** What is open at one end: a single date, or a range of them. */
function readOpened(items: readonly Item[], reading: Reading): Span | Fault {
  const point = readSide(items, reading);
  return typeof point === 'object' ? point : (readRange(trimmed(items), reading) ?? point);
}

function opened(span: Span | Fault, { side, exclusive }: OpenSide): Span | Fault {
  if (typeof span === 'string') return span;
  const text = side === 'since' ? `${span.first}/..` : `../${span.last}`;
  return { ...span, text, whole: undefined, exact: span.exact && !exclusive };
}

/** “5 and 6 March 2026”, “1852 or 1853”. */
function readList(items: readonly Item[], reading: Reading): Span | Fault | undefined {
  for (const [k, item] of items.entries()) {
    const { and, or } = rolesIn(item);
    if (k === 0 || k === items.length - 1 || (and !== true && or !== true)) continue;
    const ends = readEnds(items.slice(0, k), items.slice(k + 1), reading);
    if (typeof ends === 'string') continue;
    const [from, to] = ends;
    if (/[[{/]/.test(from.text + to.text)) continue;
    const list = `${from.text},${to.text}`;
    return { ...intervalOf(from, to), text: or === true ? `[${list}]` : `{${list}}` };
  }
  return undefined;
}

