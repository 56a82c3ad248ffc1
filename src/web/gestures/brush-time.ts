import { attachShiftDrag } from './shift-drag.ts';

/** A stretch being chosen, in pixels from the element's left edge, `x0` left of `x1`. */
export interface TimeBrush {
  readonly onBrush: (x0: number, x1: number) => void;
  readonly onDone: (x0: number, x1: number) => void;
  readonly onCancel: () => void;
}

/** A stretch narrower than this is a slip of the hand. */
const NARROWEST = 5;

/** Listens for Shift-drags that choose a stretch of time; Escape gives up. Returns what stops listening. */
export const attachTimeBrush = (element: HTMLElement, { onBrush, onDone, onCancel }: TimeBrush): (() => void) =>
  attachShiftDrag(element, {
    onMove: (from, to) => onBrush(Math.min(from.x, to.x), Math.max(from.x, to.x)),
    onDone: (from, to) => {
      if (Math.abs(to.x - from.x) >= NARROWEST) onDone(Math.min(from.x, to.x), Math.max(from.x, to.x));
      else onCancel();
    },
    onCancel,
  });
