import type { Box, Size } from '../../base/geometry.ts';

/**
 * Largest piece that is painted at once: far below what any browser allows (16,384 pixels a side; 16 million pixels on iOS). Multiples of 12, so
 * that at any scale a tile begins with a whole pixel of the figure.
 */
const TILE = { width: 4092, height: 516 } as const;

/** Tiles that lie beside each other, from left to right. */
export interface Strip {
  readonly y: number;
  readonly height: number;
  readonly tiles: readonly Box[];
}

/** Cuts a picture into strips from the top down, and these into tiles. */
export function stripsOf({ width, height }: Size): readonly Strip[] {
  const starts = (length: number, step: number): readonly number[] => Array.from({ length: Math.ceil(length / step) }, (_, k) => k * step);
  return starts(height, TILE.height).map((y): Strip => {
    const rows = Math.min(TILE.height, height - y);
    return { y, height: rows, tiles: starts(width, TILE.width).map((x) => ({ x, y, width: Math.min(TILE.width, width - x), height: rows })) };
  });
}

/** Puts the pixels of a tile among those of its strip, of which a row has `width` pixels. */
export function placeTile(strip: Uint8ClampedArray, width: number, tile: Box, pixels: Uint8ClampedArray): void {
  for (let row = 0; row < tile.height; row++) {
    const from = row * tile.width * 4;
    strip.set(pixels.subarray(from, from + tile.width * 4), (row * width + tile.x) * 4);
  }
}
