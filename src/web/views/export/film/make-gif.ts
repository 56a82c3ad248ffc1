import { applyPalette, GIFEncoder, quantize, type Palette } from 'gifenc';
import type { PaintedFrame } from './painted-frames.ts';

/** A GIF has so many colours at most (GIF89a, section 19). */
const COLOURS = 256;
/** Delays are written in hundredths of a second, and browsers slow down what is faster than two of them. */
const LEAST_DELAY = 20;

/** Writes frames as a GIF that plays for ever, each with colours of its own. */
export async function makeGif(frames: AsyncIterable<PaintedFrame>, onProgress: (done: number) => void): Promise<Blob> {
  const encoder = GIFEncoder();
  let palette: Palette | undefined;
  let count = 0;
  for await (const { canvas, context, ms, done } of frames) {
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    // Neighbouring frames have the same colours but for a few marks.
    if (palette === undefined || count % RENEWED === 0) palette = quantize(data, COLOURS);
    encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay: Math.max(ms, LEAST_DELAY), repeat: 0 });
    count += 1;
    onProgress(done);
  }
  encoder.finish();
  return new Blob([encoder.bytes()], { type: 'image/gif' });
}

/** After so many frames colours are chosen anew. */
const RENEWED = 10;
