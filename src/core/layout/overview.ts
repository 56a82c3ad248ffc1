import { clamp, type Box, type Size } from '../base/geometry.ts';
import { mixColours, withAlpha } from '../base/colour.ts';
import type { Dataset } from '../model/dataset.ts';
import { datedRows, type Visible } from '../query/visible.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { DAY, instant, type Interval } from '../time/instant.ts';
import { timeScale, type TimeScale } from '../time/time-scale.ts';
import type { Spacing } from '../view/view-state.ts';
import { fitWindow, warpFor } from './gaps.ts';
import { laneCoding } from './lane-coding.ts';
import { addStarts, laneCounting, type Slots } from './lane-counts.ts';
import { rowAt } from './time-index.ts';
import { spreadVague, type Counted } from './timeline-bins.ts';
import type { World } from './world.ts';

export interface OverviewOptions {
  readonly dataset: Dataset;
  /** What passes all clauses but the time window's. */
  readonly visible: Visible;
  /** The time window; `undefined` is all of it. */
  readonly window: Interval | undefined;
  readonly spacing: Spacing;
  readonly size: Size;
  readonly world: World;
}

export interface OverviewLayout {
  /** The strip with its histogram; the same object while nothing but the time window moves. */
  readonly ground: Scene;
  /** The brush over it. */
  readonly scene: Scene;
  /** The whole time line across the strip. */
  readonly scale: TimeScale;
  /** Left and right end of the brush in pixels. */
  readonly brush: { readonly x0: number; readonly x1: number };
}

/** Pixels of a column of the histogram, and of the gap to the next. */
const COLUMN = { width: 10, gap: 4 } as const;
/** Room at either end for a handle to stand in. */
const MARGIN = 14;
const HANDLE = { width: 6, height: 16 } as const;
/** The narrowest brush: its handles must stay apart. */
const NARROWEST = 12;

/** Lays out the strip with the whole time line: a histogram of all events, and the brush that shows the time window. */
export function layoutOverview({ dataset, visible, window, spacing, size, world }: OverviewOptions): OverviewLayout {
  const warp = warpFor(dataset, spacing);
  const whole = fitWindow(dataset, warp) ?? { start: world.now, end: instant(world.now + DAY) };
  const scale = timeScale({ window: whole, x0: MARGIN, x1: Math.max(size.width - MARGIN, MARGIN + 1), warp });
  const brush = brushOf(window ?? whole, scale, size.width);
  const { palette } = world;
  const frame: Box = { x: 0.75, y: 0.75, width: size.width - 1.5, height: size.height - 1.5 };
  const box: Box = { x: brush.x0, y: frame.y, width: brush.x1 - brush.x0, height: frame.height };
  const middle = size.height / 2;
  const handle = (x: number, key: string): Mark => ({
    kind: 'rect', x: x - HANDLE.width / 2, y: middle - HANDLE.height / 2, width: HANDLE.width, height: HANDLE.height, radius: HANDLE.width / 2, fill: palette.ink, key, role: 'handle',
  });
  return {
    ground: groundOf({ dataset, visible, scale, size, world }),
    scene: {
      size,
      title: world.messages.timeline.overview.name,
      language: world.locale,
      marks: [
        { kind: 'rect', ...box, radius: 6, fill: withAlpha(palette.third, 0.12), role: 'brush-ground' },
        { kind: 'rect', ...box, radius: 6, stroke: { colour: palette.ink, width: 1.5 }, role: 'brush' },
        handle(brush.x0, 'start'),
        handle(brush.x1, 'end'),
      ],
    },
    scale,
    brush,
  };
}

function brushOf({ start, end }: Interval, scale: TimeScale, width: number): OverviewLayout['brush'] {
  const edge = HANDLE.width / 2 + 1;
  const x0 = clamp(scale.xOf(start), edge, width - edge);
  const x1 = clamp(scale.xOf(end), edge, width - edge);
  if (x1 - x0 >= NARROWEST) return { x0, x1 };
  const from = clamp((x0 + x1 - NARROWEST) / 2, edge, width - edge - NARROWEST);
  return { x0: from, x1: from + NARROWEST };
}

interface GroundRequest {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly scale: TimeScale;
  readonly size: Size;
  readonly world: World;
}

interface Kept extends GroundRequest {
  readonly ground: Scene;
}

const kept = new WeakMap<Visible, Kept>();

/** The strip with columns as tall as the number of events. It stays what it is while only the brush moves. */
function groundOf(request: GroundRequest): Scene {
  const { visible, scale, size, world } = request;
  const known = kept.get(visible);
  const isSame = known?.world === world && known.size.width === size.width && known.size.height === size.height && known.scale.warp === scale.warp;
  if (isSame) return known.ground;
  const track: Mark = { kind: 'rect', x: 0, y: 0, ...size, radius: 6, fill: world.palette.chip, role: 'track' };
  const ground: Scene = { size, title: '', language: world.locale, marks: [track, ...histogram(request)] };
  kept.set(visible, { ...request, ground });
  return ground;
}

function histogram({ dataset, visible, scale, size, world: { palette } }: GroundRequest): readonly Mark[] {
  const pitch = COLUMN.width + COLUMN.gap;
  const counts = overviewCounts(dataset, visible, scale, Math.max(Math.floor((scale.x1 - scale.x0) / pitch), 1));
  const step = (scale.x1 - scale.x0) / counts.length;
  const most = Math.max(...counts, 1);
  const tallest = size.height - 12;
  const fill = mixColours(palette.chip, palette.third, 0.62);
  return counts.flatMap((count, k): readonly Mark[] => {
    if (count <= 0) return [];
    const height = Math.max((count / most) * tallest, 1.5);
    return [
      { kind: 'rect', x: scale.x0 + k * step + COLUMN.gap / 2, y: size.height - 4 - height, width: step - COLUMN.gap, height, radius: Math.min(1.5, height / 2), fill, role: 'column' },
    ];
  });
}

/** Up to so many events are looked at one by one. */
const LOOKED_AT = 4096;

/**
 * How many events fall into each of so many equal columns of a scale: each event counts one in all, shares by drawn time. Of many events
 * each counts where it starts, and only what is known less exactly than to the day is spread.
 */
export function overviewCounts(dataset: Dataset, visible: Visible, scale: TimeScale, length: number): readonly number[] {
  if (dataset.dated > LOOKED_AT) return manyCounts(dataset, visible, scale, length);
  const { columns } = dataset;
  const counts = Array.from({ length }, () => 0);
  const position = (at: number): number => ((scale.xOf(at) - scale.x0) / (scale.x1 - scale.x0)) * length;
  const add = (k: number, share: number): void => {
    const within = clamp(k, 0, length - 1);
    counts[within] = (counts[within] ?? 0) + share;
  };
  for (const i of datedRows(visible)) {
    const from = Math.max(position(columns.earliestStart[i] ?? 0), 0);
    const to = Math.min(position(columns.latestEnd[i] ?? 0), length);
    if (!(to - from > 1)) {
      add(Math.floor((from + to) / 2), 1);
      continue;
    }
    for (let k = Math.floor(from); k < to; k += 1) add(k, (Math.min(k + 1, to) - Math.max(k, from)) / (to - from));
  }
  return counts;
}

/** The same from the counts of blocks of rows. */
function manyCounts(dataset: Dataset, visible: Visible, scale: TimeScale, length: number): readonly number[] {
  const counts = visible.counted(laneCounting(laneCoding(dataset, ['category'])));
  const { size } = counts.coding;
  const slots: Slots = { size: 1, slotOf: new Int32Array(size), codes: Uint32Array.from({ length: size }, (_, code) => code) };
  const edges = Array.from({ length: length + 1 }, (_, k) => scale.instantAt(scale.x0 + ((scale.x1 - scale.x0) * k) / length));
  const bins = edges.slice(1).map((end, k): Counted => {
    const own = new Uint32Array(1);
    // What lies before the first column or after the last one counts in these.
    addStarts(counts, visible, slots, k === 0 ? 0 : rowAt(dataset, edges[k] ?? end), k === length - 1 ? dataset.dated : rowAt(dataset, end), own);
    return { start: edges[k] ?? end, end, counts: own, heights: Float64Array.from(own) };
  });
  spreadVague(bins, { counts, visible, slots });
  return bins.map(({ heights }) => Math.max(heights[0] ?? 0, 0));
}
