import { effect, type ReadonlySignal } from '@preact/signals';
import type { Scene } from '../../core/scene/scene.ts';
import { fontArrivals } from '../platform/fonts.ts';
import { frame } from '../platform/frame.ts';
import { pixelRatio } from '../platform/pixel-ratio.ts';
import { paintLayer } from './paint-layer.ts';

/** A canvas and what is to be on it. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly scene: ReadonlySignal<Scene | undefined>;
  /** Called when it has been painted, before anybody sees it: to put it where it belongs. */
  readonly onPainted?: () => void;
}

/** The painting of some canvases. */
export interface Painting {
  /** Paints what has changed at once, not with the next frame. */
  readonly paintNow: () => void;
  readonly stop: () => void;
}

/**
 * Keeps canvases painted: at most once in a frame, and only those whose scene is another one, or all of them when fonts arrive or the screen's
 * resolution changes. A canvas whose memory the browser took is painted again when it is given back. One with nothing on it is hidden:
 * a browser hands every canvas on show to the screen anew with every frame, whether it was painted or not.
 */
export function keepPainted(layers: readonly Layer[]): Painting {
  const painted = new Map<HTMLCanvasElement, Scene | undefined>();
  const restoring = new AbortController();
  const paintNow = (): void => {
    frame.drop(painted);
    for (const { canvas, scene, onPainted } of layers) {
      const next = scene.peek();
      if (painted.has(canvas) && painted.get(canvas) === next) continue;
      painted.set(canvas, next);
      const isBlank = next === undefined || next.marks.length === 0;
      canvas.style.visibility = isBlank ? 'hidden' : '';
      if (isBlank) continue;
      paintLayer(canvas, next, pixelRatio.peek());
      onPainted?.();
    }
  };
  for (const { canvas } of layers) {
    const repaint = (): void => {
      painted.delete(canvas);
      frame.paint(painted, paintNow);
    };
    canvas.addEventListener('contextrestored', repaint, { signal: restoring.signal });
  }
  let [fonts, ratio] = [fontArrivals.peek(), pixelRatio.peek()];
  const unwatch = effect(() => {
    for (const { scene } of layers) void scene.value;
    if (fonts !== fontArrivals.value || ratio !== pixelRatio.value) painted.clear();
    [fonts, ratio] = [fontArrivals.peek(), pixelRatio.peek()];
    frame.paint(painted, paintNow);
  });
  return {
    paintNow,
    stop: () => {
      unwatch();
      restoring.abort();
      frame.drop(painted);
    },
  };
}
