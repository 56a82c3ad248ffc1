import type { Visible } from '../query/visible.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { layoutContent, LEAST_CONTENT, legendOf, type Content, type ContentOptions, type Explained } from './figure-content.ts';
import { eventsOfScope } from './figure-events.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf, type Strip } from './figure-frame.ts';
import type { FigureOptions } from './figure-options.ts';
import { FIRST_FIGURE } from './figure-request.ts';
import { scaleMarks } from './figure-scale.ts';
import { typeSize } from './figure-size.ts';
import { creditsOf, describeFigure, listedSources, notesOf } from './figure-words.ts';

/** A figure, and how many of its events are not named in it for lack of room. */
export interface FigureLayout {
  readonly scene: Scene;
  readonly unnamed: number;
}

/** Sets a story as a picture fit to publish: headline, deck, timeline and/or map or table, legend, sources. Sizes in pixels at 1×. */
export function layoutFigure(given: FigureOptions): FigureLayout {
  const asked = { ...FIRST_FIGURE, ...given };
  const options: ContentOptions = { ...asked, ...eventsOfScope(asked) };
  const { dataset, visible, size, world } = options;
  const { width, height } = typeSize(size);
  const title = options.title ?? dataset.story.title;
  const head = layoutFigureHead(title, options.deck ?? dataset.story.deck, width, world);
  const set = setContent(options, width, height === undefined ? undefined : height - head.height);
  const total = height ?? head.height + set.content.height + CONTENT_GAP + set.foot.height;
  const marks: readonly Mark[] = [
    ...head.marks,
    { kind: 'group', role: 'content', translate: { x: marginOf(width), y: head.height }, marks: set.content.marks },
    { kind: 'group', role: 'foot', translate: { x: 0, y: total - set.foot.height }, marks: set.foot.marks },
  ];
  const description = options.alt ?? describeFigure(dataset, visible, { title, parts: options.parts }, world);
  return {
    scene: {
      size: { width: size.width, height: size.height ?? Math.ceil(total * size.unit) },
      background: world.palette.paper,
      marks: scaleMarks(marks, size.unit),
      title,
      ...(description !== '' && { description }),
      language: dataset.story.language,
    },
    unnamed: set.content.unnamed,
  };
}

const CONTENT_GAP = 18;

/**
 * Content and foot in one height. Each depends on the other (a legend explains what is drawn, and what is drawn has the room that the
 * legend leaves), so they are set in turn until the foot stands still.
 */
function setContent(options: ContentOptions, width: number, height: number | undefined): { readonly content: Content; readonly foot: Strip } {
  const inner = width - 2 * marginOf(width);
  let foot = footOf(options, width, { grounds: ['map', 'list'], breaks: [], numbered: true, hasLegend: false, unnamed: 0 });
  for (let pass = 1; ; pass += 1) {
    const room = height === undefined ? undefined : Math.max(LEAST_CONTENT, height - foot.height - CONTENT_GAP);
    const content = keptContent(options, inner, room);
    const next = footOf(options, width, content);
    // From the second pass on a foot that needs less than it was given is good enough, so that the two cannot chase each other.
    if (height === undefined || next.height === foot.height || (pass > 1 && next.height < foot.height)) return { content, foot: next };
    foot = next;
  }
}

/** What the content of a figure follows from, besides the events and its room. While words are typed it stays as it is. */
const CONTENT_OPTIONS = ['dataset', 'view', 'shownMap', 'parts', 'scope', 'size', 'legend', 'world', 'base'] as const satisfies readonly (keyof ContentOptions)[];

interface KeptContent {
  readonly options: ContentOptions;
  readonly width: number;
  readonly height: number | undefined;
  readonly content: Content;
}

/** So many contents of the same events are kept: those of the passes of `setContent`, for two figures. */
const KEPT = 8;

const kept = new WeakMap<Visible, readonly KeptContent[]>();

function keptContent(options: ContentOptions, width: number, height: number | undefined): Content {
  const known = kept.get(options.visible) ?? [];
  const same = known.find((one) => one.width === width && one.height === height && CONTENT_OPTIONS.every((name) => one.options[name] === options[name]));
  if (same !== undefined) return same.content;
  const content = layoutContent(options, width, height);
  kept.set(options.visible, [{ options, width, height, content }, ...known.slice(0, KEPT - 1)]);
  return content;
}

function footOf(options: ContentOptions, width: number, content: Explained): Strip {
  const { dataset, visible, world, sources } = options;
  return layoutFigureFoot(
    {
      legend: content.hasLegend ? [] : legendOf(options, content),
      notes: notesOf(dataset, visible, content, world),
      sources: sources === 'list' ? listedSources(dataset, world) : [],
      credits: creditsOf(dataset, { ...options, hasMap: content.grounds.includes('map') }, world),
    },
    width,
    world,
  );
}
