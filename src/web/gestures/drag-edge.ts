import { frame } from '../platform/frame.ts';
import { boxOf } from './box.ts';
import { attachRestingFinger } from './resting-finger.ts';

/** Edges within an element that can be dragged up and down; pixels from the element's top left corner. */
export interface EdgeDrag<T> {
  /** What has its edge at a point. */
  readonly edgeAt: (x: number, y: number) => T | undefined;
  readonly onOver: (isOver: boolean) => void;
  /** `dy` is how far the edge is from where it was taken hold of. */
  readonly onDrag: (edge: T, dy: number) => void;
  /** A double click on the edge. */
  readonly onReset: (edge: T) => void;
}

/** Listens for drags of edges with the mouse, a pen, or a finger that has rested, and keeps them from other gestures of the element. Returns what stops listening. */
export function attachEdgeDrag<T>(element: HTMLElement, { edgeAt, onOver, onDrag, onReset }: EdgeDrag<T>): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  let drag: { readonly edge: T; readonly id: number; readonly from: number } | undefined;
  const at = ({ clientX, clientY }: MouseEvent): T | undefined => {
    const { left, top } = boxOf(element);
    return edgeAt(clientX - left, clientY - top);
  };
  const end = ({ pointerId, pointerType }: PointerEvent): void => {
    if (drag?.id !== pointerId) return;
    frame.flush(listening);
    drag = undefined;
    if (pointerType === 'touch') onOver(false);
  };
  element.addEventListener(
    'pointerdown',
    (pointer) => {
      const edge = pointer.button === 0 && pointer.pointerType !== 'touch' && !pointer.shiftKey ? at(pointer) : undefined;
      if (edge === undefined) return;
      drag = { edge, id: pointer.pointerId, from: pointer.clientY };
      element.setPointerCapture(pointer.pointerId);
      pointer.stopImmediatePropagation();
    },
    options,
  );
  attachRestingFinger<T>(
    element,
    {
      heldAt: at,
      onHold: (edge, { pointerId, clientY }) => {
        drag = { edge, id: pointerId, from: clientY };
        onOver(true);
      },
      isHolding: () => drag !== undefined,
    },
    listening.signal,
  );
  // The press goes on as one of the mouse, which others listen for.
  for (const kind of ['mousedown', 'touchstart'] as const) {
    element.addEventListener(kind, (press) => (drag === undefined ? undefined : press.stopImmediatePropagation()), options);
  }
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (drag === undefined) {
        if (pointer.buttons === 0) onOver(at(pointer) !== undefined);
        return;
      }
      if (drag.id !== pointer.pointerId) return;
      pointer.stopImmediatePropagation();
      const { edge, from } = drag;
      frame.act(listening, () => onDrag(edge, pointer.clientY - from));
    },
    options,
  );
  element.addEventListener('pointerup', end, options);
  element.addEventListener('pointercancel', end, options);
  element.addEventListener(
    'dblclick',
    (press) => {
      const edge = at(press);
      if (edge === undefined) return;
      press.stopImmediatePropagation();
      onReset(edge);
    },
    options,
  );
  return () => {
    listening.abort();
    frame.drop(listening);
  };
}
