import type { CanvasLike } from '../scene/canvas-like.ts';
import { facesOf } from '../scene/marks/index.ts';
import type { Mark, Scene } from '../scene/scene.ts';

export interface CanvasOptions {
  /** Canvas pixels for each pixel of the scene; 1 if not given. */
  readonly scale?: number;
}

/** What marks count on to be set when they are painted, and leave as it was. */
function setDefaults(context: CanvasLike): void {
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.miterLimit = 4;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.direction = 'ltr';
  context.fontKerning = 'auto';
  context.textRendering = 'geometricPrecision';
  context.setLineDash([]);
}

/**
 * Paints a scene on a 2D canvas over what is there, from the origin of its coordinates; the same as `paintSvg` shows.
 * Leaves the context's state as it was.
 */
export function paintCanvas(scene: Scene, context: CanvasLike, { scale = 1 }: CanvasOptions = {}): void {
  let opacity = 1;
  /** What the context's opacity is set to. */
  let set = Number.NaN;
  const painter = {
    context,
    paint: (marks: readonly Mark[]): void => {
      const outer = opacity;
      for (const mark of marks) {
        opacity = outer * (mark.opacity ?? 1);
        if (opacity <= 0) continue;
        if (opacity !== set) context.globalAlpha = opacity;
        set = opacity;
        facesOf(mark).canvas(mark, painter);
        // A group leaves the context as it found it.
        if (mark.kind === 'group') set = opacity;
      }
      opacity = outer;
    },
  };

  context.save();
  context.scale(scale, scale);
  setDefaults(context);
  if (scene.background !== undefined) {
    context.fillStyle = scene.background;
    context.fillRect(0, 0, scene.size.width, scene.size.height);
  }
  painter.paint(scene.marks);
  context.restore();
}
