import type { Box } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { categoryAt } from '../model/rows.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark, TextMark } from '../scene/scene.ts';
import type { Extent } from './rows.ts';
import { laneGround, type LaneContext, type LaneInSight } from './timeline-lane.ts';
import { lookAt } from './timeline-look.ts';
import { figureMarks, type MarkContext } from './timeline-marks.ts';
import { SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** Where an event stands in the picture. */
export interface PlacedEvent {
  readonly event: EventNumber;
  /** Its sign or bar, cut to the plot. */
  readonly box: Box;
  /** Its own marks, also when the picture shows it only as one of several. */
  readonly marks: readonly Mark[];
  /** `undefined` when there was no room. */
  readonly label: TextMark | undefined;
  readonly ground: string;
}

/** All that the marks of an event at a height of the picture are made from. */
export function markContextOf(i: EventNumber, y: number, lane: Pick<LaneInSight, 'isBanded'>, { dx, frame, options }: LaneContext): MarkContext {
  const { dataset, world } = options;
  return {
    i, y, dx, world,
    event: lookAt(dataset, i),
    edges: edgesOf(frame.plot),
    colour: categoryColour(world.palette, categoryAt(dataset, i)),
    ground: laneGround(lane, world),
  };
}

const edgesOf = (plot: Box): Extent => ({ left: plot.x, right: plot.x + plot.width });

/** An event that the picture only counts, as it would stand alone. */
export function signPlace(x: number, context: MarkContext): PlacedEvent {
  const { i, y, ground } = context;
  const marks = figureMarks({ kind: 'sign', x: x - context.dx, whisker: undefined }, context);
  const half = SIZES.symbol;
  return { event: i, box: { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, marks, label: undefined, ground };
}

/** The box around a line of text. */
export function textBox({ text, font, x, y, anchor }: TextMark, world: World): Box {
  const width = world.measure(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - font.size * 0.8, width, height: font.size * 1.05 };
}
