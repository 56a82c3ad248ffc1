import { err, ok, type Result } from '../base/result.ts';
import { edtfError, type EdtfError } from './edtf-error.ts';
import { parsePoint } from './edtf-point.ts';
import type { EdtfPoint, EdtfRange, EdtfSet } from './edtf-reading.ts';
import { spanBetween, summaryOf } from './edtf-span.ts';
import { instant, type Instant, type TimeSpan } from './instant.ts';

type Entry = EdtfPoint | EdtfRange;

/** Reads a set: `[…]` one of its dates, `{…}` all of them. White space may stand around each entry. */
export function parseSet(text: string): Result<EdtfSet, EdtfError> {
  const choice = text.startsWith('[') ? 'one-of' : 'all-of';
  const close = choice === 'one-of' ? ']' : '}';
  if (!text.endsWith(close)) return err(edtfError('set-unclosed', text.length, close));
  const pieces = piecesOf(text);
  const entries: Entry[] = [];
  for (const [position, piece] of pieces.entries()) {
    const entry = parseEntry(piece.text, piece.column, position === 0, position === pieces.length - 1);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return ok(setOf(text, choice, entries));
}

/** The reading of a set from its entries, of which there is at least one. */
export function setOf(text: string, choice: EdtfSet['choice'], entries: readonly Entry[]): EdtfSet {
  const members = entries.map((entry) => spanOfEntry(entry, choice));
  const points = entries
    .flatMap((entry) => (entry.kind === 'range' ? [entry.from, entry.to] : entry))
    .filter((point) => point !== undefined);
  const [first, last] = [entries[0], entries.at(-1)];
  return {
    kind: 'set',
    choice,
    text,
    entries,
    members,
    span: spanOfMembers(members, choice),
    ...summaryOf(points),
    start: first?.kind === 'range' && first.from === undefined ? 'open' : 'stated',
    end: last?.kind === 'range' && last.to === undefined ? 'open' : 'stated',
  };
}

/** The entries between the brackets, trimmed, with their positions in the string from 1. */
function piecesOf(text: string): readonly { readonly text: string; readonly column: number }[] {
  let column = 2;
  return text
    .slice(1, -1)
    .split(',')
    .map((piece) => {
      const start = column + (piece.length - piece.trimStart().length);
      column += piece.length + 1;
      return { text: piece.trim(), column: start };
    });
}

function parseEntry(text: string, column: number, isFirst: boolean, isLast: boolean): Result<Entry, EdtfError> {
  if (text === '') return err(edtfError('set-empty', column, ''));
  const dots = text.indexOf('..');
  if (dots < 0) return parseMember(text, column);
  const [before, after] = [text.slice(0, dots), text.slice(dots + 2)];
  if (before === '' && after === '') return err(edtfError('set-empty', column, text));
  if ((before === '' && !isFirst) || (after === '' && !isLast)) return err(edtfError('open-inside', column, text));
  const from = before === '' ? ok(undefined) : parseMember(before, column);
  if (!from.ok) return from;
  const to = after === '' ? ok(undefined) : parseMember(after, column + dots + 2);
  if (!to.ok) return to;
  if (from.value !== undefined && to.value !== undefined && from.value.span.earliestStart >= to.value.span.latestEnd) {
    return err(edtfError('backwards-range', column, text));
  }
  return ok({ kind: 'range', from: from.value, to: to.value });
}

function parseMember(text: string, column: number): Result<EdtfPoint, EdtfError> {
  const point = parsePoint(text, column);
  if (point.ok && (point.value.kind === 'decade' || point.value.kind === 'century')) return err(edtfError('not-an-end', column, text));
  return point;
}

/** One of a range's dates lies anywhere in it; all of them begin with the first and end with the last. */
function spanOfEntry(entry: Entry, choice: EdtfSet['choice']): TimeSpan {
  if (entry.kind !== 'range') return entry.span;
  const whole = spanBetween(entry.from?.span ?? 'open', entry.to?.span ?? 'open');
  if (choice === 'all-of') return whole;
  const { earliestStart, latestEnd } = whole;
  return { earliestStart, latestStart: latestEnd, earliestEnd: earliestStart, latestEnd };
}

/**
 * One of the members may be the first or the last of them. All of them start with the first and have not ended before the last,
 * so there the certain bounds are those of the outermost members.
 */
function spanOfMembers(members: readonly TimeSpan[], choice: EdtfSet['choice']): TimeSpan {
  const one = choice === 'one-of';
  return {
    earliestStart: extreme(members, 'earliestStart', Math.min),
    latestStart: extreme(members, 'latestStart', one ? Math.max : Math.min),
    earliestEnd: extreme(members, 'earliestEnd', one ? Math.min : Math.max),
    latestEnd: extreme(members, 'latestEnd', Math.max),
  };
}

const extreme = (members: readonly TimeSpan[], bound: keyof TimeSpan, pick: (a: number, b: number) => number): Instant =>
  instant(members.map((member): number => member[bound]).reduce((a, b) => pick(a, b)));
