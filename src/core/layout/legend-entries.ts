import { unreachable } from '../base/result.ts';
import { NO_CATEGORY, type Dating } from '../model/dataset.ts';
import { STATUSES, type PlaceKind, type Status } from '../model/event.ts';
import { categoryAt } from '../model/rows.ts';
import { passesIn, type Visible } from '../query/visible.ts';
import type { Precision } from '../time/edtf.ts';
import type { Break } from '../time/time-scale.ts';
import { SIGN_COUNTS, signsIn, type Signs } from './legend-signs.ts';
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
  readonly visible: Visible;
  readonly grounds: readonly LegendGround[];
  /** Breaks of the time line as drawn. */
  readonly breaks?: readonly Break[];
  /** Whether the map's discs carry the numbers of a list; a gathered place then needs no explanation. */
  readonly numbered?: boolean;
  readonly world: World;
}

/** Only what is on screen, in a fixed order: categories, then the entries of `legendSigns`. Walks the events: for pictures. */
export function legendEntries(options: LegendOptions): readonly LegendEntry[] {
  const { visible, numbered = false, grounds, world } = options;
  const gathered: LegendEntry = { kind: 'gathered', label: world.messages.legend.gathered };
  return [
    ...categoryEntries(visible, grounds),
    ...legendSigns(options),
    ...(!numbered && grounds.includes('map') && hasGathered(visible) ? [gathered] : []),
  ];
}

/** What signs mean that are on screen, in a fixed order: statuses, then the marks of time and of place. At the cost of a glance at what is counted. */
export function legendSigns({ visible, grounds, breaks = [], world }: LegendOptions): readonly LegendEntry[] {
  const present = signsIn(visible.dataset, visible.counted(SIGN_COUNTS));
  const shown = present.filter((signs) => isShown(signs.dating !== undefined, signs.kinds.length > 0, grounds));
  const { legend } = world.messages;
  return [
    ...statusesOf(shown).map((status): LegendEntry => ({ kind: 'status', status, label: legend.status[status] })),
    ...(grounds.includes('timeline') ? timeEntries(present.flatMap(({ dating }) => dating ?? []), breaks, world) : []),
    ...(grounds.includes('map') ? placeEntries(new Set(shown.flatMap(({ kinds }) => kinds)), world) : []),
  ];
}

/** A timeline and a list show what is dated, a list the undated too, a map what has a place. */
const isShown = (isDated: boolean, isLocated: boolean, grounds: readonly LegendGround[]): boolean =>
  (isDated && grounds.includes('timeline')) || grounds.includes('list') || (isLocated && grounds.includes('map'));

/** The statuses that are present; none when all is confirmed, for a plain disc says nothing that is not expected. */
function statusesOf(shown: readonly Signs[]): readonly Status[] {
  const present = STATUSES.filter((status) => shown.some((signs) => signs.status === status));
  return present.length === 1 && present[0] === 'confirmed' ? [] : present;
}

function categoryEntries(visible: Visible, grounds: readonly LegendGround[]): readonly LegendEntry[] {
  const present = categoriesIn(visible, grounds);
  const { categories } = visible.dataset.story;
  return categories.slice(0, NO_CATEGORY).flatMap(({ name }, category) => (present.has(category) ? { kind: 'category', category, label: name } : []));
}

/** By what passes and the grounds: the categories of the events that are shown. */
const presentIn = new WeakMap<Visible, Map<string, ReadonlySet<number>>>();

function categoriesIn(visible: Visible, grounds: readonly LegendGround[]): ReadonlySet<number> {
  const known = presentIn.get(visible) ?? new Map<string, ReadonlySet<number>>();
  const key = grounds.join(' ');
  const same = known.get(key);
  if (same !== undefined) return same;
  const { dataset } = visible;
  const { columns: { placeStart }, story: { categories }, size, dated } = dataset;
  const present = new Set<number>();
  for (let i = 0; i < size && present.size <= categories.length; i += 1) {
    if (passesIn(visible, i) && isShown(i < dated, placeStart[i] !== placeStart[i + 1], grounds)) present.add(categoryAt(dataset, i));
  }
  presentIn.set(visible, known.set(key, present));
  return present;
}

/** Whether two events that pass are at one place. */
function hasGathered(visible: Visible): boolean {
  const { dataset } = visible;
  const { eventStart, events, size } = dataset.places;
  for (let p = 0; p < size; p += 1) {
    const end = eventStart[p + 1] ?? 0;
    let here = 0;
    for (let k = eventStart[p] ?? end; k < end; k += 1) if (passesIn(visible, events[k] ?? 0) && (here += 1) > 1) return true;
  }
  return false;
}

function timeEntries(datings: readonly Dating[], breaks: readonly Break[], { messages }: World): readonly LegendEntry[] {
  const { legend } = messages;
  const units = coarseUnits(datings).map((unit) => legend.unit[unit]);
  const isSoft = units.length > 0 || datings.some(({ approximate }) => approximate);
  return [
    ...(isSoft ? [{ kind: 'soft', label: units.length === 0 ? legend.approximate : legend.soft(units) } as const] : []),
    ...(datings.some(({ oneOf }) => oneOf) ? [{ kind: 'one-of', label: legend.oneOf } as const] : []),
    ...(breaks.some(({ kind }) => kind === 'gap') ? [{ kind: 'gap', label: legend.gap } as const] : []),
    ...(breaks.some(({ kind }) => kind === 'squeezed') ? [{ kind: 'squeezed', label: legend.squeezed } as const] : []),
  ];
}

function placeEntries(kinds: ReadonlySet<PlaceKind>, { messages }: World): readonly LegendEntry[] {
  const { legend } = messages;
  const stand = standInLabel(kinds.has('country'), kinds.has('region'), legend.hatch);
  return [
    ...(stand === undefined ? [] : [{ kind: 'hatch', label: stand } as const]),
    ...(kinds.has('near') ? [{ kind: 'near', label: legend.near } as const] : []),
    ...(kinds.has('area') ? [{ kind: 'area', label: legend.area } as const] : []),
    ...(kinds.has('route') ? [{ kind: 'route', label: legend.route } as const] : []),
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

function coarseUnits(datings: readonly Dating[]): readonly CoarseUnit[] {
  const present = new Set(datings.map(({ precision }) => coarseUnitOf(precision)));
  return COARSE_UNITS.filter((unit) => present.has(unit));
}
