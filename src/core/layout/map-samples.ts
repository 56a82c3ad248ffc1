import { lngLatOfFixed } from '../geo/fixed.ts';
import type { Dataset } from '../model/dataset.ts';
import { derived, type Derived } from '../model/derived.ts';
import { FEW_PLACES } from '../model/place-order.ts';
import { placesOfRow } from '../model/rows.ts';
import { passesIn, type Visible } from '../query/visible.ts';
import { isOutlined } from './map-cells.ts';

/** A place that stands for itself, or for all places in its cell of a grid, with the bounds of these in degrees. */
export interface Sample {
  readonly place: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

interface Cell {
  readonly place: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Samples as numbers, `WIDTH` for each: the place, and the cell's western, northern, eastern and southern edges in steps of `FIXED_WORLD`. */
type PackedSamples = Uint32Array<ArrayBuffer>;
const WIDTH = 5;

/** One place for each cell of a grid in which some event happened. */
export const samplesBy = (level: number): Derived<PackedSamples> => derived(`samples by ${level}`, (dataset) => gathered(dataset, undefined, level));

/**
 * All places, those of events that pass or of all events; where they are very many one for each cell of a grid of `2 ** level` cells
 * across the world, and each place with an outline by itself. In the order in which they stand.
 */
export function sampledPlaces(dataset: Dataset, visible: Visible | undefined, level: number): readonly Sample[] {
  const shows = placesShown(dataset, visible);
  const packed = shows === undefined ? samplesBy(level)(dataset) : gathered(dataset, shows, level);
  return Array.from({ length: packed.length / WIDTH }, (_, k) => {
    const [place, x0, y0, x1, y1] = packed.subarray(k * WIDTH) as Uint32Array & readonly [number, number, number, number, number];
    const [west, north] = lngLatOfFixed(x0, y0);
    const [east, south] = lngLatOfFixed(x1, y1);
    return { place, west, north, east, south };
  });
}

function gathered(dataset: Dataset, shows: Uint8Array | undefined, level: number): PackedSamples {
  const { size, x, y } = dataset.places;
  const isFew = size <= FEW_PLACES;
  const shift = 32 - level;
  const cells = new Map<number, Cell>();
  let last: { readonly key: number; readonly cell: Cell } | undefined;
  for (let p = 0; p < size; p += 1) {
    if (shows !== undefined && shows[p] === 0) continue;
    const px = x[p] as number;
    const py = y[p] as number;
    const key = isFew || isOutlined(dataset, p) ? -1 - p : (px >>> shift) * 2 ** level + (py >>> shift);
    const cell: Cell | undefined = last?.key === key ? last.cell : cells.get(key);
    if (cell === undefined) cells.set(key, { place: p, x0: px, y0: py, x1: px, y1: py });
    else {
      last = { key, cell };
      if (px < cell.x0) cell.x0 = px;
      if (px > cell.x1) cell.x1 = px;
      if (py < cell.y0) cell.y0 = py;
      if (py > cell.y1) cell.y1 = py;
    }
  }
  return Uint32Array.from([...cells.values()].flatMap(({ place, x0, y0, x1, y1 }) => [place, x0, y0, x1, y1]));
}

/** By place, whether an event passes there; `undefined` when all do. */
function placesShown(dataset: Dataset, visible: Visible | undefined): Uint8Array | undefined {
  if (visible === undefined || visible.count === dataset.size) return undefined;
  const shows = new Uint8Array(dataset.places.size);
  for (let i = 0; i < dataset.size; i += 1) if (passesIn(visible, i)) for (const p of placesOfRow(dataset, i)) shows[p] = 1;
  return shows;
}
