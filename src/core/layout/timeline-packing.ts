import type { Dataset } from '../model/dataset.ts';
import type { Visible } from '../query/visible.ts';
import { lanesOf, shareRows, type Lane } from './lanes.ts';
import type { LabelLength } from './labels.ts';
import { packRows, rowsNeeded, type Extent, type Rows } from './rows.ts';
import { itemsOf, type TimelineItem } from './timeline-items.ts';
import { SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** A lane with its events in rows, in pixels along the whole time line. */
export interface PackedLane {
  readonly lane: Lane;
  readonly items: readonly TimelineItem[];
  readonly rows: Rows;
  /** Rows in which every event would have its own place and label. */
  readonly need: number;
}

export interface PackOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly xOf: (at: number) => number;
  readonly edges: Extent;
  readonly line: number | undefined;
  readonly length: LabelLength;
  /** Height for all lanes together. */
  readonly height: number;
  /** Pixels for the name above each lane. */
  readonly above: number;
  readonly world: World;
}

/** More rows than this are never needed to tell that there are too many events for rows. */
const MOST_ROWS = 60;

interface Memo {
  readonly key: string;
  readonly world: World;
  readonly lanes: readonly PackedLane[];
}

const memos = new WeakMap<Visible, Memo>();

/**
 * Packs the visible events into the rows of their lanes. Nothing in it depends on the time window but through the number of pixels that
 * a stretch of time takes, so that panning moves no event to another row. The last packing of a `Visible` is remembered under `key`.
 */
export function packLanes(options: PackOptions, key: string): readonly PackedLane[] {
  const memo = memos.get(options.visible);
  if (memo !== undefined && memo.key === key && memo.world === options.world) return memo.lanes;
  const lanes = packed(options);
  memos.set(options.visible, { key, world: options.world, lanes });
  return lanes;
}

function packed({ dataset, visible, height, above, world, ...rest }: PackOptions): readonly PackedLane[] {
  const wanted = lanesOf(dataset, visible, world.messages.timeline.otherLane).map((lane) => {
    const items = itemsOf(lane.events, { dataset, world, ...rest });
    return { lane, items, need: rowsNeeded(items, MOST_ROWS) };
  });
  const shares = shareRows(wanted.map(({ need }) => need), height, above);
  return wanted.map((lane, i) => ({ ...lane, rows: packRows(lane.items, Math.max(shares[i] ?? 1, 1), SIZES.shared) }));
}
