import type { Box, Size } from '../base/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { pngEncoder } from './png/png-encoder.ts';
import { placeTile, stripsOf } from './png/tiles.ts';

/** How many pixels of the file one pixel of the figure becomes, each way. */
export const PNG_SCALES = [1, 2, 3, 4] as const;
export type PngScale = (typeof PNG_SCALES)[number];

/** The longest side of a PNG, of which most programs that show pictures take no longer one. */
const LONGEST_SIDE = 32_767;

/** Pixels of the file. */
export const pngSize = (size: Size, scale: number): Size => ({ width: Math.round(size.width * scale), height: Math.round(size.height * scale) });

/** Whether a picture of this many pixels can be painted at all. */
export const canPaint = ({ width, height }: Size): boolean => Math.max(width, height) <= LONGEST_SIDE && Math.min(width, height) >= 1;

/** What painting a PNG is done with, and told of. */
export interface PngPainting {
  /** The text of a native file to put inside; left out, nothing of the story is in the file but what is seen. */
  readonly story?: string | undefined;
  /** Paints a part of the picture, in its pixels; answers red, green, blue and alpha of each, or `undefined` when the machine could not. */
  readonly paintTile: (tile: Box) => Uint8ClampedArray | undefined;
  /** Takes the file piece by piece. */
  readonly emit: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Called between strips with the part that is done, 0 to 1; ends the work by answering `false`. */
  readonly goOn: (done: number) => boolean | Promise<boolean>;
}

/**
 * Writes a scene as a PNG file, strip by strip, so that neither a canvas nor a block of memory of the whole is needed. Title, description and the size
 * in print are in it.
 * @param scene one with a background.
 * @returns whether the file is whole; if not, a tile could not be painted or `goOn` said no.
 */
export async function writePng(scene: Scene, scale: number, { story, paintTile, emit, goOn }: PngPainting): Promise<boolean> {
  const size = pngSize(scene.size, scale);
  const encoder = pngEncoder({ size, scale, title: scene.title, description: scene.description, story }, emit);
  if (scene.background === undefined) throw new RangeError('a scene without a background has no pixels to write where nothing is painted');
  for (const strip of stripsOf(size)) {
    if (!(await goOn(strip.y / size.height))) return false;
    const rows = new Uint8ClampedArray(size.width * strip.height * 4);
    for (const tile of strip.tiles) {
      const pixels = paintTile(tile);
      // A browser that is out of memory leaves a canvas blank without a word.
      if (pixels?.[3] !== 255) return false;
      placeTile(rows, size.width, tile, pixels);
    }
    encoder.addRows(rows);
  }
  encoder.finish();
  return true;
}
