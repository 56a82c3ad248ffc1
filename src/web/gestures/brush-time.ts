import { frame } from '../platform/frame.ts';
import { xIn } from './box.ts';
import { isControl } from './is-control.ts';

/** A stretch being chosen, in pixels from the element's left edge, `x0` left of `x1`. */
export interface TimeBrush {
  readonly onBrush: (x0: number, x1: number) => void;
  readonly onDone: (x0: number, x1: number) => void;
  readonly onCancel: () => void;
}

/** A stretch narrower than this is a slip of the hand. */
const NARROWEST = 5;

/** Listens for Shift-drags that choose a stretch of time; Escape gives up. Returns what stops listening. */
export function attachTimeBrush(element: HTMLElement, { onBrush, onDone, onCancel }: TimeBrush): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let brush: { readonly id: number; readonly from: number } | undefined;
  const moves = {};
  const end = (done?: PointerEvent): void => {
    if (brush === undefined) return;
    const { from } = brush;
    brush = undefined;
    frame.drop(moves);
    const to = done === undefined ? from : xIn(element, done);
    if (Math.abs(to - from) >= NARROWEST) onDone(Math.min(from, to), Math.max(from, to));
    else onCancel();
  };

  element.addEventListener(
    'pointerdown',
    (pointer) => {
      if (pointer.button !== 0 || !pointer.shiftKey || isControl(pointer.target)) return;
      pointer.preventDefault();
      element.setPointerCapture(pointer.pointerId);
      brush = { id: pointer.pointerId, from: xIn(element, pointer) };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (brush?.id !== pointer.pointerId) return;
      const [from, to] = [brush.from, xIn(element, pointer)];
      frame.act(moves, () => onBrush(Math.min(from, to), Math.max(from, to)));
    },
    { signal },
  );
  element.addEventListener('pointerup', (pointer) => (brush?.id === pointer.pointerId ? end(pointer) : undefined), { signal });
  element.addEventListener('pointercancel', () => end(), { signal });
  element.ownerDocument.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || brush === undefined) return;
      key.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
  return () => {
    listening.abort();
    frame.drop(moves);
  };
}
