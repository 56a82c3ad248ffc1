import type { Box, Point, Size } from '../base/geometry.ts';
import type { Mark } from '../scene/scene.ts';
import { layoutBaseMap } from './base-map.ts';
import { legendOf, type ContentOptions } from './figure-content.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf } from './figure-frame.ts';
import { figureViewport } from './figure-map.ts';
import { creditsOf } from './figure-words.ts';
import { focusCountries } from './map-focus.ts';
import { layoutMap, type MapLayout } from './map.ts';
import { layoutTimeline, type TimelineLayout } from './timeline.ts';

/** Pixels of the line that tells what is shown, and around it. */
const CAPTION = 44;
/** Of the height below the headline the timeline takes this share, and with no place to show all of it. */
const TIMELINE_SHARE = 0.42;

export const sizeOf = ({ width, height }: Box): Size => ({ width, height });
export const cornerOf = ({ x, y }: Box): Point => ({ x, y });

/** What stands still, and the places of what moves. */
export interface FilmStage {
  readonly title: string;
  readonly ground: readonly Mark[];
  readonly timeline: { readonly layout: TimelineLayout; readonly box: Box; readonly labels: Mark | undefined };
  /** `undefined` for a story without places. */
  readonly map: { readonly layout: MapLayout; readonly box: Box } | undefined;
  readonly caption: Box;
}

/** Sets a film’s stage in a size: headline, map above, the line that tells what is shown, timeline below, key and credits. */
export function layoutFilmStage(options: ContentOptions, { width, height }: Size): FilmStage {
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
