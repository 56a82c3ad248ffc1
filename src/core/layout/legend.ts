import { withAlpha } from '../base/colour.ts';
import { unreachable } from '../base/result.ts';
import type { Dataset } from '../model/dataset.ts';
import { STATUSES, type EventNumber, type PlaceKind, type Status, type TimelineEvent } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Font, Gradient, Mark } from '../scene/scene.ts';
import type { Precision } from '../time/edtf.ts';
import type { Break } from '../time/time-scale.ts';
import type { World } from './world.ts';

/** What a legend has to explain: the marks of a timeline, of a map, of a list in time order. */
export type LegendGround = 'timeline' | 'map' | 'list';

/** One thing that a picture shows and a reader may not know. */
export type LegendEntry =
  /** `category` is the position in the story's list. */
  | { readonly kind: 'category'; readonly category: number; readonly label: string }
  | { readonly kind: 'status'; readonly status: Status; readonly label: string }
  /** A soft bar over the span that an imprecise date may lie in. */
  | { readonly kind: 'soft'; readonly label: string }
  /** A dashed outline over days of which the event took one. */
  | { readonly kind: 'one-of'; readonly label: string }
  /** A country or region stands in for a place not known more closely. */
  | { readonly kind: 'hatch'; readonly label: string }
  | { readonly kind: 'near'; readonly label: string }
  | { readonly kind: 'area'; readonly label: string }
  | { readonly kind: 'route'; readonly label: string }
  /** Several events at one place. */
  | { readonly kind: 'gathered'; readonly label: string }
  /** An empty stretch of time left out. */
  | { readonly kind: 'gap'; readonly label: string }
  /** A stretch of time at a smaller scale. */
  | { readonly kind: 'squeezed'; readonly label: string };

export interface LegendOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly grounds: readonly LegendGround[];
  /** Breaks of the time line as drawn. */
  readonly breaks?: readonly Break[];
  /** Whether the map's discs carry the numbers of a list; a gathered place then needs no explanation. */
  readonly numbered?: boolean;
  readonly world: World;
}

/** Only what is on screen, in a fixed order: categories, statuses, then the marks of time and of place. */
export function legendEntries({ dataset, visible, grounds, breaks = [], numbered = false, world }: LegendOptions): readonly LegendEntry[] {
  const onMap = grounds.includes('map');
  const inTime = grounds.includes('timeline') || grounds.includes('list');
  const isLocated = (i: EventNumber): boolean => (dataset.placesOf[i] ?? []).length > 0;
  const shown = [
    ...visible.dated.filter((i) => inTime || isLocated(i)),
    ...visible.undated.filter((i) => grounds.includes('list') || (onMap && isLocated(i))),
  ];
  const events = shown.flatMap((i) => dataset.events[i] ?? []);
  const { legend } = world.messages.export;
  return [
    ...categoryEntries(dataset, shown),
    ...statusesOf(events).map((status): LegendEntry => ({ kind: 'status', status, label: legend.status[status] })),
    ...(grounds.includes('timeline') ? timeEntries(visible.dated.flatMap((i) => dataset.events[i] ?? []), breaks, world) : []),
    ...(onMap ? placeEntries(dataset, shown, numbered, world) : []),
  ];
}

/** The statuses that are present; none when all is confirmed, for a plain disc says nothing that is not expected. */
function statusesOf(events: readonly TimelineEvent[]): readonly Status[] {
  const present = STATUSES.filter((status) => events.some((event) => event.status === status));
  return present.length === 1 && present[0] === 'confirmed' ? [] : present;
}

function categoryEntries(dataset: Dataset, shown: readonly EventNumber[]): readonly LegendEntry[] {
  const present = new Set(shown.map((i) => dataset.columns.category[i]));
  return dataset.story.categories.flatMap(({ name }, category) => (present.has(category) ? { kind: 'category', category, label: name } : []));
}

function timeEntries(events: readonly TimelineEvent[], breaks: readonly Break[], { messages }: World): readonly LegendEntry[] {
  const { legend } = messages.export;
  const units = coarseUnits(events).map((unit) => legend.unit[unit]);
  const isSoft = units.length > 0 || events.some(({ when }) => when.edtf?.qualifier.approximate);
  return [
    ...(isSoft ? [{ kind: 'soft', label: units.length === 0 ? legend.approximate : legend.soft(units) } as const] : []),
    ...(events.some(({ when }) => when.edtf?.kind === 'set' && when.edtf.choice === 'one-of') ? [{ kind: 'one-of', label: legend.oneOf } as const] : []),
    ...(breaks.some(({ kind }) => kind === 'gap') ? [{ kind: 'gap', label: legend.gap } as const] : []),
    ...(breaks.some(({ kind }) => kind === 'squeezed') ? [{ kind: 'squeezed', label: legend.squeezed } as const] : []),
  ];
}

function placeEntries(dataset: Dataset, shown: readonly EventNumber[], numbered: boolean, { messages }: World): readonly LegendEntry[] {
  const { legend } = messages.export;
  const isShown = new Set(shown);
  const groups = dataset.places.flatMap(({ place, events }) => {
    const here = events.filter((i) => isShown.has(i)).length;
    return here === 0 ? [] : [{ kind: place.kind, here }];
  });
  const has = (kind: PlaceKind): boolean => groups.some((group) => group.kind === kind);
  const stand = standInLabel(has('country'), has('region'), legend.hatch);
  return [
    ...(stand === undefined ? [] : [{ kind: 'hatch', label: stand } as const]),
    ...(has('near') ? [{ kind: 'near', label: legend.near } as const] : []),
    ...(has('area') ? [{ kind: 'area', label: legend.area } as const] : []),
    ...(has('route') ? [{ kind: 'route', label: legend.route } as const] : []),
    ...(!numbered && groups.some(({ here }) => here > 1) ? [{ kind: 'gathered', label: legend.gathered } as const] : []),
  ];
}

function standInLabel(country: boolean, region: boolean, words: { readonly country: string; readonly region: string; readonly both: string }): string | undefined {
  if (country && region) return words.both;
  if (country) return words.country;
  return region ? words.region : undefined;
}

type CoarseUnit = 'month' | 'season' | 'year' | 'decade' | 'century' | 'older';
const COARSE_UNITS: readonly CoarseUnit[] = ['month', 'season', 'year', 'decade', 'century', 'older'];

/** The unit that a legend names for a precision; `undefined` when an event so dated is drawn as a point. */
function coarseUnitOf(precision: Precision): CoarseUnit | undefined {
  switch (precision) {
    case 'millisecond':
    case 'second':
    case 'minute':
    case 'hour':
    case 'day':
      return undefined;
    case 'month':
    case 'season':
    case 'year':
    case 'decade':
    case 'century':
      return precision;
    case 'millennium':
    case 'ten-millennia':
    case 'hundred-millennia':
    case 'million-years':
    case 'deep':
      return 'older';
    default:
      return unreachable(precision);
  }
}

function coarseUnits(events: readonly TimelineEvent[]): readonly CoarseUnit[] {
  const present = new Set(events.map(({ when }) => (when.edtf === undefined ? undefined : coarseUnitOf(when.edtf.precision))));
  return COARSE_UNITS.filter((unit) => present.has(unit));
}

const LABEL: Font = { family: 'sans', size: 12.5, weight: 400 };
const LINE_HEIGHT = 24;
const SAMPLE_GAP = 7;
const ENTRY_GAP = 22;
/** Categories, statuses and the other marks are three sentences: a wider space parts them. */
const GROUP_GAP = 42;

/** A legend as marks from (0, 0) downwards, and how much height its lines take in pixels. */
export interface LegendLayout {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** Sets the entries in as many lines as the width in pixels asks for; what belongs together stays on one line if it can. */
export function layoutLegend(entries: readonly LegendEntry[], width: number, world: World): LegendLayout {
  const marks: Mark[] = [];
  let x = 0;
  let line = 0;
  for (const group of groupsOf(entries)) {
    const widths = group.map((entry) => sampleWidth(entry) + SAMPLE_GAP + world.measure(entry.label, LABEL));
    const groupWidth = widths.reduce((sum, entryWidth) => sum + entryWidth + ENTRY_GAP, -ENTRY_GAP);
    if (x > 0) x += GROUP_GAP - ENTRY_GAP;
    if (x > 0 && x + groupWidth > width) [x, line] = [0, line + 1];
    for (const [position, entry] of group.entries()) {
      const entryWidth = widths[position] ?? 0;
      if (x > 0 && x + entryWidth > width) [x, line] = [0, line + 1];
      marks.push(...entryMarks(entry, x, (line + 0.5) * LINE_HEIGHT, world));
      x += entryWidth + ENTRY_GAP;
    }
  }
  return { marks, height: entries.length === 0 ? 0 : (line + 1) * LINE_HEIGHT };
}

function groupsOf(entries: readonly LegendEntry[]): readonly (readonly LegendEntry[])[] {
  const groupOf = ({ kind }: LegendEntry): 'category' | 'status' | 'mark' => (kind === 'category' || kind === 'status' ? kind : 'mark');
  return (['category', 'status', 'mark'] as const).map((group) => entries.filter((entry) => groupOf(entry) === group)).filter(({ length }) => length > 0);
}

function entryMarks(entry: LegendEntry, x: number, y: number, world: World): readonly Mark[] {
  return [
    ...sampleMarks(entry, x, y, world),
    {
      kind: 'text',
      role: 'legend',
      x: x + sampleWidth(entry) + SAMPLE_GAP,
      y: y + LABEL.size * 0.36,
      text: entry.label,
      font: LABEL,
      fill: world.palette.ink,
      anchor: 'start',
    },
  ];
}

/** Width of the sample in pixels: signs are narrow, stretches of time and place are not. */
function sampleWidth({ kind }: LegendEntry): number {
  switch (kind) {
    case 'category':
      return 12;
    case 'status':
    case 'gathered':
      return 14;
    case 'gap':
      return 16;
    case 'near':
    case 'area':
    case 'hatch':
      return 20;
    case 'soft':
    case 'one-of':
    case 'route':
    case 'squeezed':
      return 28;
    default:
      return unreachable(kind);
  }
}

function sampleMarks(entry: LegendEntry, x: number, y: number, { palette }: World): readonly Mark[] {
  const width = sampleWidth(entry);
  const middle = x + width / 2;
  const neutral = palette.second;
  switch (entry.kind) {
    case 'category':
      return [{ kind: 'glyph', shape: entry.category, x: middle, y, radius: 5.5, fill: categoryColour(palette, entry.category) }];
    case 'status':
      return [{ kind: 'symbol', symbol: entry.status, x: middle, y, radius: 6.5, colour: neutral, ground: palette.paper }];
    case 'soft':
      return [{ kind: 'rect', x, y: y - 5, width, height: 10, radius: 5, fill: softFill(neutral) }];
    case 'one-of':
      return [{ kind: 'rect', x, y: y - 6, width, height: 12, radius: 6, stroke: { colour: neutral, width: 1.25, dash: [3, 2] } }];
    case 'hatch':
      return hatchSample(x, y, width, neutral);
    case 'near':
      return [
        { kind: 'circle', x: middle, y, radius: 9, fill: withAlpha(neutral, 0.18) },
        { kind: 'circle', x: middle, y, radius: 2.5, fill: neutral },
      ];
    case 'area':
      return [
        { kind: 'rect', x, y: y - 6, width, height: 12, radius: 5, fill: withAlpha(neutral, 0.18), stroke: { colour: neutral, width: 1, dash: [1.5, 2] } },
      ];
    case 'route':
      return [{ kind: 'line', x1: x, y1: y, x2: x + width, y2: y, stroke: { colour: neutral, width: 2 } }];
    case 'gathered':
      return [
        { kind: 'circle', x: middle, y, radius: 6.25, fill: palette.paper, stroke: { colour: neutral, width: 1.75 } },
        {
          kind: 'text',
          x: middle,
          y: y + 3,
          text: '2',
          font: { family: 'sans', size: 8, weight: 700 },
          fill: palette.ink,
          anchor: 'middle',
        },
      ];
    case 'gap':
      return [tornEdge(x + 4, y, neutral), tornEdge(x + width - 4, y, neutral)];
    case 'squeezed':
      return [
        { kind: 'line', x1: x, y1: y, x2: x + width, y2: y, stroke: { colour: neutral, width: 1 } },
        ...[0, 4, 8, 12, 28].map(
          (dx): Mark => ({ kind: 'line', x1: x + dx, y1: y - 4, x2: x + dx, y2: y + 4, stroke: { colour: neutral, width: 1 } }),
        ),
      ];
    default:
      return unreachable(entry);
  }
}

const softFill = (colour: string): Gradient => ({
  kind: 'gradient',
  direction: 'across',
  stops: [
    { offset: 0, colour: withAlpha(colour, 0.08) },
    { offset: 0.25, colour: withAlpha(colour, 0.4) },
    { offset: 0.75, colour: withAlpha(colour, 0.4) },
    { offset: 1, colour: withAlpha(colour, 0.08) },
  ],
});

function hatchSample(x: number, y: number, width: number, colour: string): readonly Mark[] {
  const box = { x, y: y - 6, width, height: 12 };
  const strokes = [-8, -2, 4, 10, 16].map(
    (dx): Mark => ({ kind: 'line', x1: x + dx, y1: y + 6, x2: x + dx + 12, y2: y - 6, stroke: { colour: withAlpha(colour, 0.6), width: 1 } }),
  );
  return [
    { kind: 'group', marks: strokes, clip: box },
    { kind: 'rect', ...box, radius: 2, stroke: { colour, width: 1, dash: [3, 2] } },
  ];
}

/** A short wave from top to bottom, like the edge of torn paper. */
function tornEdge(x: number, y: number, colour: string): Mark {
  const ring = Array.from({ length: 13 }, (_, step) => [x + 1.5 * Math.sin((step / 12) * 2 * Math.PI), y - 7 + (step / 12) * 14]).flat();
  return { kind: 'path', rings: [ring], closed: false, stroke: { colour, width: 1 } };
}
