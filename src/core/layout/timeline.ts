import type { Box, Size } from '../base/geometry.ts';
import { clamp } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import type { Mark, Scene, TextMark } from '../scene/scene.ts';
import { DAY, instant, type Interval } from '../time/instant.ts';
import { pixelsPerMs, timeScale, type TimeScale } from '../time/time-scale.ts';
import type { Spacing } from '../view/view-state.ts';
import { layoutAxis } from './axis.ts';
import { fitWindow, warpFor } from './gaps.ts';
import type { LabelLength } from './labels.ts';
import { lanesHeight, stackLanes } from './lanes.ts';
import { frameOf, withLanes } from './timeline-frame.ts';
import { eraMarks, futureMarks, gapMarks, moreMarks } from './timeline-grounds.ts';
import { drawLane, textBox, type CloseUp, type DrawnLane, type PlacedEvent, type TimelineLane } from './timeline-lanes.ts';
import { packLanes } from './timeline-packing.ts';
import { futureFrom, layoutReport, moved, reportPlace } from './timeline-report.ts';
import { FONTS, coloursOf } from './timeline-style.ts';
import type { World } from './world.ts';

export interface TimelineOptions {
  readonly dataset: Dataset;
  /** What passes all clauses but the time window's: the window only moves and scales. */
  readonly visible: Visible;
  /** `undefined` shows all dated events. */
  readonly window: Interval | undefined;
  readonly spacing: Spacing;
  readonly size: Size;
  readonly world: World;
  /**
   * On the page (the default) nothing but zooming moves an event to another row, labels run out of the picture as the window moves, and
   * lanes may be taller than the picture; in a picture to keep, labels stay within it, and lanes fill it.
   */
  readonly interactive?: boolean;
  /** By default whole titles where all have room on the page, the few words elsewhere. */
  readonly labels?: LabelLength;
  /** Pixels by which lanes taller than the picture are scrolled down; 0 by default, `overflow` of the layout at most. */
  readonly scroll?: number;
}

export interface TimelineLayout {
  readonly scene: Scene;
  readonly scale: TimeScale;
  /** Where lanes and events are; the axis is above. */
  readonly plot: Box;
  readonly lanes: readonly TimelineLane[];
  /** Which text of the events labels them. */
  readonly labels: LabelLength;
  /** Pixels of the lanes that do not show for lack of height. */
  readonly overflow: number;
  /** Height at which every event has its own row and label. */
  readonly naturalHeight: number;
  /** How many events in the window have a mark but no label, or are only counted. */
  readonly unlabelled: number;
  /** `undefined` for an event that is undated, filtered out or outside the window. */
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
  /** By the key of a mark that stands for several events. */
  readonly closeUps: ReadonlyMap<string, CloseUp>;
}

/** How many times the height there is lanes may take on the page, so that no label is dropped. */
const REACH = 4;

/** Lays out a timeline: two-level axis, lanes by category, events in packed rows, gaps, the report's date. */
export function layoutTimeline(options: TimelineOptions): TimelineLayout {
  const { dataset, visible, spacing, size, world, interactive = true, labels = interactive ? 'either' : 'short', scroll = 0 } = options;
  const warp = warpFor(dataset, spacing);
  const fitted = fitWindow(dataset, warp) ?? { start: world.now, end: instant(world.now + DAY) };
  const window = options.window ?? fitted;
  const whole = frameOf(options, warp.breaks.some(({ kind }) => kind === 'gap'));
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
  const room = { height: whole.plot.height, reach: interactive ? REACH : 1, above };
  const key = [resolution, spacing, labels, room.height, above, ...(interactive ? [] : [edges.left, edges.right])].join(' ');
  const packing = packLanes({ dataset, visible, xOf, edges, line, labels, room, world }, key);

  const bands = stackLanes(packing.lanes.map(({ rows }) => Math.max(rows.count, 1)), { height: room.height, above, isFilled: !interactive });
  const last = bands.at(-1);
  const frame = last === undefined ? whole : withLanes(whole, last.y + last.height);
  const { plot } = frame;
  const hidden = last === undefined ? 0 : last.y + last.height - plot.height;
  const overflow = interactive && hidden >= 1 ? hidden : 0;
  const scrolled = clamp(scroll, 0, overflow);
  const top = plot.y - scrolled;

  const context = { dx, scale, frame, options };
  const drawn = packing.lanes.flatMap((lane, position) => {
    const band = bands[position];
    return band === undefined ? [] : [drawLane(lane, { ...band, y: band.y + top, firstRow: band.firstRow + top }, position, context)];
  });
  const labelMarks = drawn.flatMap((lane) => lane.labels);
  const axis = layoutAxis(scale, frame.axis, world);
  const shown = reported && moved(reported, dx);
  const texts = labelMarks.flatMap((mark) => (mark.kind === 'text' ? textBox(mark, world) : []));
  const report = shown && layoutReport(shown, { plot, signTop: frame.signTop, ruleY: frame.axis.ruleY, taken: axis.majorBoxes, texts }, world);
  const bottom = plot.y + plot.height;
  return {
    scene: {
      size,
      background: coloursOf(world.palette).ground,
      title: world.messages.timeline.name,
      description: world.messages.timeline.description(visible.datedCount, world.formats.number(visible.datedCount), dataset.story.title),
      language: world.locale,
      marks: [
        clipped(drawn.flatMap((lane) => lane.ground), frame.lanes, 'lanes'),
        clipped(
          [...axis.hairlines, ...eraMarks(dataset.story.eras, scale, plot, world), ...(shown === undefined ? [] : futureMarks(futureFrom(shown), plot, world))],
          frame.grounds,
          'grounds',
        ),
        ...(report?.ground ?? []),
        clipped(drawn.flatMap((lane) => lane.marks), frame.events, 'events'),
        ...axis.marks,
        clipped(gapMarks(scale, frame.axis.ruleY - 7, bottom + 2, frame.footY, world), { ...frame.grounds, y: 0, height: size.height }, 'gaps'),
        clipped(labelMarks, frame.events, 'labels'),
        clipped(drawn.flatMap((lane) => lane.name), frame.lanes, 'names'),
        ...moreMarks(frame.lanes, { above: scrolled, below: overflow - scrolled }, world),
        ...(report?.sign ?? []),
        ...(visible.datedCount === 0 ? [emptyMark(plot, world)] : []),
      ],
    },
    scale,
    plot,
    lanes: drawn.map(({ lane }) => lane),
    labels: packing.labels,
    overflow,
    naturalHeight: size.height - room.height + lanesHeight(packing.lanes.map(({ need }) => need), 'natural', above),
    unlabelled: drawn.reduce((sum, lane) => sum + lane.unlabelled, 0),
    placeOf: (i) => placedBy(drawn, i),
    closeUps: new Map(drawn.flatMap((lane) => lane.closeUps)),
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

function emptyMark(plot: Box, world: World): TextMark {
  return {
    kind: 'text', x: plot.x + plot.width / 2, y: plot.y + plot.height / 2, text: world.messages.timeline.empty, font: FONTS.label, fill: world.palette.third, anchor: 'middle', role: 'empty',
  };
}
