import { frame } from '../platform/frame.ts';
import { boxOf } from './box.ts';
import { isControl } from './is-control.ts';
import { attachRestingFinger } from './resting-finger.ts';

/** Things within an element that can be dragged sideways; pixels from the element's top left corner. */
export interface EventDrag<T> {
  /** What can be taken hold of at a point, with a finger or with something finer. */
  readonly heldAt: (x: number, y: number, isFinger: boolean) => T | undefined;
  /** What lies under a pointer that holds nothing. */
  readonly onOver: (over: T | undefined) => void;
  /** `dx` is how far it was dragged from where it was taken hold of. */
  readonly onDrag: (held: T, dx: number) => void;
  readonly onDrop: (held: T, dx: number) => void;
  readonly onCancel: () => void;
}

/** A press that moves less than this stays a press. */
const THRESHOLD = 4;

/**
 * Listens for drags with the mouse, a pen, or a finger that has rested, and keeps them from other gestures of the element; Escape gives up. A
 * press without a drag is left to them. Returns what stops listening.
 */
export function attachEventDrag<T>(element: HTMLElement, { heldAt, onOver, onDrag, onDrop, onCancel }: EventDrag<T>): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  let hold: { readonly held: T; readonly id: number; readonly from: number; isMoving: boolean } | undefined;
  const at = ({ clientX, clientY, target, pointerType }: PointerEvent): T | undefined => {
    const { left, top } = boxOf(element);
    return isControl(target) ? undefined : heldAt(clientX - left, clientY - top, pointerType === 'touch');
  };
  const cancel = (): void => {
    const wasMoving = hold?.isMoving === true;
    hold = undefined;
    frame.drop(listening);
    if (wasMoving) onCancel();
  };
  element.addEventListener(
    'pointerdown',
    (pointer) => {
      const isPlain = pointer.button === 0 && pointer.pointerType !== 'touch' && !pointer.shiftKey && !pointer.ctrlKey && !pointer.metaKey;
      const held = isPlain ? at(pointer) : undefined;
      hold = held === undefined ? undefined : { held, id: pointer.pointerId, from: pointer.clientX, isMoving: false };
      if (hold !== undefined) element.setPointerCapture(pointer.pointerId);
    },
    options,
  );
  attachRestingFinger<T>(
    element,
    {
      heldAt: at,
      onHold: (held, { pointerId, clientX }) => {
        hold = { held, id: pointerId, from: clientX, isMoving: true };
        onDrag(held, 0);
      },
      isHolding: () => hold !== undefined,
    },
    listening.signal,
  );
  // The press goes on as one of the mouse, from which a pan would begin.
  element.addEventListener('mousedown', (press) => (hold === undefined ? undefined : press.stopImmediatePropagation()), options);
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (hold === undefined) {
        if (pointer.buttons === 0 && pointer.pointerType !== 'touch') onOver(at(pointer));
        return;
      }
      if (hold.id !== pointer.pointerId) return;
      const { held, from } = hold;
      const dx = pointer.clientX - from;
      if (!hold.isMoving && Math.abs(dx) < THRESHOLD) return;
      hold.isMoving = true;
      pointer.stopImmediatePropagation();
      frame.act(listening, () => onDrag(held, dx));
    },
    options,
  );
  element.addEventListener(
    'pointerup',
    (pointer) => {
      if (hold?.id !== pointer.pointerId) return;
      const { held, from, isMoving } = hold;
      hold = undefined;
      frame.drop(listening);
      if (!isMoving) return;
      pointer.stopImmediatePropagation();
      onDrop(held, pointer.clientX - from);
    },
    options,
  );
  element.addEventListener('pointercancel', cancel, options);
  element.ownerDocument.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || hold?.isMoving !== true) return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    },
    options,
  );
  return () => {
    listening.abort();
    frame.drop(listening);
  };
}
