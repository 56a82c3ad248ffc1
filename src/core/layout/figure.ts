import { unreachable } from '../base/result.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { selectVisible } from '../query/select.ts';
import type { Visible } from '../query/visible.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import type { Break } from '../time/time-scale.ts';
import type { ViewState } from '../view/view-state.ts';
import { layoutFigureFoot, layoutFigureHead, marginOf, type Strip } from './figure-frame.ts';
import { layoutEventList, type ListLayout } from './figure-list.ts';
import { layoutFigureMap } from './figure-map.ts';
import { numberEvents } from './figure-numbers.ts';
import { scaleMarks } from './figure-scale.ts';
import { typeSize, type FigureSize } from './figure-size.ts';
import { layoutFigureTimeline, type FigureTimeline } from './figure-timeline.ts';
import { creditsOf, describeFigure, notesOf } from './figure-words.ts';
import { layoutLegend, legendEntries, type LegendEntry, type LegendGround } from './legend.ts';
import type { World } from './world.ts';

export const FIGURE_PARTS = ['both', 'timeline', 'map'] as const;
/** What a figure shows of a story. */
export type FigureParts = (typeof FIGURE_PARTS)[number];

export const FIGURE_SCOPES = ['story', 'view'] as const;
/** All events of the story, or those that pass the view's filters, in its time window and its part of the map. */
export type FigureScope = (typeof FIGURE_SCOPES)[number];

export interface FigureOptions {
  readonly dataset: Dataset;
  readonly view: ViewState;
  readonly parts: FigureParts;
  readonly scope: FigureScope;
  readonly size: FigureSize;
  /** Words in place of the story's own; an empty text leaves a deck or a credit out. */
  readonly title?: string | undefined;
  readonly deck?: string | undefined;
  readonly credit?: string | undefined;
  readonly world: World;
  /** Without it, places stand on bare sea. */
  readonly base: BaseMap | undefined;
}

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

function visibleIn({ dataset, scope, view }: FigureOptions): Visible {
  const all = { window: undefined, place: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };
  return selectVisible(dataset, scope === 'view' ? view : all);
}

const CONTENT_GAP = 18;

interface ContentOptions extends FigureOptions {
  readonly visible: Visible;
}

/** Marks from (0, 0), and what the foot has to know of them. */
interface Content {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly grounds: readonly LegendGround[];
  readonly breaks: readonly Break[];
  readonly numbered: boolean;
  /** Whether the legend stands in the content already. */
  readonly hasLegend: boolean;
  readonly unnamed: number;
}

/**
 * Content and foot in one height. Each depends on the other (a legend explains what is drawn, and what is drawn has the room that the
 * legend leaves), so they are set in turn until the foot stands still.
 */
function setContent(options: ContentOptions, width: number, height: number | undefined): { readonly content: Content; readonly foot: Strip } {
  const inner = width - 2 * marginOf(width);
  let foot = footOf(options, width, { grounds: options.parts === 'both' ? ['map', 'list'] : [options.parts], breaks: [], numbered: true, hasLegend: false });
  for (let pass = 1; ; pass += 1) {
    const room = height === undefined ? undefined : Math.max(LEAST_CONTENT, height - foot.height - CONTENT_GAP);
    const content = layoutContent(options, inner, room);
    const next = footOf(options, width, content);
    if (next.height === foot.height || height === undefined || pass === PASSES) return { content, foot: next };
    foot = next;
  }
}

const PASSES = 3;

type Explained = Pick<Content, 'grounds' | 'breaks' | 'numbered' | 'hasLegend'>;

function footOf(options: ContentOptions, width: number, content: Explained): Strip {
  const { dataset, visible, credit, world } = options;
  return layoutFigureFoot(
    {
      legend: content.hasLegend ? [] : legendOf(options, content),
      notes: notesOf(dataset, visible, content.grounds, world),
      credits: creditsOf(dataset, content.grounds.includes('map'), credit, world),
    },
    width,
    world,
  );
}

/** Lanes name the categories themselves. */
const legendOf = ({ dataset, visible, world }: ContentOptions, content: Omit<Explained, 'hasLegend'>): readonly LegendEntry[] =>
  legendEntries({ dataset, visible, world, ...content }).filter(({ kind }) => kind !== 'category' || !content.grounds.includes('timeline'));

const LEAST_CONTENT = 80;

/** From so many events on, a list is no picture any more: they are drawn on a time axis, counted where they crowd. */
const CROWD = 60;
/** From this width on, map and list stand side by side, and a timeline runs across. */
const WIDE = 720;

function layoutContent(options: ContentOptions, width: number, height: number | undefined): Content {
  const { dataset, visible, parts } = options;
  const order = [...visible.dated, ...visible.undated];
  const isCrowded = order.length > CROWD;
  const isWide = width >= WIDE && (height === undefined || width / height > 1.15);
  switch (parts) {
    case 'map':
      return mapAlone(options, width, height);
    case 'timeline':
      return timelineAlone(options, order, width, height, isCrowded, isWide);
    case 'both': {
      if (!order.some((i) => (dataset.placesOf[i] ?? []).length > 0)) return timelineAlone(options, order, width, height, isCrowded, isWide);
      if (isCrowded) return isWide ? mapBesideTimeline(options, width, height) : mapOverTimeline(options, width, height);
      return isWide ? mapBesideList(options, order, width, height) : mapOverList(options, order, width, height);
    }
    default:
      return unreachable(parts);
  }
}

function mapAlone(options: ContentOptions, width: number, height: number | undefined): Content {
  const box = { width, height: height ?? Math.round(width * 0.62) };
  const map = layoutFigureMap({ ...options, size: box, numbers: undefined });
  return { marks: [map], height: box.height, grounds: ['map'], breaks: [], numbered: false, hasLegend: false, unnamed: 0 };
}

function timelineAlone(
  options: ContentOptions,
  order: readonly EventNumber[],
  width: number,
  height: number | undefined,
  isCrowded: boolean,
  isWide: boolean,
): Content {
  if (isWide || isCrowded) {
    const timeline = layoutFigureTimeline({ ...options, width, height, isCrowded });
    if (isCrowded || timeline.unnamed === 0) {
      return { ...timeline, grounds: ['timeline'], numbered: false, hasLegend: false };
    }
  }
  const list = layoutEventList({ ...options, order, numbers: new Map(), width, height, more: moreOf(options) });
  return { ...list, grounds: ['list'], breaks: [], numbered: false, hasLegend: false, unnamed: order.length - list.listed };
}

const COLUMN_GAP = 36;
/** A map beside a list takes this share of the width at least and at most: what the list's lines do not need. */
const MAP_SHARE = { least: 0.36, most: 0.48 } as const;
/** A map beside a list is at most so many times as high as wide; the legend fills what is left below it. */
const MAP_ASPECT = 1.45;
const LEGEND_GAP = 14;

function mapBesideList(options: ContentOptions, order: readonly EventNumber[], width: number, height: number | undefined): Content {
  const { world } = options;
  const numbers = numberEvents(options.dataset, order);
  const listIn = (room: number): ListLayout => layoutEventList({ ...options, order, numbers, width: room, height, more: moreOf(options) });
  const widest = listIn(width * (1 - MAP_SHARE.least) - COLUMN_GAP);
  const mapWidth = Math.round(Math.min(width * MAP_SHARE.most, Math.max(width * MAP_SHARE.least, width - COLUMN_GAP - widest.width)));
  const x = mapWidth + COLUMN_GAP;
  const list = listIn(width - x);
  const tall = height ?? Math.max(list.height, Math.round(mapWidth * 0.8));
  const explained = { grounds: ['map', 'list'], breaks: [], numbered: true } as const;
  const legend = layoutLegend(legendOf(options, explained), mapWidth, world);
  const hasLegend = tall - legend.height - LEGEND_GAP > mapWidth;
  const mapHeight = hasLegend ? Math.min(tall - legend.height - LEGEND_GAP, Math.round(mapWidth * MAP_ASPECT)) : tall;
  const map = layoutFigureMap({ ...options, size: { width: mapWidth, height: mapHeight }, numbers });
  return {
    ...explained,
    marks: [
      map,
      ...(hasLegend ? [{ kind: 'group', role: 'legend', translate: { x: 0, y: mapHeight + LEGEND_GAP }, marks: legend.marks } as const] : []),
      { kind: 'group', role: 'list', translate: { x, y: 0 }, marks: list.marks },
    ],
    height: tall,
    hasLegend,
    unnamed: order.length - list.listed,
  };
}

const STACK_GAP = 26;

function mapOverList(options: ContentOptions, order: readonly EventNumber[], width: number, height: number | undefined): Content {
  const numbers = numberEvents(options.dataset, order);
  const listOf = (room: number | undefined) => layoutEventList({ ...options, order, numbers, width, height: room, more: moreOf(options) });
  const natural = listOf(undefined).height;
  const mapHeight = Math.round(
    height === undefined ? width * 0.66 : Math.min(width * 0.85, Math.max(height * 0.38, height - STACK_GAP - natural)),
  );
  const y = mapHeight + STACK_GAP;
  const list = height === undefined ? listOf(undefined) : listOf(height - y);
  const map = layoutFigureMap({ ...options, size: { width, height: mapHeight }, numbers });
  return {
    marks: [map, { kind: 'group', role: 'list', translate: { x: 0, y }, marks: list.marks }],
    height: height ?? y + list.height,
    grounds: ['map', 'list'],
    breaks: [],
    numbered: true,
    hasLegend: false,
    unnamed: order.length - list.listed,
  };
}

const CROWDED_MAP_SHARE = 0.5;

function mapBesideTimeline(options: ContentOptions, width: number, height: number | undefined): Content {
  const mapWidth = Math.round(width * CROWDED_MAP_SHARE);
  const x = mapWidth + COLUMN_GAP;
  const timeline = layoutFigureTimeline({ ...options, width: width - x, height: height ?? Math.round(mapWidth * 0.9), isCrowded: true });
  const map = layoutFigureMap({ ...options, size: { width: mapWidth, height: timeline.height }, numbers: undefined });
  return {
    ...mapAndTimeline(timeline),
    marks: [map, { kind: 'group', role: 'timeline', translate: { x, y: 0 }, marks: timeline.marks }],
    height: timeline.height,
  };
}

function mapOverTimeline(options: ContentOptions, width: number, height: number | undefined): Content {
  const timelineIn = (room: number | undefined): FigureTimeline => layoutFigureTimeline({ ...options, width, height: room, isCrowded: true });
  const timeline = timelineIn(height === undefined ? undefined : Math.round(height * 0.46));
  const mapHeight = height === undefined ? Math.round(width * 0.6) : Math.max(LEAST_CONTENT, height - STACK_GAP - timeline.height);
  const map = layoutFigureMap({ ...options, size: { width, height: mapHeight }, numbers: undefined });
  const y = mapHeight + STACK_GAP;
  return {
    ...mapAndTimeline(timeline),
    marks: [map, { kind: 'group', role: 'timeline', translate: { x: 0, y }, marks: timeline.marks }],
    height: y + timeline.height,
  };
}

const mapAndTimeline = ({ breaks, unnamed }: FigureTimeline): Omit<Content, 'marks' | 'height'> => ({
  grounds: ['map', 'timeline'],
  breaks,
  numbered: false,
  hasLegend: false,
  unnamed,
});

const moreOf =
  ({ world: { messages, formats }, scope }: ContentOptions) =>
  (count: number): string =>
    (scope === 'view' ? messages.export.figure.moreInView : messages.export.figure.more)(count, formats.number(count));
