import { FIXED_WORLD } from '../geo/fixed.ts';
import { nearestCopy, type MapProjection } from '../geo/mercator.ts';
import { NO_CATEGORY, type Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { FEW_PLACES } from '../model/place-order.ts';
import { placesOfRow, rowsOfPlace } from '../model/rows.ts';
import { passesIn, type Visible } from '../query/visible.ts';
import { cellCounts, windowOver, WITNESSES, type CellTally } from './map-cells.ts';
import { joinNeighbours, reachOfCells, reachOfPlaces, signRadius, type Joined, type Standing } from './map-joining.ts';
import { placeKeyAt, placeNameAt } from './map-place-names.ts';
import { categoryCodes, categoryOfCode, placeTally, wanderersOf, type Tally } from './map-tally.ts';

export { SYMBOL_RADIUS } from './map-joining.ts';

/** One sign on the map: a place, or several that lie too close together to be told apart at this zoom. */
export interface MapSpot {
  /** The place's key; of several places, one made of the first one's. */
  readonly key: string;
  /** Visible events that happened here, each counted once. */
  readonly count: number;
  /** How many of them each category has: positions in the story ascending, `NO_CATEGORY` last. */
  readonly categories: readonly (readonly [category: number, count: number])[];
  /** The event, where there is only one. */
  readonly only: EventNumber | undefined;
  /** Whether several places or cells are gathered here. */
  readonly isGathered: boolean;
  readonly x: number;
  readonly y: number;
  /** Outer radius of its sign in pixels. */
  readonly radius: number;
  /** What is gathered here, for `Gathering`. */
  readonly sites: readonly Site[];
}

/** A place, or a cell of the grid, with visible events. */
export interface Site extends Standing {
  /** Its position in the tally. */
  readonly site: number;
  /** The place; `undefined` for a cell. */
  readonly place: number | undefined;
}

/** What the places of a sign are called, each name once, that of the leading place first. */
export interface SpotNames {
  readonly names: readonly string[];
  /** Whether the names are those of all of its places, and not of some of very many. */
  readonly areAll: boolean;
}

/** All signs of a map, and what is under them. */
export interface Gathering {
  readonly dataset: Dataset;
  readonly spots: readonly MapSpot[];
  /** Counts by site. */
  readonly tally: Tally;
  /** The counts in the cells of a grid, where places are too many to be counted one by one. */
  readonly cells: CellTally | undefined;
  /** The sign of a place that has visible events. */
  readonly spotOfPlace: (place: number) => MapSpot | undefined;
  /** Up to so many places of a sign that have visible events, those that lead first. */
  readonly placesOf: (spot: MapSpot, limit: number) => readonly number[];
  /** Up to so many visible events of a sign, in time order, each once. */
  readonly eventsOf: (spot: MapSpot, limit: number) => readonly EventNumber[];
  /** The event that a sign is first thought of by: its only one, or of a place's the first. `undefined` for a cell of several. */
  readonly firstOf: (spot: MapSpot) => EventNumber | undefined;
  readonly namesOf: (spot: MapSpot) => SpotNames;
}

/** The places with visible events, gathered into signs. Which places share one depends on zoom and filter, not on where the map is. */
export function gatherSpots(visible: Visible, projection: MapProjection): Gathering {
  const { dataset } = visible;
  const isFew = dataset.places.size <= FEW_PLACES;
  const counts = isFew ? undefined : visible.counted(cellCounts);
  const cells = counts?.over(windowOver(projection));
  const tally = cells ?? visible.counted(placeTally);
  const sites = cells === undefined ? placeSites(dataset, tally, projection) : cellSites(dataset, cells, counts?.outlined ?? [], projection);
  const siteOf = (place: number): number => (cells === undefined ? place : cells.siteOf(place));
  const joined = joinNeighbours(sites, cells === undefined ? reachOfPlaces : reachOfCells);
  const bySite = new Map<number, number>();
  joined.forEach(({ members }, k) => members.forEach(({ site }) => bySite.set(site, k)));
  const doubles = doubleCounts(visible, (site) => bySite.get(site), siteOf);
  const spots = joined.map((group, k) => spotOf(group, dataset, tally, cells, projection, doubles.get(k) ?? []));
  const spotOfPlace = (place: number): MapSpot | undefined => spots[bySite.get(siteOf(place)) ?? -1];

  const placesOf = (spot: MapSpot, limit: number): readonly number[] => {
    const found: number[] = [];
    if (isFew) {
      for (const { place } of spot.sites.slice(0, limit)) if (place !== undefined) found.push(place);
      return found;
    }
    if (spot.only !== undefined) return Array.from(placesOfRow(dataset, spot.only)).filter((p) => spotOfPlace(p) === spot).slice(0, limit);
    if (cells === undefined) return found;
    return cells.placesOf(spot.sites.map(({ site }) => site), limit, (p) => rowsOfPlace(dataset, p).some((i) => passesIn(visible, i)));
  };
  const eventsOf = (spot: MapSpot, limit: number): readonly EventNumber[] => {
    if (spot.only !== undefined) return limit > 0 ? [spot.only] : [];
    const rows: EventNumber[] = [];
    for (const p of placesOf(spot, Infinity)) {
      let taken = 0;
      for (const i of rowsOfPlace(dataset, p)) {
        if (taken >= limit) break;
        if (!passesIn(visible, i)) continue;
        rows.push(i);
        taken += 1;
      }
    }
    rows.sort((a, b) => a - b);
    return rows.filter((i, k) => i !== rows[k - 1]).slice(0, limit);
  };
  const firstOf = (spot: MapSpot): EventNumber | undefined => spot.only ?? (isFew ? eventsOf(spot, 1)[0] : undefined);
  const namesOf = (spot: MapSpot): SpotNames => {
    const isWhole = cells === undefined || spot.only !== undefined;
    const places = isWhole ? placesOf(spot, Infinity) : placesNear(visible, cells, spot, spotOfPlace);
    return { names: byFrequency((places.length > 0 ? places : placesOf(spot, 1)).map((p) => placeNameAt(dataset, p)), !isWhole), areAll: isWhole };
  };
  return { dataset, spots, tally, cells, spotOfPlace, placesOf, eventsOf, firstOf, namesOf };
}

/** So many places of a sign are asked for their names where places are very many. */
const MOST_ASKED = 12;

/** Some places of a sign's cells with visible events, as far as any is kept in mind. */
function placesNear(visible: Visible, { witnesses }: CellTally, spot: MapSpot, spotOfPlace: (place: number) => MapSpot | undefined): readonly number[] {
  const places: number[] = [];
  for (const { site } of spot.sites) {
    for (let k = site * WITNESSES; k < (site + 1) * WITNESSES && places.length < MOST_ASKED; k += 1) {
      const row = (witnesses[k] as number) - 1;
      if (row < 0 || !passesIn(visible, row)) continue;
      const place = placesOfRow(visible.dataset, row).find((p) => spotOfPlace(p) === spot);
      if (place !== undefined) places.push(place);
    }
  }
  return places;
}

/** Each name once: as they come, or the most frequent first. */
function byFrequency(names: readonly string[], isSample: boolean): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const each = [...counts.keys()];
  return isSample ? each.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)) : each;
}

/** The category position that all events of a sign share, or `NO_CATEGORY` when they differ or have none. */
export const sharedCategory = ({ categories }: Pick<MapSpot, 'categories'>): number =>
  categories.length === 1 ? (categories[0]?.[0] ?? NO_CATEGORY) : NO_CATEGORY;

/** The same for the events of one site. */
export const categoryOfSite = (site: Site, { dataset, tally }: Gathering): number => sharedCategory({ categories: categoriesOf([site], dataset, tally, []) });

const orders = new WeakMap<Dataset['places'], Uint32Array>();

/** Places by how many events they have, most first, then as the file names them. Filters do not change who leads. */
function placesInOrder({ places }: Dataset): Uint32Array {
  const known = orders.get(places);
  if (known !== undefined) return known;
  const countOf = (p: number): number => (places.eventStart[p + 1] ?? 0) - (places.eventStart[p] ?? 0);
  const order = Uint32Array.from({ length: places.size }, (_, p) => p).sort((a, b) => countOf(b) - countOf(a) || a - b);
  orders.set(places, order);
  return order;
}

function placeSites(dataset: Dataset, { totals }: Tally, { scale }: MapProjection): Site[] {
  const { x, y } = dataset.places;
  const step = scale / FIXED_WORLD;
  const sites: Site[] = [];
  for (const place of placesInOrder(dataset)) {
    const count = totals[place] as number;
    if (count > 0) sites.push({ site: place, place, count, worldX: (x[place] as number) * step, worldY: (y[place] as number) * step });
  }
  return sites;
}

/** The occupied cells, each at the middle of its events, and the places with an outline; those with many more events than others first. */
function cellSites(dataset: Dataset, { totals, xSums, ySums, window }: CellTally, outlined: readonly number[], { scale }: MapProjection): Site[] {
  const step = scale / FIXED_WORLD;
  const sites: Site[] = [];
  for (let site = 0; site < xSums.length; site += 1) {
    const count = totals[site] as number;
    if (count > 0) sites.push({ site, place: undefined, count, worldX: ((xSums[site] as number) / count) * step, worldY: ((ySums[site] as number) / count) * step });
  }
  outlined.forEach((place, k) => {
    const site = xSums.length + k;
    const count = totals[site] as number;
    if (count > 0) sites.push({ site, place, count, worldX: (dataset.places.x[place] as number) * step, worldY: (dataset.places.y[place] as number) * step });
  });
  // By half powers of two, so that a filter that lets one event more pass hardly ever changes who leads.
  return sites
    .map((site) => [scatterOf(site.site, window) - Math.floor(2 * Math.log2(site.count)) * 2 ** 32, site] as const)
    .sort(([a], [b]) => a - b)
    .map(([, site]) => site);
}

/**
 * An order of cells in which neighbours stand far apart, the same wherever the window lies: in the order of the grid those that lead would
 * stand in rows. Multiplicative hashing by D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4.
 */
const scatterOf = (site: number, { level, column, row, columns }: CellTally['window']): number =>
  Math.imul(Math.imul((column + (site % columns)) & (2 ** level - 1), 0x9e3779b1) ^ (row + Math.floor(site / columns)), 0x85ebca6b) >>> 0;

/**
 * By sign, the events that its sites count more than once because they happened at several of them: each as often as it is to be taken off.
 */
function doubleCounts(visible: Visible, signOf: (site: number) => number | undefined, siteOf: (place: number) => number): ReadonlyMap<number, EventNumber[]> {
  const doubles = new Map<number, EventNumber[]>();
  for (const i of wanderersOf(visible.dataset).rows) {
    if (!passesIn(visible, i)) continue;
    const sites = [...new Set(Array.from(placesOfRow(visible.dataset, i), siteOf))];
    const signs = sites.map(signOf);
    signs.forEach((sign, k) => {
      if (sign === undefined || signs.indexOf(sign) === k) return;
      const rows = doubles.get(sign);
      if (rows === undefined) doubles.set(sign, [i]);
      else rows.push(i);
    });
  }
  return doubles;
}

function spotOf(
  { leader, members, count: mentions }: Joined<Site>, dataset: Dataset, tally: Tally, cells: CellTally | undefined, projection: MapProjection, doubles: readonly EventNumber[],
): MapSpot {
  const count = mentions - doubles.length;
  const single = members.length === 1;
  const key = leader.place === undefined ? cellKey(leader.site, cells?.window) : placeKeyAt(dataset, leader.place);
  const { scale, left, top } = projection;
  return {
    key: single ? key : `several:${key}`,
    count,
    categories: categoriesOf(members, dataset, tally, doubles),
    only: count === 1 ? members.reduce((sum, { site }) => sum + (tally.rowSums[site] as number), 0) / mentions : undefined,
    isGathered: !single,
    x: round(leader.worldX + nearestCopy(projection, leader.worldX / scale) * scale - left),
    y: round(leader.worldY - top),
    radius: signRadius(count),
    sites: members,
  };
}

/** Names a cell by where it is in the whole grid. */
const cellKey = (site: number, window: CellTally['window'] | undefined): string =>
  window === undefined ? `cell ${site}` : `cell ${window.level} ${(window.column + (site % window.columns)) & (2 ** window.level - 1)} ${window.row + Math.floor(site / window.columns)}`;

/** The events of sites by category. */
function categoriesOf(members: readonly Site[], dataset: Dataset, { counts, width }: Tally, doubles: readonly EventNumber[]): MapSpot['categories'] {
  const sums = Array.from({ length: width }, () => 0);
  for (const { site } of members) for (let code = 0; code < width; code += 1) sums[code] = (sums[code] as number) + (counts[site * width + code] as number);
  for (const i of doubles) {
    const { sets, codeOfSet } = categoryCodes(dataset);
    const code = codeOfSet[sets[i] as number] as number;
    sums[code] = (sums[code] as number) - 1;
  }
  return sums.flatMap((count, code) => (count > 0 ? [[categoryOfCode(code, width), count] as const] : []));
}

const round = (value: number): number => Math.round(value * 10) / 10;
