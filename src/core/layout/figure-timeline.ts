import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import type { Visible } from '../query/visible.ts';
import type { GroupMark } from '../scene/scene.ts';
import { textMarksOf } from '../scene/texts.ts';
import type { Interval } from '../time/instant.ts';
import type { Break } from '../time/time-scale.ts';
import { INITIAL_VIEW, type ViewState } from '../view/view-state.ts';
import type { FigureScope } from './figure-request.ts';
import { labelText } from './labels.ts';
import { SIZES } from './timeline-style.ts';
import { layoutTimeline, type TimelineLayout } from './timeline.ts';
import type { World } from './world.ts';

/** What the time axis of a figure is drawn from. */
export interface FigureTimelineOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly view: ViewState;
  readonly scope: FigureScope;
  /** The stretch of time that is shown; by default all of it, or the view's window. */
  readonly stretch?: Interval;
  readonly width: number;
  /** Pixels to fill; `undefined` for as many as the events need. */
  readonly height: number | undefined;
  /** Pixels that it takes at the most, where there is such a limit: lanes without room are gathered into one. */
  readonly most?: number | undefined;
  /** Whether there are so many events that they are counted rather than named. */
  readonly isCrowded: boolean;
  readonly world: World;
}

export interface FigureTimeline {
  readonly marks: readonly GroupMark[];
  readonly height: number;
  /** The least height in which its lanes can be told apart. */
  readonly least: number;
  readonly breaks: readonly Break[];
  /** The dated events whose whole title stands there. */
  readonly named: ReadonlySet<EventNumber>;
}

/** Height of a crowded timeline as a share of its width, and the least of any. */
const CROWDED_ASPECT = 0.42;
const LEAST_HEIGHT = 150;
const LEAST_LANE = 40;
/** A timeline with more room than its events need spreads them, but not so far that rows lose touch. */
const MOST_SPREAD = 1.8;

/** A timeline across the figure, with whole titles. */
export function layoutFigureTimeline(options: FigureTimelineOptions): FigureTimeline {
  const { width, height, most, scope, view } = options;
  const isView = scope === 'view';
  const layoutAt = (tall: number, mostLanes?: number): TimelineLayout =>
    layoutTimeline({
      ...options,
      mostLanes,
      window: options.stretch ?? (isView ? view.window : undefined),
      spacing: view.spacing,
      zone: view.zone,
      lanes: { ...INITIAL_VIEW.lanes, ...(isView && { by: view.lanes.by, order: view.lanes.order }) },
      size: { width, height: tall },
      interactive: false,
      labels: 'full',
    });
  const whole = layoutAt(height ?? Math.round(width * CROWDED_ASPECT));
  const mostLanes = most === undefined || leastHeight(whole) <= most ? undefined : lanesWithin(most, whole);
  const first = mostLanes === undefined ? whole : layoutAt(whole.scene.size.height, mostLanes);
  const least = leastHeight(first);
  const wanted = Math.max(heightFor(first, options), least);
  const layout = wanted === first.scene.size.height ? first : layoutAt(wanted, mostLanes);
  return {
    marks: [{ kind: 'group', role: 'timeline', marks: layout.scene.marks }],
    height: wanted,
    least,
    breaks: layout.scale.warp.breaks.filter(({ interval }) => interval.start < layout.scale.window.end && interval.end > layout.scale.window.start),
    named: namedIn(layout, options),
  };
}

function heightFor(first: TimelineLayout, { height, isCrowded }: FigureTimelineOptions): number {
  if (isCrowded) return first.scene.size.height;
  const natural = Math.max(LEAST_HEIGHT, Math.ceil(first.naturalHeight));
  return height === undefined ? natural : Math.min(height, Math.round(natural * MOST_SPREAD));
}

/** The height in which each lane has room for its name, its number of events and a few rows. */
const leastHeight = (layout: TimelineLayout): number => heightBeside(layout) + layout.lanes.length * leastLane(layout);

/** How many lanes have such room in a height. */
const lanesWithin = (height: number, layout: TimelineLayout): number => Math.max(1, Math.floor((height - heightBeside(layout)) / leastLane(layout)));

/** What axis and foot take. */
const heightBeside = ({ scene, plot }: TimelineLayout): number => scene.size.height - plot.height;

/** Names that stand above their lanes take room of their own. */
const leastLane = ({ scene, lanes }: TimelineLayout): number =>
  LEAST_LANE + (scene.size.width < SIZES.narrow && lanes.some(({ name }) => name !== '') ? SIZES.laneName + 2 : 0);

function namedIn(layout: TimelineLayout, { dataset, world }: FigureTimelineOptions): ReadonlySet<EventNumber> {
  const named = new Set<EventNumber>();
  for (const { event, text } of textMarksOf(layout.scene.marks)) {
    if (event !== undefined && text === labelText(eventAt(dataset, event), 'full', world)) named.add(event);
  }
  return named;
}
