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

/** The share of all events from which on going through all places in their order costs less than looking up those of each event. */
const FOLLOWED_SHARE = 1 / 20;

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

/** The cells over a picture and half of it beyond each edge, of the level that suits its scale. */
export function windowOver({ scale, left, top, size }: MapProjection): CellWindow {
  const level = clamp(Math.floor(Math.log2(scale / CELL) + 1e-9), LEVELS.least, LEVELS.most);
  const side = scale / 2 ** level;
  const fineness = Math.floor(Math.log2(side / SMALL_CELL));
  const blockOf = (pixel: number): number => Math.floor(pixel / side / BLOCK) * BLOCK;
  const column = blockOf(left - size.width / 2);
  const row = Math.max(blockOf(top - size.height / 2), 0);
  const columns = blockOf(left + 1.5 * size.width) + BLOCK - column;
  const rows = blockOf(top + 1.5 * size.height) + BLOCK - row;
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
      if (kept !== undefined) countEvent(kept, i, 1);
    },
    remove: (i) => {
      if (kept !== undefined) countEvent(kept, i, -1);
    },
    follow: (turns) => {
      if (kept === undefined) return;
      if (filter !== undefined && turns.length > dataset.size * FOLLOWED_SHARE) {
        countAll(kept, filter.failed, filter.ignored);
        return;
      }
      for (let k = 0; k < turns.length; k += 1) {
        const turn = turns[k] as number;
        if (turn >= 0) countEvent(kept, turn, 1);
        else countEvent(kept, ~turn, -1);
      }
    },
    recount: (failed, ignored) => {
      filter = { failed, ignored };
      if (kept !== undefined) countAll(kept, failed, ignored);
    },
  };
};

/** Set in the entry code of an event that happened at several places: above all codes of categories. */
const WANDERS = 128;

/** By entry of `places.events`: the code of the event's category, with `WANDERS`. Who counts place by place reads them one after the other. */
export const entryCodes = derived('codes at places', (dataset: Dataset): Uint8Array => {
  const { sets, codeOfSet } = categoryCodes(dataset);
  const { events } = dataset.places;
  const { placeStart } = dataset.columns;
  const codes = new Uint8Array(events.length);
  for (let k = 0; k < events.length; k += 1) {
    const i = events[k] as number;
    const isAlone = (placeStart[i + 1] as number) - (placeStart[i] as number) < 2;
    codes[k] = (codeOfSet[sets[i] as number] as number) | (isAlone ? 0 : WANDERS);
  }
  return codes;
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

function countEvent(kept: Keeping, i: number, by: number): void {
  const { placeStart, placeList } = kept;
  const end = placeStart[i + 1] as number;
  for (let k = placeStart[i] as number; k < end; k += 1) {
    const p = placeList[k] as number;
    const site = siteOf(kept, p);
    if (site >= 0 && isFirstAt(kept, i, p, site)) countAt(kept, i, p, site, by);
  }
}

function countAt(kept: Keeping, i: number, p: number, site: number, by: number): void {
  const { totals, counts, rowSums, xSums, ySums, fine, window, fineShift } = kept;
  const entry = site * kept.width + (kept.codeOfSet[kept.sets[i] as number] as number);
  totals[site] = (totals[site] as number) + by;
  counts[entry] = (counts[entry] as number) + by;
  rowSums[site] = (rowSums[site] as number) + by * i;
  if (by > 0) kept.witnesses[site * WITNESSES + (i & (WITNESSES - 1))] = i + 1;
  if (site >= kept.cells) return;
  const x = kept.x[p] as number;
  const y = kept.y[p] as number;
  xSums[site] = (xSums[site] as number) + by * x;
  ySums[site] = (ySums[site] as number) + by * y;
  const along = ((x >>> fineShift) - (window.column << window.fineness)) & kept.fineMask;
  const down = (y >>> fineShift) - (window.row << window.fineness);
  const small = down * (window.columns << window.fineness) + along;
  fine[small] = (fine[small] as number) + by;
}

/** Counts anew, through the places in their order, which keeps to one part of the map at a time. */
function countAll(kept: Keeping, failed: Uint8Array, ignored: number): void {
  const { totals, counts, rowSums, xSums, ySums, fine, witnesses, cells, outlined } = kept;
  for (const sums of [totals, counts, rowSums, xSums, ySums, fine, witnesses]) sums.fill(0);
  const ranges = rangesNear(kept.dataset, kept.window);
  for (let k = 0; k < ranges.length; k += 2) countPlaces(kept, failed, ~ignored, ranges[k] as number, ranges[k + 1] as number);
  outlined.forEach((p, k) => countPlace(kept, failed, ~ignored, p, cells + k));
}

/** Counts a run of places in their cells: in one loop over columns, for every place on the map is in it. */
function countPlaces(kept: Keeping, failed: Uint8Array, asked: number, from: number, to: number): void {
  const { x: xs, y: ys, kind, window, shift, mask, width, totals, counts, rowSums, xSums, ySums, fine, fineShift, fineMask, witnesses } = kept;
  const codes = entryCodes(kept.dataset);
  const { eventStart, events } = kept.dataset.places;
  const { column, row, columns, rows, fineness } = window;
  const [fineColumn, fineRow, fineColumns] = [column << fineness, row << fineness, columns << fineness];
  for (let p = from; p < to; p += 1) {
    const x = xs[p] as number;
    const y = ys[p] as number;
    const along = ((x >>> shift) - column) & mask;
    const down = (y >>> shift) - row;
    if (along >= columns || down < 0 || down >= rows) continue;
    if (((OUTLINED_BITS >> (kind[p] as number)) & 1) === 1 && kept.outlineOf.has(p)) continue;
    const site = down * columns + along;
    const end = eventStart[p + 1] as number;
    let passed = 0;
    let rowSum = 0;
    for (let k = eventStart[p] as number; k < end; k += 1) {
      const i = events[k] as number;
      if (((failed[i] as number) & asked) !== 0) continue;
      const code = codes[k] as number;
      if (code >= WANDERS && !isFirstAt(kept, i, p, site)) continue;
      const entry = site * width + (code & (WANDERS - 1));
      counts[entry] = (counts[entry] as number) + 1;
      witnesses[site * WITNESSES + (i & (WITNESSES - 1))] = i + 1;
      rowSum += i;
      passed += 1;
    }
    if (passed === 0) continue;
    totals[site] = (totals[site] as number) + passed;
    rowSums[site] = (rowSums[site] as number) + rowSum;
    xSums[site] = (xSums[site] as number) + passed * x;
    ySums[site] = (ySums[site] as number) + passed * y;
    const small = ((y >>> fineShift) - fineRow) * fineColumns + (((x >>> fineShift) - fineColumn) & fineMask);
    fine[small] = (fine[small] as number) + passed;
  }
}

function countPlace(kept: Keeping, failed: Uint8Array, asked: number, p: number, site: number): void {
  const { eventStart, events } = kept.dataset.places;
  const end = eventStart[p + 1] as number;
  for (let k = eventStart[p] as number; k < end; k += 1) {
    const i = events[k] as number;
    if (((failed[i] as number) & asked) === 0 && isFirstAt(kept, i, p, site)) countAt(kept, i, p, site, 1);
  }
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
