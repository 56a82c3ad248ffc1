import { capitalised } from '../i18n/describe-event.ts';
import { NO_CATEGORY } from '../model/dataset.ts';
import { STATUSES, type Status } from '../model/event.ts';
import type { Facet } from '../query/facets.ts';
import type { LaneView } from '../view/view-state.ts';
import type { LaneCoding } from './lane-coding.ts';
import type { World } from './world.ts';

/** A lane, or the head of several. */
export interface LaneNode {
  /** The key of its facet's value; of a lane within a lane, of both (`laneKey`). */
  readonly key: string;
  /** Empty for events without a value when there is no other lane. */
  readonly name: string;
  /** 1 for a lane within a lane. */
  readonly depth: 0 | 1;
  /** `head`: the line above the lanes within it. `folded`: drawn as one line. */
  readonly kind: 'open' | 'folded' | 'head';
  /** Positions in the coding's leaves. */
  readonly leaves: readonly number[];
  /** Position in the story's categories of a lane that is a category; `NO_CATEGORY` for any other. */
  readonly category: number;
  /** Of a lane that is a status. */
  readonly status: Status | undefined;
  /** How many visible dated events it has, in the window or not. */
  readonly total: number;
  /** Pixels that a person gave it. */
  readonly height: number | undefined;
}

/** The key of a lane, or of a lane within one. */
export const laneKey = (outer: string, inner?: string): string => (inner === undefined ? outer : `${outer}\n${inner}`);

/**
 * The lanes that have visible dated events, from top to bottom: in the order that a person gave, then in the order of the facet's values.
 * `totals` counts the events of each code.
 */
export function laneNodes(coding: LaneCoding, totals: ArrayLike<number>, view: LaneView, world: World): readonly LaneNode[] {
  const [outer, inner] = coding.facets;
  const folded = new Set(view.folded);
  const heights = new Map(view.heights);
  const nameOf = (facet: Facet, value: number, isAlone: boolean): string => {
    const name = facet.values[value]?.name ?? '';
    if (name !== '') return name;
    if (value === facet.values.length - 1) return isAlone ? '' : facet.id === 'category' ? world.messages.timeline.otherLane : world.messages.timeline.laneWithout;
    return facet.id === 'status' ? capitalised(world.messages.model.status[STATUSES[value] ?? 'confirmed'], world) : '';
  };
  const node = (key: string, facet: Facet, value: number, leaves: readonly number[], depth: 0 | 1, isAlone: boolean): LaneNode => ({
    key,
    name: nameOf(facet, value, isAlone),
    depth,
    kind: folded.has(key) ? 'folded' : 'open',
    leaves,
    category: facet.id === 'category' && value < facet.values.length - 1 ? Math.min(value, NO_CATEGORY) : NO_CATEGORY,
    status: facet.id === 'status' ? STATUSES[value] : undefined,
    total: leaves.reduce((sum, leaf) => sum + totalOf(coding, totals, leaf), 0),
    height: heights.get(key),
  });
  const groups = grouped(coding, totals);
  const lanes = [...groups].map(([value, leaves]) => node(laneKey(keyOf(outer, value)), outer, value, leaves, 0, groups.size === 1));
  return ordered(lanes, view.order).flatMap((lane): readonly LaneNode[] => {
    if (inner === undefined || lane.kind === 'folded') return [lane];
    const within = lane.leaves.map((leaf) => {
      const value = coding.leaves[leaf]?.inner ?? 0;
      return node(laneKey(lane.key, keyOf(inner, value)), inner, value, [leaf], 1, false);
    });
    return [{ ...lane, kind: 'head' }, ...ordered(within, view.order)];
  });
}

/** The key of the lane that stands for those without room. */
const OTHERS = '\u0000others';

/**
 * At most so many lanes: where there are more, those within others are given up first, and then the lanes with the fewest events are gathered
 * into one, which comes last. No event is lost.
 */
export function gatherLanes(nodes: readonly LaneNode[], most: number, world: World): readonly LaneNode[] {
  if (nodes.length <= most) return nodes;
  const outer = nodes.filter(({ depth }) => depth === 0).map((node): LaneNode => (node.kind === 'head' ? { ...node, kind: 'open' } : node));
  if (outer.length <= most) return outer;
  const byTotal = [...outer].sort((a, b) => b.total - a.total);
  const kept = new Set(byTotal.slice(0, Math.max(0, most - 1)));
  const others = outer.filter((node) => !kept.has(node));
  return [
    ...outer.filter((node) => kept.has(node)),
    {
      key: OTHERS,
      name: world.messages.timeline.laneOfOthers(world.formats.number(others.length)),
      depth: 0,
      kind: 'open',
      leaves: others.flatMap(({ leaves }) => leaves),
      category: NO_CATEGORY,
      status: undefined,
      total: others.reduce((sum, { total }) => sum + total, 0),
      height: undefined,
    },
  ];
}

const keyOf = ({ values }: Facet, value: number): string => values[value]?.key ?? '';

/** The leaves that have events, by the value of the outer facet. */
function grouped(coding: LaneCoding, totals: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  coding.leaves.forEach(({ outer }, leaf) => {
    if (totalOf(coding, totals, leaf) === 0) return;
    const group = groups.get(outer);
    if (group === undefined) groups.set(outer, [leaf]);
    else group.push(leaf);
  });
  return groups;
}

function totalOf({ parts }: LaneCoding, totals: ArrayLike<number>, leaf: number): number {
  let sum = 0;
  for (let code = leaf * parts; code < (leaf + 1) * parts; code += 1) sum += totals[code] ?? 0;
  return sum;
}

function ordered(lanes: readonly LaneNode[], order: readonly string[]): readonly LaneNode[] {
  if (order.length === 0) return lanes;
  const positions = new Map(order.map((key, position) => [key, position]));
  const positionOf = ({ key }: LaneNode): number => positions.get(key) ?? order.length;
  return [...lanes].sort((a, b) => positionOf(a) - positionOf(b));
}
