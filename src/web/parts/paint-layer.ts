import { paintCanvas } from '../../core/paint/canvas.ts';
import type { Scene } from '../../core/scene/scene.ts';

/**
 * Paints a scene on a canvas in place of what is there, so many pixels for each of the scene's. With a sheet it is painted there, and the
 * canvas shows what was painted; such a canvas has always to be painted so.
 */
export function paintLayer(canvas: HTMLCanvasElement, scene: Scene, scale: number, sheet?: OffscreenCanvas): void {
  const painted = sheet ?? canvas;
  const [columns, rows] = [Math.round(scene.size.width * scale), Math.round(scene.size.height * scale)];
  if (painted.width !== columns || painted.height !== rows) {
    painted.width = columns;
    painted.height = rows;
    canvas.style.setProperty('inline-size', `${scene.size.width}px`);
    canvas.style.setProperty('block-size', `${scene.size.height}px`);
  }
  // A canvas without room has no picture to hand over.
  if (columns === 0 || rows === 0) return;
  if (sheet === undefined) {
    const context = canvas.getContext('2d');
    context?.clearRect(0, 0, columns, rows);
    if (context !== null) paintCanvas(scene, context, { scale });
    return;
  }
  const shown = canvas.getContext('bitmaprenderer');
  const context = sheet.getContext('2d');
  if (shown === null || context === null || context.isContextLost()) return;
  // A sheet whose picture was taken is blank.
  paintCanvas(scene, context, { scale });
  shown.transferFromImageBitmap(sheet.transferToImageBitmap());
}
