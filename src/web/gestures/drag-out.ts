import { frame } from '../platform/frame.ts';
import { attachRestingFinger } from './resting-finger.ts';

/** Something that is dragged out of the element in which it stands, over the whole window; pixels of the window. */
export interface DragOut<T> {
  /** What is taken hold of by a press on an element. */
  readonly heldAt: (pressed: Element) => T | undefined;
  readonly onMove: (held: T, clientX: number, clientY: number) => void;
  readonly onDrop: (held: T, clientX: number, clientY: number) => void;
  /** A drag ended, however it did. */
  readonly onEnd: () => void;
}

/** A press that moves less than this stays a press. */
const THRESHOLD = 6;

/**
 * Listens for drags out of an element with the mouse, a pen, or a finger that has rested; Escape gives up, and a press without a drag is left
 * alone. Returns what stops listening.
 */
export function attachDragOut<T>(element: HTMLElement, { heldAt, onMove, onDrop, onEnd }: DragOut<T>): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const document = element.ownerDocument;
  let hold: { readonly held: T; readonly id: number; readonly x: number; readonly y: number; isMoving: boolean } | undefined;
  let wasDragged = false;
  const end = (): boolean => {
    const wasMoving = hold?.isMoving === true;
    hold = undefined;
    frame.drop(listening);
    if (wasMoving) onEnd();
    return wasMoving;
  };
  element.addEventListener(
    'pointerdown',
    (pointer) => {
      wasDragged = false;
      const isPlain = pointer.button === 0 && pointer.pointerType !== 'touch';
      const held = isPlain && pointer.target instanceof Element ? heldAt(pointer.target) : undefined;
      hold = held === undefined ? undefined : { held, id: pointer.pointerId, x: pointer.clientX, y: pointer.clientY, isMoving: false };
    },
    { signal },
  );
  attachRestingFinger<T>(
    element,
    {
      heldAt: ({ target }) => (target instanceof Element ? heldAt(target) : undefined),
      onHold: (held, { pointerId, clientX, clientY }) => {
        hold = { held, id: pointerId, x: clientX, y: clientY, isMoving: true };
        onMove(held, clientX, clientY);
      },
      isHolding: () => hold !== undefined,
    },
    signal,
  );
  document.addEventListener(
    'pointermove',
    (pointer) => {
      if (hold?.id !== pointer.pointerId) return;
      const { held } = hold;
      const { clientX, clientY } = pointer;
      if (!hold.isMoving) {
        if (Math.hypot(clientX - hold.x, clientY - hold.y) < THRESHOLD) return;
        hold.isMoving = true;
        element.setPointerCapture(pointer.pointerId);
      }
      frame.act(listening, () => onMove(held, clientX, clientY));
    },
    { signal },
  );
  document.addEventListener(
    'pointerup',
    (pointer) => {
      if (hold?.id !== pointer.pointerId) return;
      const { held } = hold;
      if (!end()) return;
      wasDragged = true;
      onDrop(held, pointer.clientX, pointer.clientY);
    },
    { signal },
  );
  // The press that a drag begins with is none.
  element.addEventListener(
    'click',
    (press) => {
      if (wasDragged) press.stopPropagation();
      wasDragged = false;
    },
    { signal, capture: true },
  );
  document.addEventListener('pointercancel', () => void end(), { signal });
  document.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || hold?.isMoving !== true) return;
      key.preventDefault();
      key.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
  return () => {
    listening.abort();
    frame.drop(listening);
  };
}
