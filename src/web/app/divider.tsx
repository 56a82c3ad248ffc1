import type { RefObject } from 'preact';
import type { Store } from '../store/store.ts';

interface DividerProps {
  readonly store: Store;
  /** What it divides: its height is the whole. */
  readonly stage: RefObject<HTMLElement | null>;
}

const STEP = 0.04;
const LOWEST = 0.15;
const HIGHEST = 0.85;

/** The line between map and timeline: drags, and moves by the arrow keys, Home and End. */
export function Divider({ store, stage }: DividerProps) {
  const { messages } = store.world.value;
  const { divider } = store.view.value;
  const percent = Math.round(divider * 100);
  const moveTo = (share: number): void => store.dispatch({ kind: 'set-divider', divider: share });

  const onPointerMove = (pointer: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    if (!pointer.currentTarget.hasPointerCapture(pointer.pointerId) || stage.current === null) return;
    const { top, height } = stage.current.getBoundingClientRect();
    moveTo((pointer.clientY - top) / height);
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    const target = targetOf(press.key, divider);
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
      aria-valuemin={LOWEST * 100}
      aria-valuemax={HIGHEST * 100}
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
      return LOWEST;
    case 'End':
      return HIGHEST;
    default:
      return undefined;
  }
}
