import { clamp } from '../base/geometry.ts';
import type { FacetId } from '../query/facets.ts';
import { INITIAL_VIEW, LANE_HEIGHTS, type LaneView } from './view-state.ts';

/** Lanes by one facet, or by a second one within the first; what was done to other lanes is forgotten. The very same object when nothing changes. */
export function laneViewBy(view: LaneView, outer: FacetId, inner?: FacetId): LaneView {
  const by: LaneView['by'] = inner === undefined || inner === outer ? [outer] : [outer, inner];
  if (by.join() === view.by.join()) return view;
  return by[0] === view.by[0] ? { ...view, by, heights: [] } : { ...INITIAL_VIEW.lanes, by };
}

/** Folds a lane, or unfolds it. */
export const withFolded = (view: LaneView, key: string, isFolded: boolean): LaneView => ({
  ...view,
  folded: isFolded ? [...new Set([...view.folded, key])] : view.folded.filter((folded) => folded !== key),
});

/** Folds these lanes and no others. */
export const withAllFolded = (view: LaneView, keys: readonly string[]): LaneView => ({ ...view, folded: keys });

/** Gives a lane a height in pixels within the limits; `undefined` leaves it to the layout again. */
export function withHeight(view: LaneView, key: string, height: number | undefined): LaneView {
  const others = view.heights.filter(([lane]) => lane !== key);
  return { ...view, heights: height === undefined ? others : [...others, [key, clamp(Math.round(height), LANE_HEIGHTS.least, LANE_HEIGHTS.most)]] };
}

/**
 * Moves a lane to another position among its siblings. `shown` are the keys of these in the order in which they stand, `natural` in the order
 * that they have of their own; what they have of their own need not be remembered. Positions beyond either end are the end.
 */
export function withMoved(view: LaneView, key: string, to: number, shown: readonly string[], natural: readonly string[]): LaneView {
  const others = shown.filter((sibling) => sibling !== key);
  if (others.length === shown.length) return view;
  const position = clamp(to, 0, others.length);
  const next = [...others.slice(0, position), key, ...others.slice(position)];
  const siblings = new Set(next);
  return { ...view, order: [...view.order.filter((lane) => !siblings.has(lane)), ...givenPart(next, natural)] };
}

/** As much of an order, from its beginning, as it takes to tell the rest by the order that lanes have of their own. */
function givenPart(order: readonly string[], natural: readonly string[]): readonly string[] {
  const ranks = new Map(natural.map((key, rank) => [key, rank]));
  const rankOf = (key: string | undefined): number => (key === undefined ? Infinity : (ranks.get(key) ?? Infinity));
  let given = order.length;
  while (given > 0 && rankOf(order[given - 1]) < rankOf(order[given])) given -= 1;
  return order.slice(0, given);
}
