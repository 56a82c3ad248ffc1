/** A finger that rests on something takes hold of it. */
export interface RestingFinger<T> {
  /** What a finger takes hold of where it is put down. */
  readonly heldAt: (pointer: PointerEvent) => T | undefined;
  /** It has rested long enough. */
  readonly onHold: (held: T, pointer: PointerEvent) => void;
  /** Whether something is held: then what the finger does is no scrolling, and no gesture of others. */
  readonly isHolding: () => boolean;
}

/** So long a finger rests before it takes hold: as long as phones take for a long press. */
const REST_MS = 450;

/** A finger that moves less than this rests. */
const SLOP = 8;

/** Listens for fingers that rest on an element, until the signal ends it. A finger that moves on at once, or is joined by another, is left to others. */
export function attachRestingFinger<T>(element: HTMLElement, { heldAt, onHold, isHolding }: RestingFinger<T>, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: PointerEvent | undefined;
  const giveUp = (): void => {
    clearTimeout(timer);
    from = undefined;
  };
  const options = { signal, capture: true };
  element.addEventListener(
    'pointerdown',
    (pointer) => {
      giveUp();
      const held = pointer.pointerType === 'touch' && pointer.isPrimary ? heldAt(pointer) : undefined;
      if (held === undefined) return;
      from = pointer;
      timer = setTimeout(() => {
        giveUp();
        onHold(held, pointer);
      }, REST_MS);
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (pointer) => {
      if (from !== undefined && Math.hypot(pointer.clientX - from.clientX, pointer.clientY - from.clientY) > SLOP) giveUp();
    },
    options,
  );
  element.addEventListener('pointerup', giveUp, options);
  element.addEventListener('pointercancel', giveUp, options);
  signal.addEventListener('abort', giveUp);
  // A page that may not say no to a scroll is asked in vain: so it is not passive.
  element.addEventListener(
    'touchmove',
    (touch) => {
      if (!isHolding()) return;
      touch.preventDefault();
      touch.stopImmediatePropagation();
    },
    { ...options, passive: false },
  );
  // A long press asks for a menu, too.
  element.addEventListener('contextmenu', (press) => (from !== undefined || isHolding() ? press.preventDefault() : undefined), options);
}
