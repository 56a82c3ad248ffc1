import { clamp } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import type { Mark } from '../scene/scene.ts';
import { instant, type Interval } from '../time/instant.ts';
import { addStarts } from './lane-counts.ts';
import type { LaneNode } from './lane-tree.ts';
import { rowAt } from './time-index.ts';
import type { Bin } from './timeline-bins.ts';
import { rowsInCell } from './timeline-cells.ts';
import type { CloseUp } from './timeline-content.ts';
import { densityMarks, type DensityStyle } from './timeline-density.ts';
import { figureOf, type Figure } from './timeline-items.ts';
import { sumOf, type LaneContext, type LaneInSight } from './timeline-lane.ts';
import { lookAt } from './timeline-look.ts';
import { markContextOf, signPlace, type PlacedEvent } from './timeline-places.ts';
import { shapeOf } from './timeline-shape.ts';
import { SIZES } from './timeline-style.ts';

/** The key of the columns of a lane. */
export const columnsKey = (node: Pick<LaneNode, 'key'>): string => `columns ${node.key}`;

/** Where columns stand in a lane, and how tall the tallest may be. */
function columnRoom({ node, band }: Pick<LaneInSight, 'node' | 'band'>, { frame }: LaneContext): Pick<DensityStyle, 'base' | 'height' | 'hasPeak'> {
  const hasPeak = node.kind === 'open' && band.height - frame.above >= WITH_PEAK;
  const top = band.y + frame.above + (hasPeak ? 14 : 4);
  const base = band.y + band.height - 4;
  return { base, height: Math.max(base - top, 8), hasPeak };
}

/** A lane at least this tall has room for the number of its tallest column. */
const WITH_PEAK = 42;

export interface DrawnColumns {
  readonly marks: readonly Mark[];
  readonly shown: number;
  readonly at: (x: number) => CloseUp | undefined;
}

/** A histogram of the lane's events. */
export function drawColumns(lane: LaneInSight, context: LaneContext, opacity: number): DrawnColumns {
  const { node, parts, slotFrom, slotTo } = lane;
  const { scale, options, counts, slots, window } = context;
  const { dataset, visible, world } = options;
  const all = context.bins();
  const row = all.find((candidate) => candidate.opacity >= 0.5) ?? all.at(-1);
  // Columns that pale into others as one zooms would be two pictures in one to keep.
  const rows = options.interactive === false && row !== undefined ? [{ ...row, opacity: 1 }] : all;
  const bins = row?.seen ?? [];
  const clipped = ({ start, end }: Bin): Interval => ({ start: instant(Math.max(start, window.start)), end: instant(Math.min(end, window.end)) });
  const countIn = (bin: Bin): number => {
    if (bin.start >= window.start && bin.end <= window.end) return sumOf(bin.counts, slotFrom, slotTo);
    const interval = clipped(bin);
    const into = new Uint32Array(slots.size);
    if (interval.end > interval.start) addStarts(counts, visible, slots, rowAt(dataset, interval.start), rowAt(dataset, interval.end), into);
    return sumOf(into, slotFrom, slotTo);
  };
  return {
    marks: densityMarks(rows, { ...columnRoom(lane, context), x0: scale.x0, x1: scale.x1, parts, opacity, key: columnsKey(node), world }),
    shown: bins.reduce((sum, bin) => sum + countIn(bin), 0),
    at: (x) => {
      const bin = bins.find(({ x0, x1 }) => x >= x0 && x < x1);
      const count = bin === undefined ? 0 : countIn(bin);
      if (bin === undefined || count === 0) return undefined;
      const interval = clipped(bin);
      const stretch = { from: rowAt(dataset, interval.start), to: rowAt(dataset, interval.end) };
      return { count, window: interval, events: (most) => rowsInCell({ counts, visible, slots }, stretch, slotFrom, slotTo, most) };
    },
  };
}

/** Where an event would stand in a lane that only counts: over its column, or at the edge when it began before the window. */
export function columnPlace(i: EventNumber, lane: Pick<LaneInSight, 'node' | 'band' | 'isBanded'>, context: LaneContext): PlacedEvent | undefined {
  const { dx, scale, options, items } = context;
  const shape = shapeOf(lookAt(options.dataset, i));
  if (shape === undefined) return undefined;
  const { base, height } = columnRoom(lane, context);
  const x = clamp(middleOf(figureOf(shape, items)) + dx, scale.x0 + SIZES.symbol, scale.x1 - SIZES.symbol);
  return signPlace(x, markContextOf(i, base - height / 2, lane, context));
}

const middleOf = (figure: Figure): number => (figure.kind === 'sign' ? figure.x : (figure.left + figure.right) / 2);
