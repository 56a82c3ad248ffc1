import type { Box } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { possiblyIn } from '../query/time-clause.ts';
import { maskPasses } from '../query/visible.ts';
import type { Interval } from '../time/instant.ts';
import type { TimeScale } from '../time/time-scale.ts';
import type { LaneCounts, Slots } from './lane-counts.ts';
import type { LaneNode } from './lane-tree.ts';
import type { LaneBand } from './lanes.ts';
import type { BinRow } from './timeline-bins.ts';
import type { LaneContent } from './timeline-content.ts';
import type { DensityPart } from './timeline-density.ts';
import type { Frame } from './timeline-frame.ts';
import type { ItemOptions } from './timeline-items.ts';
import type { TimelineOptions } from './timeline-options.ts';
import { coloursOf } from './timeline-style.ts';
import type { World } from './world.ts';

export interface TimelineLane extends Pick<LaneNode, 'key' | 'name' | 'depth' | 'kind' | 'category'> {
  readonly box: Box;
  /** Where its name stands, and a press folds it. */
  readonly headBox: Box;
  /** How many events it has in the window; 0 for one that is scrolled out of sight, and for a head, whose lanes say it. */
  readonly count: number;
  /** How many of them are in what is drawn: single, in rings, in columns, and at the edge as begun before. The same number. */
  readonly drawn: number;
  /** From 1, events show one by one, to 0, they are only counted. */
  readonly detail: number;
  /** Whether it counts rather than shows. */
  readonly isDense: boolean;
}

/** What all lanes of a picture share. */
export interface LaneContext {
  readonly dx: number;
  readonly scale: TimeScale;
  readonly window: Interval;
  readonly frame: Frame;
  readonly options: TimelineOptions;
  readonly items: ItemOptions;
  readonly counts: LaneCounts;
  readonly slots: Slots;
  /** By slot: how many events start in the window, and how many began before it and reach into it. */
  readonly starting: Uint32Array;
  readonly reaching: Uint32Array;
  readonly bins: () => readonly BinRow[];
}

/** A lane in sight. */
export interface LaneInSight {
  readonly node: LaneNode;
  readonly band: LaneBand;
  readonly parts: readonly DensityPart[];
  readonly slotFrom: number;
  readonly slotTo: number;
  readonly content: LaneContent;
  /** Whether it stands on the darker of the two grounds. */
  readonly isBanded: boolean;
}

/** The colour of what stands behind a lane. */
export function laneGround({ isBanded }: Pick<LaneInSight, 'isBanded'>, { palette }: World): string {
  const colours = coloursOf(palette);
  return isBanded ? colours.band : colours.ground;
}

/** How many events are counted in the slots from one to another, which is left out. */
export const sumOf = (counts: Uint32Array, from: number, to: number): number => {
  let sum = 0;
  for (let slot = from; slot < to; slot += 1) sum += counts[slot] as number;
  return sum;
};

/** Whether an event is visible, in the window and of a lane. */
export function isOfLane(i: EventNumber, { slotFrom, slotTo }: LaneInSight, { counts, slots, window, options }: LaneContext): boolean {
  const { failed, ignored, dataset } = options.visible;
  const slot = slots.slotOf[counts.coding.codes[i] ?? 0] ?? -1;
  return i < dataset.dated && slot >= slotFrom && slot < slotTo && maskPasses(failed[i] ?? 0, ignored) && possiblyIn(dataset.columns, i, window);
}
