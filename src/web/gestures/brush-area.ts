import type { Box, Point } from '../../core/base/geometry.ts';
import { frame } from '../platform/frame.ts';
import { attachShiftDrag } from './shift-drag.ts';

/** A box being chosen, in pixels from the element's top left corner. */
export interface AreaBrush {
  readonly onBrush: (box: Box) => void;
  readonly onDone: (box: Box) => void;
  readonly onCancel: () => void;
}

/** A box narrower or lower than this is a slip of the hand. */
const NARROWEST = 8;

/** The box between two corners. */
const boxBetween = (a: Point, b: Point): Box => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** Listens for Shift-drags that choose a box; Escape gives up. Returns what stops listening. */
export const attachAreaBrush = (element: HTMLElement, { onBrush, onDone, onCancel }: AreaBrush): (() => void) =>
  attachShiftDrag(element, {
    onMove: (from, to) => onBrush(boxBetween(from, to)),
    onDone: (from, to) => {
      const box = boxBetween(from, to);
      if (box.width >= NARROWEST && box.height >= NARROWEST) onDone(box);
      else onCancel();
    },
    onCancel,
  });

/** What is held of a box: all of it, or a corner. */
export const BOX_PARTS = ['whole', 'northWest', 'northEast', 'southWest', 'southEast'] as const;
export type BoxPart = (typeof BOX_PARTS)[number];

/** A box after one of its parts was moved by some pixels; a corner does not pass the opposite one. */
export function movedBox(box: Box, part: BoxPart, dx: number, dy: number): Box {
  if (part === 'whole') return { ...box, x: box.x + dx, y: box.y + dy };
  const isWest = part === 'northWest' || part === 'southWest';
  const isNorth = part === 'northWest' || part === 'northEast';
  const width = Math.max(box.width + (isWest ? -dx : dx), NARROWEST);
  const height = Math.max(box.height + (isNorth ? -dy : dy), NARROWEST);
  return { x: isWest ? box.x + box.width - width : box.x, y: isNorth ? box.y + box.height - height : box.y, width, height };
}

/** Listens for drags of a handle; `onMove` is told the pixels from where the drag began. Returns what stops listening. */
export function attachHandle(handle: HTMLElement, { onStart, onMove }: { readonly onStart: () => void; readonly onMove: (dx: number, dy: number) => void }): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const moves = {};
  let hold: { readonly id: number; readonly from: Point } | undefined;
  handle.addEventListener(
    'pointerdown',
    (pointer) => {
      if (pointer.button !== 0) return;
      pointer.stopPropagation();
      handle.setPointerCapture(pointer.pointerId);
      hold = { id: pointer.pointerId, from: { x: pointer.clientX, y: pointer.clientY } };
      onStart();
    },
    { signal },
  );
  handle.addEventListener(
    'pointermove',
    (pointer) => {
      if (hold?.id !== pointer.pointerId) return;
      const { from } = hold;
      frame.act(moves, () => onMove(pointer.clientX - from.x, pointer.clientY - from.y));
    },
    { signal },
  );
  const release = (pointer: PointerEvent): void => {
    if (hold?.id !== pointer.pointerId) return;
    hold = undefined;
    frame.flush(moves);
  };
  handle.addEventListener('pointerup', release, { signal });
  handle.addEventListener('pointercancel', release, { signal });
  return () => {
    listening.abort();
    frame.drop(moves);
  };
}
