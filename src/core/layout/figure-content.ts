import { unreachable } from '../base/result.ts';
import { figureMessagesOf } from '../i18n/figure-messages.ts';
import type { EventNumber } from '../model/event.ts';
import { placesOfRow } from '../model/rows.ts';
import { datedRows, undatedRows } from '../query/visible.ts';
import type { Mark } from '../scene/scene.ts';
import { textMarksOf } from '../scene/texts.ts';
import type { Break } from '../time/time-scale.ts';
import type { FigureEvents } from './figure-events.ts';
import { layoutEventList, type ListLayout } from './figure-list.ts';
import { layoutEventIndex } from './figure-index.ts';
import { layoutFigureMap, mostMapHeight } from './figure-map.ts';
import { numberEvents } from './figure-numbers.ts';
import type { DecidedOptions } from './figure-options.ts';
import { layoutStoryboard } from './figure-storyboard.ts';
import { layoutEventTable } from './figure-table.ts';
import { layoutFigureTimeline, type FigureTimeline, type FigureTimelineOptions } from './figure-timeline.ts';
import { layoutWrappedTimeline } from './figure-wrapped.ts';
import { legendEntries, type LegendEntry, type LegendGround } from './legend-entries.ts';
import { layoutLegend } from './legend.ts';

/** A figure's options, and which events they come to. */
export interface ContentOptions extends DecidedOptions, FigureEvents {}

/** Marks from (0, 0), and what the foot has to know of them. */
export interface Content {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly grounds: readonly LegendGround[];
  readonly breaks: readonly Break[];
  readonly numbered: boolean;
  /** Whether the legend stands in the content already. */
  readonly hasLegend: boolean;
  /** Whether any event has a sign of its own; where all are only counted, signs need no explanation. */
  readonly hasSigns?: boolean;
  /** Whether a timeline's lanes name the categories, so that colours need no explanation; by default any timeline does. */
  readonly hasLanes?: boolean;
  /** Sentences on what the content leaves out, in place of those on its events. */
  readonly notes?: readonly string[];
  readonly unnamed: number;
  /** Pixels of its height that titles or time take; what is left is empty, whatever stands beside. */
  readonly used: number;
}

/** What the foot has to know of the content. */
export type Explained = Omit<Content, 'marks' | 'height' | 'used'>;

/** What the signs of the content mean, unless no legend is wanted. Lanes name the categories themselves. */
export function legendOf({ visible, world, legend }: ContentOptions, { grounds, breaks, numbered, hasSigns = true, hasLanes = grounds.includes('timeline') }: Pick<Content, 'grounds' | 'breaks' | 'numbered' | 'hasSigns' | 'hasLanes'>): readonly LegendEntry[] {
  if (!legend) return [];
  return legendEntries({ visible, world, grounds, breaks, numbered }).filter(
    ({ kind }) => (kind !== 'category' || !hasLanes) && (hasSigns || !OF_SIGNS.has(kind)),
  );
}

/** What explains the signs of single events. */
const OF_SIGNS: ReadonlySet<LegendEntry['kind']> = new Set(['status', 'soft', 'one-of', 'near', 'area', 'route', 'hatch']);

/** Whether a mark among these is the sign of one event. */
export const hasSigns = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => (mark.kind === 'group' ? hasSigns(mark.marks) : mark.event !== undefined && mark.kind !== 'text'));

/** The least height that anything is drawn in. */
export const LEAST_CONTENT = 80;

/** In less height, map and timeline would leave each other no room. */
const LEAST_BOTH = 230;

/** From so many events on, a list is no picture any more: they are drawn on a time axis, counted where they crowd. */
const CROWD = 60;
/** From this width on, map and list stand side by side, and a timeline runs across. */
const WIDE = 720;

/** Whether a room in pixels is one in which things stand side by side. */
export const isWideRoom = (width: number, height: number | undefined): boolean => width >= WIDE && (height === undefined || width / height > 1.15);

/** The arrangement that suits parts, shape and number of events best, in a width and, unless it is free, a height in pixels. */
export function layoutContent(options: ContentOptions, width: number, height: number | undefined): Content {
  const { dataset, visible, parts } = options;
  const order = [...datedRows(visible), ...undatedRows(visible)];
  const isCrowded = order.length > CROWD;
  const isWide = isWideRoom(width, height);
  switch (parts) {
    case 'map':
      return mapAlone(options, order, width, height, isCrowded);
    case 'timeline':
      return timelineAlone(options, order, width, height, isCrowded, isWide);
    case 'table':
      return tableAlone(options, order, width, height);
    case 'storyboard':
      return { ...layoutStoryboard(options, width, height), numbered: false, hasLegend: false, hasLanes: false, unnamed: 0 };
    case 'both': {
      if (height !== undefined && height < LEAST_BOTH) return timelineAlone(options, order, width, height, isCrowded, isWide);
      if (!order.some((i) => placesOfRow(dataset, i).length > 0)) return timelineAlone(options, order, width, height, isCrowded, isWide);
      if (isCrowded) return isWide ? mapWithTimeline(options, width, height) : mapOverTimeline(options, width, height);
      return isWide ? mapBesideList(options, order, width, height) : mapOverList(options, order, width, height);
    }
    default:
      return unreachable(parts);
  }
}

/** Below a map alone, titles take this share of the height at most. */
const INDEX_SHARE = 0.45;
const INDEX_GAP = 18;

/** A map with the titles of its numbered events below it; of a crowd, the map alone. */
function mapAlone(options: ContentOptions, order: readonly EventNumber[], width: number, height: number | undefined, isCrowded: boolean): Content {
  const natural = Math.round(width * 0.62);
  const explained = { grounds: ['map'], breaks: [], hasLegend: false } as const;
  if (isCrowded || order.length === 0) {
    const size = { width, height: height ?? natural };
    const map = layoutFigureMap({ ...options, size, numbers: undefined });
    const named = new Set(textMarksOf([map]).flatMap(({ event, role }) => (role === 'detail' && event !== undefined ? [event] : [])));
    return { ...explained, marks: [map], height: size.height, used: size.height, numbered: false, unnamed: order.length - named.size };
  }
  const numbers = numberEvents(options.dataset, order);
  const inIndex = [...numbers.keys(), ...order.filter((i) => !numbers.has(i))];
  const room = height === undefined ? undefined : Math.floor(height * INDEX_SHARE);
  const index = layoutEventIndex({ ...options, order: inIndex, numbers, width, height: room, more: moreOf(options) });
  const mapHeight = height === undefined ? natural : Math.round(height - index.height - INDEX_GAP);
  const map = layoutFigureMap({ ...options, size: { width, height: mapHeight }, numbers });
  return {
    ...explained,
    marks: [map, { kind: 'group', role: 'index', translate: { x: 0, y: mapHeight + INDEX_GAP }, marks: index.marks }],
    height: height ?? Math.ceil(mapHeight + INDEX_GAP + index.height),
    used: mapHeight + INDEX_GAP + index.height,
    numbered: true,
    unnamed: order.length - index.listed,
  };
}

function timelineAlone(
  options: ContentOptions,
  order: readonly EventNumber[],
  width: number,
  height: number | undefined,
  isCrowded: boolean,
  isWide: boolean,
): Content {
  if (options.visible.datedCount > 0 && (isWide || isCrowded || options.size.wraps === true)) {
    const timeline = timelineIn(options, { width, height, isCrowded }, height);
    const unnamed = options.visible.datedCount - timeline.named.size;
    if (isCrowded || unnamed === 0) {
      return { ...timeline, used: timeline.height, unnamed, grounds: ['timeline'], numbered: false, hasLegend: false };
    }
  }
  const list = layoutEventList({ ...options, order, numbers: new Map(), width, height, more: moreOf(options) });
  return { ...list, used: list.height, grounds: ['list'], breaks: [], numbered: false, hasLegend: false, unnamed: order.length - list.listed };
}

/** A timeline across, wrapped over rows where the figure's size asks for it and time is long enough; no higher than `most` pixels. */
function timelineIn(options: ContentOptions, room: Pick<FigureTimelineOptions, 'width' | 'height' | 'isCrowded'>, most: number | undefined): FigureTimeline {
  const { height } = room;
  const wrapped = options.size.wraps === true && height !== undefined ? layoutWrappedTimeline({ ...options, ...room, height }) : undefined;
  return wrapped ?? layoutFigureTimeline({ ...options, ...room, most });
}

function tableAlone(options: ContentOptions, order: readonly EventNumber[], width: number, height: number | undefined): Content {
  const numbers = numberEvents(options.dataset, order);
  const table = layoutEventTable({ ...options, order, numbers, width, height, more: moreOf(options) });
  return { ...table, used: table.height, grounds: ['list'], breaks: [], numbered: true, hasLegend: false, unnamed: order.length - table.listed };
}

const COLUMN_GAP = 36;
/** A map beside a list takes this share of the width at least and at most: what the list's lines do not need. */
const MAP_SHARE = { least: 0.36, most: 0.48 } as const;
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
  // Where the column is higher than the map has use for, the legend fills what is left below it.
  const most = mostMapHeight(options, mapWidth);
  const hasLegend = tall - legend.height - LEGEND_GAP > most;
  const mapHeight = hasLegend ? most : tall;
  const map = layoutFigureMap({ ...options, size: { width: mapWidth, height: mapHeight }, numbers });
  return {
    ...explained,
    marks: [
      map,
      ...(hasLegend ? [{ kind: 'group', role: 'legend', translate: { x: 0, y: mapHeight + LEGEND_GAP }, marks: legend.marks } as const] : []),
      { kind: 'group', role: 'list', translate: { x, y: 0 }, marks: list.marks },
    ],
    height: tall,
    used: list.height,
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
    used: y + list.height,
    grounds: ['map', 'list'],
    breaks: [],
    numbered: true,
    hasLegend: false,
    unnamed: order.length - list.listed,
  };
}

/** A map over a timeline that gets less than this share of the height it has use for stands better beside it. */
const FLAT = 0.3;

function mapWithTimeline(options: ContentOptions, width: number, height: number | undefined): Content {
  if (height === undefined) return mapBesideTimeline(options, width, height);
  const { mapHeight } = stack(options, width, height, LEAST_CONTENT);
  return mapHeight < FLAT * mostMapHeight(options, width) ? mapBesideTimeline(options, width, height) : mapOverTimeline(options, width, height);
}

const CROWDED_MAP_SHARE = 0.5;

function mapBesideTimeline(options: ContentOptions, width: number, height: number | undefined): Content {
  const mapWidth = Math.round(width * CROWDED_MAP_SHARE);
  const x = mapWidth + COLUMN_GAP;
  const timeline = timelineIn(options, { width: width - x, height: height ?? Math.round(mapWidth * 0.8), isCrowded: true }, height);
  const size = { width: mapWidth, height: Math.min(timeline.height, mostMapHeight(options, mapWidth)) };
  const map = layoutFigureMap({ ...options, size, numbers: undefined });
  return {
    ...mapAndTimeline(options, timeline),
    marks: [map, { kind: 'group', role: 'timeline', translate: { x, y: 0 }, marks: timeline.marks }],
    height: timeline.height,
    used: timeline.height,
  };
}

/** A timeline below a map takes this share of the height; one in rows takes more. */
const TIMELINE_SHARE = 0.46;
const WRAPPED_SHARE = 0.62;
/** A map over a timeline has this share of the height at least, however many lanes there are. */
const LEAST_MAP_SHARE = 0.24;

/** A timeline below a map, and the height that is left for the map: so many pixels at least. */
function stack(options: ContentOptions, width: number, height: number | undefined, leastMap: number): { readonly timeline: FigureTimeline; readonly mapHeight: number } {
  const share = options.size.wraps === true ? WRAPPED_SHARE : TIMELINE_SHARE;
  const room = height === undefined ? undefined : Math.round(height * share);
  const most = height === undefined ? undefined : height - STACK_GAP - leastMap;
  const timeline = timelineIn(options, { width, height: room, isCrowded: true }, most);
  return { timeline, mapHeight: height === undefined ? Math.round(width * 0.6) : Math.max(leastMap, height - STACK_GAP - timeline.height) };
}

function mapOverTimeline(options: ContentOptions, width: number, height: number | undefined): Content {
  const { timeline, mapHeight } = stack(options, width, height, Math.max(LEAST_CONTENT, Math.round((height ?? 0) * LEAST_MAP_SHARE)));
  const map = layoutFigureMap({ ...options, size: { width, height: mapHeight }, numbers: undefined });
  const y = mapHeight + STACK_GAP;
  return {
    ...mapAndTimeline(options, timeline),
    marks: [map, { kind: 'group', role: 'timeline', translate: { x: 0, y }, marks: timeline.marks }],
    height: y + timeline.height,
    used: y + timeline.height,
  };
}

const mapAndTimeline = ({ visible }: ContentOptions, { breaks, named }: FigureTimeline): Explained => ({
  grounds: ['map', 'timeline'],
  breaks,
  numbered: false,
  hasLegend: false,
  unnamed: visible.datedCount - named.size,
});

const moreOf =
  ({ world: { messages, formats }, scope }: ContentOptions) =>
  (count: number): string =>
    (scope === 'view' ? figureMessagesOf(messages).moreInView : figureMessagesOf(messages).more)(count, formats.number(count));
