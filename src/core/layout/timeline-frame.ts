import type { Box } from '../base/geometry.ts';
import { categoryAt } from '../model/rows.ts';
import { datedRows } from '../query/visible.ts';
import type { AxisFrame } from './axis.ts';
import type { TimelineOptions } from './timeline.ts';
import { FONTS, SIZES } from './timeline-style.ts';

/** Where the parts of a timeline stand, in pixels. */
export interface Frame {
  /** Where lanes and events show. */
  readonly plot: Box;
  /** The plot and a little to its left, so that a sign on the first instant is whole. */
  readonly events: Box;
  /** The same, up to the axis. */
  readonly grounds: Box;
  /** The plot and the lanes' heads. */
  readonly lanes: Box;
  /** Height of a lane's name above its rows; 0 where names stand beside them. */
  readonly above: number;
  /** Where the report's sign stands, above the axis. */
  readonly signTop: number;
  /** Baseline of what is written under the lanes. */
  readonly footY: number;
  readonly axis: AxisFrame;
}

/** Height of the axis above the lanes, and of the foot for the lengths of gaps. */
const HEAD = 58;
const RULE_Y = 46;
const FOOT = 18;
const PLAIN_FOOT = 6;
/** Where lane names begin, after their glyph. */
export const NAME_X = 36;

/** The frame whose lanes take all the height that there is. */
export function frameOf({ dataset, visible, size, world }: TimelineOptions, hasGaps: boolean): Frame {
  const isNarrow = size.width < SIZES.narrow;
  const present = new Set(datedRows(visible).map((i) => categoryAt(dataset, i)));
  const names = dataset.story.categories.filter((_, category) => present.has(category)).map(({ name }) => name);
  const widest = Math.max(...names.map((name) => world.measure(name, FONTS.lane)), 0);
  const head = isNarrow ? 12 : names.length === 0 ? 20 : Math.min(Math.max(Math.ceil(widest) + NAME_X + 14, 112), 168);
  const foot = hasGaps ? FOOT : PLAIN_FOOT;
  return framing({ x: head, y: HEAD, width: Math.max(size.width - head, 1), height: Math.max(size.height - HEAD - foot, 1) }, isNarrow ? SIZES.laneName : 0);
}

/** The same frame with a plot no taller than its lanes. */
export const withLanes = ({ plot, above }: Frame, height: number): Frame => framing({ ...plot, height: Math.min(plot.height, height) }, above);

function framing(plot: Box, above: number): Frame {
  const { y, height } = plot;
  const bottom = y + height;
  const left = plot.x - SIZES.symbol - 1;
  const width = plot.x + plot.width - left;
  return {
    plot,
    events: { x: left, y, width, height },
    grounds: { x: left, y: RULE_Y, width, height: bottom - RULE_Y },
    lanes: { x: 0, y, width: plot.x + plot.width, height },
    above,
    signTop: 6,
    footY: bottom + 13,
    axis: { majorY: 19, minorY: 39, ruleY: RULE_Y, bottom },
  };
}
