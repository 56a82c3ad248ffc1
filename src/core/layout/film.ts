import type { Box, Point, Size } from '../base/geometry.ts';
import { withAlpha } from '../base/colour.ts';
import { capitalised } from '../i18n/describe-event.ts';
import { describeEdtf, formatInterval } from '../i18n/describe-time.ts';
import { filmMessagesOf } from '../i18n/film-messages.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt, placesOfRow } from '../model/rows.ts';
import { passesIn } from '../query/visible.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Font, Mark, Scene } from '../scene/scene.ts';
import { instant, type Interval } from '../time/instant.ts';
import { longestStep, STEP_MS, sweepOver, sweptWindow, SWEEP_MS, type Playback, type Sweep } from '../view/playback.ts';
import { layoutBaseMap } from './base-map.ts';
import { legendOf, type ContentOptions } from './figure-content.ts';
import { eventsOfScope } from './figure-events.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf } from './figure-frame.ts';
import { figureViewport } from './figure-map.ts';
import type { FigureOptions } from './figure-options.ts';
import { FIRST_FIGURE } from './figure-request.ts';
import { scaleMarks } from './figure-scale.ts';
import { creditsOf } from './figure-words.ts';
import { fitWindow, warpFor } from './gaps.ts';
import { focusCountries } from './map-focus.ts';
import { layoutMapPointer } from './map-pointer.ts';
import { layoutMap, type MapLayout } from './map.ts';
import { layoutTimelinePointer } from './timeline-pointer.ts';
import { layoutTimeline, type TimelineLayout } from './timeline.ts';
import type { World } from './world.ts';

/** What a film is made from: the figure whose parts move, and how they move. */
export interface FilmOptions extends FigureOptions {
  readonly playback: Pick<Playback, 'kind' | 'speed'>;
  /** Frames a second of a window that moves. */
  readonly rate: number;
}

/** What changes from one frame to the next, to be painted over the ground; and how long it stands, in milliseconds. */
export interface FilmFrame {
  readonly scene: Scene;
  readonly ms: number;
}

/** A story that plays, as pictures one after the other. */
export interface Film {
  readonly size: Size;
  /** What stands still: headline, land, the timeline of all events, credits. */
  readonly ground: Scene;
  /** How many frames there are. */
  readonly length: number;
  readonly frameAt: (frame: number) => FilmFrame;
  /** How long it plays, in milliseconds. */
  readonly ms: number;
}

/** The last frame stands so much longer, in milliseconds. */
const LAST_MS = 1500;
/** A film as high as this share of its width, where its size leaves the height free. */
const ASPECT = 9 / 16;
/** Pixels of the line that tells what is shown, and around it. */
const CAPTION = 44;
/** Of the height below the headline the timeline takes this share, and with no place to show all of it. */
const TIMELINE_SHARE = 0.42;
const CAPTION_FONT: Font = { family: 'serif', size: 18, weight: 600 };
const COUNT_FONT: Font = { family: 'sans', size: 13, weight: 500 };

/**
 * Lays out the playing of a story. Timeline, land and words stand still; what has not happened yet lies under a veil on the timeline, and is
 * not yet on the map. Each dated event is in a frame, those of one instant one by one where it plays from event to event.
 */
export function layoutFilm(given: FilmOptions): Film {
  const options: ContentOptions = { ...FIRST_FIGURE, ...given, ...eventsOfScope({ ...FIRST_FIGURE, ...given }) };
  const { size, world } = options;
  const whole: Size = { width: size.width, height: size.height ?? Math.round(size.width * ASPECT) };
  const stage = layoutStage(options, { width: whole.width / size.unit, height: whole.height / size.unit });
  const { title } = stage;
  const sceneOf = (marks: readonly Mark[]): Scene => ({ size: whole, marks: scaleMarks(marks, size.unit), title, language: options.dataset.story.language });
  const steps = stepsOf(given, options);
  return {
    size: whole,
    ground: { ...sceneOf(stage.ground), background: world.palette.paper },
    length: steps.length,
    ms: steps.length * steps.ms + LAST_MS,
    frameAt: (frame) => ({ scene: sceneOf(frameMarks(stage, steps.at(frame), options)), ms: frame === steps.length - 1 ? steps.ms + LAST_MS : steps.ms }),
  };
}

/** What a frame shows: the stretch of time that has been played, and the event that it has come to. */
interface Step {
  readonly window: Interval;
  readonly event: EventNumber | undefined;
  /** Whether what lies before the window is past, and no more to be seen. */
  readonly isSliding: boolean;
}

interface Steps {
  readonly length: number;
  readonly ms: number;
  readonly at: (step: number) => Step;
}

function stepsOf({ playback: { kind, speed }, rate }: FilmOptions, { dataset, visible, view, scope, world }: ContentOptions): Steps {
  const warp = warpFor(dataset, view.spacing);
  const fitted = fitWindow(dataset, warp) ?? { start: world.now, end: instant(world.now + 1) };
  const whole = (scope === 'view' ? view.window : undefined) ?? fitted;
  if (kind === 'events') {
    const { earliestStart } = dataset.columns;
    return {
      length: visible.datedCount,
      ms: STEP_MS / speed,
      at: (step) => {
        const event = visible.nth(step);
        const start = Math.max(event === undefined ? whole.end : (earliestStart[event] ?? whole.start), whole.start);
        return { window: { start: instant(-Infinity), end: instant(start + 1) }, event, isSliding: false };
      },
    };
  }
  const sweep: Sweep = sweepOver(kind, whole, scope === 'view' ? undefined : view.window, warp);
  const wanted = (SWEEP_MS / speed / 1000) * rate;
  const ways = Math.ceil(Math.max(wanted, 1 / longestStep(sweep)));
  return {
    length: visible.datedCount === 0 ? 0 : ways + 1,
    ms: 1000 / rate,
    at: (step) => ({ window: sweptWindow(sweep, step / ways), event: undefined, isSliding: kind === 'sliding' }),
  };
}

const sizeOf = ({ width, height }: Box): Size => ({ width, height });
const cornerOf = ({ x, y }: Box): Point => ({ x, y });

/** What stands still, and the places of what moves. */
interface Stage {
  readonly title: string;
  readonly ground: readonly Mark[];
  readonly timeline: { readonly layout: TimelineLayout; readonly box: Box; readonly labels: Mark | undefined };
  /** `undefined` for a story without places. */
  readonly map: { readonly layout: MapLayout; readonly box: Box } | undefined;
  readonly caption: Box;
}

function layoutStage(options: ContentOptions, { width, height }: Size): Stage {
  const { dataset, visible, view, scope, world, base } = options;
  const margin = marginOf(width);
  const inner = width - 2 * margin;
  const title = options.title ?? dataset.story.title;
  const head = layoutFigureHead(title, undefined, width, world);
  const hasMap = options.parts !== 'timeline' && dataset.places.size > 0;
  const grounds = hasMap ? (['map', 'timeline'] as const) : (['timeline'] as const);
  const foot = layoutFigureFoot(
    { legend: legendOf(options, { grounds, breaks: [], numbered: false }), notes: [], sources: [], credits: creditsOf(dataset, { ...options, hasMap }, world) },
    width,
    world,
  );
  const room = height - head.height - foot.height - CAPTION;
  const timelineHeight = Math.round(hasMap ? room * TIMELINE_SHARE : room);
  const caption: Box = { x: margin, y: height - foot.height - timelineHeight - CAPTION, width: inner, height: CAPTION };
  const timelineBox: Box = { x: margin, y: caption.y + CAPTION, width: inner, height: timelineHeight };
  const mapBox: Box = { x: margin, y: head.height, width: inner, height: caption.y - head.height };
  const mapSize = sizeOf(mapBox);
  const timeline = layoutTimeline({
    dataset, visible, world,
    window: scope === 'view' ? view.window : undefined,
    spacing: view.spacing,
    zone: view.zone,
    lanes: view.lanes,
    size: sizeOf(timelineBox),
    interactive: false,
    labels: 'short',
  });
  const labels = timeline.scene.marks.find(({ role }) => role === 'labels');
  const map = hasMap ? layoutMap({ dataset, visible, viewport: figureViewport({ ...options, size: mapSize, numbers: undefined }), size: mapSize, world, base }) : undefined;
  const land: Mark | undefined =
    map === undefined
      ? undefined
      : base === undefined
        ? { kind: 'rect', x: 0, y: 0, ...mapSize, fill: world.palette.sea, role: 'sea' }
        : layoutBaseMap({ base, viewport: map.input.viewport, size: mapSize, world, focus: focusCountries(dataset, base), labels: false });
  return {
    title,
    ground: [
      ...head.marks,
      ...(land === undefined ? [] : [{ kind: 'group', role: 'map', translate: cornerOf(mapBox), clip: { x: 0, y: 0, ...mapSize }, marks: [land] } as const]),
      { kind: 'group', role: 'timeline', translate: cornerOf(timelineBox), marks: timeline.scene.marks.filter((mark) => mark !== labels) },
      { kind: 'group', role: 'foot', translate: { x: 0, y: height - foot.height }, marks: foot.marks },
    ],
    timeline: { layout: timeline, box: timelineBox, labels },
    map: map && { layout: map, box: mapBox },
    caption,
  };
}

/** The title of the event is told below the map. */
const NOTHING = { selected: undefined, hovered: undefined };

function frameMarks({ timeline, map, caption }: Stage, step: Step, options: ContentOptions): readonly Mark[] {
  const { dataset, world, within } = options;
  const { event } = step;
  const shown = within(step.window);
  const places = map && layoutMap({ ...map.layout.input, visible: shown });
  const last = event === undefined ? undefined : options.visible.rankOf(event);
  const isTold = (i: EventNumber): boolean => passesIn(shown, i) && (last === undefined || options.visible.rankOf(i) <= last);
  const pointer = layoutTimelinePointer(timeline.layout, { ...NOTHING, selected: event }, { dataset, world });
  return [
    ...(map === undefined || places === undefined
      ? []
      : [
          {
            kind: 'group',
            role: 'places',
            translate: cornerOf(map.box),
            clip: { x: 0, y: 0, ...sizeOf(map.box) },
            marks: [places.marks, ...layoutMapPointer(places, { ...NOTHING, place: event === undefined ? undefined : placesOfRow(dataset, event)[0] }, world).marks],
          } as const,
        ]),
    { kind: 'group', role: 'played', translate: cornerOf(timeline.box), marks: [...veilMarks(timeline.layout, step, world), ...told(timeline.labels, isTold), ...pointer.marks] },
    ...captionMarks(caption, step, shown.datedCount, options),
  ];
}

/** The labels of the events that have been told. */
const told = (labels: Mark | undefined, isTold: (i: EventNumber) => boolean): readonly Mark[] =>
  labels?.kind === 'group' ? [{ ...labels, marks: labels.marks.filter(({ event }) => event === undefined || isTold(event)) }] : [];

/** How much of what is not told yet, or no more, the veil covers. */
const VEIL = 0.88;

/** The veil over the time that is not shown, and the line at which the playing has come. */
function veilMarks({ plot, scale, placeOf }: TimelineLayout, { window, event, isSliding }: Step, { palette }: World): readonly Mark[] {
  const left = plot.x;
  const right = plot.x + plot.width;
  const within = (x: number): number => Math.min(Math.max(x, left), right);
  const place = event === undefined ? undefined : placeOf(event);
  const to = within(place === undefined ? scale.xOf(window.end) : place.box.x + place.box.width + 2);
  const from = isSliding ? within(scale.xOf(window.start)) : left;
  const veil = (x0: number, x1: number): readonly Mark[] =>
    x1 <= x0 ? [] : [{ kind: 'rect', x: x0, y: plot.y, width: x1 - x0, height: plot.height, fill: withAlpha(palette.paper, VEIL), role: 'veil' }];
  return [
    ...veil(left, from),
    ...veil(to, right),
    ...[...(isSliding ? [from] : []), to].map((x): Mark => ({ kind: 'line', x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height, stroke: { colour: palette.ink, width: 1 }, role: 'played-to' })),
  ];
}

/** What is shown: the event and its time, or the stretch of time and how many events it has. */
function captionMarks(box: Box, { window, event }: Step, count: number, { dataset, visible, world }: ContentOptions): readonly Mark[] {
  const { palette, measure, formats, messages } = world;
  const words = filmMessagesOf(messages);
  const shown = event === undefined ? undefined : eventAt(dataset, event);
  const edtf = shown?.when.edtf;
  const when = shown === undefined ? formatInterval(window, world) : edtf === undefined ? '' : describeEdtf(edtf, world);
  const text = shown === undefined ? capitalised(when, world) : words.event(capitalised(when, world), shown.title);
  const told = shown === undefined ? words.events(formats.number(count), formats.number(visible.datedCount)) : words.position(formats.number(visible.rankOf(event ?? 0) + 1), formats.number(visible.datedCount));
  const baseline = box.y + box.height / 2 + 6;
  const room = box.width - measure(told, COUNT_FONT) - 20;
  return [
    { kind: 'text', x: box.x, y: baseline, text: truncate(text, CAPTION_FONT, room), font: CAPTION_FONT, fill: palette.ink, anchor: 'start', role: 'caption' },
    { kind: 'text', x: box.x + box.width, y: baseline, text: told, font: COUNT_FONT, fill: palette.third, anchor: 'end', role: 'played' },
  ];
}
