import type { Box, Size } from '../base/geometry.ts';
import type { AxisFrame } from './axis.ts';
import type { LaneNode } from './lane-tree.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

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
/** Where lane names begin, after their glyph; a lane within a lane stands further in. */
export const NAME_X = 36;
export const INDENT = 12;
/** Room in a head for a number of events. */
const NUMBER = 44;
/** The widest heads of lanes. */
const WIDEST_HEAD = 168;
/** On the page, buttons stand in the corner over the heads. */
const CORNER = 106;

export interface FrameRequest {
  readonly size: Size;
  readonly world: World;
  readonly nodes: readonly LaneNode[];
  readonly hasGaps: boolean;
  /** Whether heads have room for the number of events that began before the window. */
  readonly isLarge: boolean;
  /** Whether it is one on the page, with buttons in its corner. */
  readonly interactive: boolean;
}

/** The frame whose lanes take all the height that there is. */
export function frameOf({ size, world, nodes, hasGaps, isLarge, interactive }: FrameRequest): Frame {
  const isNarrow = size.width < SIZES.narrow;
  const named = nodes.filter(({ name }) => name !== '');
  const widest = named.reduce((most, { name, depth }) => Math.max(most, world.measure(name, FONTS.lane) + depth * INDENT), 0);
  const isNested = nodes.some(({ depth }) => depth > 0);
  const own = named.length === 0 ? 20 : Math.min(Math.max(Math.ceil(widest) + NAME_X + 14, 112), WIDEST_HEAD + (isNested ? INDENT : 0));
  const head = isNarrow ? 12 : Math.max(own + (isLarge ? NUMBER : 0), interactive ? CORNER : 0);
  const foot = hasGaps ? FOOT : PLAIN_FOOT;
  return framing({ x: head, y: HEAD, width: Math.max(size.width - head, 1), height: Math.max(size.height - HEAD - foot, 1) }, isNarrow && named.length > 0 ? SIZES.laneName : 0);
}

/** The same frame with a plot no taller than its lanes. */
export const withLanes = ({ plot, above }: Frame, height: number): Frame => framing({ ...plot, height: Math.min(plot.height, height) }, above);

function framing(plot: Box, above: number): Frame {
  const { y, height } = plot;
  const bottom = y + height;
  // What marks are cut to has whole pixels: painters take much longer along edges between them.
  const left = Math.floor(plot.x - SIZES.symbol - 1);
  const width = plot.x + plot.width - left;
  const cut = Math.ceil(bottom);
  return {
    plot,
    events: { x: left, y, width, height: cut - y },
    grounds: { x: left, y: RULE_Y, width, height: cut - RULE_Y },
    lanes: { x: 0, y, width: plot.x + plot.width, height: cut - y },
    above,
    signTop: 6,
    footY: bottom + 13,
    axis: { majorY: 19, minorY: 39, ruleY: RULE_Y, bottom },
  };
}
