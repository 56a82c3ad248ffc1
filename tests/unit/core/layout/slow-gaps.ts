import type { Columns } from '../../../../src/core/model/dataset.ts';
import { DAY, MINUTE, instant, type Interval } from '../../../../src/core/time/instant.ts';
import type { Warp } from '../../../../src/core/time/time-scale.ts';
import { STRAIGHT, warpOf, type DrawnBreak } from '../../../../src/core/time/warp.ts';

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

/** `gapsOf` on lists of spans, sorted and searched in the plainest way: what the fast one is compared with. */
export function slowGapsOf(columns: Columns): Warp {
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
