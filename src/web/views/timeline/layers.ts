import { effect, type ReadonlySignal } from '@preact/signals';
import type { Scene } from '../../../core/scene/scene.ts';
import { fontArrivals } from '../../platform/fonts.ts';
import { frame } from '../../platform/frame.ts';
import { paintLayer } from '../../parts/paint-layer.ts';

/** A canvas and what is to be on it. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly scene: ReadonlySignal<Scene | undefined>;
}

/** Keeps canvases painted: at most once in a frame, and only those whose scene has changed, or all when fonts arrive. Returns what stops it. */
export function keepPainted(layers: readonly Layer[]): () => void {
  const painted = new Map<HTMLCanvasElement, Scene | undefined>();
  const paint = (): void => {
    for (const { canvas, scene } of layers) {
      const next = scene.peek();
      if (painted.has(canvas) && painted.get(canvas) === next) continue;
      painted.set(canvas, next);
      paintLayer(canvas, next);
    }
  };
  let fonts = fontArrivals.peek();
  const stop = effect(() => {
    for (const { scene } of layers) void scene.value;
    if (fonts !== fontArrivals.value) painted.clear();
    fonts = fontArrivals.peek();
    frame.paint(painted, paint);
  });
  return () => {
    stop();
    frame.drop(painted);
  };
}

/** Follows the size of an element in whole pixels; `onSize` is not called while it is hidden. Returns what stops following. */
export function followSize(element: HTMLElement, onSize: (size: Scene['size']) => void): () => void {
  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) onSize({ width, height });
  });
  sizes.observe(element);
  return () => sizes.disconnect();
}
