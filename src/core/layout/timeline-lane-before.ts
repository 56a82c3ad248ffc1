import type { EventNumber } from '../model/event.ts';
import type { Mark } from '../scene/scene.ts';
import { instant } from '../time/instant.ts';
import { rowsReaching } from './lane-counts.ts';
import type { LaneNode } from './lane-tree.ts';
import { rowAt } from './time-index.ts';
import type { CloseUp } from './timeline-content.ts';
import { INDENT, NAME_X } from './timeline-frame.ts';
import { middleInSight } from './timeline-heads.ts';
import { laneGround, type LaneContext, type LaneInSight } from './timeline-lane.ts';
import { onlySlots } from './timeline-part.ts';
import { FONTS, SIZES } from './timeline-style.ts';

/** The key of the sign for what began before the window. */
export const beforeKey = (node: Pick<LaneNode, 'key'>): string => `before ${node.key}`;

/**
 * The number of events that began before the window and have no mark of their own in it: at the left edge of the last row, or beside the
 * lane's name where there is room.
 */
export function beforeMarks(count: number, lane: LaneInSight, { frame, options }: LaneContext): readonly Mark[] {
  const { band, node } = lane;
  const { world } = options;
  const { palette, messages, formats } = world;
  const { plot, above } = frame;
  const text = messages.timeline.begunBefore(formats.number(count));
  const textWidth = world.measure(text, FONTS.peak);
  const key = beforeKey(node);
  const right = (above > 0 ? plot.x + plot.width : plot.x - SIZES.symbol) - 9;
  const font = node.kind === 'head' ? FONTS.laneHead : FONTS.lane;
  const nameEnd = (above > 0 ? plot.x + 16 : NAME_X) + node.depth * INDENT + world.measure(node.name, font);
  if (nameEnd + textWidth + 8 <= right) {
    const y = above > 0 ? band.y + above / 2 + 5.5 : middleInSight(band, plot) + 3.5;
    return [{ kind: 'text', x: right, y, text, font: FONTS.peak, fill: palette.third, anchor: 'end', key, role: 'before-count' }];
  }
  const height = Math.min(15, band.height - 2);
  const width = textWidth + 9;
  const y = band.y + band.height - height - 2;
  const x = plot.x + 2;
  return [
    { kind: 'rect', x, y, width, height, radius: height / 2, fill: laneGround(lane, world), stroke: { colour: palette.line, width: 1 }, key, role: 'before' },
    { kind: 'text', x: x + width / 2, y: y + height / 2 + 3.5, text, font: FONTS.peak, fill: palette.second, anchor: 'middle', key, role: 'before-count' },
  ];
}

/** How many of the events that began before the window are looked up to find when. */
const LOOKED_BACK = 64;

/** What the sign for events that began before the window stands for. */
export function beforeOf(count: number, lane: LaneInSight, { counts, slots, window, options }: LaneContext): CloseUp {
  const { dataset, visible } = options;
  const { earliestStart } = dataset.columns;
  const events = (most: number): readonly EventNumber[] =>
    [...rowsReaching(counts, visible, onlySlots(slots, lane), window.start, rowAt(dataset, window.start), most)].reverse();
  return {
    count,
    get window() {
      const start = events(LOOKED_BACK).map((i) => earliestStart[i] as number).find(Number.isFinite) ?? window.start;
      return { start: instant(Math.min(start, window.start)), end: window.end };
    },
    events,
  };
}
