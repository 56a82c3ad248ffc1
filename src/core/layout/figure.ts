import type { Visible } from '../query/visible.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import { hasSigns, isWideRoom, layoutContent, LEAST_CONTENT, legendOf, type Content, type ContentOptions, type Explained } from './figure-content.ts';
import { eventsOfScope } from './figure-events.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf, type Strip } from './figure-frame.ts';
import type { FigureOptions } from './figure-options.ts';
import { FIRST_FIGURE } from './figure-request.ts';
import { scaleMarks } from './figure-scale.ts';
import { typeSize, type FigureSize } from './figure-size.ts';
import { creditsOf, describeFigure, listedSources, notesOf } from './figure-words.ts';

/** A figure, and how many of its events are not named in it for lack of room. */
export interface FigureLayout {
  readonly scene: Scene;
  readonly unnamed: number;
}

/** Sets a story as a picture fit to publish: headline, deck, timeline and/or map or table, legend, sources. Sizes in pixels at 1×. */
export function layoutFigure(given: FigureOptions): FigureLayout {
  const wanted = { ...FIRST_FIGURE, ...given };
  const asked = wanted.parts === 'storyboard' && wanted.dataset.story.walk.length === 0 ? { ...wanted, parts: 'both' as const } : wanted;
  const options: ContentOptions = { ...asked, ...eventsOfScope(asked) };
  const { dataset, visible, size, world } = options;
  const title = options.title ?? dataset.story.title;
  const { unit, marks, total, content } = enlarged(options);
  const description = options.alt ?? describeFigure(dataset, visible, { title, parts: options.parts }, world);
  return {
    scene: {
      size: { width: size.width, height: size.height ?? Math.ceil(total * unit) },
      background: world.palette.paper,
      marks: scaleMarks(marks, unit),
      title,
      ...(description !== '' && { description }),
      language: dataset.story.language,
    },
    unnamed: content.unnamed,
  };
}

/** A figure in pixels of the typography, of which each takes `unit` pixels of the picture. */
interface SetFigure {
  readonly unit: number;
  readonly marks: readonly Mark[];
  readonly total: number;
  readonly content: Content;
  /** Pixels that the content may take; `undefined` for as many as it needs. */
  readonly room: number | undefined;
  readonly isWide: boolean;
}

/** Few events in a large figure are set larger, by the first of these that leaves every title and the arrangement as they are. */
const ENLARGEMENTS = [1.6, 1.4, 1.2] as const;
/** A figure is sparse when less than this share of its room is used. */
const SPARSE = 0.72;

function enlarged(options: ContentOptions): SetFigure {
  const { size } = options;
  const first = setFigure(options, size);
  if (first.room === undefined || first.content.unnamed > 0 || first.content.used === 0 || first.content.used >= SPARSE * first.room) return first;
  for (const factor of ENLARGEMENTS) {
    const larger = setFigure(options, { ...size, unit: size.unit * factor });
    const isArrangedAlike = larger.isWide === first.isWide && larger.content.grounds.join() === first.content.grounds.join();
    if (isArrangedAlike && larger.room !== undefined && larger.content.unnamed === 0 && larger.content.used <= larger.room) return larger;
  }
  return first;
}

/** What a figure goes without, one after the other, where there is too little room for all. */
const SHED: readonly Partial<ContentOptions>[] = [{}, { deck: '' }, { deck: '', legend: false }];
/** The share of the height that the content has at the least, if that can be had. */
const LEAST_SHARE = 0.34;

function setFigure(asked: ContentOptions, size: FigureSize): SetFigure {
  const { width, height } = typeSize(size);
  const { dataset, world } = asked;
  const headOf = ({ title, deck }: ContentOptions): Strip => layoutFigureHead(title ?? dataset.story.title, deck ?? dataset.story.deck, width, world);
  const fits = (options: ContentOptions): boolean =>
    height === undefined || height - headOf(options).height - footOf(options, width, FIRST_EXPLAINED).height - CONTENT_GAP >= LEAST_SHARE * height;
  const tries = SHED.map((less): ContentOptions => ({ ...asked, ...less }));
  const options = tries.find(fits) ?? { ...asked, ...SHED.at(-1) };
  const head = headOf(options);
  const set = setContent(options, width, height === undefined ? undefined : height - head.height);
  const total = height ?? head.height + set.content.height + CONTENT_GAP + set.foot.height;
  const marks: readonly Mark[] = [
    ...head.marks,
    { kind: 'group', role: 'content', translate: { x: marginOf(width), y: head.height }, marks: set.content.marks },
    { kind: 'group', role: 'foot', translate: { x: 0, y: total - set.foot.height }, marks: set.foot.marks },
  ];
  const room = height === undefined ? undefined : height - head.height - set.foot.height - CONTENT_GAP;
  return { unit: size.unit, marks, total, content: set.content, room, isWide: isWideRoom(width - 2 * marginOf(width), room) };
}

/** What a foot explains before anything is drawn. */
const FIRST_EXPLAINED: Explained = { grounds: ['map', 'list'], breaks: [], numbered: true, hasLegend: false, unnamed: 0 };

const CONTENT_GAP = 18;

/**
 * Content and foot in one height. Each depends on the other (a legend explains what is drawn, and what is drawn has the room that the
 * legend leaves), so they are set in turn until the foot stands still.
 */
function setContent(options: ContentOptions, width: number, height: number | undefined): { readonly content: Content; readonly foot: Strip } {
  const inner = width - 2 * marginOf(width);
  let foot = footOf(options, width, FIRST_EXPLAINED);
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
  const drawn = layoutContent(options, width, height);
  const content = { ...drawn, hasSigns: hasSigns(drawn.marks) };
  kept.set(options.visible, [{ options, width, height, content }, ...known.slice(0, KEPT - 1)]);
  return content;
}

function footOf(options: ContentOptions, width: number, content: Explained): Strip {
  const { dataset, visible, world, sources } = options;
  return layoutFigureFoot(
    {
      legend: content.hasLegend ? [] : legendOf(options, content),
      notes: content.notes ?? notesOf(dataset, visible, content, world),
      sources: sources === 'list' ? listedSources(dataset, world) : [],
      credits: creditsOf(dataset, { ...options, hasMap: content.grounds.includes('map') }, world),
    },
    width,
    world,
  );
}
