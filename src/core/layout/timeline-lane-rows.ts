import { boxesOverlap, clamp, type Box } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { possiblyIn } from '../query/time-clause.ts';
import { truncate } from '../scene/fit-text.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark } from '../scene/scene.ts';
import type { CloseUp } from './timeline-content.ts';
import type { TimelineItem } from './timeline-items.ts';
import { isOfLane, laneGround, type LaneContext, type LaneInSight } from './timeline-lane.ts';
import { figureMarks, labelMark, sharedMarks } from './timeline-marks.ts';
import { noteMarks } from './timeline-notes.ts';
import { markContextOf, signPlace, textBox, type PlacedEvent } from './timeline-places.ts';
import { SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

export interface DrawnRows {
  readonly marks: readonly Mark[];
  readonly labels: readonly Mark[];
  /** How many events are drawn singly or counted in rings that start in the window, and that began before it; and how many have a label. */
  readonly starting: number;
  readonly reaching: number;
  readonly labelled: number;
  readonly closeUps: ReadonlyMap<string, CloseUp>;
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
}

/** Signs, bars and labels in their rows; several events that share a place as a ring with their number. */
export function drawRows(lane: LaneInSight, context: LaneContext): DrawnRows {
  const { band, content } = lane;
  const { dx, frame, options, window } = context;
  const { dataset, world } = options;
  const ground = laneGround(lane, world);
  const marks: Mark[] = [];
  const labels: Mark[] = [];
  const taken: Box[] = [];
  const inTheWay: Box[] = [];
  const closeUps = new Map<string, CloseUp>();
  const places = new Map<EventNumber, PlacedEvent>();
  const rings: { readonly x: number; readonly y: number; readonly has: (i: EventNumber) => boolean }[] = [];
  const { earliestStart } = dataset.columns;
  let [starting, reaching, labelled] = [0, 0, 0];
  for (const { item, row, label, isOver = false } of content.singles) {
    const y = band.firstRow + row * band.rowPitch;
    const itemContext = markContextOf(item.event, y, lane, context);
    const itemMarks = figureMarks(item.figure, itemContext);
    const place = label === undefined ? undefined : item.labels[label];
    const text = place && labelMark(place, item.figure, itemContext, truncate);
    const isIn = possiblyIn(dataset.columns, item.event, window);
    if (isIn && (earliestStart[item.event] as number) < window.start) reaching += 1;
    else if (isIn) starting += 1;
    if (isOver) marks.push({ kind: 'circle', x: item.x + dx, y, radius: SIZES.symbol + 2.5, fill: ground, event: item.event, role: 'over' });
    marks.push(...itemMarks);
    if (text !== undefined) labels.push(text);
    if (text !== undefined && isIn) labelled += 1;
    const box = boxOf(item, y, dx, frame.plot);
    taken.push(text === undefined ? box : spanning(box, textBox(text, world)));
    if (isOver) inTheWay.push(grown(box, 2.5));
    places.set(item.event, { event: item.event, box, marks: itemMarks, label: text, ground });
  }
  for (const { key, x: middle, half, row, closeUp, early, has } of content.rings) {
    const y = band.firstRow + row * band.rowPitch;
    const radius = Math.min(SIZES.shared, band.rowPitch / 2 - 0.9);
    const [low, high] = [frame.plot.x + half + 1, frame.plot.x + frame.plot.width - half - 1];
    const x = clamp(middle + dx, low, Math.max(low, high));
    const ringMarks = sharedMarks({ x, y, radius, half, count: closeUp.count, colour: ringColour(lane, world), ground, key }, world);
    marks.push(...ringMarks);
    closeUps.set(key, closeUp);
    const box = { x: x - half, y: y - SIZES.shared, width: 2 * half, height: 2 * SIZES.shared };
    taken.push(box);
    // One that is kept from leaving the picture comes to stand where a label may be.
    if (x !== middle + dx) inTheWay.push(box);
    rings.push({ x, y, has });
    starting += closeUp.count - early;
    reaching += early;
  }
  const free = labels.filter((label) => !inTheWay.some((box) => label.kind === 'text' && boxesOverlap(textBox(label, world), box)));
  free.push(...noteMarks(content.singles, { dataset, band, dx, plot: frame.plot, taken, world }));
  const placeOf = (i: EventNumber): PlacedEvent | undefined => {
    const single = places.get(i);
    if (single !== undefined || !isOfLane(i, lane, context)) return single;
    const ring = rings.find(({ has }) => has(i));
    return ring && signPlace(ring.x, markContextOf(i, ring.y, lane, context));
  };
  return { marks, labels: free, starting, reaching, labelled: labelled - (labels.length - free.filter(({ role }) => role === 'label').length), closeUps, placeOf };
}

const ringColour = ({ node, parts }: LaneInSight, { palette }: World): string =>
  (parts.length === 1 ? (parts[0]?.colour ?? palette.second) : categoryColour(palette, node.category));

function boxOf(item: TimelineItem, y: number, dx: number, plot: Box): Box {
  const half = item.figure.kind === 'sign' ? SIZES.symbol : SIZES.bar / 2;
  const left = Math.max(item.left + dx, item.figure.kind === 'sign' ? -Infinity : plot.x);
  const right = Math.min(item.right + dx, item.figure.kind === 'sign' ? Infinity : plot.x + plot.width);
  return { x: left, y: y - half, width: right - left, height: 2 * half };
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

function spanning(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
