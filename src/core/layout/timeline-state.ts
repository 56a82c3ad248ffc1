import type { Visible } from '../query/visible.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { STRAIGHT, warpNumber } from '../time/warp.ts';
import type { LaneCoding } from './lane-coding.ts';
import type { Slots } from './lane-counts.ts';
import type { LaneNode } from './lane-tree.ts';
import { binRows, type BinMemo, type BinRequest, type BinRow } from './timeline-bins.ts';
import type { PartMemo } from './timeline-part.ts';

/** What is kept between the frames of a timeline while the same events are visible. */
export interface TimelineState {
  sight: Sight | undefined;
  readonly bins: BinMemo;
  binsKey: string;
  readonly part: PartMemo;
}

/** The lanes that are in sight and count, and their slots: one for each of a lane's colours. */
export interface Sight {
  readonly key: string;
  readonly slots: Slots;
  readonly lanes: readonly LaneSlots[];
}

export interface LaneSlots {
  readonly node: LaneNode;
  readonly slotFrom: number;
  readonly slotTo: number;
  /** By slot from `slotFrom` on: the category that colours it, `undefined` for several. */
  readonly categories: readonly (number | undefined)[];
}

const states = new WeakMap<Visible, TimelineState>();

/** What is kept for what is visible; nothing at first. */
export function timelineState(visible: Visible): TimelineState {
  const known = states.get(visible);
  if (known !== undefined) return known;
  const state: TimelineState = {
    sight: undefined,
    bins: new Map(),
    binsKey: '',
    part: { cells: new Map(), cellLength: NaN, warp: STRAIGHT, regions: new Map() },
  };
  states.set(visible, state);
  return state;
}

/** The slots of lanes; where they are those of the frame before, what was counted for them is kept. */
export function sightOf(state: TimelineState, coding: LaneCoding, nodes: readonly LaneNode[]): Sight {
  const key = [...coding.facets.map((facet) => facet?.id), ...nodes.map((node) => `${node.key} ${node.leaves.length}`)].join('\n\n');
  if (state.sight?.key === key) return state.sight;
  state.bins.clear();
  state.part.cells.clear();
  state.part.regions.clear();
  const slotOf = new Int32Array(coding.size).fill(-1);
  const codes: number[] = [];
  let next = 0;
  const lanes = nodes.map((node): LaneSlots => {
    const slotFrom = next;
    const byCategory = new Map<number | undefined, number>();
    const own = node.leaves.flatMap((leaf) => Array.from({ length: coding.parts }, (_, part) => leaf * coding.parts + part));
    for (const code of own.sort((a, b) => order(coding, a) - order(coding, b))) {
      const category = coding.categoryOf(code);
      const slot = byCategory.get(category) ?? next++;
      byCategory.set(category, slot);
      slotOf[code] = slot;
      codes.push(code);
    }
    return { node, slotFrom, slotTo: next, categories: [...byCategory.keys()] };
  });
  state.sight = { key, lanes, slots: { size: next, slotOf, codes: Uint32Array.from(codes) } };
  return state.sight;
}

const order = (coding: LaneCoding, code: number): number => coding.categoryOf(code) ?? 0;

/** The bins of a scale, those already counted from what is kept. */
export function keptBins(state: TimelineState, key: string, request: Omit<BinRequest, 'memo'>): readonly BinRow[] {
  if (state.binsKey !== key) {
    state.bins.clear();
    state.binsKey = key;
  }
  return binRows({ ...request, memo: state.bins });
}

/** What bins depend on beside the lanes: the zone whose days they are, and where the scale changes. */
export const binsKeyOf = (zone: string, { warp }: TimeScale): string => `${zone} ${warpNumber(warp)}`;
