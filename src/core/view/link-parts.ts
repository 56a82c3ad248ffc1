import { clamp } from '../base/geometry.ts';
import type { Bounds } from '../geo/coordinates.ts';
import { FACET_IDS } from '../query/facets.ts';
import { clocksOf } from '../time/zone.ts';
import { INITIAL_VIEW, LANE_HEIGHTS, type LaneView, type ViewState } from './view-state.ts';

/** The text of a member's value with every sign escaped that separates. Half a surrogate pair has no spelling in an address. */
const escapedWhole = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

/** Text for a member's value. The signs that make dates and names hard to read when escaped have no meaning there, and stay. */
export const escaped = (text: string): string => escapedEntry(text).replaceAll('%2C', ',');

/** The same for an entry of a list, where the comma separates. */
export const escapedEntry = (text: string): string => escapedWhole(text).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%40', '@');

/** The text of a member's value; `undefined` when it is cut short or not there. */
export function unescaped(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A list as a member's value; `undefined` for an empty one. */
export const writeList = (entries: readonly string[], write: (entry: string) => string = escapedEntry): string | undefined =>
  entries.length === 0 ? undefined : entries.map(write).join(',');

/** The list that a value stands for, each entry once; entries that cannot be read are left out. */
export const readList = (value: string | undefined, read: (entry: string) => string | undefined = unescaped): readonly string[] =>
  value === undefined ? [] : [...new Set(value.split(',').flatMap((entry) => read(entry) ?? []))];

/** The value of a closed set that a text names. */
export const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined => values.find((known) => known === value);

/** A plain decimal number. */
export const readNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,16}(\.\d{1,16})?$/.test(value) ? Number(value) : undefined;

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

/** Decimals of a degree in a link: about a metre. */
export const DEGREE_DECIMALS = 5;

/** The part of the map that filters: `view`, or a box as west, south, east and north. */
export const writeArea = (area: ViewState['area']): string | undefined =>
  area === undefined || area === 'view'
    ? area
    : [area.west, area.south, area.east, area.north].map((degrees) => rounded(degrees, DEGREE_DECIMALS)).join(',');

export function readArea(value: string | undefined): ViewState['area'] {
  if (value === 'view') return 'view';
  const [west, south, east, north, ...rest] = (value ?? '').split(',').map(readNumber);
  if (west === undefined || south === undefined || east === undefined || north === undefined || rest.length > 0) return undefined;
  const box: Bounds = { west, south, east, north };
  const isOnEarth = [west, east].every((lng) => Math.abs(lng) <= 540) && [south, north].every((lat) => Math.abs(lat) <= 90);
  return isOnEarth && south <= north ? box : undefined;
}

/** Between the two keys of a lane within a lane. */
const NESTED = '\n';

/** The key of a lane: `military`, and `military/planned` for a lane within that one. */
const writeLane = (key: string): string => key.split(NESTED).map(escapedWhole).join('/');

function readLane(entry: string): string | undefined {
  const parts = entry.split('/').map(unescaped);
  return parts.every((part) => part !== undefined) ? parts.join(NESTED) : undefined;
}

/** The members of a link that tell how the timeline is cut into lanes. */
export function laneMembers({ by, folded, order, heights }: LaneView): readonly (readonly [key: string, value: string | undefined])[] {
  const isFirst = by.join() === INITIAL_VIEW.lanes.by.join();
  return [
    ['lanes', isFirst ? undefined : by.join(',')],
    ['fold', writeList(folded, writeLane)],
    ['order', writeList(order, writeLane)],
    ['height', heights.length === 0 ? undefined : heights.map(([key, height]) => `${writeLane(key)}:${Math.round(height)}`).join(',')],
  ];
}

/** The lanes that the members of a link stand for. */
export function readLanes(member: (key: string) => string | undefined): LaneView {
  return {
    by: readFacets(member('lanes')),
    folded: readList(member('fold'), readLane),
    order: readList(member('order'), readLane),
    heights: readHeights(member('height')),
  };
}

function readFacets(value: string | undefined): LaneView['by'] {
  const [first, second, ...rest] = (value ?? '').split(',').map((id) => oneOf(FACET_IDS, id));
  if (first === undefined || rest.length > 0) return INITIAL_VIEW.lanes.by;
  return second === undefined || second === first ? [first] : [first, second];
}

function readHeights(value: string | undefined): LaneView['heights'] {
  const heights = new Map<string, number>();
  for (const entry of value === undefined ? [] : value.split(',')) {
    const [lane = '', text, ...rest] = entry.split(':');
    const [key, height] = [readLane(lane), readNumber(text)];
    if (key === undefined || height === undefined || rest.length > 0 || heights.has(key)) continue;
    heights.set(key, clamp(Math.round(height), LANE_HEIGHTS.least, LANE_HEIGHTS.most));
  }
  return [...heights];
}

/** A zone that there are clocks for. */
export const readZone = (value: string | undefined): string => {
  const zone = unescaped(value);
  return zone !== undefined && clocksOf(zone) !== undefined ? zone : INITIAL_VIEW.zone;
};
