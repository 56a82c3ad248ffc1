import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Dataset } from './dataset.ts';
import type { LocatedPlace } from './event.ts';
import { LOCATED_KINDS, placeCodeOf, placeKey } from './place.ts';
import { placeAt } from './rows.ts';

/** Degrees from a position within which all places of its key lie; half of it would do, were it not for rounding. */
const REACH = 0.0001;

/** Positions are looked up by cells of 2⁻²⁰ of the world, each of which is a few times as wide as the reach. */
const CELL_BITS = 12;
const CELLS_ACROSS = 2 ** (32 - CELL_BITS);

/** Slots of the sieve that most places do not pass. */
const SIEVE = 2 ** 16;

const slotOf = (cellX: number, cellY: number): number => (Math.imul(cellX, 0x9e3779b1) ^ Math.imul(cellY, 0x85ebca6b)) >>> 16;

/**
 * The numbers of places by their keys, of those that a dataset has. One walk over all places, whatever the number of those that are looked for;
 * the record of a place is read only where kind and position agree.
 */
export function findPlaces(dataset: Dataset, wanted: Iterable<LocatedPlace>): ReadonlyMap<string, number> {
  const { size, kind, x, y } = dataset.places;
  const keys = new Set<string>();
  const cells = new Set<number>();
  const sieve = new Uint8Array(SIEVE);
  const codedKinds = new Uint8Array(LOCATED_KINDS.length);
  for (const place of wanted) {
    keys.add(placeKey(place));
    if (placeCodeOf(place) !== undefined) codedKinds[LOCATED_KINDS.indexOf(place.kind)] = 1;
    else {
      for (const [cellX, cellY] of cellsAround(place.at[0], place.at[1])) {
        cells.add(cellX * CELLS_ACROSS + cellY);
        sieve[slotOf(cellX, cellY)] = 1;
      }
    }
  }
  const found = new Map<string, number>();
  if (keys.size === 0) return found;
  for (let p = 0; p < size; p += 1) {
    const [cellX, cellY] = [(x[p] as number) >>> CELL_BITS, (y[p] as number) >>> CELL_BITS];
    const isNear = sieve[slotOf(cellX, cellY)] === 1 && cells.has(cellX * CELLS_ACROSS + cellY);
    if (!isNear && codedKinds[kind[p] as number] !== 1) continue;
    const key = placeKey(placeAt(dataset, p));
    if (keys.has(key)) found.set(key, p);
  }
  return found;
}

/** The cells in which a place of the same key may lie. */
function* cellsAround(lng: number, lat: number): Generator<readonly [number, number], void, void> {
  const cell = (fixed: number): number => fixed >>> CELL_BITS;
  const [west, east] = [cell(fixedXOf(lng - REACH)), cell(fixedXOf(lng + REACH))];
  const [north, south] = [cell(fixedYOf(lat + REACH)), cell(fixedYOf(lat - REACH))];
  for (let cellY = north; cellY <= south; cellY += 1) {
    for (let cellX = west; ; cellX = (cellX + 1) % CELLS_ACROSS) {
      yield [cellX, cellY];
      if (cellX === east) break;
    }
  }
}
