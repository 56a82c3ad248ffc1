import { boxesOverlap, clamp, type Box } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { categoryAt } from '../model/rows.ts';
import { possiblyIn } from '../query/time-clause.ts';
import { maskPasses } from '../query/visible.ts';
import { truncate } from '../scene/fit-text.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark, TextMark } from '../scene/scene.ts';
import { instant, type Interval } from '../time/instant.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { rowsReaching, addStarts, type LaneCounts, type Slots } from './lane-counts.ts';
import type { LaneNode } from './lane-tree.ts';
import type { LaneBand } from './lanes.ts';
import type { Extent } from './rows.ts';
import { rowAt } from './time-index.ts';
import type { Bin, BinRow } from './timeline-bins.ts';
import { rowsInCell } from './timeline-cells.ts';
import type { CloseUp, LaneContent } from './timeline-content.ts';
import { densityMarks, type DensityPart, type DensityStyle } from './timeline-density.ts';
import { INDENT, NAME_X, type Frame } from './timeline-frame.ts';
import { headBox, headMarks, middleInSight } from './timeline-heads.ts';
import { figureOf, type Figure, type ItemOptions, type TimelineItem } from './timeline-items.ts';
import { lookAt } from './timeline-look.ts';
import { figureMarks, labelMark, sharedMarks, type MarkContext } from './timeline-marks.ts';
import { noteMarks } from './timeline-notes.ts';
import { onlySlots } from './timeline-part.ts';
import { shapeOf } from './timeline-shape.ts';
import { FONTS, SIZES, coloursOf } from './timeline-style.ts';
import type { TimelineOptions } from './timeline.ts';
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

export interface TimelineLane extends Pick<LaneNode, 'key' | 'name' | 'depth' | 'kind' | 'category'> {
  readonly box: Box;
  /** Where its name stands, and a press folds it. */
  readonly headBox: Box;
  /** How many events it has in the window; 0 for one that is scrolled out of sight, and for a head, whose lanes say it. */
  readonly count: number;
  /** How many of them are in what is drawn: single, in rings, in columns, and at the edge as begun before. The same number. */
  readonly drawn: number;
  /** From 1, events show one by one, to 0, they are only counted. */
  readonly detail: number;
  /** Whether it counts rather than shows. */
  readonly isDense: boolean;
}

/** What all lanes of a picture share. */
export interface LaneContext {
  readonly dx: number;
  readonly scale: TimeScale;
  readonly window: Interval;
  readonly frame: Frame;
  readonly options: TimelineOptions;
  readonly items: ItemOptions;
  readonly counts: LaneCounts;
  readonly slots: Slots;
  /** By slot: how many events start in the window, and how many began before it and reach into it. */
  readonly starting: Uint32Array;
  readonly reaching: Uint32Array;
  readonly bins: () => readonly BinRow[];
}

/** A lane in sight. */
export interface LaneInSight {
  readonly node: LaneNode;
  readonly band: LaneBand;
  readonly parts: readonly DensityPart[];
  readonly slotFrom: number;
  readonly slotTo: number;
  readonly content: LaneContent;
  /** Whether it stands on the darker of the two grounds. */
  readonly isBanded: boolean;
}

export interface DrawnLane {
  readonly lane: TimelineLane;
  /** What stands in its head. */
  readonly name: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Mark[];
  readonly unlabelled: number;
  readonly closeUps: ReadonlyMap<string, CloseUp>;
  readonly columnAt: (x: number) => CloseUp | undefined;
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
}

/** The key of a lane's columns, and of the sign for what began before the window. */
export const columnsKey = (node: Pick<LaneNode, 'key'>): string => `columns ${node.key}`;
const beforeKey = (node: LaneNode): string => `before ${node.key}`;

/** The marks of a lane: its events in their rows, a histogram where there are too many for rows, and both while one becomes the other. */
export function drawLane(lane: LaneInSight, context: LaneContext): DrawnLane {
  const { node, band, content, slotFrom, slotTo } = lane;
  const { frame, options, starting, reaching } = context;
  const { world } = options;
  const { detail } = content;
  const isDense = detail < 0.5;
  const begun = sumOf(starting, slotFrom, slotTo);
  const count = begun + sumOf(reaching, slotFrom, slotTo);
  const rows = detail > 0 ? drawRows(lane, context) : undefined;
  const columns = detail < 1 ? drawColumns(lane, context, 1 - detail) : undefined;
  const before = count - begun - (isDense ? 0 : (rows?.reaching ?? 0));
  const fading = (marks: readonly Mark[]): readonly Mark[] => (detail < 1 ? marks.map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * detail })) : marks);
  const isCounted = isDense || node.kind === 'folded';
  const closeUps = new Map(rows?.closeUps);
  if (before > 0) closeUps.set(beforeKey(node), beforeOf(before, lane, context));
  return {
    lane: {
      key: node.key, name: node.name, depth: node.depth, kind: node.kind, category: node.category,
      box: { x: 0, y: band.y, width: options.size.width, height: band.height },
      headBox: headBox(band, frame),
      count,
      drawn: (isDense ? (columns?.shown ?? 0) : (rows?.starting ?? 0) + (rows?.reaching ?? 0)) + before,
      detail,
      isDense,
    },
    name: [
      ...headMarks({ node, band, count: isCounted ? count : undefined, isKeyed: options.interactive ?? true, frame, world }),
      ...(before > 0 ? beforeMarks(before, lane, context) : []),
    ],
    marks: [...(columns?.marks ?? []), ...fading(rows?.marks ?? [])],
    labels: fading(rows?.labels ?? []),
    unlabelled: isDense ? count : count - (rows?.labelled ?? 0),
    closeUps,
    columnAt: columns?.at ?? (() => undefined),
    placeOf: (i) => (isDense ? undefined : rows?.placeOf(i)) ?? (isOfLane(i, lane, context) ? columnPlace(i, lane, context) : undefined),
  };
}

const sumOf = (counts: Uint32Array, from: number, to: number): number => {
  let sum = 0;
  for (let slot = from; slot < to; slot += 1) sum += counts[slot] as number;
  return sum;
};

/** The colour of what stands behind a lane. */
export function laneGround({ isBanded }: Pick<LaneInSight, 'isBanded'>, { palette }: World): string {
  const colours = coloursOf(palette);
  return isBanded ? colours.band : colours.ground;
}

interface DrawnRows {
  readonly marks: readonly Mark[];
  readonly labels: readonly Mark[];
  /** How many events are drawn singly or counted in rings that start in the window, and that began before it; and how many have a label. */
  readonly starting: number;
  readonly reaching: number;
  readonly labelled: number;
  readonly closeUps: ReadonlyMap<string, CloseUp>;
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
}

function contextOf(i: EventNumber, y: number, lane: Pick<LaneInSight, 'isBanded'>, { dx, frame, options }: LaneContext): MarkContext {
  const { dataset, world } = options;
  return {
    i, y, dx, world,
    event: lookAt(dataset, i),
    edges: edgesOf(frame.plot),
    colour: categoryColour(world.palette, categoryAt(dataset, i)),
    ground: laneGround(lane, world),
  };
}

/** Signs, bars and labels in their rows; several events that share a place as a ring with their number. */
function drawRows(lane: LaneInSight, context: LaneContext): DrawnRows {
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
    const itemContext = contextOf(item.event, y, lane, context);
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
    return ring && signPlace(ring.x, contextOf(i, ring.y, lane, context));
  };
  return { marks, labels: free, starting, reaching, labelled: labelled - (labels.length - free.filter(({ role }) => role === 'label').length), closeUps, placeOf };
}

const ringColour = ({ node, parts }: LaneInSight, { palette }: World): string =>
  (parts.length === 1 ? (parts[0]?.colour ?? palette.second) : categoryColour(palette, node.category));

/** Whether an event is visible, in the window and of a lane. */
function isOfLane(i: EventNumber, { slotFrom, slotTo }: LaneInSight, { counts, slots, window, options }: LaneContext): boolean {
  const { failed, ignored, dataset } = options.visible;
  const slot = slots.slotOf[counts.coding.codes[i] ?? 0] ?? -1;
  return i < dataset.dated && slot >= slotFrom && slot < slotTo && maskPasses(failed[i] ?? 0, ignored) && possiblyIn(dataset.columns, i, window);
}

const edgesOf = (plot: Box): Extent => ({ left: plot.x, right: plot.x + plot.width });

function boxOf(item: TimelineItem, y: number, dx: number, plot: Box): Box {
  const half = item.figure.kind === 'sign' ? SIZES.symbol : SIZES.bar / 2;
  const left = Math.max(item.left + dx, item.figure.kind === 'sign' ? -Infinity : plot.x);
  const right = Math.min(item.right + dx, item.figure.kind === 'sign' ? Infinity : plot.x + plot.width);
  return { x: left, y: y - half, width: right - left, height: 2 * half };
}

/** An event that the picture only counts, as it would stand alone. */
function signPlace(x: number, context: MarkContext): PlacedEvent {
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

const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

function spanning(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** Where columns stand in a lane, and how tall the tallest may be. */
function columnRoom({ node, band }: Pick<LaneInSight, 'node' | 'band'>, { frame }: LaneContext): Pick<DensityStyle, 'base' | 'height' | 'hasPeak'> {
  const hasPeak = node.kind === 'open' && band.height - frame.above >= WITH_PEAK;
  const top = band.y + frame.above + (hasPeak ? 14 : 4);
  const base = band.y + band.height - 4;
  return { base, height: Math.max(base - top, 8), hasPeak };
}

/** A lane at least this tall has room for the number of its tallest column. */
const WITH_PEAK = 42;

interface DrawnColumns {
  readonly marks: readonly Mark[];
  readonly shown: number;
  readonly at: (x: number) => CloseUp | undefined;
}

/** A histogram of the lane's events. */
function drawColumns(lane: LaneInSight, context: LaneContext, opacity: number): DrawnColumns {
  const { node, parts, slotFrom, slotTo } = lane;
  const { scale, options, counts, slots, window } = context;
  const { dataset, visible, world } = options;
  const rows = context.bins();
  const row = rows.find((candidate) => candidate.opacity >= 0.5) ?? rows.at(-1);
  const bins = row?.seen ?? [];
  const clipped = ({ start, end }: Bin): Interval => ({ start: instant(Math.max(start, window.start)), end: instant(Math.min(end, window.end)) });
  const countIn = (bin: Bin): number => {
    if (bin.start >= window.start && bin.end <= window.end) return sumOf(bin.counts, slotFrom, slotTo);
    const interval = clipped(bin);
    const into = new Uint32Array(slots.size);
    if (interval.end > interval.start) addStarts(counts, visible, slots, rowAt(dataset, interval.start), rowAt(dataset, interval.end), into);
    return sumOf(into, slotFrom, slotTo);
  };
  return {
    marks: densityMarks(rows, { ...columnRoom(lane, context), x0: scale.x0, x1: scale.x1, parts, opacity, key: columnsKey(node), world }),
    shown: bins.reduce((sum, bin) => sum + countIn(bin), 0),
    at: (x) => {
      const bin = bins.find(({ x0, x1 }) => x >= x0 && x < x1);
      const count = bin === undefined ? 0 : countIn(bin);
      if (bin === undefined || count === 0) return undefined;
      const interval = clipped(bin);
      const stretch = { from: rowAt(dataset, interval.start), to: rowAt(dataset, interval.end) };
      return { count, window: interval, events: (most) => rowsInCell({ counts, visible, slots }, stretch, slotFrom, slotTo, most) };
    },
  };
}

/** Where an event would stand in a lane that only counts: over its column, or at the edge when it began before the window. */
export function columnPlace(i: EventNumber, lane: Pick<LaneInSight, 'node' | 'band' | 'isBanded'>, context: LaneContext): PlacedEvent | undefined {
  const { dx, scale, options, items } = context;
  const shape = shapeOf(lookAt(options.dataset, i));
  if (shape === undefined) return undefined;
  const { base, height } = columnRoom(lane, context);
  const x = clamp(middleOf(figureOf(shape, items)) + dx, scale.x0 + SIZES.symbol, scale.x1 - SIZES.symbol);
  return signPlace(x, contextOf(i, base - height / 2, lane, context));
}

const middleOf = (figure: Figure): number => (figure.kind === 'sign' ? figure.x : (figure.left + figure.right) / 2);

/**
 * The number of events that began before the window and have no mark of their own in it: at the left edge of the last row, or beside the
 * lane's name where there is room.
 */
function beforeMarks(count: number, lane: LaneInSight, { frame, options }: LaneContext): readonly Mark[] {
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

function beforeOf(count: number, lane: LaneInSight, { counts, slots, window, options }: LaneContext): CloseUp {
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
