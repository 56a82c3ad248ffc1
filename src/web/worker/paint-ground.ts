import type { BaseMap } from '../../core/geo/base-map.ts';
import { layoutGround, type GroundView } from '../../core/layout/base-map-ground.ts';
import { paintCanvas } from '../../core/paint/canvas.ts';

/**
 * Paints a base map without names, so many pixels for each of the view's. Each picture has a canvas of its own: one whose memory the browser
 * took would stay blank.
 */
export function paintGround(base: BaseMap, view: GroundView, scale: number): ImageBitmap {
  const { size } = view;
  const canvas = new OffscreenCanvas(Math.max(Math.round(size.width * scale), 1), Math.max(Math.round(size.height * scale), 1));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to paint the base map on');
  paintCanvas({ size, marks: [layoutGround(base, view)], title: '', language: '' }, context, { scale });
  return canvas.transferToImageBitmap();
}
