import { paintCanvas } from '../../core/paint/canvas.ts';
import type { Scene } from '../../core/scene/scene.ts';

/** Paints a scene on a canvas in place of what is there, so many pixels for each of the scene's. */
export function paintLayer(canvas: HTMLCanvasElement, scene: Scene, scale: number): void {
  const [columns, rows] = [Math.round(scene.size.width * scale), Math.round(scene.size.height * scale)];
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
    canvas.style.setProperty('inline-size', `${scene.size.width}px`);
    canvas.style.setProperty('block-size', `${scene.size.height}px`);
  }
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, columns, rows);
  if (context !== null) paintCanvas(scene, context, { scale });
}
