import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import type { LaneNode } from './lane-tree.ts';
import type { Warp } from '../time/time-scale.ts';
import { lanesHeight, rowsIn, shareRows, type Room } from './lanes.ts';
import type { LabelLength } from './labels.ts';
import { packRows, rowsNeeded, type Extent, type Rows } from './rows.ts';
import { itemsOf, type TimelineItem } from './timeline-items.ts';
import { SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** An open lane and all its visible dated events, in time order. */
export interface WholeLane {
  readonly node: LaneNode;
  readonly events: readonly EventNumber[];
}

/** A lane with its events in rows, in pixels along the whole time line. */
export interface PackedLane extends WholeLane {
  readonly items: readonly TimelineItem[];
  readonly rows: Rows;
  /** Rows in which every event would have its own place and label. */
  readonly need: number;
}

/** All lanes packed, and which labels they got. */
export interface Packing {
  readonly lanes: readonly PackedLane[];
  readonly labels: LabelLength;
}

export interface PackOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  /** The open lanes; asked for when they are packed anew. */
  readonly lanes: () => readonly WholeLane[];
  readonly warp: Warp;
  readonly xOf: (at: number) => number;
  readonly origin: number;
  readonly edges: Extent;
  readonly line: number | undefined;
  /** `either`: whole titles where all of them have room, the few words where not. */
  readonly labels: LabelLength | 'either';
  readonly room: Room;
  readonly world: World;
}

/** More rows than this are never needed to tell that there are too many events for rows. */
const MOST_ROWS = 60;

interface Memo {
  readonly key: string;
  readonly world: World;
  readonly warp: Warp;
  readonly packing: Packing;
}

const memos = new WeakMap<Visible, Memo>();

/**
 * Packs the visible events into the rows of their lanes. Nothing in it depends on the time window but through the number of pixels that
 * a stretch of time takes, so that panning moves no event to another row. The last packing of a `Visible` is remembered under `key`.
 */
export function packLanes(options: PackOptions, key: string): Packing {
  const memo = memos.get(options.visible);
  if (memo !== undefined && memo.key === key && memo.world === options.world && memo.warp === options.warp) return memo.packing;
  const packing = packed(options);
  memos.set(options.visible, { key, world: options.world, warp: options.warp, packing });
  return packing;
}

type Wanted = Omit<PackedLane, 'rows'>;

/** The share of labels that scrolled lanes may still lack; beyond it they had better be low enough to be seen at once. */
const MOST_LACKING = 0.15;

function packed({ dataset, lanes, labels, room, world, ...rest }: PackOptions): Packing {
  const wantedWith = (...lengths: readonly LabelLength[]): readonly Wanted[] =>
    lanes().map((lane) => {
      const items = itemsOf(lane.events, { dataset, world, lengths, ...rest });
      return { ...lane, items, need: rowsNeeded(items, MOST_ROWS) };
    });
  const few = wantedWith(labels === 'either' ? 'short' : labels);
  const whole = labels === 'either' && fitsWell(few, room) ? wantedWith('full', 'short') : undefined;
  const isWhole = whole !== undefined && fitsWell(whole, room) && countPoor(whole) <= countPoor(few);
  return {
    lanes: packedWithin(isWhole ? whole : few, room),
    labels: labels === 'either' ? (isWhole ? 'full' : 'short') : labels,
  };
}

/** Lanes with all the rows they need, or with as many as can be reached, or with as many as show. */
function packedWithin(wanted: readonly Wanted[], { height, reach, above }: Room): readonly PackedLane[] {
  const shared = wanted.filter(({ node }) => node.height === undefined);
  const needs = shared.map(({ need }) => need);
  const packedIn = (limit: number): readonly PackedLane[] => {
    const shares = shareRows(needs, limit, above);
    return wanted.map((lane) => {
      const rows = lane.node.height === undefined ? (shares[shared.indexOf(lane)] ?? 1) : rowsIn(lane.node.height, above);
      return { ...lane, rows: packRows(lane.items, Math.max(rows, 1), SIZES.shared) };
    });
  };
  const mayReach = reach > 1 && needs.every((need) => need < MOST_ROWS);
  const reached = mayReach ? packedIn(reach * height) : undefined;
  return reached !== undefined && lackOf(reached) <= MOST_LACKING ? reached : packedIn(height);
}

/** The share of events that have no label of their own. */
function lackOf(lanes: readonly PackedLane[]): number {
  const all = lanes.reduce((sum, { items }) => sum + items.length, 0);
  const labelled = lanes.reduce((sum, { rows }) => sum + rows.packed.filter(({ label }) => label !== undefined).length, 0);
  return all === 0 ? 0 : 1 - labelled / all;
}

const fitsWell = (lanes: readonly Wanted[], { height, above }: Room): boolean => lanesHeight(lanes.map(({ need }) => need), 'natural', above) <= height;

/** How many labels have no good place. */
const countPoor = (lanes: readonly Wanted[]): number =>
  lanes.reduce((sum, { items }) => sum + items.filter((item) => item.labels.every(({ isPoor }) => isPoor)).length, 0);
