import type { Bounds } from '../geo/coordinates.ts';
import { lngLatOf, projectionOf } from '../geo/mercator.ts';
import { selectVisible } from '../query/select.ts';
import type { Visible } from '../query/visible.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { layoutContent, LEAST_CONTENT, legendOf, type Content, type ContentOptions, type Explained } from './figure-content.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf, type Strip } from './figure-frame.ts';
import { mapInView } from './figure-map.ts';
import type { FigureOptions } from './figure-options.ts';
import { scaleMarks } from './figure-scale.ts';
import { typeSize } from './figure-size.ts';
import { creditsOf, describeFigure, notesOf } from './figure-words.ts';

/** A figure, and how many of its events are not named in it for lack of room. */
export interface FigureLayout {
  readonly scene: Scene;
  readonly unnamed: number;
}

/** Sets a story as a picture fit to publish: headline, deck, timeline and/or map, legend, sources. Sizes in pixels at 1×. */
export function layoutFigure(options: FigureOptions): FigureLayout {
  const { dataset, size, world } = options;
  const { width, height } = typeSize(size);
  const visible = visibleIn(options);
  const title = options.title ?? dataset.story.title;
  const head = layoutFigureHead(title, options.deck ?? dataset.story.deck, width, world);
  const set = setContent({ ...options, visible }, width, height === undefined ? undefined : height - head.height);
  const total = height ?? head.height + set.content.height + CONTENT_GAP + set.foot.height;
  const marks: readonly Mark[] = [
    ...head.marks,
    { kind: 'group', role: 'content', translate: { x: marginOf(width), y: head.height }, marks: set.content.marks },
    { kind: 'group', role: 'foot', translate: { x: 0, y: total - set.foot.height }, marks: set.foot.marks },
  ];
  return {
    scene: {
      size: { width: size.width, height: size.height ?? Math.ceil(total * size.unit) },
      background: world.palette.paper,
      marks: scaleMarks(marks, size.unit),
      title,
      description: describeFigure(dataset, visible, title, world),
      language: dataset.story.language,
    },
    unnamed: set.content.unnamed,
  };
}

function visibleIn(options: FigureOptions): Visible {
  const { dataset, scope, view } = options;
  const all = { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };
  return selectVisible(dataset, scope === 'view' ? { ...view, area: areaIn(options) } : all);
}

/** The part of the world that the view filters by. */
function areaIn(options: FigureOptions): Bounds | undefined {
  const { area } = options.view;
  if (area !== 'view') return area;
  const shown = mapInView(options);
  if (shown === undefined) return undefined;
  const projection = projectionOf(shown.viewport, shown.size);
  const [west, north] = lngLatOf(projection, { x: 0, y: 0 });
  const [east, south] = lngLatOf(projection, { x: shown.size.width, y: shown.size.height });
  return { west, south, east, north };
}

const CONTENT_GAP = 18;

/**
 * Content and foot in one height. Each depends on the other (a legend explains what is drawn, and what is drawn has the room that the
 * legend leaves), so they are set in turn until the foot stands still.
 */
function setContent(options: ContentOptions, width: number, height: number | undefined): { readonly content: Content; readonly foot: Strip } {
  const inner = width - 2 * marginOf(width);
  let foot = footOf(options, width, {
    grounds: options.parts === 'both' ? ['map', 'list'] : [options.parts],
    breaks: [],
    numbered: true,
    hasLegend: false,
    unnamed: 0,
  });
  for (let pass = 1; ; pass += 1) {
    const room = height === undefined ? undefined : Math.max(LEAST_CONTENT, height - foot.height - CONTENT_GAP);
    const content = layoutContent(options, inner, room);
    const next = footOf(options, width, content);
    // From the second pass on a foot that needs less than it was given is good enough, so that the two cannot chase each other.
    if (height === undefined || next.height === foot.height || (pass > 1 && next.height < foot.height)) return { content, foot: next };
    foot = next;
  }
}

function footOf(options: ContentOptions, width: number, content: Explained): Strip {
  const { dataset, visible, credit, world } = options;
  return layoutFigureFoot(
    {
      legend: content.hasLegend ? [] : legendOf(options, content),
      notes: notesOf(dataset, visible, content, world),
      credits: creditsOf(dataset, content.grounds.includes('map'), credit, world),
    },
    width,
    world,
  );
}
