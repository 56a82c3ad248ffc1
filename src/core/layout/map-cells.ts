import { clamp } from '../base/geometry.ts';
import type { MapProjection } from '../geo/mercator.ts';
import type { Dataset } from '../model/dataset.ts';
import { BLOCK_SIZE, placeBlocks } from '../model/place-order.ts';
import { LOCATED_KINDS } from '../model/place.ts';
import type { CountingKind } from '../query/visible.ts';
import { categoryCodes, type Tally } from './map-tally.ts';

/** A part of the grid of `2 ** level` by `2 ** level` square cells that covers the world; columns go on past the antimeridian. */
export interface CellWindow {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** What is counted in the cells of a window, row by row from its north-western one, and after them at the places with an outline. */
export interface CellTally extends Tally {
  readonly window: CellWindow;
  /** Sums of the positions of the events by cell, in steps of `FIXED_WORLD`. */
  readonly xSums: Float64Array;
  readonly ySums: Float64Array;
  /** Events by small cell: each cell is cut into `FINE` by `FINE`. */
  readonly fine: Uint32Array;
  /** Some events by site, `WITNESSES` entries of row + 1 each, which passed when they were counted and may have ceased to; 0 for none. */
  readonly witnesses: Uint32Array;
}

/** Counts in the cells of whatever window was asked for last. */
export interface CellCounts {
  /** The places with an outline, which are counted by themselves: a country is no point in a cell. */
  readonly outlined: readonly number[];
  /** Counts anew when the window is not the one before. */
  readonly over: (window: CellWindow) => CellTally;
  /** The site of a place in a tally; −1 outside of its window. */
  readonly siteOf: (tally: CellTally, place: number) => number;
  /** Up to so many places of sites of a tally, those for which `passes` holds. */
  readonly placesOf: (tally: CellTally, sites: readonly number[], limit: number, passes: (place: number) => boolean) => readonly number[];
}

/** So many events at most are kept in mind for each site, to name it by. */
export const WITNESSES = 4;

/** Small cells along the side of a cell. */
export const FINE = 8;
const FINE_LEVELS = 3;

/** More places with an outline than this are counted in cells like the others. */
const MOST_OUTLINED = 1000;

/** Windows begin and end at whole blocks of so many cells, so that a small move leaves them as they are. */
const BLOCK = 8;

/** The side of a cell is `CELL` pixels or up to twice as many. */
const CELL = 32;
/** Levels within the reach of whole numbers of 32 bits, the small cells included. */
const LEVELS = { least: 1, most: 24 } as const;

/** The cells over a picture and half of it beyond each edge, of the level that suits its scale. */
export function windowOver({ scale, left, top, size }: MapProjection): CellWindow {
  const level = clamp(Math.floor(Math.log2(scale / CELL) + 1e-9), LEVELS.least, LEVELS.most);
  const side = scale / 2 ** level;
  const blockOf = (pixel: number): number => Math.floor(pixel / side / BLOCK) * BLOCK;
  const column = blockOf(left - size.width / 2);
  const row = Math.max(blockOf(top - size.height / 2), 0);
  const columns = blockOf(left + 1.5 * size.width) + BLOCK - column;
  const rows = blockOf(top + 1.5 * size.height) + BLOCK - row;
  const across = 2 ** level;
  return columns >= across
    ? { level, column: 0, row, columns: across, rows: clamp(rows, 1, across - row) }
    : { level, column, row, columns, rows: clamp(rows, 1, across - row) };
}

const OUTLINED_KINDS = new Set(['area', 'country', 'region', 'route'].map((kind) => LOCATED_KINDS.findIndex((known) => known === kind)));

/** Whether a place is more than a point or a disc around one. */
export const isOutlined = ({ places: { kind } }: Dataset, place: number): boolean => OUTLINED_KINDS.has(kind[place] as number);

function outlinedPlaces({ places: { kind, size } }: Dataset): readonly number[] {
  const outlined: number[] = [];
  for (let p = 0; p < size && outlined.length < MOST_OUTLINED; p += 1) if (OUTLINED_KINDS.has(kind[p] as number)) outlined.push(p);
  return outlined;
}

/** Goes through the places of a window, and some more beside it, in their order. */
function forPlacesNear({ places }: Dataset, { level, column, row, columns, rows }: CellWindow, visit: (p: number) => void): void {
  const { count, x0, x1, y0, y1 } = placeBlocks(places);
  const shift = 32 - level;
  const mask = 2 ** level - 1;
  for (let block = 0; block < count; block += 1) {
    const [top, bottom] = [((y0[block] as number) >>> shift) - row, ((y1[block] as number) >>> shift) - row];
    if (bottom < 0 || top >= rows) continue;
    const left = (((x0[block] as number) >>> shift) - column) & mask;
    const right = left + ((x1[block] as number) >>> shift) - ((x0[block] as number) >>> shift);
    if (left >= columns && right <= mask) continue;
    const end = Math.min((block + 1) * BLOCK_SIZE, places.size);
    for (let p = block * BLOCK_SIZE; p < end; p += 1) visit(p);
  }
}

/** Counts the events that pass in the cells of a window of the grid, by category and more finely without. */
export const cellCounts: CountingKind<CellCounts> = (dataset) => {
  const { x, y, kind } = dataset.places;
  const { width, sets, codeOfSet } = categoryCodes(dataset);
  const { placeStart, placeList } = dataset.columns;
  const outlined = outlinedPlaces(dataset);
  const orderOf = new Map(outlined.map((p, k) => [p, k]));
  const hasOutlined = outlined.length > 0;
  let tally: CellTally | undefined;
  let filter: { readonly failed: Uint8Array; readonly ignored: number } | undefined;

  const siteOf = ({ window }: CellTally, p: number): number => {
    const order = hasOutlined && OUTLINED_KINDS.has(kind[p] as number) ? orderOf.get(p) : undefined;
    if (order !== undefined) return window.columns * window.rows + order;
    const shift = 32 - window.level;
    const column = (((x[p] as number) >>> shift) - window.column) & (2 ** window.level - 1);
    const row = ((y[p] as number) >>> shift) - window.row;
    return column < window.columns && row >= 0 && row < window.rows ? row * window.columns + column : -1;
  };

  const countAt = (into: CellTally, i: number, p: number, site: number, by: 1 | -1): void => {
    const { totals, counts, rowSums, xSums, ySums, fine, witnesses, window } = into;
    const entry = site * width + (codeOfSet[sets[i] as number] as number);
    totals[site] = (totals[site] as number) + by;
    counts[entry] = (counts[entry] as number) + by;
    rowSums[site] = (rowSums[site] as number) + by * i;
    if (by > 0) witnesses[site * WITNESSES + (i % WITNESSES)] = i + 1;
    if (site >= xSums.length) return;
    const shift = 32 - FINE_LEVELS - window.level;
    const [px, py] = [x[p] as number, y[p] as number];
    xSums[site] = (xSums[site] as number) + by * px;
    ySums[site] = (ySums[site] as number) + by * py;
    const column = ((px >>> shift) - window.column * FINE) & (2 ** (window.level + FINE_LEVELS) - 1);
    const small = ((py >>> shift) - window.row * FINE) * window.columns * FINE + column;
    fine[small] = (fine[small] as number) + by;
  };
  /** Whether an event has no earlier place at the same site. */
  const isFirstAt = (into: CellTally, i: number, p: number, site: number): boolean => {
    for (let k = placeStart[i] as number; placeList[k] !== p; k += 1) if (siteOf(into, placeList[k] as number) === site) return false;
    return true;
  };
  const count = (into: CellTally, i: number, by: 1 | -1): void => {
    const end = placeStart[i + 1] as number;
    for (let k = placeStart[i] as number; k < end; k += 1) {
      const p = placeList[k] as number;
      const site = siteOf(into, p);
      if (site >= 0 && isFirstAt(into, i, p, site)) countAt(into, i, p, site, by);
    }
  };
  /** Goes through the places in their order, which keeps to one part of the map at a time. */
  const recountInto = (into: CellTally): void => {
    for (const sums of [into.totals, into.counts, into.rowSums, into.xSums, into.ySums, into.fine, into.witnesses]) sums.fill(0);
    if (filter === undefined) return;
    const { failed, ignored } = filter;
    const { eventStart, events } = dataset.places;
    const countPlace = (p: number, site: number): void => {
      const end = eventStart[p + 1] as number;
      for (let k = eventStart[p] as number; k < end; k += 1) {
        const i = events[k] as number;
        if (((failed[i] as number) & ~ignored) === 0 && isFirstAt(into, i, p, site)) countAt(into, i, p, site, 1);
      }
    };
    const cells = into.xSums.length;
    forPlacesNear(dataset, into.window, (p) => {
      const site = siteOf(into, p);
      if (site >= 0 && site < cells) countPlace(p, site);
    });
    outlined.forEach((p, k) => countPlace(p, cells + k));
  };

  const value: CellCounts = {
    outlined,
    over: (window) => {
      if (tally === undefined || !isSameWindow(tally.window, window)) {
        const cells = window.columns * window.rows;
        const sites = cells + outlined.length;
        tally = {
          window,
          width,
          totals: new Uint32Array(sites),
          counts: new Uint32Array(sites * width),
          rowSums: new Float64Array(sites),
          xSums: new Float64Array(cells),
          ySums: new Float64Array(cells),
          fine: new Uint32Array(cells * FINE * FINE),
          witnesses: new Uint32Array(sites * WITNESSES),
        };
        recountInto(tally);
      }
      return tally;
    },
    siteOf,
    placesOf: (into, sites, limit, passes) => {
      const found: number[] = [];
      const { level, column, row, columns } = into.window;
      for (const site of sites) {
        if (found.length >= limit) break;
        const outline = outlined[site - into.xSums.length];
        if (outline !== undefined) {
          found.push(outline);
          continue;
        }
        const cell: CellWindow = { level, column: column + (site % columns), row: row + Math.floor(site / columns), columns: 1, rows: 1 };
        forPlacesNear(dataset, cell, (p) => {
          if (found.length < limit && siteOf(into, p) === site && passes(p)) found.push(p);
        });
      }
      return found;
    },
  };
  return {
    value,
    add: (i) => {
      if (tally !== undefined) count(tally, i, 1);
    },
    remove: (i) => {
      if (tally !== undefined) count(tally, i, -1);
    },
    recount: (failed, ignored) => {
      filter = { failed, ignored };
      if (tally !== undefined) recountInto(tally);
    },
  };
};

const isSameWindow = (a: CellWindow, b: CellWindow): boolean =>
  a.level === b.level && a.column === b.column && a.row === b.row && a.columns === b.columns && a.rows === b.rows;
