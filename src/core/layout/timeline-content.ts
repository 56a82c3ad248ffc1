import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { possiblyIn } from '../query/time-clause.ts';
import { instant, type Interval } from '../time/instant.ts';
import { sharedCentre } from './rows.ts';
import type { TimelineItem } from './timeline-items.ts';
import type { PackedLane } from './timeline-packing.ts';
import type { PlacedItem } from './timeline-region.ts';
import { SIZES } from './timeline-style.ts';

/** Several events shown as one mark. */
export interface CloseUp {
  /** How many of them are in the window. */
  readonly count: number;
  /** The window in which they come apart. */
  readonly window: Interval;
  /** The first of them in time order, so many at most. */
  readonly events: (most: number) => readonly EventNumber[];
}

/** Events counted in a ring in a row of a lane. */
export interface Ring {
  readonly key: string;
  /** Middle and half the width, in pixels along the whole time line. */
  readonly x: number;
  readonly half: number;
  readonly row: number;
  readonly closeUp: CloseUp;
  /** How many of those that count began before the window. */
  readonly early: number;
  readonly has: (i: EventNumber) => boolean;
}

/** What a lane shows in rows. */
export interface LaneContent {
  readonly singles: readonly PlacedItem[];
  readonly rings: readonly Ring[];
  /** From 1, all of it shows, to 0, the lane counts instead. */
  readonly detail: number;
}

/** From how many events on a lane may count instead of showing. */
const DENSE_FROM = 24;
/** The share of events without a place of their own at which a lane begins to count, and at which it does nothing else. */
const CROWDED = { from: 0.25, to: 0.45 } as const;

/** 0 up to a value, 1 from another on, and smooth between them. Source: the smoothstep of graphics. */
export function smoothly(value: number, from: number, to: number): number {
  const share = Math.min(Math.max((value - from) / (to - from), 0), 1);
  return share * share * (3 - 2 * share);
}

export interface WholeContentRequest {
  readonly packedLane: PackedLane;
  readonly dataset: Dataset;
  readonly window: Interval;
  readonly dx: number;
  /** Left and right end of the plot. */
  readonly x0: number;
  readonly x1: number;
}

/** What is in sight of a lane that was packed as a whole. */
export function wholeContent({ packedLane, dataset, window, dx, x0, x1 }: WholeContentRequest): LaneContent {
  const { node, items, rows } = packedLane;
  const isIn = ({ event }: TimelineItem): boolean => possiblyIn(dataset.columns, event, window);
  const isSeen = (item: TimelineItem): boolean => item.right + dx > x0 && item.left + dx < x1;
  const singles: PlacedItem[] = [];
  const rings: Ring[] = [];
  let [shown, shared] = [0, 0];
  for (const { members, row, label } of rows.packed) {
    const own = members.flatMap((k) => items[k] ?? []);
    const [first] = own;
    if (first === undefined || !own.some((item) => isSeen(item) || isIn(item))) continue;
    shown += own.length;
    if (own.length === 1) {
      singles.push({ item: first, row, label });
      continue;
    }
    shared += own.length;
    const within = own.filter(isIn);
    const all = own.map(({ event }) => event);
    rings.push({
      key: `shared ${first.event} ${node.key}`,
      x: sharedCentre(own),
      half: SIZES.shared,
      row,
      closeUp: { count: within.length, window: spanOf(all, dataset), events: (most) => all.slice(0, most) },
      early: within.filter(({ event }) => (dataset.columns.earliestStart[event] ?? 0) < window.start).length,
      has: (i) => all.includes(i),
    });
  }
  const detail = shown < DENSE_FROM ? 1 : 1 - smoothly(shared / shown, CROWDED.from, CROWDED.to);
  return { singles, rings, detail };
}

/** From the first of some events to the last, with half as much again around them. */
function spanOf(events: readonly EventNumber[], { columns }: Dataset): Interval {
  let [start, end] = [Infinity, -Infinity];
  for (const i of events) {
    const [from, to] = [columns.earliestStart[i] ?? NaN, columns.latestEnd[i] ?? NaN];
    if (Number.isFinite(from)) start = Math.min(start, from);
    if (Number.isFinite(to)) end = Math.max(end, to);
  }
  if (start === Infinity) start = end === -Infinity ? 0 : end;
  end = Math.max(end, start);
  const margin = Math.max((end - start) / 4, 1000);
  return { start: instant(start - margin), end: instant(end + margin) };
}
