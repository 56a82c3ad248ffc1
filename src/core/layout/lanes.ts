import type { Dataset } from '../model/dataset.ts';
import { NO_CATEGORY } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import { SIZES } from './timeline-style.ts';

/** The events of one category, in time order. */
export interface Lane {
  /** Position in the story's categories, `NO_CATEGORY` for events without one. */
  readonly category: number;
  /** Empty for events without a category when there is no other lane. */
  readonly name: string;
  readonly events: readonly EventNumber[];
}

/** A lane's place on the picture: what is asked for, and what it gets. */
export interface LaneBand {
  readonly y: number;
  readonly height: number;
  /** Middle of its first row. */
  readonly firstRow: number;
  readonly rowPitch: number;
}

/** The lanes that have visible dated events: by category in the story's order, then those without one. */
export function lanesOf(dataset: Dataset, visible: Visible, nameOfOthers: string): readonly Lane[] {
  const byCategory = new Map<number, EventNumber[]>();
  for (const i of visible.dated) {
    const category = dataset.columns.category[i] ?? NO_CATEGORY;
    const lane = byCategory.get(category);
    if (lane === undefined) byCategory.set(category, [i]);
    else lane.push(i);
  }
  return [...byCategory]
    .sort(([a], [b]) => a - b)
    .map(([category, events]) => ({
      category,
      name: dataset.story.categories[category]?.name ?? (byCategory.size > 1 ? nameOfOthers : ''),
      events,
    }));
}

/** Height that so many rows take in a lane, with `above` pixels for the name over them. */
export const laneHeight = (rows: number, pitch: number, above: number): number => above + rows * pitch + 2 * SIZES.lanePadding;

/**
 * How many rows each lane gets: as many as it needs when all have room in `height` at the tightest, else one each and then one more
 * for whoever is farthest from what it needs.
 */
export function shareRows(needs: readonly number[], height: number, above: number): readonly number[] {
  const shares = needs.map((need) => Math.min(need, 1));
  const room = (): boolean => shares.reduce((sum, rows) => sum + laneHeight(rows, SIZES.tightestRow, above), SIZES.tightestRow) <= height;
  while (room()) {
    const neediest = needs.reduce((best, need, i) => (lack(need, shares[i]) > lack(needs[best] ?? 0, shares[best]) ? i : best), 0);
    if (lack(needs[neediest] ?? 0, shares[neediest]) <= 0) break;
    shares[neediest] = (shares[neediest] ?? 0) + 1;
  }
  return shares;
}

const lack = (need: number, has: number | undefined): number => (has === undefined || need <= has ? 0 : need / Math.max(has, 0.5));

/** Stacks lanes from `top` over `height` pixels: rows as tall as there is room for, up to a limit, and what is left spread evenly. */
export function stackLanes(rows: readonly number[], top: number, height: number, above: number): readonly LaneBand[] {
  const count = rows.reduce((sum, next) => sum + next, 0);
  const fixed = rows.length * laneHeight(0, 0, above);
  const pitch = Math.min(Math.max((height - fixed) / Math.max(count, 1), SIZES.tightestRow), SIZES.loosestRow);
  const spare = Math.max(height - fixed - count * pitch, 0) / Math.max(rows.length, 1);
  let y = top;
  return rows.map((own) => {
    const band = { y, height: laneHeight(own, pitch, above) + spare, firstRow: y + above + SIZES.lanePadding + spare / 2 + pitch / 2, rowPitch: pitch };
    y += band.height;
    return band;
  });
}
