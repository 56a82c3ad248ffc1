import type { RefObject } from 'preact';
import { DIVIDER_LIMITS } from '../../core/view/view-state.ts';
import { boxOf } from '../gestures/box.ts';
import { frame } from '../platform/frame.ts';
import type { Store } from '../store/store.ts';

interface DividerProps {
  readonly store: Store;
  /** What it divides: its height is the whole. */
  readonly stage: RefObject<HTMLElement | null>;
}

/** How much of the stage's height an arrow key moves it. */
const STEP = 0.04;

/** The line between map and timeline: drags, and moves by the arrow keys, Home and End. */
export function Divider({ store, stage }: DividerProps) {
  const { messages } = store.world.value;
  const { divider } = store.view.value;
  const percent = Math.round(divider * 100);
  const moveTo = (share: number): void => store.dispatch({ kind: 'set-divider', divider: share });

  const onPointerMove = (pointer: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    if (!pointer.currentTarget.hasPointerCapture(pointer.pointerId) || stage.current === null) return;
    const { top, height } = boxOf(stage.current);
    const share = (pointer.clientY - top) / height;
    frame.act(stage, () => moveTo(share));
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    const target = targetOf(press.key, store.view.peek().divider);
    if (target === undefined) return;
    press.preventDefault();
    moveTo(target);
  };
  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={messages.app.divider}
      aria-valuemin={DIVIDER_LIMITS.least * 100}
      aria-valuemax={DIVIDER_LIMITS.most * 100}
      aria-valuenow={percent}
      aria-valuetext={messages.app.dividerAt(`${percent}%`)}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

function targetOf(key: string, divider: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return divider - STEP;
    case 'ArrowDown':
      return divider + STEP;
    case 'Home':
      return DIVIDER_LIMITS.least;
    case 'End':
      return DIVIDER_LIMITS.most;
    default:
      return undefined;
  }
}
