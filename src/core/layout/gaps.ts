import type { Columns, Dataset } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
import { eventAt } from '../model/rows.ts';
import { DAY, instant, type Interval } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';
import { evenWarp, STRAIGHT, warpOf, type DrawnBreak } from '../time/warp.ts';
import type { Spacing } from '../view/view-state.ts';
import { boundedSpans, busyStretches, coverages, narrowLimit, widthOf, type Coverage, type Stretch } from './busy-stretches.ts';
import { evenKnots } from './even-knots.ts';

/** Fewer events than this tell no story that a bend could help. */
const FEWEST_EVENTS = 4;
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

const compressed = new WeakMap<Columns, Warp>();

/** Where the compressed time line of a dataset is bent. */
export const breaksFor = derived('breaks', ({ columns }: Dataset): readonly DrawnBreak[] => breaksOf(columns));

const bentAt = (breaks: readonly DrawnBreak[]): Warp => (breaks.length === 0 ? STRAIGHT : warpOf(breaks));

/** The time line of a dataset: straight, bent where that helps to read it, or with its events equally far apart. Worked out once for a dataset. */
export function warpFor(dataset: Dataset, spacing: Spacing): Warp {
  switch (spacing) {
    case 'true':
      return STRAIGHT;
    case 'compressed':
      return remembered(compressed, dataset.columns, () => bentAt(breaksFor(dataset)));
    case 'equal':
      return remembered(even, dataset.columns, () => evenWarp(evenKnots(dataset.columns, extentOf(dataset).end)));
  }
}

const even = new WeakMap<Columns, Warp>();

function remembered<T>(known: WeakMap<Columns, T>, columns: Columns, make: () => T): T {
  const kept = known.get(columns);
  if (kept !== undefined) return kept;
  const made = make();
  known.set(columns, made);
  return made;
}

/**
 * Bends the time line so that a busy stretch can be read although others lie far away. Events whose spans are of the narrower kind
 * make busy stretches; a time with nothing in it that is long beside them becomes a `gap`, one with wide spans only is `squeezed`.
 * Events spread evenly, and datasets without a busy stretch, keep the straight line.
 */
export const gapsOf = (columns: Columns): Warp => bentAt(breaksOf(columns));

const NO_BREAKS: readonly DrawnBreak[] = [];

function breaksOf(columns: Columns): readonly DrawnBreak[] {
  const spans = boundedSpans(columns);
  if (spans.count < FEWEST_EVENTS) return NO_BREAKS;
  const { narrow, wide } = coverages(spans, narrowLimit(spans));
  const busy = busyStretches(narrow);
  if (busy.length > MOST_BREAKS + 1) return NO_BREAKS;
  const busyLength = busy.reduce((sum, stretch) => sum + widthOf(stretch), 0);
  const shortest = SHORTEST_BREAK * busyLength;
  const { covered, empty } = aroundBusy(wide, busy, shortest);
  if (covered.length + empty.length > MOST_BREAKS) return NO_BREAKS;
  const margin = GAP_MARGIN * busyLength;
  const gaps = empty.map(({ start, end }) => ({
    start: covered.some((part) => part.end === start) ? start : start + margin,
    end: covered.some((part) => part.start === end) ? end : end - margin,
  }));
  const squeezed = covered.reduce((sum, part) => sum + widthOf(part), 0);
  const slope = (Math.min(SQUEEZED_SHARE * covered.length, MOST_SQUEEZED) * busyLength) / squeezed;
  const breaks: DrawnBreak[] = [
    ...gaps.map((gap) => ({ interval: intervalOf(gap), kind: 'gap' as const, drawn: GAP_SHARE * busyLength })),
    ...covered.map((part) => ({ interval: intervalOf(part), kind: 'squeezed' as const, drawn: widthOf(part) * slope })),
  ].sort((a, b) => a.interval.start - b.interval.start);
  return isWorthBending(lengthOf(narrow, wide), breaks) ? breaks : NO_BREAKS;
}

const intervalOf = ({ start, end }: Stretch): Interval => ({ start: instant(start), end: instant(end) });

interface AroundBusy {
  /** Outside the busy stretches, what wide spans cover. */
  readonly covered: readonly Stretch[];
  /** Times with nothing in them. */
  readonly empty: readonly Stretch[];
}

/** The times around busy stretches that are longer than `shortest`, in order; no more of them than are needed to see that they are too many. */
function aroundBusy({ count, starts, ends }: Coverage, busy: readonly Stretch[], shortest: number): AroundBusy {
  const covered: Stretch[] = [];
  const empty: Stretch[] = [];
  const note = (stretches: Stretch[], start: number, end: number): void => {
    if (end - start > shortest && stretches.length <= MOST_BREAKS) stretches.push({ start, end });
  };
  let reached = Infinity;
  const reach = (start: number, end: number): void => {
    note(empty, reached, start);
    reached = reached === Infinity ? end : Math.max(reached, end);
  };
  let next = 0;
  const passBusy = (upTo: number): void => {
    for (let stretch = busy[next]; stretch !== undefined && stretch.start <= upTo; stretch = busy[next]) {
      reach(stretch.start, stretch.end);
      next += 1;
    }
  };
  for (let i = 0; i < count; i += 1) {
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
    passBusy(start);
    reach(start, end);
    let from = start;
    for (const stretch of busy) {
      if (stretch.end <= from || stretch.start >= end) continue;
      note(covered, from, stretch.start);
      from = stretch.end;
    }
    note(covered, from, end);
  }
  passBusy(Infinity);
  return { covered, empty };
}

/** From the start of the first span to the end of the last. */
function lengthOf(...coverages: readonly Coverage[]): number {
  const filled = coverages.filter(({ count }) => count > 0);
  return Math.max(...filled.map(({ count, ends }) => ends[count - 1] ?? 0)) - Math.min(...filled.map(({ starts }) => starts[0] ?? 0));
}

function isWorthBending(straight: number, breaks: readonly DrawnBreak[]): boolean {
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

/** First and last bounded instant of a dataset; backwards when there is none. */
export const extentOf = derived('extent', (dataset): Extent => {
  const { columns } = dataset;
  let start = Infinity;
  let end = -Infinity;
  const include = (bound: number): void => {
    if (!Number.isFinite(bound)) return;
    start = Math.min(start, bound);
    end = Math.max(end, bound);
  };
  const { earliestStart, latestEnd } = columns;
  for (let i = 0; i < dataset.dated; i += 1) {
    const [from, to] = [earliestStart[i] ?? NaN, latestEnd[i] ?? NaN];
    if (from > -Infinity) include(from);
    if (to < Infinity) include(to);
  }
  for (const i of openRows(dataset)) {
    const span = eventAt(dataset, i).when.edtf?.span;
    include(span?.latestStart ?? NaN);
    include(span?.earliestEnd ?? NaN);
  }
  const isMoment = columns.earliestStart.every((at) => !(at > start)) && columns.latestEnd.every((at) => !(at < end));
  return { start, end, isMoment };
});

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
