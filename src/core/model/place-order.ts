import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';

/** More places than this do not stand in the order of the file: so many are looked at by where they lie. */
export const FEW_PLACES = 4000;

/** Levels of the grid that orders places: its cells are 2⁻⁸ of the world wide. */
const LEVELS = 8;
const CELLS = 2 ** (2 * LEVELS);

/**
 * The order in which very many places stand, as their present numbers: by cells along a Z-order curve, so that what lies close together
 * stands close together; within a cell as they come. `undefined` for few places, which stay as they are.
 * Source of the curve: G. M. Morton, A Computer Oriented Geodetic Data Base, 1966.
 */
export function neighbourhoodOrder(x: Uint32Array, y: Uint32Array): Uint32Array | undefined {
  if (x.length <= FEW_PLACES) return undefined;
  const next = new Uint32Array(CELLS + 1);
  const keyOf = (p: number): number => spread((x[p] as number) >>> (32 - LEVELS)) | (spread((y[p] as number) >>> (32 - LEVELS)) << 1);
  for (let p = 0; p < x.length; p += 1) next[keyOf(p) + 1] = (next[keyOf(p) + 1] as number) + 1;
  for (let key = 0; key < CELLS; key += 1) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const order = new Uint32Array(x.length);
  for (let p = 0; p < x.length; p += 1) {
    const key = keyOf(p);
    order[next[key] as number] = p;
    next[key] = (next[key] as number) + 1;
  }
  return order;
}

/** The eight bits of a number with a zero before each. */
function spread(bits: number): number {
  const four = (bits | (bits << 4)) & 0x0f0f;
  const two = (four | (four << 2)) & 0x3333;
  return (two | (two << 1)) & 0x5555;
}

/** Places beside one another in their order, with the box that they lie in: `x0[b]` to `x1[b]` and `y0[b]` to `y1[b]` for the `b`th block. */
export interface PlaceBlocks {
  readonly count: number;
  readonly x0: Uint32Array;
  readonly x1: Uint32Array;
  readonly y0: Uint32Array;
  readonly y1: Uint32Array;
}

/** Places in a block; the last one may have fewer. */
export const BLOCK_SIZE = 256;

/** The blocks of the places of a dataset. */
export const placeBlocks = derived('place blocks', ({ places: { x, y, size } }: Dataset): PlaceBlocks => {
  const count = Math.ceil(size / BLOCK_SIZE);
  const [x0, y0] = [new Uint32Array(count).fill(2 ** 32 - 1), new Uint32Array(count).fill(2 ** 32 - 1)];
  const [x1, y1] = [new Uint32Array(count), new Uint32Array(count)];
  for (let p = 0; p < size; p += 1) {
    const block = Math.floor(p / BLOCK_SIZE);
    const px = x[p] as number;
    const py = y[p] as number;
    if (px < (x0[block] as number)) x0[block] = px;
    if (px > (x1[block] as number)) x1[block] = px;
    if (py < (y0[block] as number)) y0[block] = py;
    if (py > (y1[block] as number)) y1[block] = py;
  }
  return { count, x0, x1, y0, y1 };
});
