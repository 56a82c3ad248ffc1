import type { Size } from '../base/geometry.ts';

/** How many pixels of the file one pixel of the figure becomes, each way. */
export const PNG_SCALES = [1, 2, 3, 4] as const;
export type PngScale = (typeof PNG_SCALES)[number];

/** Most pixels in one PNG: browsers refuse larger canvases (16,384 × 16,384 in Chromium and Firefox, and memory ends sooner). */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 16_384;

/** Pixels of the file. */
export const pngSize = (size: Size, scale: number): Size => ({ width: Math.round(size.width * scale), height: Math.round(size.height * scale) });

/** Whether a picture of this many pixels can be painted at all. */
export const canPaint = ({ width, height }: Size): boolean =>
  width * height <= MOST_PIXELS && Math.max(width, height) <= LONGEST_SIDE && Math.min(width, height) >= 1;
