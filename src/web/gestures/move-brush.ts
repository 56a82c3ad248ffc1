import { frame } from '../platform/frame.ts';
import { xIn } from './box.ts';

/** A brush in pixels from the element's left edge. */
export interface BrushEnds {
  readonly x0: number;
  readonly x1: number;
}

export interface BrushMoves {
  /** Where the brush is now. */
  readonly brush: () => BrushEnds;
  readonly onChange: (next: BrushEnds) => void;
  /** A press without a move, outside the brush: bring it here. */
  readonly onJump: (x: number) => void;
}

/** What a press at a position takes hold of. */
export type BrushPart = 'start' | 'end' | 'whole' | 'new';

/** How near to a handle counts as on it; a finger's half. */
const REACH = 9;
const STILL = 3;

/** The part of a brush at a position: a handle within reach, the nearer of the two, or the brush, or the track beside it. */
export function brushPartAt({ x0, x1 }: BrushEnds, x: number): BrushPart {
  const [toStart, toEnd] = [Math.abs(x - x0), Math.abs(x - x1)];
  if (Math.min(toStart, toEnd) <= REACH) return toStart < toEnd || (toStart === toEnd && x < x0) ? 'start' : 'end';
  return x > x0 && x < x1 ? 'whole' : 'new';
}

/** The brush after a part of it was dragged from one position to another; its ends in order. */
export function movedBrush(part: BrushPart, { x0, x1 }: BrushEnds, from: number, to: number): BrushEnds {
  const dx = to - from;
  const [start, end] = part === 'start' ? [x0 + dx, x1] : part === 'end' ? [x0, x1 + dx] : part === 'whole' ? [x0 + dx, x1 + dx] : [from, to];
  return { x0: Math.min(start, end), x1: Math.max(start, end) };
}

/** Listens for drags of a brush: its handles, the whole, or a new one drawn beside it. Returns what stops listening. */
export function attachBrushMoves(element: HTMLElement, { brush, onChange, onJump }: BrushMoves): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let hold: { readonly id: number; readonly part: BrushPart; readonly from: number; readonly brush: BrushEnds; moved: boolean } | undefined;
  const moves = {};
  let cursor = '';
  const showCursor = (next: string): void => {
    if (next !== cursor) element.style.setProperty('cursor', next);
    cursor = next;
  };
  const cursors: Readonly<Record<BrushPart, string>> = { start: 'ew-resize', end: 'ew-resize', whole: 'grab', new: 'crosshair' };

  element.addEventListener(
    'pointerdown',
    (pointer) => {
      if (pointer.button !== 0) return;
      element.setPointerCapture(pointer.pointerId);
      frame.flush(moves);
      const x = xIn(element, pointer);
      hold = { id: pointer.pointerId, part: brushPartAt(brush(), x), from: x, brush: brush(), moved: false };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (pointer) => {
      const x = xIn(element, pointer);
      if (hold?.id !== pointer.pointerId) {
        frame.act(moves, () => showCursor(cursors[brushPartAt(brush(), x)]));
        return;
      }
      if (!hold.moved && Math.abs(x - hold.from) < STILL) return;
      hold.moved = true;
      const next = movedBrush(hold.part, hold.brush, hold.from, x);
      frame.act(moves, () => onChange(next));
    },
    { signal },
  );
  const release = (pointer: PointerEvent): void => {
    if (hold?.id !== pointer.pointerId) return;
    const { part, moved } = hold;
    hold = undefined;
    frame.flush(moves);
    if (pointer.type === 'pointerup' && !moved && part === 'new') onJump(xIn(element, pointer));
  };
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  return () => {
    listening.abort();
    frame.drop(moves);
  };
}
