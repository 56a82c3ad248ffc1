import { signal } from '@preact/signals';
import type { GroundView } from '../../core/layout/base-map-ground.ts';

/** Paints the base map without names, so many pixels for each of the view's; the picture is given away. */
export type PaintGround = (view: GroundView, scale: number) => Promise<ImageBitmap>;

/** What paints the newest base map; another one for each version of it, `undefined` until the first has come. */
export const groundPainter = signal<PaintGround | undefined>(undefined);
