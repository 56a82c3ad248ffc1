import { civilOf, offsetBy } from '../../time/calendar.ts';
import { dayText, monthText, twoDigits, yearText } from '../../time/edtf-of.ts';
import type { Edtf, EdtfPoint } from '../../time/edtf.ts';
import { instant, type Instant } from '../../time/instant.ts';
import { finer, finestOf, moved, type Grain } from './amounts.ts';
import type { Head, RelativeSide, Side } from './head.ts';

/** A stretch of time on the clocks of a place, its end exclusive. */
export interface Reach {
  readonly from: Instant;
  readonly to: Instant;
  /** What its dates are written down to. */
  readonly grain: Grain;
  /** EDTF, where the dates are written and not counted. */
  readonly text: string | undefined;
  /** Whether it is in UTC, and not on the clocks of a place. */
  readonly utc: boolean;
}

/** What became of the date of an event. */
export type Resolved =
  | { readonly kind: 'reach'; readonly reach: Reach }
  /** An end that lies before the start, which alone is left. */
  | { readonly kind: 'backwards'; readonly reach: Reach }
  | { readonly kind: 'unread' }
  | { readonly kind: 'unknown-id'; readonly id: string }
  | { readonly kind: 'cycle' };

/** An event by what stands before its colon, and the id that others name it by. */
export interface Dated {
  readonly head: Head;
  readonly id: string | undefined;
}

/** Finds when events are, of which some are counted from others: from those they name, or else from the one before. */
export function resolveAll(events: readonly Dated[]): readonly Resolved[] {
  const byId = new Map<string, number>();
  for (const [k, { id }] of events.entries()) if (id !== undefined && !byId.has(id)) byId.set(id, k);
  const resolved: (Resolved | undefined)[] = Array.from({ length: events.length });
  const open = new Set<number>();
  for (const start of events.keys()) {
    // What an event is counted from is found first; a chain of them may be as long as the file.
    const stack = [start];
    for (let k = stack.at(-1); k !== undefined; k = stack.at(-1)) {
      const event = events[k];
      if (event === undefined || resolved[k] !== undefined) {
        stack.pop();
        continue;
      }
      const needed = neededBy(event.head, k, byId).filter((other) => resolved[other] === undefined);
      if (needed.some((other) => open.has(other) || other === k)) resolved[k] = { kind: 'cycle' };
      else if (needed.length > 0) {
        open.add(k);
        stack.push(...needed);
        continue;
      } else resolved[k] = resolve(event.head, k, byId, resolved);
      open.delete(k);
      stack.pop();
    }
  }
  return resolved.map((found) => found ?? { kind: 'unread' });
}

/** The events that one is counted from. */
function neededBy({ from, to }: Head, k: number, byId: ReadonlyMap<string, number>): readonly number[] {
  return [from, to].flatMap((side, position) => {
    if (side?.kind !== 'relative') return [];
    if (side.id !== undefined) return byId.get(side.id) ?? [];
    // An amount alone is a length where it is the end.
    return k > 0 && (position === 0 || side.edge !== undefined) ? [k - 1] : [];
  });
}

function resolve(head: Head, k: number, byId: ReadonlyMap<string, number>, resolved: readonly (Resolved | undefined)[]): Resolved {
  const unknown = [head.from, head.to].find((side) => side?.kind === 'relative' && side.id !== undefined && !byId.has(side.id));
  if (unknown?.kind === 'relative') return { kind: 'unknown-id', id: unknown.id ?? '' };
  const reachOf = (side: RelativeSide): Reach | undefined => {
    const found = resolved[side.id === undefined ? k - 1 : (byId.get(side.id) ?? -1)];
    return found?.kind === 'reach' || found?.kind === 'backwards' ? found.reach : undefined;
  };
  const reach = head.to === undefined ? alone(head.from, reachOf) : between(head.from, head.to, reachOf);
  if (reach === undefined || Number.isNaN(reach.from) || Number.isNaN(reach.to)) return { kind: 'unread' };
  const isEmpty = reach.to === reach.from && reach.text !== undefined && !isTime(reach.grain);
  if (reach.to >= reach.from && !isEmpty) return { kind: 'reach', reach };
  const start = alone(head.from, reachOf);
  return start === undefined ? { kind: 'unread' } : { kind: 'backwards', reach: start };
}

type ReachOf = (side: RelativeSide) => Reach | undefined;

/** A date by itself; an amount from another event lasts from there on, or up to there. */
function alone(side: Side, reachOf: ReachOf): Reach | undefined {
  if (side.kind === 'date') return reachOfEdtf(side.edtf);
  if (side.kind !== 'relative') return undefined;
  const other = reachOf(side);
  if (other === undefined) return undefined;
  const edge = edgeOf(side, other);
  const there = moved(edge, side.amounts, side.direction === 'before' ? -1 : 1);
  const grain = finer(other.grain, finestOf(side.amounts));
  const counted = { grain, text: undefined, utc: other.utc };
  return side.direction === 'before' ? { from: there, to: edge, ...counted } : { from: edge, to: there, ...counted };
}

/** Where another event is counted from: from its end, or up to its start, unless the edge is named. */
const edgeOf = ({ direction, edge = direction === 'before' ? 'start' : 'end' }: RelativeSide, { from, to }: Reach): Instant =>
  (edge === 'start' ? from : to);

function between(from: Side, to: Side, reachOf: ReachOf): Reach | undefined {
  // An amount at the end is a length: from the start on, or back from the event that this one lies before.
  const length = to.kind === 'relative' && to.id === undefined && to.edge === undefined && to.direction === undefined ? to.amounts : undefined;
  const start = pointOf(from, reachOf);
  if (start === undefined) return undefined;
  if (to.kind === 'now') return { ...start, to: instant(Infinity), text: start.text === undefined ? undefined : `${start.text}/..` };
  if (length !== undefined) {
    const grain = finer(start.grain, finestOf(length));
    const counted = { grain, text: undefined, utc: start.utc };
    if (from.kind === 'relative' && from.direction === 'before') return { from: moved(start.from, length, -1), to: start.from, ...counted };
    return { from: start.from, to: moved(start.from, length), ...counted };
  }
  const end = to.kind === 'relative' ? edgeReach(to, reachOf) : alone(to, reachOf);
  if (end === undefined) return undefined;
  return { from: start.from, to: end.to, grain: finer(start.grain, end.grain), text: textBetween(start.text, end.text), utc: start.utc };
}

/** The interval of two dates as they are written; `undefined` where one of them is counted, or is more than one. */
function textBetween(start: string | undefined, end: string | undefined): string | undefined {
  if (start === end) return start;
  return start === undefined || end === undefined || /[[{/]/.test(start + end) ? undefined : `${start}/${end}`;
}

/** Where an event begins. */
function pointOf(side: Side, reachOf: ReachOf): Reach | undefined {
  if (side.kind === 'relative') return edgeReach(side, reachOf);
  return alone(side, reachOf);
}

/** The instant that a relative side names. */
function edgeReach(side: RelativeSide, reachOf: ReachOf): Reach | undefined {
  const other = reachOf(side);
  if (other === undefined) return undefined;
  const at = moved(edgeOf(side, other), side.amounts, side.direction === 'before' ? -1 : 1);
  return { from: at, to: at, grain: finer(other.grain, finestOf(side.amounts)), text: undefined, utc: other.utc };
}

/** A time of day has no length. */
function reachOfEdtf(edtf: Edtf): Reach {
  const { earliestStart, latestEnd } = edtf.span;
  const last = edtf.kind === 'interval' ? edtf.to : edtf;
  const to = typeof last === 'object' && last.kind === 'date-time' ? last.span.earliestStart : latestEnd;
  return { from: earliestStart, to, grain: grainOf(edtf), text: edtf.kind === 'set' ? undefined : edtf.text, utc: edtf.zoned };
}

function grainOf(edtf: Edtf): Grain {
  if (edtf.kind === 'interval') return finer(grainOfEnd(edtf.from), grainOfEnd(edtf.to));
  switch (edtf.precision) {
    case 'millisecond':
    case 'second':
      return 'second';
    case 'minute':
    case 'hour':
      return 'minute';
    case 'day':
      return 'day';
    case 'month':
    case 'season':
      return 'month';
    default:
      return 'year';
  }
}

const grainOfEnd = (end: EdtfPoint | 'open' | 'unknown'): Grain => (typeof end === 'string' ? 'year' : grainOf(end));

/** A reach in EDTF: its last day, month or year belongs to it; a time of day ends it. `offset` follows each time of day that states none. */
export function textOfReach({ from, to, grain, text, utc }: Reach, local: string): string {
  const offset = utc ? 'Z' : local;
  if (text !== undefined) return offset === '' ? text : text.split('/').map((end) => (/T[\d:.]+$/.test(end) ? end + offset : end)).join('/');
  const first = textAt(from, grain) + (isTime(grain) ? offset : '');
  if (to === Infinity) return `${first}/..`;
  const end = isTime(grain) || to <= from ? to : offsetBy(grain, -1, to);
  const last = textAt(end, grain) + (isTime(grain) ? offset : '');
  return first === last ? first : `${first}/${last}`;
}

/** A reach some steps later, written down. */
export const movedReach = (reach: Reach, move: (at: Instant) => Instant, grain: Grain): Reach => ({
  from: move(reach.from),
  to: reach.to === Infinity ? reach.to : move(reach.to),
  grain: finer(reach.grain, grain),
  text: undefined,
  utc: reach.utc,
});

const isTime = (grain: Grain): boolean => grain === 'minute' || grain === 'second';

function textAt(at: Instant, grain: Grain): string {
  const { year, month, day, hour, minute, second } = civilOf(at);
  switch (grain) {
    case 'year':
      return yearText(year);
    case 'month':
      return monthText(year, month);
    case 'day':
      return dayText(year, month, day);
    case 'minute':
      return `${dayText(year, month, day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
    default:
      return `${dayText(year, month, day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
  }
}
