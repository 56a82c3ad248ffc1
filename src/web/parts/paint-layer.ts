import { paintCanvas } from '../../core/paint/canvas.ts';
import type { Scene } from '../../core/scene/scene.ts';

/** Paints a scene on a canvas, so many pixels for each of the scene's; without a scene the canvas is cleared. */
export function paintLayer(canvas: HTMLCanvasElement, scene: Scene | undefined, scale: number): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  if (scene !== undefined) {
    const [columns, rows] = [Math.round(scene.size.width * scale), Math.round(scene.size.height * scale)];
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
      canvas.style.setProperty('inline-size', `${scene.size.width}px`);
      canvas.style.setProperty('block-size', `${scene.size.height}px`);
    }
  }
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (scene !== undefined) paintCanvas(scene, context, { scale });
}
