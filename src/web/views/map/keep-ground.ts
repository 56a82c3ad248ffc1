import { effect, type ReadonlySignal } from '@preact/signals';
import type { GroundView } from '../../../core/layout/base-map-ground.ts';
import { frame } from '../../platform/frame.ts';
import type { PaintGround } from '../../platform/ground-painter.ts';
import { lastOrder } from '../../platform/last-order.ts';
import type { Frame } from './map-frame.ts';

/** A picture of the ground that is wanted. */
export interface GroundOrder {
  readonly frame: Frame;
  readonly view: GroundView;
  /** Pixels of the screen for each of the view's. */
  readonly scale: number;
  readonly paint: PaintGround;
}

/** A canvas that shows the ground. */
export interface Ground {
  /** Puts what is painted where it belongs. */
  readonly settle: () => void;
  readonly stop: () => void;
}

/**
 * Keeps a canvas showing the ground that is wanted. Its picture is painted elsewhere: until it has come the one before stays, where it belongs
 * on the map. Without an order the canvas is hidden.
 */
export function keepGround(
  canvas: HTMLCanvasElement,
  wanted: ReadonlySignal<GroundOrder | undefined>,
  place: (canvas: HTMLCanvasElement, frame: Frame) => void,
): Ground {
  let shown: Frame | undefined;
  let isStopped = false;
  let come: { readonly picture: ImageBitmap; readonly order: GroundOrder } | undefined;
  const settle = (): void => {
    if (shown !== undefined) place(canvas, shown);
  };
  const show = (): void => {
    if (come === undefined) return;
    const { picture, order } = come;
    come = undefined;
    const { width, height } = order.frame.size;
    canvas.style.setProperty('inline-size', `${width}px`);
    canvas.style.setProperty('block-size', `${height}px`);
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    canvas.style.visibility = '';
    shown = order.frame;
    settle();
  };
  const forget = (): void => {
    frame.drop(show);
    come?.picture.close();
    come = undefined;
  };
  const order = lastOrder<GroundOrder, ImageBitmap>(
    ({ paint, view, scale }) => paint(view, scale),
    (picture, order) => {
      forget();
      if (isStopped || wanted.peek() === undefined) picture.close();
      else {
        come = { picture, order };
        frame.paint(show, show);
      }
    },
    reportError,
  );
  const stop = effect(() => {
    if (wanted.value !== undefined) {
      order(wanted.value);
      return;
    }
    forget();
    shown = undefined;
    canvas.style.visibility = 'hidden';
  });
  return {
    settle,
    stop: () => {
      isStopped = true;
      stop();
      forget();
    },
  };
}
