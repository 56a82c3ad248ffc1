import { frame } from '../platform/frame.ts';

/** An element's box, and the frame and the scroll that it was read in. */
interface Reading {
  readonly box: DOMRect;
  readonly frame: number;
  readonly moves: number;
}

const readings = new WeakMap<Element, Reading>();

/** How often anything was scrolled or the window changed its size. */
let moves = 0;
let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  const move = (): void => {
    moves += 1;
  };
  addEventListener('scroll', move, { capture: true, passive: true });
  addEventListener('resize', move);
}

/**
 * Where an element is in the window, in pixels. Asked of the page once between two frames, before anything is written to it, so that no
 * input makes the browser lay the page out a second time.
 */
export function boxOf(element: Element): DOMRect {
  watch();
  const known = readings.get(element);
  if (known?.frame === frame.count() && known.moves === moves) return known.box;
  const box = element.getBoundingClientRect();
  readings.set(element, { box, frame: frame.count(), moves });
  return box;
}

/** What a pointer's position in the window is from an element's left edge, in pixels. */
export const xIn = (element: Element, { clientX }: { readonly clientX: number }): number => clientX - boxOf(element).left;
