import type { Columns, Dataset } from '../model/dataset.ts';
import { eventAt } from '../model/rows.ts';
import { DAY, MINUTE, instant, type Interval } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';
import { STRAIGHT, warpOf, type DrawnBreak } from '../time/warp.ts';
import type { Spacing } from '../view/view-state.ts';

/** A stretch of the time line in milliseconds. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Fewer events than this tell no story that a bend could help. */
const FEWEST_EVENTS = 4;
/** A busy stretch holds so many events on average; single ones far apart are best shown at true scale. */
const EVENTS_PER_STRETCH = 3;
/** Spans so many times as wide as the next narrower ones are of another kind: months beside days. */
const WIDTH_JUMP = 4;
/** Time left at true scale between a busy stretch and a gap, so that its events do not stand at the brink; a share of the busy time. */
const GAP_MARGIN = 0.03;
/** What is shorter than this share of the busy time is left at true scale. */
const SHORTEST_BREAK = 0.5;
/** What each gap, each squeezed stretch on average, and all of these together at most take on the drawing, as shares of the busy time. */
const GAP_SHARE = 0.045;
const SQUEEZED_SHARE = 0.4;
const MOST_SQUEEZED = 0.8;
/** A bent line must be shorter than this share of the straight one, or it is not worth reading. */
const WORTH_BENDING = 0.4;
const MOST_BREAKS = 12;
/** An event without length counts as this long. */
const SHORTEST_SPAN = MINUTE;

const warps = new WeakMap<Columns, Warp>();

/** The time line of a dataset: straight, or bent where that helps to read it. Worked out once for a dataset. */
export function warpFor(dataset: Dataset, spacing: Spacing): Warp {
  if (spacing === 'true') return STRAIGHT;
  const known = warps.get(dataset.columns);
  if (known !== undefined) return known;
  const made = gapsOf(dataset.columns);
  warps.set(dataset.columns, made);
  return made;
}

/**
 * Bends the time line so that a busy stretch can be read although others lie far away. Events whose spans are of the narrower kind
 * make busy stretches; a time with nothing in it that is long beside them becomes a `gap`, one with wide spans only is `squeezed`.
 * Events spread evenly, and datasets without a busy stretch, keep the straight line.
 */
export function gapsOf(columns: Columns): Warp {
  const spans = finiteSpans(columns);
  if (spans.length < FEWEST_EVENTS) return STRAIGHT;
  const widest = narrowLimit(spans.map(widthOf));
  const busy = busyStretches(spans.filter((span) => widthOf(span) <= widest));
  const busyLength = busy.reduce((sum, stretch) => sum + widthOf(stretch), 0);
  const shortest = SHORTEST_BREAK * busyLength;
  const wide = uncovered(merged(spans.filter((span) => widthOf(span) > widest)), busy).filter((part) => widthOf(part) > shortest);
  const margin = GAP_MARGIN * busyLength;
  const gaps = between(merged([...spans, ...busy]))
    .filter((gap) => widthOf(gap) > shortest)
    .map(({ start, end }) => ({
      start: wide.some((part) => part.end === start) ? start : start + margin,
      end: wide.some((part) => part.start === end) ? end : end - margin,
    }));
  const squeezed = wide.reduce((sum, part) => sum + widthOf(part), 0);
  const slope = (Math.min(SQUEEZED_SHARE * wide.length, MOST_SQUEEZED) * busyLength) / squeezed;
  const breaks: DrawnBreak[] = [
    ...gaps.map((gap) => ({ interval: intervalOf(gap), kind: 'gap' as const, drawn: GAP_SHARE * busyLength })),
    ...wide.map((part) => ({ interval: intervalOf(part), kind: 'squeezed' as const, drawn: widthOf(part) * slope })),
  ].sort((a, b) => a.interval.start - b.interval.start);
  return breaks.length <= MOST_BREAKS && isWorthBending(spans, breaks) ? warpOf(breaks) : STRAIGHT;
}

const widthOf = (stretch: Stretch): number => stretch.end - stretch.start;
const intervalOf = ({ start, end }: Stretch): Interval => ({ start: instant(start), end: instant(end) });

/** The dated events whose span is bounded, by start; one without length is given a little. */
function finiteSpans({ earliestStart, latestEnd }: Columns): readonly Stretch[] {
  const spans: Stretch[] = [];
  earliestStart.forEach((start, i) => {
    const end = latestEnd[i] ?? NaN;
    if (Number.isFinite(start) && Number.isFinite(end)) spans.push({ start, end: Math.max(end, start + SHORTEST_SPAN) });
  });
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The width up to which spans are narrow: below the greatest jump in widths that leaves most events narrow. */
function narrowLimit(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  let limit = sorted.at(-1) ?? 0;
  let greatest = WIDTH_JUMP;
  for (let i = Math.ceil(sorted.length / 2); i < sorted.length; i += 1) {
    const narrower = Math.max(sorted[i - 1] ?? 0, DAY / 24);
    const jump = (sorted[i] ?? 0) / narrower;
    if (jump < greatest) continue;
    greatest = jump;
    limit = sorted[i - 1] ?? 0;
  }
  return limit;
}

/**
 * Cuts sorted spans into busy stretches at as many of the longest empty times as are each at least as long as all that would be left.
 */
function busyStretches(spans: readonly Stretch[]): readonly Stretch[] {
  const covered = merged(spans);
  const empty = between(covered).map(widthOf).sort((a, b) => b - a);
  const first = covered[0]?.start ?? 0;
  let rest = (covered.at(-1)?.end ?? 0) - first;
  let cutFrom = Infinity;
  empty.forEach((length, i) => {
    rest -= length;
    if (length >= rest && spans.length >= EVENTS_PER_STRETCH * (i + 2)) cutFrom = length;
  });
  return joined(covered, (gap) => gap < cutFrom);
}

/** The union of spans sorted by start, as stretches that do not touch. */
function merged(spans: readonly Stretch[]): readonly Stretch[] {
  return joined([...spans].sort((a, b) => a.start - b.start), (gap) => gap <= 0);
}

/** Joins sorted stretches where `isJoined` says so of the time between them. */
function joined(stretches: readonly Stretch[], isJoined: (gap: number) => boolean): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches) {
    const last = result.at(-1);
    if (last !== undefined && isJoined(next.start - last.end)) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** The empty times between stretches. */
function between(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.slice(1).map((next, i) => ({ start: stretches[i]?.end ?? next.start, end: next.start }));
}

/** The parts of stretches that others leave free; both sorted and without overlaps of their own. */
function uncovered(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    const parts: Stretch[] = [];
    let start = stretch.start;
    for (const other of others) {
      if (other.end <= start || other.start >= stretch.end) continue;
      if (other.start > start) parts.push({ start, end: other.start });
      start = other.end;
    }
    if (start < stretch.end) parts.push({ start, end: stretch.end });
    return parts;
  });
}

function isWorthBending(spans: readonly Stretch[], breaks: readonly DrawnBreak[]): boolean {
  const end = spans.reduce((latest, span) => Math.max(latest, span.end), -Infinity);
  const straight = end - (spans[0]?.start ?? end);
  const saved = breaks.reduce((sum, { interval, drawn }) => sum + (interval.end - interval.start - drawn), 0);
  return straight - saved < WORTH_BENDING * straight;
}

/** Room left before the first and after the last event, as shares of the drawn time. */
const ROOM_BEFORE = 0.012;
const ROOM_AFTER = 0.022;
/** A story of one instant is shown with so much time on either side. */
const LEAST_ROOM = DAY / 2;

/**
 * The time window that shows all dated events, with a little room around them; `undefined` for a dataset without any.
 * Unbounded ends count from their bounded side.
 */
export function fitWindow(dataset: Dataset, warp: Warp): Interval | undefined {
  const { start, end, isMoment } = extentOf(dataset);
  if (end < start) return undefined;
  const length = warp.toWarped(end) - warp.toWarped(start);
  const room = (share: number): number => (isMoment ? Math.max(share * length, LEAST_ROOM) : share * length);
  // A stretch drawn small begins at the picture's edge: room before it would be drawn at another scale.
  const atBreak = warp.breaks[0]?.interval.start === start;
  return {
    start: atBreak ? instant(start) : warp.fromWarped(warp.toWarped(start) - room(ROOM_BEFORE)),
    end: warp.fromWarped(warp.toWarped(end) + room(ROOM_AFTER)),
  };
}

/** Rows with an unbounded end whose bounded side is looked up: those that reach farthest stand first, or last. */
const OPEN_ROWS = 64;

interface Extent {
  readonly start: number;
  readonly end: number;
  /** Whether all bounded events share one span, so that their own length says nothing of what to show around them. */
  readonly isMoment: boolean;
}

const extents = new WeakMap<Columns, Extent>();

/** First and last bounded instant of a dataset; backwards when there is none. Worked out once for a dataset. */
function extentOf(dataset: Dataset): Extent {
  const { columns } = dataset;
  const known = extents.get(columns);
  if (known !== undefined) return known;
  let start = Infinity;
  let end = -Infinity;
  const include = (bound: number): void => {
    if (!Number.isFinite(bound)) return;
    start = Math.min(start, bound);
    end = Math.max(end, bound);
  };
  for (let i = 0; i < dataset.dated; i += 1) {
    include(columns.earliestStart[i] ?? NaN);
    include(columns.latestEnd[i] ?? NaN);
  }
  for (const i of openRows(dataset)) {
    const span = eventAt(dataset, i).when.edtf?.span;
    include(span?.latestStart ?? NaN);
    include(span?.earliestEnd ?? NaN);
  }
  const isMoment = columns.earliestStart.every((at) => !(at > start)) && columns.latestEnd.every((at) => !(at < end));
  const made = { start, end, isMoment };
  extents.set(columns, made);
  return made;
}

/** The first rows without a bounded start and the last without a bounded end. */
function openRows({ dated, columns: { earliestStart, latestEnd } }: Dataset): readonly number[] {
  const rows: number[] = [];
  for (let i = 0; i < dated && earliestStart[i] === -Infinity && rows.length < OPEN_ROWS; i += 1) rows.push(i);
  for (let i = dated - 1, left = OPEN_ROWS; i >= 0 && left > 0; i -= 1) {
    if (latestEnd[i] !== Infinity) continue;
    rows.push(i);
    left -= 1;
  }
  return rows;
}
