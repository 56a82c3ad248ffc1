import { clamp } from '../base/geometry.ts';
import type { MapProjection } from '../geo/mercator.ts';
import type { Codes, Dataset } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
import { BLOCK_SIZE, placeBlocks } from '../model/place-order.ts';
import { LOCATED_KINDS } from '../model/place.ts';
import type { CountingKind } from '../query/visible.ts';
import { categoryCodes, wanderersOf, type Tally } from './map-tally.ts';

/** A part of the grid of `2 ** level` by `2 ** level` square cells that covers the world; columns go on past the antimeridian. */
export interface CellWindow {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  /** Each cell is cut into `2 ** fineness` by `2 ** fineness` small ones. */
  readonly fineness: number;
}

/** What is counted in the cells of a window, row by row from its north-western one, and after them at the places with an outline. */
export interface CellTally extends Tally {
  readonly window: CellWindow;
  /** Sums of the positions of the events by cell, in steps of `FIXED_WORLD`. */
  readonly xSums: Float64Array;
  readonly ySums: Float64Array;
  /** Events by small cell, in rows of small cells across the window. */
  readonly fine: Uint32Array;
  /** Some events by site, `WITNESSES` entries of row + 1 each, which passed when they were counted and may have ceased to; 0 for none. */
  readonly witnesses: Uint32Array;
  /** The site of a place; −1 outside of the window. */
  readonly siteOf: (place: number) => number;
  /** Up to so many places of some sites, those for which `passes` holds. */
  readonly placesOf: (sites: readonly number[], limit: number, passes: (place: number) => boolean) => readonly number[];
}

/** Counts in the cells of whatever window was asked for last. */
export interface CellCounts {
  /** The places with an outline, which are counted by themselves: a country is no point in a cell. */
  readonly outlined: readonly number[];
  /** Counts anew when the window is not the one before. */
  readonly over: (window: CellWindow) => CellTally;
}

/** So many events at most are kept in mind for each site, to name it by: a power of two. */
export const WITNESSES = 4;

/** The side of a small cell is between this many pixels and twice as many. */
const SMALL_CELL = 2.8;

/** More places with an outline than this are counted in cells like the others. */
const MOST_OUTLINED = 1000;

/** Windows begin and end at whole blocks of so many cells, so that a small move leaves them as they are. */
const BLOCK = 8;

/** The side of a cell is `CELL` pixels or up to twice as many. */
const CELL = 32;
/** Levels within the reach of whole numbers of 32 bits, the small cells included. */
const LEVELS = { least: 1, most: 24 } as const;

/** The cells over a picture and a quarter of it beyond each edge, of the level that suits its scale. */
export function windowOver({ scale, left, top, size }: MapProjection): CellWindow {
  const level = clamp(Math.floor(Math.log2(scale / CELL) + 1e-9), LEVELS.least, LEVELS.most);
  const side = scale / 2 ** level;
  const fineness = Math.floor(Math.log2(side / SMALL_CELL));
  const blockOf = (pixel: number): number => Math.floor(pixel / side / BLOCK) * BLOCK;
  const column = blockOf(left - size.width / 4);
  const row = Math.max(blockOf(top - size.height / 4), 0);
  const columns = blockOf(left + 1.25 * size.width) + BLOCK - column;
  const rows = blockOf(top + 1.25 * size.height) + BLOCK - row;
  const across = 2 ** level;
  return columns >= across
    ? { level, column: 0, row, columns: across, rows: clamp(rows, 1, across - row), fineness }
    : { level, column, row, columns, rows: clamp(rows, 1, across - row), fineness };
}

/** A bit for each position in `LOCATED_KINDS`. */
const OUTLINED_BITS = LOCATED_KINDS.reduce((bits, kind, k) => bits | (kind === 'exact' || kind === 'near' ? 0 : 1 << k), 0);

/** Whether a place is more than a point or a disc around one. */
export const isOutlined = ({ places: { kind } }: Dataset, place: number): boolean => ((OUTLINED_BITS >> (kind[place] as number)) & 1) === 1;

/** The places that are counted by themselves. */
export const outlinedPlaces = derived('outlined places', ({ places: { kind, size } }: Dataset): readonly number[] => {
  const outlined: number[] = [];
  for (let p = 0; p < size && outlined.length < MOST_OUTLINED; p += 1) if (((OUTLINED_BITS >> (kind[p] as number)) & 1) === 1) outlined.push(p);
  return outlined;
});

/** The runs of places in their order, as first and last + 1 one after the other, in which those of a window are. */
function rangesNear(dataset: Dataset, { level, column, row, columns, rows }: CellWindow): readonly number[] {
  const { count, x0, x1, y0, y1 } = placeBlocks(dataset);
  const shift = 32 - level;
  const mask = 2 ** level - 1;
  const ranges: number[] = [];
  for (let block = 0; block < count; block += 1) {
    const top = ((y0[block] as number) >>> shift) - row;
    const bottom = ((y1[block] as number) >>> shift) - row;
    if (bottom < 0 || top >= rows) continue;
    const left = (((x0[block] as number) >>> shift) - column) & mask;
    const right = left + ((x1[block] as number) >>> shift) - ((x0[block] as number) >>> shift);
    if (left >= columns && right <= mask) continue;
    ranges.push(block * BLOCK_SIZE, Math.min((block + 1) * BLOCK_SIZE, dataset.places.size));
  }
  return ranges;
}

/** Counts the events that pass in the cells of a window of the grid, by category and more finely without. */
export const cellCounts: CountingKind<CellCounts> = (dataset) => {
  const outlined = outlinedPlaces(dataset);
  let kept: Keeping | undefined;
  let filter: { readonly failed: Uint8Array; readonly ignored: number } | undefined;
  return {
    value: {
      outlined,
      over: (window) => {
        if (kept === undefined || !isSameWindow(kept.window, window)) {
          kept = keepingOf(dataset, window, outlined);
          if (filter !== undefined) countAll(kept, filter.failed, filter.ignored);
        }
        return kept;
      },
    },
    add: (i) => {
      if (kept !== undefined) countRow(kept, i, 1);
    },
    remove: (i) => {
      if (kept !== undefined) countRow(kept, i, -1);
    },
    follow: (turns) => {
      if (kept === undefined) return;
      for (let k = 0; k < turns.length; k += 1) {
        const turn = turns[k] as number;
        if (turn >= 0) countRow(kept, turn, 1);
        else countRow(kept, ~turn, -1);
      }
    },
    recount: (failed, ignored) => {
      filter = { failed, ignored };
      if (kept !== undefined) countAll(kept, failed, ignored);
    },
  };
};

/** Where and in what colour each event is counted, by row: events that begin or cease to pass stand side by side, and so do these. */
export interface RowPoints {
  /** The position of the event's place, in steps of `FIXED_WORLD`. */
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** The code of its category, or `BY_PLACES`. */
  readonly codes: Uint8Array;
}

/** The code of an event that is not counted at one point: above all codes of categories. */
const BY_PLACES = 255;

/** The points of the events of a dataset, but of those without a place, with several, or with one that has an outline. */
export const rowPoints = derived('points of rows', (dataset: Dataset): RowPoints => {
  const { size, places, columns: { placeStart, placeList } } = dataset;
  const { sets, codeOfSet } = categoryCodes(dataset);
  const [x, y, codes] = [new Uint32Array(size), new Uint32Array(size), new Uint8Array(size).fill(BY_PLACES)];
  for (let i = 0; i < size; i += 1) {
    const from = placeStart[i] as number;
    const p = placeList[from] as number;
    if ((placeStart[i + 1] as number) - from !== 1 || isOutlined(dataset, p)) continue;
    x[i] = places.x[p] as number;
    y[i] = places.y[p] as number;
    codes[i] = codeOfSet[sets[i] as number] as number;
  }
  return { x, y, codes };
});

/** A tally with all that it is counted from at hand: these functions run for every event. */
interface Keeping extends CellTally {
  readonly dataset: Dataset;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly kind: Uint8Array;
  readonly placeStart: Uint32Array;
  readonly placeList: Uint32Array;
  readonly sets: Codes;
  readonly codeOfSet: Uint8Array;
  readonly points: RowPoints;
  /** Bits of the events of several places. */
  readonly wanderers: Uint8Array;
  readonly cells: number;
  readonly shift: number;
  readonly mask: number;
  readonly fineShift: number;
  readonly fineMask: number;
  readonly outlined: readonly number[];
  /** Positions in `outlined` by place. */
  readonly outlineOf: ReadonlyMap<number, number>;
}

function keepingOf(dataset: Dataset, window: CellWindow, outlined: readonly number[]): Keeping {
  const { x, y, kind } = dataset.places;
  const { placeStart, placeList } = dataset.columns;
  const { width, sets, codeOfSet } = categoryCodes(dataset);
  const { level, columns, rows, fineness } = window;
  const cells = columns * rows;
  const sites = cells + outlined.length;
  const kept: Keeping = {
    dataset, window, width, x, y, kind, placeStart, placeList, sets, codeOfSet, cells, outlined,
    points: rowPoints(dataset),
    wanderers: wanderersOf(dataset).bits,
    totals: new Uint32Array(sites),
    counts: new Uint32Array(sites * width),
    rowSums: new Float64Array(sites),
    xSums: new Float64Array(cells),
    ySums: new Float64Array(cells),
    fine: new Uint32Array(cells * 4 ** fineness),
    witnesses: new Uint32Array(sites * WITNESSES),
    shift: 32 - level,
    mask: 2 ** level - 1,
    fineShift: 32 - level - fineness,
    fineMask: 2 ** (level + fineness) - 1,
    outlineOf: new Map(outlined.map((p, k) => [p, k])),
    siteOf: (place) => siteOf(kept, place),
    placesOf: (asked, limit, passes) => placesOf(kept, asked, limit, passes),
  };
  return kept;
}

function siteOf(kept: Keeping, p: number): number {
  if (((OUTLINED_BITS >> (kept.kind[p] as number)) & 1) === 1) {
    const order = kept.outlineOf.get(p);
    if (order !== undefined) return kept.cells + order;
  }
  return cellAt(kept, kept.x[p] as number, kept.y[p] as number);
}

function cellAt({ window, shift, mask }: Keeping, x: number, y: number): number {
  const along = ((x >>> shift) - window.column) & mask;
  const down = (y >>> shift) - window.row;
  return along < window.columns && down >= 0 && down < window.rows ? down * window.columns + along : -1;
}

/** Whether an event has no earlier place at the same site as this one. */
function isFirstAt(kept: Keeping, i: number, p: number, site: number): boolean {
  if ((((kept.wanderers[i >> 3] as number) >> (i & 7)) & 1) === 0) return true;
  const { placeStart, placeList } = kept;
  for (let k = placeStart[i] as number; placeList[k] !== p; k += 1) if (siteOf(kept, placeList[k] as number) === site) return false;
  return true;
}

/** Counts an event: at its point, or at each of its places. */
function countRow(kept: Keeping, i: number, by: number): void {
  const { points, width } = kept;
  const code = points.codes[i] as number;
  if (code === BY_PLACES) {
    countPlaces(kept, i, by);
    return;
  }
  const x = points.x[i] as number;
  const y = points.y[i] as number;
  const site = cellAt(kept, x, y);
  if (site >= 0) countPoint(kept, i, site, site * width + code, x, y, by);
}

function countPlaces(kept: Keeping, i: number, by: number): void {
  const { placeStart, placeList, width, cells } = kept;
  const code = kept.codeOfSet[kept.sets[i] as number] as number;
  const end = placeStart[i + 1] as number;
  for (let k = placeStart[i] as number; k < end; k += 1) {
    const p = placeList[k] as number;
    const site = siteOf(kept, p);
    if (site < 0 || !isFirstAt(kept, i, p, site)) continue;
    if (site < cells) countPoint(kept, i, site, site * width + code, kept.x[p] as number, kept.y[p] as number, by);
    else countSite(kept, i, site, site * width + code, by);
  }
}

function countSite({ totals, counts, rowSums, witnesses }: Keeping, i: number, site: number, entry: number, by: number): void {
  totals[site] = (totals[site] as number) + by;
  counts[entry] = (counts[entry] as number) + by;
  rowSums[site] = (rowSums[site] as number) + by * i;
  if (by > 0) witnesses[site * WITNESSES + (i & (WITNESSES - 1))] = i + 1;
}

function countPoint(kept: Keeping, i: number, site: number, entry: number, x: number, y: number, by: number): void {
  const { xSums, ySums, fine, window, fineShift, fineMask } = kept;
  countSite(kept, i, site, entry, by);
  xSums[site] = (xSums[site] as number) + by * x;
  ySums[site] = (ySums[site] as number) + by * y;
  const along = ((x >>> fineShift) - (window.column << window.fineness)) & fineMask;
  const down = (y >>> fineShift) - (window.row << window.fineness);
  const small = down * (window.columns << window.fineness) + along;
  fine[small] = (fine[small] as number) + by;
}

function countAll(kept: Keeping, failed: Uint8Array, ignored: number): void {
  const { totals, counts, rowSums, xSums, ySums, fine, witnesses } = kept;
  for (const sums of [totals, counts, rowSums, xSums, ySums, fine, witnesses]) sums.fill(0);
  for (let i = 0; i < failed.length; i += 1) if (((failed[i] as number) & ~ignored) === 0) countRow(kept, i, 1);
}

function placesOf(kept: Keeping, sites: readonly number[], limit: number, passes: (place: number) => boolean): readonly number[] {
  const { level, column, row, columns, fineness } = kept.window;
  const found: number[] = [];
  for (const site of sites) {
    if (found.length >= limit) break;
    const outline = kept.outlined[site - kept.cells];
    if (outline !== undefined) {
      found.push(outline);
      continue;
    }
    const ranges = rangesNear(kept.dataset, { level, column: column + (site % columns), row: row + Math.floor(site / columns), columns: 1, rows: 1, fineness });
    for (let k = 0; k < ranges.length; k += 2) {
      const to = ranges[k + 1] as number;
      for (let p = ranges[k] as number; p < to && found.length < limit; p += 1) if (siteOf(kept, p) === site && passes(p)) found.push(p);
    }
  }
  return found;
}

const isSameWindow = (a: CellWindow, b: CellWindow): boolean =>
  a.level === b.level && a.column === b.column && a.row === b.row && a.columns === b.columns && a.rows === b.rows && a.fineness === b.fineness;
