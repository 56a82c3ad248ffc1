import { clamp, type Box } from '../base/geometry.ts';
import { NO_CATEGORY } from '../model/dataset.ts';
import { truncate } from '../scene/fit-text.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark } from '../scene/scene.ts';
import type { LaneNode } from './lane-tree.ts';
import type { LaneBand } from './lanes.ts';
import { INDENT, NAME_X, type Frame } from './timeline-frame.ts';
import { FONTS } from './timeline-style.ts';
import type { World } from './world.ts';

/** A lane at least this tall has room for a second line beside it. */
const TWO_LINES = 40;
const GLYPH_X = 24;
const FOLD_X = 10;

/** The key of a lane's head for a hit-test. */
export const headKey = (node: LaneNode): string => `lane ${node.key}`;

/** Where a lane's name stands: beside the lane, or above it on a narrow screen. */
export function headBox({ y, height }: LaneBand, { plot, above }: Frame): Box {
  return above > 0 ? { x: 0, y, width: plot.x + plot.width, height: Math.min(above, height) } : { x: 0, y, width: plot.x, height };
}

export interface HeadRequest {
  readonly node: LaneNode;
  readonly band: LaneBand;
  /** The number of its events where they are only counted. */
  readonly count: number | undefined;
  /** Whether a hit-test is to find it. */
  readonly isKeyed: boolean;
  readonly frame: Frame;
  readonly world: World;
}

/** A lane's glyph and name, the sign of a folded lane or of the head of several, and a number of events beneath. */
export function headMarks({ node, band, count, isKeyed, frame, world }: HeadRequest): readonly Mark[] {
  if (node.name === '') return [];
  const keyed = isKeyed ? { key: headKey(node) } : {};
  const isAbove = frame.above > 0;
  const isLine = isAbove || node.kind !== 'open';
  const counted = count === undefined ? undefined : world.messages.timeline.laneCount(count, world.formats.number(count));
  const second = !isLine && band.height >= TWO_LINES ? counted : undefined;
  const middle = isAbove ? band.y + frame.above / 2 + 2 : middleInSight(band, frame.plot) - (second === undefined ? 0 : 7);
  const indent = node.depth * INDENT;
  const [glyphX, nameX] = isAbove ? [frame.plot.x + 5 + indent, frame.plot.x + 16 + indent] : [GLYPH_X + indent, NAME_X + indent];
  const width = isAbove ? frame.plot.width - 24 - indent : frame.plot.x - nameX - 6;
  const font = node.kind === 'head' ? FONTS.laneHead : FONTS.lane;
  const name = truncate(node.name, font, width);
  // In a picture to keep, where nothing can be asked of a lane, its number stands beside its name.
  const besideX = nameX + world.measure(name, font) + 8;
  const isBeside = isAbove && !isKeyed && counted !== undefined && besideX + world.measure(counted, FONTS.laneCount) <= nameX + width;
  return [
    ...(node.kind === 'open' ? [] : [foldSign(isAbove ? 6 : FOLD_X + indent, middle, node.kind === 'head', world)]),
    { ...glyphMark(node, glyphX, middle, world), ...keyed },
    { kind: 'text', x: nameX, y: middle + 4.4, text: name, font, fill: world.palette.ink, anchor: 'start', ...keyed, role: 'lane-name' },
    ...(isBeside ? [{ kind: 'text', x: besideX, y: middle + 4.2, text: counted, font: FONTS.laneCount, fill: world.palette.third, anchor: 'start', role: 'lane-count' } as const] : []),
    ...(second === undefined
      ? []
      : [{ kind: 'text', x: nameX, y: middle + 20, text: second, font: FONTS.laneCount, fill: world.palette.third, anchor: 'start', role: 'lane-count' } as const]),
  ];
}

/** The sign of the lane's value: the category's shape, the status's sign, a dot for anything else. */
function glyphMark(node: LaneNode, x: number, y: number, { palette }: World): Mark {
  const colour = categoryColour(palette, node.category);
  if (node.category !== NO_CATEGORY) return { kind: 'glyph', shape: node.category % 8, x, y, radius: 4.75, fill: colour, role: 'lane-glyph' };
  if (node.status !== undefined) return { kind: 'symbol', symbol: node.status, x, y, radius: 5.5, colour, ground: palette.panel, role: 'lane-glyph' };
  return { kind: 'circle', x, y, radius: 3, fill: colour, role: 'lane-glyph' };
}

/** A small angle: pointing down upon what is unfolded, pointing to the right where something is folded. */
function foldSign(x: number, y: number, isUnfolded: boolean, { palette }: World): Mark {
  const ring = isUnfolded ? [x - 3.5, y - 2, x, y + 2, x + 3.5, y - 2] : [x - 2, y - 3.5, x + 2, y, x - 2, y + 3.5];
  return { kind: 'path', rings: [ring], closed: false, stroke: { colour: palette.third, width: 1.5 }, role: 'fold' };
}

/** Pixels from a lane's edge to the middle of its name at least. */
const NAME_EDGE = 12;

/** The middle of the part of a lane that shows; near its edge where only that does. */
export function middleInSight({ y, height }: LaneBand, plot: Box): number {
  const [top, bottom] = [Math.max(y, plot.y), Math.min(y + height, plot.y + plot.height)];
  const edge = Math.min(NAME_EDGE, height / 2);
  return clamp((top + bottom) / 2, y + edge, y + height - edge);
}
