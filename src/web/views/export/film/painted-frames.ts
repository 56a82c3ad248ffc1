import type { Film } from '../../../../core/layout/film.ts';
import { paintCanvas } from '../../../../core/paint/canvas.ts';
import { loadFonts } from '../fonts.ts';

/** A frame that has been painted: the canvas is the same for all of them. */
export interface PaintedFrame {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  /** How long it stands, and when it begins, in milliseconds. */
  readonly ms: number;
  readonly at: number;
  /** The part of the film that this frame ends, 0 to 1. */
  readonly done: number;
}

/** Encoders of video take even sides only. */
const even = (pixels: number): number => 2 * Math.floor(pixels / 2);

/** Paints a film frame by frame, and lets the page go on in between. What stands still is painted once. @throws the signal's reason once it is given up. */
export async function* paintedFrames(film: Film, signal: AbortSignal): AsyncGenerator<PaintedFrame, void, void> {
  const [width, height] = [even(film.size.width), even(film.size.height)];
  const [ground, canvas] = [new OffscreenCanvas(width, height), new OffscreenCanvas(width, height)];
  const [still, context] = [ground.getContext('2d'), canvas.getContext('2d', { willReadFrequently: true })];
  if (still === null || context === null) throw new Error('this browser gives no canvas to paint on');
  await loadFonts(film.ground);
  paintCanvas(film.ground, still);
  let at = 0;
  for (let frame = 0; frame < film.length; frame += 1) {
    signal.throwIfAborted();
    const { scene, ms } = film.frameAt(frame);
    await loadFonts(scene);
    context.drawImage(ground, 0, 0);
    paintCanvas(scene, context);
    yield { canvas, context, ms, at, done: (frame + 1) / film.length };
    at += ms;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
