import { options } from 'preact';
import type { Frame } from './frame.ts';

/** Has components rendered in frames, after the actions they answer, and their effects run when all is painted. */
export function renderInFrames(frame: Frame): void {
  options.debounceRendering = (render) => frame.render(render);
  options.requestAnimationFrame = (flush) => frame.after(flush);
}
