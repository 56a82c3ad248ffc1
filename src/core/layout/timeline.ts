import type { Box, Size } from '../base/geometry.ts';
import { clamp } from '../base/geometry.ts';
import type { EventNumber } from '../model/event.ts';
import { possiblyIn } from '../query/time-clause.ts';
import { datedRows, passesIn, type Visible } from '../query/visible.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark, Scene, TextMark } from '../scene/scene.ts';
import { DAY, instant } from '../time/instant.ts';
import { pixelsPerMs, timeScale, type TimeScale } from '../time/time-scale.ts';
import { warpNumber } from '../time/warp.ts';
import { UTC_CLOCKS, clocksOf } from '../time/zone.ts';
import { INITIAL_VIEW } from '../view/view-state.ts';
import { layoutAxis } from './axis.ts';
import { fitWindow, warpFor } from './gaps.ts';
import type { LabelLength } from './labels.ts';
import { laneCoding } from './lane-coding.ts';
import { addStarts, countReaching, laneCounting, type LaneCounts } from './lane-counts.ts';
import { gatherLanes, laneNodes, type LaneNode } from './lane-tree.ts';
import { lanesHeight, naturalHeightOf, rowsIn, stackMixed, type LaneBand, type LaneWish } from './lanes.ts';
import { rowAt } from './time-index.ts';
import type { BinRow } from './timeline-bins.ts';
import { wholeContent, type CloseUp, type LaneContent } from './timeline-content.ts';
import { frameOf, withLanes, type Frame } from './timeline-frame.ts';
import { eraMarks, futureMarks, gapMarks, moreMarks } from './timeline-grounds.ts';
import { headBox, headMarks } from './timeline-heads.ts';
import type { ItemOptions } from './timeline-items.ts';
import { columnPlace, columnsKey } from './timeline-lane-columns.ts';
import { laneGround, type LaneContext, type TimelineLane } from './timeline-lane.ts';
import { drawLane, type DrawnLane } from './timeline-lanes.ts';
import type { TimelineOptions } from './timeline-options.ts';
import { textBox, type PlacedEvent } from './timeline-places.ts';
import { packLanes, type PackedLane, type Packing, type WholeLane } from './timeline-packing.ts';
import { partContent } from './timeline-part.ts';
import { futureFrom, layoutReport, moved, reportPlace } from './timeline-report.ts';
import { binsKeyOf, keptBins, sightOf, timelineState, type LaneSlots } from './timeline-state.ts';
import { FONTS, coloursOf } from './timeline-style.ts';
import type { World } from './world.ts';

export interface TimelineLayout {
  readonly scene: Scene;
  readonly scale: TimeScale;
  /** Where lanes and events are; the axis is above. */
  readonly plot: Box;
  /** From top to bottom, those that are scrolled out of sight too. */
  readonly lanes: readonly TimelineLane[];
  /** Which text of the events labels them. */
  readonly labels: LabelLength;
  /** Pixels of the lanes that do not show for lack of height. */
  readonly overflow: number;
  /** Height at which every event has its own row and label. */
  readonly naturalHeight: number;
  /** How many events in the window have a mark but no label, or are only counted; of the lanes in sight. */
  readonly unlabelled: number;
  /** `undefined` for an event that is undated, filtered out, outside the window or in a lane out of sight. */
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
  /** What a mark stands for that counts several events: by its key and, in a histogram, where it was hit. */
  readonly closeUpAt: (key: string, x: number) => CloseUp | undefined;
  /** The keys of all marks that count several events but are no histogram. */
  readonly counted: readonly string[];
}

/** How many times the height there is lanes may take on the page, so that no label is dropped. */
const REACH = 4;
/** See `TimelineOptions.wholeUpTo`. */
const WHOLE_UP_TO = 200;
/** Pixels of a folded lane, and of the line above the lanes within a lane. */
const FOLDED = 26;
const HEAD_LINE = 26;
/**
 * Pixels of a lane of a large dataset: as many as two rows take, so that signs have room for labels; less where all lanes then show at once,
 * but room enough for columns.
 */
const TWO_ROWS = 42;
const ONE_ROW = 24;
/** A lane of so few events may have a row for each. */
const MOST_ROWS = 12;

/** Lays out a timeline: two-level axis, lanes by facets, events in packed rows or counted, gaps, the report's date. */
export function layoutTimeline(options: TimelineOptions): TimelineLayout {
  const { dataset, visible, spacing, size, world, interactive = true, labels = interactive ? 'either' : 'short', scroll = 0, zone = 'UTC' } = options;
  const { lanes: laneView = INITIAL_VIEW.lanes, wholeUpTo = WHOLE_UP_TO } = options;
  const warp = options.warp ?? warpFor(dataset, spacing);
  const fitted = fitWindow(dataset, warp) ?? { start: world.now, end: instant(world.now + DAY) };
  const window = options.window ?? fitted;
  const coding = laneCoding(dataset, laneView.by);
  const counts = visible.counted(laneCounting(coding));
  const nodes = gatherLanes(laneNodes(coding, counts.total, laneView, world), options.mostLanes ?? Number.POSITIVE_INFINITY, world);
  const isWhole = dataset.dated <= wholeUpTo;
  const whole = frameOf({ size, world, nodes, hasGaps: warp.breaks.some(({ kind }) => kind === 'gap'), isLarge: !isWhole, interactive });
  const { above } = whole;
  const scale = timeScale({ window, x0: whole.plot.x, x1: whole.plot.x + whole.plot.width, warp });

  // Pixels along the whole time line, rounded, so that a pan gives the very same ones. They are counted from its end, where in a story
  // of deep time most can be told apart.
  const resolution = Number(pixelsPerMs(scale).toPrecision(9));
  const origin = warp.toWarped(fitted.end);
  const xOf = (at: number): number => (warp.toWarped(at) - origin) * resolution;
  const dx = scale.x0 - xOf(window.start);
  const bounds = interactive ? fitted : window;
  const edges = { left: xOf(bounds.start), right: xOf(bounds.end) };
  const reported = reportPlace(dataset, xOf);
  const line = reported?.kind === 'line' ? reported.x : undefined;

  const fixed = nodes.reduce((sum, node) => sum + (fixedHeight(node, above) ?? 0), 0);
  const room = { height: Math.max(whole.plot.height - fixed, 1), reach: interactive ? REACH : 1, above };
  const key = [resolution, warpNumber(warp), labels, room.height, above, JSON.stringify(laneView), options.mostLanes ?? '', ...(interactive ? [] : [edges.left, edges.right])].join(' ');
  const packing: Packing = isWhole
    ? packLanes({ dataset, visible, lanes: () => eventsOf(nodes, counts, visible), xOf, origin, edges, line, labels, room, world, warp }, key)
    : { lanes: [], labels: labels === 'either' ? 'short' : labels };
  const packed = new Map(packing.lanes.map((lane) => [lane.node.key, lane]));

  const bands = stackMixed(nodes.map((node) => wishOf(node, packed.get(node.key), leastLane(nodes, room.height, above), above)), { height: whole.plot.height, above, isFilled: !interactive });
  const last = bands.at(-1);
  const frame = last === undefined ? whole : withLanes(whole, last.y + last.height);
  const { plot } = frame;
  const hidden = last === undefined ? 0 : last.y + last.height - plot.height;
  const overflow = interactive && hidden >= 1 ? hidden : 0;
  const scrolled = clamp(scroll, 0, overflow);
  const placed = nodes.flatMap((node, position): readonly PlacedLane[] => {
    const band = bands[position];
    if (band === undefined) return [];
    const [y, firstRow] = [band.y + plot.y - scrolled, band.firstRow + plot.y - scrolled];
    return [{ node, band: { ...band, y, firstRow }, isBanded: position % 2 === 0, isInSight: isWhole || (y < plot.y + plot.height && y + band.height > plot.y) }];
  });

  const state = timelineState(visible);
  const counting = placed.filter(({ node, isInSight }) => isInSight && node.kind !== 'head');
  const { slots, lanes: slotted } = sightOf(state, coding, counting.map(({ node }) => node));
  const starting = new Uint32Array(slots.size);
  addStarts(counts, visible, slots, rowAt(dataset, window.start), rowAt(dataset, window.end), starting);
  const lengths: readonly LabelLength[] = packing.labels === 'full' && !isWhole ? ['full', 'short'] : [packing.labels];
  const items: ItemOptions = { dataset, xOf, origin, edges, line, lengths, world };
  const clocks = clocksOf(zone) ?? UTC_CLOCKS;
  let bins: readonly BinRow[] | undefined;
  const context: LaneContext = {
    dx, scale, window, frame, options, items, counts, slots, starting,
    reaching: countReaching(counts, visible, slots, window.start),
    bins: () => (bins ??= keptBins(state, binsKeyOf(zone, scale), { counts, visible, slots, scale, clocks })),
  };
  const contentOf = ({ node, band }: PlacedLane, own: LaneSlots): LaneContent => {
    if (node.kind === 'folded') return { singles: [], rings: [], detail: 0 };
    const lane = packed.get(node.key);
    if (lane !== undefined) return wholeContent({ packedLane: lane, dataset, window, dx, x0: scale.x0, x1: scale.x1 });
    return partContent(
      { key: node.key, slotFrom: own.slotFrom, slotTo: own.slotTo, rows: rowsIn(band.height, above) },
      { dataset, visible, counts, slots, warp, resolution, window, dx, x0: scale.x0, x1: scale.x1, items, memo: state.part },
    );
  };
  const drawn = new Map<LaneNode, DrawnLane>();
  slotted.forEach((own, k) => {
    const lane = counting[k];
    if (lane === undefined) return;
    const colourOf = (category: number | undefined): string => (category === undefined ? world.palette.third : categoryColour(world.palette, category));
    const parts = own.categories.map((category, part) => ({ slot: own.slotFrom + part, colour: colourOf(category) }));
    drawn.set(lane.node, drawLane({ ...lane, parts, slotFrom: own.slotFrom, slotTo: own.slotTo, content: contentOf(lane, own) }, context));
  });
  const all = [...drawn.values()];

  const labelMarks = all.flatMap((lane) => lane.labels);
  const axis = layoutAxis(scale, frame.axis, world, zone);
  const shown = reported && moved(reported, dx);
  const texts = labelMarks.flatMap((mark) => (mark.kind === 'text' ? textBox(mark, world) : []));
  const report = shown && layoutReport(shown, { plot, signTop: frame.signTop, ruleY: frame.axis.ruleY, taken: axis.majorBoxes, texts }, world);
  const bottom = plot.y + plot.height;
  const inSight = placed.filter((lane) => lane.isInSight);
  return {
    scene: {
      size,
      background: coloursOf(world.palette).ground,
      title: world.messages.timeline.name,
      description: world.messages.timeline.description(visible.datedCount, world.formats.number(visible.datedCount), dataset.story.title),
      language: world.locale,
      marks: [
        clipped(inSight.flatMap((lane) => groundMarks(lane, size, world)), frame.lanes, 'lanes'),
        clipped(
          [...axis.hairlines, ...eraMarks(dataset.story.eras, scale, plot, world), ...(shown === undefined ? [] : futureMarks(futureFrom(shown), plot, world))],
          frame.grounds,
          'grounds',
        ),
        ...(report?.ground ?? []),
        clipped(all.flatMap((lane) => lane.marks), frame.events, 'events'),
        ...axis.marks,
        clipped(gapMarks(scale, frame.axis.ruleY - 7, bottom + 2, frame.footY, world), { ...frame.grounds, y: 0, height: size.height }, 'gaps'),
        clipped(labelMarks, frame.events, 'labels'),
        clipped(
          inSight.flatMap(({ node, band }) => drawn.get(node)?.name ?? headMarks({ node, band, count: undefined, isKeyed: interactive, frame, world })),
          frame.lanes,
          'names',
        ),
        ...moreMarks(frame.lanes, { above: scrolled, below: overflow - scrolled }, world),
        ...(report?.sign ?? []),
        ...(visible.datedCount === 0 ? [emptyMark(plot, world)] : []),
      ],
    },
    scale,
    plot,
    lanes: placed.map((lane) => drawn.get(lane.node)?.lane ?? emptyLane(lane, frame, size)),
    labels: packing.labels,
    overflow,
    naturalHeight: isWhole ? size.height - room.height + lanesHeight(packing.lanes.map(({ need }) => need), 'natural', above) : size.height,
    unlabelled: all.reduce((sum, lane) => sum + lane.unlabelled, 0),
    placeOf: (i) => placedBy(all, i) ?? placeOutOfSight(i, placed, context),
    closeUpAt: (closeKey, x) => {
      for (const lane of all) {
        const closeUp = closeKey === columnsKey(lane.lane) ? lane.columnAt(x) : lane.closeUps.get(closeKey);
        if (closeUp !== undefined) return closeUp;
      }
      return undefined;
    },
    counted: all.flatMap(({ closeUps }) => [...closeUps.keys()]),
  };
}

/** A lane at its place in the picture. */
interface PlacedLane {
  readonly node: LaneNode;
  readonly band: LaneBand;
  readonly isBanded: boolean;
  readonly isInSight: boolean;
}

/** Pixels of what has a height of its own; `undefined` for a lane that takes what is left. */
function fixedHeight(node: LaneNode, above: number): number | undefined {
  if (node.kind === 'head') return HEAD_LINE;
  return node.kind === 'folded' ? FOLDED + above : node.height;
}

function leastLane(nodes: readonly LaneNode[], height: number, above: number): number {
  const share = height / Math.max(nodes.filter(({ kind }) => kind === 'open').length, 1) - above;
  return share < ONE_ROW ? TWO_ROWS : Math.min(share, TWO_ROWS);
}

function wishOf(node: LaneNode, packed: PackedLane | undefined, least: number, above: number): LaneWish {
  const height = fixedHeight(node, above);
  if (height !== undefined) return { kind: 'fixed', height };
  if (packed !== undefined) return { kind: 'rows', rows: Math.max(packed.rows.count, 1) };
  return { kind: 'share', least: least + above, most: node.total <= MOST_ROWS ? naturalHeightOf(Math.max(node.total, 2), above) : Infinity };
}

/** The open lanes with their visible dated events, in time order. */
function eventsOf(nodes: readonly LaneNode[], { coding }: LaneCounts, visible: Visible): readonly WholeLane[] {
  const lanes = nodes.filter(({ kind }) => kind === 'open').map((node) => ({ node, events: [] as EventNumber[] }));
  const laneOf = new Map(lanes.flatMap((lane) => lane.node.leaves.map((leaf) => [leaf, lane] as const)));
  for (const i of datedRows(visible)) laneOf.get(Math.floor((coding.codes[i] ?? 0) / coding.parts))?.events.push(i);
  return lanes;
}

const groundMarks = (lane: PlacedLane, size: Size, world: World): readonly Mark[] =>
  lane.isBanded ? [{ kind: 'rect', x: 0, y: lane.band.y, width: size.width, height: lane.band.height, fill: laneGround(lane, world), role: 'lane' }] : [];

/** A head, or a lane out of sight. */
function emptyLane({ node, band }: PlacedLane, frame: Frame, size: Size): TimelineLane {
  const { key, name, depth, kind, category } = node;
  return {
    key, name, depth, kind, category,
    box: { x: 0, y: band.y, width: size.width, height: band.height },
    headBox: headBox(band, frame),
    count: 0, drawn: 0, detail: 1, isDense: false,
  };
}

const clipped = (marks: readonly Mark[], clip: Box, role: string): Mark => ({ kind: 'group', marks, clip, role });

function placedBy(lanes: readonly DrawnLane[], i: EventNumber): PlacedEvent | undefined {
  for (const lane of lanes) {
    const place = lane.placeOf(i);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Where an event stands whose lane is scrolled away: as far down or up, and at its time. */
function placeOutOfSight(i: EventNumber, lanes: readonly PlacedLane[], context: LaneContext): PlacedEvent | undefined {
  const { counts: { coding }, options: { dataset, visible }, window } = context;
  if (!(i < dataset.dated) || !passesIn(visible, i) || !possiblyIn(dataset.columns, i, window)) return undefined;
  const leaf = Math.floor((coding.codes[i] ?? 0) / coding.parts);
  const lane = lanes.find(({ node, isInSight }) => !isInSight && node.kind !== 'head' && node.leaves.includes(leaf));
  return lane && columnPlace(i, lane, context);
}

function emptyMark(plot: Box, world: World): TextMark {
  return {
    kind: 'text', x: plot.x + plot.width / 2, y: plot.y + plot.height / 2, text: world.messages.timeline.empty, font: FONTS.label, fill: world.palette.third, anchor: 'middle', role: 'empty',
  };
}
