import { frame } from '../platform/frame.ts';
import { boxOf } from './box.ts';
import { isControl } from './is-control.ts';

/** Where the pointer is and what it presses; pixels from the element's top left corner, `tolerance` how far it may miss. */
export interface Hover {
  readonly onMove: (x: number, y: number, tolerance: number) => void;
  readonly onLeave: () => void;
  readonly onPress: (x: number, y: number, tolerance: number) => void;
}

/** A finger is wider than a mouse. */
const MOUSE_TOLERANCE = 4;
const FINGER_TOLERANCE = 12;
/** A press that moved farther was a drag. */
const STILL = 4;

/** Listens for pointing, once a frame, and pressing. Fingers press but do not hover; a drag is neither. Returns what stops listening. */
export function attachHover(element: HTMLElement, { onMove, onLeave, onPress }: Hover): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const moves = {};
  let pressed: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  const place = (pointer: PointerEvent): readonly [x: number, y: number, tolerance: number] => {
    const { left, top } = boxOf(element);
    return [pointer.clientX - left, pointer.clientY - top, pointer.pointerType === 'mouse' ? MOUSE_TOLERANCE : FINGER_TOLERANCE];
  };
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (pointer.pointerType === 'touch' || pointer.buttons !== 0) return;
      const at = place(pointer);
      frame.act(moves, isControl(pointer.target) ? onLeave : () => onMove(...at));
    },
    { signal },
  );
  element.addEventListener('pointerleave', () => frame.act(moves, onLeave), { signal });
  element.addEventListener(
    'pointerdown',
    (pointer) => {
      const isPress = pointer.button === 0 && !pointer.shiftKey && pointer.isPrimary && !isControl(pointer.target);
      pressed = isPress ? { id: pointer.pointerId, x: pointer.clientX, y: pointer.clientY } : undefined;
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (pointer) => {
      const still = pressed?.id === pointer.pointerId && Math.hypot(pointer.clientX - pressed.x, pointer.clientY - pressed.y) < STILL;
      pressed = undefined;
      if (!still) return;
      frame.flush(moves);
      onPress(...place(pointer));
    },
    { signal },
  );
  element.addEventListener(
    'pointercancel',
    () => {
      pressed = undefined;
    },
    { signal },
  );
  return () => {
    listening.abort();
    frame.drop(moves);
  };
}
