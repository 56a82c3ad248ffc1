import type { Point } from '../../core/base/geometry.ts';
import { frame } from '../platform/frame.ts';
import { boxOf } from './box.ts';
import { isControl } from './is-control.ts';

/** A drag with Shift held, from one point to another; pixels from the element's top left corner. */
export interface ShiftDrag {
  readonly onMove: (from: Point, to: Point) => void;
  readonly onDone: (from: Point, to: Point) => void;
  readonly onCancel: () => void;
}

/** Listens for drags with Shift held; Escape gives up. Returns what stops listening. */
export function attachShiftDrag(element: HTMLElement, { onMove, onDone, onCancel }: ShiftDrag): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const moves = {};
  let hold: { readonly id: number; readonly from: Point } | undefined;
  const pointIn = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = boxOf(element);
    return { x: clientX - left, y: clientY - top };
  };
  const end = (done?: PointerEvent): void => {
    if (hold === undefined) return;
    const { from } = hold;
    hold = undefined;
    frame.drop(moves);
    if (done === undefined) onCancel();
    else onDone(from, pointIn(done));
  };

  element.addEventListener(
    'pointerdown',
    (pointer) => {
      if (pointer.button !== 0 || !pointer.shiftKey || isControl(pointer.target)) return;
      pointer.preventDefault();
      element.setPointerCapture(pointer.pointerId);
      hold = { id: pointer.pointerId, from: pointIn(pointer) };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (hold?.id !== pointer.pointerId) return;
      const [{ from }, to] = [hold, pointIn(pointer)];
      frame.act(moves, () => onMove(from, to));
    },
    { signal },
  );
  element.addEventListener('pointerup', (pointer) => (hold?.id === pointer.pointerId ? end(pointer) : undefined), { signal });
  element.addEventListener('pointercancel', () => end(), { signal });
  element.ownerDocument.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || hold === undefined) return;
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
