import { boxesOverlap, clamp, type Box } from '../base/geometry.ts';
import { NO_CATEGORY, type Dataset } from '../model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import { truncate } from '../scene/fit-text.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark, TextMark } from '../scene/scene.ts';
import { instant, type Interval } from '../time/instant.ts';
import type { TimeScale } from '../time/time-scale.ts';
import type { LaneBand } from './lanes.ts';
import { sharedCentre, type Extent } from './rows.ts';
import { binsOf, densityMarks } from './timeline-density.ts';
import { NAME_X, type Frame } from './timeline-frame.ts';
import type { TimelineItem } from './timeline-items.ts';
import { figureMarks, labelMark, sharedMarks, type MarkContext } from './timeline-marks.ts';
import type { PackedLane } from './timeline-packing.ts';
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

export interface TimelineLane {
  readonly category: number;
  readonly name: string;
  readonly box: Box;
  /** Whether its events are only counted. */
  readonly isDense: boolean;
}

/** Several events shown as one mark, and the window in which they come apart. */
export interface CloseUp {
  readonly events: readonly EventNumber[];
  readonly window: Interval;
}

/** What all lanes of a picture share. */
export interface LaneContext {
  readonly dx: number;
  readonly scale: TimeScale;
  readonly frame: Frame;
  readonly options: TimelineOptions;
}

export interface DrawnLane {
  readonly lane: TimelineLane;
  readonly ground: readonly Mark[];
  readonly name: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Mark[];
  readonly unlabelled: number;
  readonly closeUps: readonly (readonly [string, CloseUp])[];
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
}

/** From how many events on, and from which share of them without a place of their own, a lane counts instead of showing. */
const DENSE_FROM = 24;
const DENSE_SHARE = 0.35;

/** The marks of a lane: its events in their rows, or a histogram where there are too many for rows. */
export function drawLane(packedLane: PackedLane, band: LaneBand, position: number, context: LaneContext): DrawnLane {
  const { lane, items, rows } = packedLane;
  const { frame, options, dx } = context;
  const { world, size } = options;
  const colours = coloursOf(world.palette);
  const ground = position % 2 === 0 ? colours.band : colours.ground;
  const box = { x: 0, y: band.y, width: size.width, height: band.height };
  const inSight = rows.packed.filter(({ members }) => members.some((k) => isInSight(items[k], dx, frame.plot)));
  const shown = inSight.reduce((sum, { members }) => sum + members.length, 0);
  const shared = inSight.reduce((sum, { members }) => sum + (members.length > 1 ? members.length : 0), 0);
  const isDense = shown >= DENSE_FROM && shared > DENSE_SHARE * shown;
  const colour = categoryColour(world.palette, lane.category);
  const parts = isDense ? drawDense(packedLane, band, colour, ground, context) : drawRows(packedLane, inSight, band, colour, ground, context);
  return {
    ...parts,
    lane: { category: lane.category, name: lane.name, box, isDense },
    ground: position % 2 === 0 ? [{ kind: 'rect', ...box, fill: ground, role: 'lane' }] : [],
    name: nameMarks(packedLane, band, colour, isDense ? shown : undefined, context),
  };
}

type LaneParts = Pick<DrawnLane, 'marks' | 'labels' | 'unlabelled' | 'closeUps' | 'placeOf'>;

const isInSight = (item: TimelineItem | undefined, dx: number, plot: Box): boolean =>
  item !== undefined && item.right + dx > plot.x && item.left + dx < plot.x + plot.width;

/** Signs, bars and labels in their rows; several events that share a place as a ring with their number. */
function drawRows({ lane, items }: PackedLane, packed: PackedLane['rows']['packed'], band: LaneBand, colour: string, ground: string, context: LaneContext): LaneParts {
  const { dx, frame, options } = context;
  const { dataset, world } = options;
  const marks: Mark[] = [];
  const labels: Mark[] = [];
  const closeUps: (readonly [string, CloseUp])[] = [];
  const places = new Map<EventNumber, PlacedEvent>();
  const taken: Box[] = [];
  let unlabelled = 0;
  const contextOf = (item: TimelineItem, y: number): MarkContext => ({
    i: item.event, event: eventAt(dataset, item.event), y, dx, edges: edgesOf(frame.plot), colour, ground, world,
  });
  for (const { members, row, label } of packed) {
    const y = band.firstRow + row * band.rowPitch;
    const own = members.map((k) => items[k] as TimelineItem);
    const [first] = own;
    if (first === undefined) continue;
    if (own.length > 1) {
      const key = `shared ${lane.category} ${first.event}`;
      const radius = Math.min(SIZES.shared, band.rowPitch / 2 - 0.9);
      const [low, high] = [frame.plot.x + radius + 1, frame.plot.x + frame.plot.width - radius - 1];
      const x = clamp(sharedCentre(own) + dx, low, Math.max(low, high));
      marks.push(...sharedMarks({ x, y, radius, count: own.length, colour, ground, key }, world));
      closeUps.push([key, closeUpOf(own, dataset)]);
      taken.push({ x: x - SIZES.shared, y: y - SIZES.shared, width: 2 * SIZES.shared, height: 2 * SIZES.shared });
      unlabelled += own.length;
      for (const item of own) places.set(item.event, signPlace(x, contextOf(item, y)));
      continue;
    }
    const itemContext = contextOf(first, y);
    const itemMarks = figureMarks(first.figure, itemContext);
    const place = label === undefined ? undefined : first.labels[label];
    const text = place && labelMark(place, first.figure, itemContext, truncate);
    marks.push(...itemMarks);
    if (text === undefined) unlabelled += 1;
    else labels.push(text);
    const box = boxOf(first, y, dx, frame.plot);
    taken.push(text === undefined ? box : spanning(box, textBox(text, world)));
    places.set(first.event, { event: first.event, box, marks: itemMarks, label: text, ground });
  }
  labels.push(...notes(packed, items, band, taken, context));
  return { marks, labels, unlabelled, closeUps, placeOf: (i) => places.get(i) };
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

function spanning(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** Under a soft bar, in words, what is not known of its date; where nothing is in the way. */
function notes(packed: PackedLane['rows']['packed'], items: readonly TimelineItem[], band: LaneBand, taken: readonly Box[], { dx, frame, options }: LaneContext): readonly Mark[] {
  const { dataset, world } = options;
  return packed.flatMap(({ members, row }): readonly Mark[] => {
    const item = members.length === 1 ? items[members[0] ?? -1] : undefined;
    if (item === undefined || item.figure.kind !== 'soft') return [];
    const text = softNote(eventAt(dataset, item.event), world);
    const left = Math.max(item.figure.left + dx, frame.plot.x) + SIZES.inset;
    const box = { x: left, y: band.firstRow + row * band.rowPitch + SIZES.bar / 2 + 2, width: world.measure(text, FONTS.note), height: 15 };
    const isFree = box.x + box.width <= item.figure.right + dx + 4 && box.y + box.height <= band.y + band.height && !taken.some((other) => boxesOverlap(other, box));
    return isFree
      ? [{ kind: 'text', x: left, y: box.y + 11, text, font: FONTS.note, fill: world.palette.third, anchor: 'start', event: item.event, role: 'note' }]
      : [];
  });
}

function softNote({ when }: TimelineEvent, { messages }: World): string {
  const { soft } = messages.timeline;
  switch (when.edtf?.precision) {
    case 'month':
      return soft.month;
    case 'season':
      return soft.season;
    case 'year':
      return soft.year;
    default:
      return when.edtf?.qualifier.approximate === true ? soft.approximate : soft.coarse;
  }
}

/** The events that share a place, and the window from the first to the last with half as much again around them. */
function closeUpOf(items: readonly TimelineItem[], { columns }: Dataset): CloseUp {
  const starts = items.map(({ event }) => columns.earliestStart[event] ?? 0).filter(Number.isFinite);
  const ends = items.map(({ event }) => columns.latestEnd[event] ?? 0).filter(Number.isFinite);
  const start = Math.min(...starts);
  const end = Math.max(...ends, start);
  const margin = Math.max((end - start) / 4, 1000);
  return { events: items.map(({ event }) => event), window: { start: instant(start - margin), end: instant(end + margin) } };
}

/** A histogram of the lane's events. */
function drawDense({ lane, items }: PackedLane, band: LaneBand, colour: string, ground: string, context: LaneContext): LaneParts {
  const { dx, scale, frame, options } = context;
  const { dataset, world } = options;
  const keyOf = ({ interval }: { readonly interval: Interval }): string => `bin ${lane.category} ${interval.start}`;
  const middles = items.map(middleOf);
  const bins = binsOf(middles.map((x) => x + dx), scale);
  const counted = bins.filter(({ members }) => members.length > 0);
  const top = band.y + frame.above + 14;
  const base = band.y + band.height - 4;
  const places = new Map(items.map((item, k) => [item.event, middles[k] ?? item.x]));
  return {
    marks: densityMarks(bins, { base, height: Math.max(base - top, 8), colour, world, keyOf }),
    labels: [],
    unlabelled: counted.reduce((sum, { members }) => sum + members.length, 0),
    closeUps: counted.map((bin) => [keyOf(bin), { events: bin.members.map((k) => items[k]?.event ?? -1), window: bin.interval }]),
    placeOf: (i) => {
      const x = places.get(i);
      if (x === undefined || x + dx < scale.x0 || x + dx >= scale.x1) return undefined;
      const y = (top + base) / 2;
      return signPlace(x + dx, { i, event: eventAt(dataset, i), y, dx, edges: edgesOf(frame.plot), colour, ground, world });
    },
  };
}

const middleOf = ({ figure, left, right }: TimelineItem): number => (figure.kind === 'sign' ? figure.x : (left + right) / 2);

/** A lane at least this tall has room for a second line beside it. */
const TWO_LINES = 40;

/** A lane's glyph and name; beneath it the number of events where they are only counted. */
function nameMarks({ lane }: PackedLane, band: LaneBand, colour: string, count: number | undefined, { frame, options }: LaneContext): readonly Mark[] {
  if (lane.name === '') return [];
  const { world } = options;
  const isAbove = frame.above > 0;
  const second = count !== undefined && !isAbove && band.height >= TWO_LINES ? world.messages.timeline.laneCount(count, world.formats.number(count)) : undefined;
  const middle = isAbove ? band.y + frame.above / 2 + 2 : middleInSight(band, frame.plot) - (second === undefined ? 0 : 7);
  const [glyphX, nameX] = isAbove ? [frame.plot.x + 5, frame.plot.x + 16] : [24, NAME_X];
  const width = isAbove ? frame.plot.width - 24 : frame.plot.x - nameX - 6;
  const text = truncate(lane.name, FONTS.lane, width);
  return [
    lane.category === NO_CATEGORY
      ? { kind: 'circle', x: glyphX, y: middle, radius: 3, fill: colour, role: 'lane-glyph' }
      : { kind: 'glyph', shape: lane.category % 8, x: glyphX, y: middle, radius: 4.75, fill: colour, role: 'lane-glyph' },
    { kind: 'text', x: nameX, y: middle + 4.4, text, font: FONTS.lane, fill: world.palette.ink, anchor: 'start', role: 'lane-name' },
    ...(second === undefined
      ? []
      : [{ kind: 'text', x: nameX, y: middle + 20, text: second, font: FONTS.laneCount, fill: world.palette.third, anchor: 'start', role: 'lane-count' } as const]),
  ];
}

/** Pixels from a lane's edge to the middle of its name at least. */
const NAME_EDGE = 12;

/** The middle of the part of a lane that shows; near its edge where only that does. */
function middleInSight({ y, height }: LaneBand, plot: Box): number {
  const [top, bottom] = [Math.max(y, plot.y), Math.min(y + height, plot.y + plot.height)];
  const edge = Math.min(NAME_EDGE, height / 2);
  return clamp((top + bottom) / 2, y + edge, y + height - edge);
}
