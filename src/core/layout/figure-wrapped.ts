import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import type { GroupMark } from '../scene/scene.ts';
import { floorTo } from '../time/calendar.ts';
import { instant, type Instant, type Interval } from '../time/instant.ts';
import { TICK_STEPS } from '../time/ticks.ts';
import type { Warp } from '../time/time-scale.ts';
import { clocksOf, firstInstantOf, UTC_CLOCKS, wallOf, type Clocks } from '../time/zone.ts';
import { layoutFigureTimeline, type FigureTimeline, type FigureTimelineOptions } from './figure-timeline.ts';
import { fitWindow, warpFor } from './gaps.ts';

/** What a wrapped timeline is drawn from: its height is given. */
export interface WrappedOptions extends FigureTimelineOptions {
  readonly height: number;
  /** The events of a stretch of time. */
  readonly within: (stretch: Interval) => Visible;
}

const ROW_GAP = 26;
/** So many rows are the most that an eye follows. */
const MOST_ROWS = 12;
/** No row is lower: axis, and a lane or two. */
const LEAST_ROW = 112;
/** How far a wrap moves from where the rows would be equally long to get to a rounder instant, as a share of a row. */
const REACH = 0.25;
/** Rows with more room than their events need are spread, but not so far that they fall apart. */
const MOST_SPREAD = 2.2;

/**
 * A timeline in rows, each a stretch of drawn time about as long as the others, cut where units of the calendar begin; stretches without
 * events are left out. In as few rows as name every event; of a crowd, in as many as there is room for. `undefined` where one row is as good.
 */
export function layoutWrappedTimeline(options: WrappedOptions): FigureTimeline | undefined {
  const { dataset, view, scope, height, isCrowded } = options;
  const warp = warpFor(dataset, view.spacing);
  const whole = (scope === 'view' ? view.window : undefined) ?? fitWindow(dataset, warp);
  if (whole === undefined) return undefined;
  const clocks = clocksOf(view.zone) ?? UTC_CLOCKS;
  const most = Math.min(MOST_ROWS, Math.floor((height + ROW_GAP) / (LEAST_ROW + ROW_GAP)));
  if (dataset.dated > APART_UP_TO) return setAlike(whole, warp, clocks, { ...options, most });
  const counts = Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2);
  let best: Wrapped | undefined;
  for (const count of isCrowded ? counts.toReversed() : counts) {
    const rows = rowsOf(cutTime(whole, warp, count, clocks), options);
    if (rows.length < 2 || heightOf(rows) > height) continue;
    const named = new Set(rows.flatMap(({ natural }) => [...natural.named]));
    if (best === undefined || named.size > best.named.size) best = { rows, named };
    if (isCrowded || named.size === options.visible.datedCount) break;
  }
  return best && setRows(best.rows, options);
}

/** The rows of more events than these have the same lanes, of less those lanes alone that have events in them. */
const APART_UP_TO = 5000;

/** Rows of very many events: as many as there is room for when each has all lanes. */
function setAlike(whole: Interval, warp: Warp, clocks: Clocks, options: WrappedOptions & { readonly most: number }): FigureTimeline | undefined {
  const { visible, height } = options;
  const natural = layoutFigureTimeline({ ...options, stretch: whole, height: LEAST_ROW });
  const count = Math.min(options.most, Math.floor((height + ROW_GAP) / (natural.height + ROW_GAP)));
  return count < 2 ? undefined : setRows(cutTime(whole, warp, count, clocks).map((stretch) => ({ stretch, visible, natural })), options);
}

/** The instants at which rows begin and end: equally far apart in drawn time, moved to the roundest instant near by. */
export function cutTime(whole: Interval, warp: Warp, count: number, clocks: Clocks): readonly Interval[] {
  const [start, end] = [warp.toWarped(whole.start), warp.toWarped(whole.end)];
  const length = (end - start) / count;
  const cuts = Array.from({ length: count - 1 }, (_, i) => {
    const at = start + (i + 1) * length;
    return roundestBetween(warp.fromWarped(at - REACH * length), warp.fromWarped(at + REACH * length), clocks);
  });
  const ends = [whole.start, ...cuts, whole.end];
  return ends.slice(1).flatMap((to, i) => {
    const from = ends[i];
    return from !== undefined && from < to ? [{ start: from, end: to }] : [];
  });
}

/** The beginning of the coarsest unit of the calendar that begins after one instant and not after another; the later one where none does. */
function roundestBetween(from: Instant, to: Instant, clocks: Clocks): Instant {
  for (const { unit, count } of TICK_STEPS.toReversed()) {
    const at = firstInstantOf(floorTo(unit, count, wallOf(to, clocks)), clocks);
    if (at > from) return at;
  }
  return instant(to);
}

/** One row: its stretch of time, its events, and how it is laid out in the height that it has use for. */
interface Row {
  readonly stretch: Interval;
  readonly visible: Visible;
  readonly natural: FigureTimeline;
}

interface Wrapped {
  readonly rows: readonly Row[];
  readonly named: ReadonlySet<EventNumber>;
}

const rowsOf = (stretches: readonly Interval[], options: WrappedOptions): readonly Row[] =>
  stretches.flatMap((stretch) => {
    const visible = options.within(stretch);
    if (visible.datedCount === 0) return [];
    const height = options.isCrowded ? LEAST_ROW : undefined;
    return [{ stretch, visible, natural: layoutFigureTimeline({ ...options, visible, stretch, height }) }];
  });

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { natural }) => sum + Math.max(LEAST_ROW, natural.height), 0) + ROW_GAP * (rows.length - 1);

/** Rows below each other, the height that is left shared out among them. */
function setRows(rows: readonly Row[], options: WrappedOptions): FigureTimeline {
  const gaps = ROW_GAP * (rows.length - 1);
  const spread = (options.height - gaps) / (heightOf(rows) - gaps);
  const factor = options.isCrowded ? spread : Math.min(MOST_SPREAD, spread);
  let y = 0;
  const set = rows.map(({ stretch, visible, natural }) => {
    const height = Math.floor(Math.max(LEAST_ROW, natural.height) * factor);
    // In the height given, not in the one that suits it best: the rows fill the figure together.
    const row = layoutFigureTimeline({ ...options, visible, stretch, height, isCrowded: true });
    const marks: GroupMark = { kind: 'group', role: 'row', translate: { x: 0, y }, marks: row.marks };
    y += row.height + ROW_GAP;
    return { row, marks };
  });
  return {
    marks: set.map(({ marks }) => marks),
    height: y - ROW_GAP,
    least: y - ROW_GAP,
    breaks: set.flatMap(({ row }) => row.breaks),
    named: new Set(set.flatMap(({ row }) => [...row.named])),
  };
}
