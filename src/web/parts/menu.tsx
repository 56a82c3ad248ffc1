import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { focusedBeside } from '../platform/focused.ts';
import { frame } from '../platform/frame.ts';

interface MenuProps {
  readonly label: string;
  /** Shows the sign of a menu alone, beside a button that its choices are akin to; the label is its name. */
  readonly isBeside?: boolean;
  /** What it holds: buttons and headings. A press on a button closes it. */
  readonly children: ComponentChildren;
}

/** A button that unfolds a short list of choices below it, and arrow keys, Home and End that go through them; Esc, a press elsewhere and leaving it with Tab fold it again. */
export function Menu({ label, isBeside = false, children }: MenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const isOpen = open.value;

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const onPress = (press: PointerEvent): void => {
      if (root.current !== null && !press.composedPath().includes(root.current)) open.value = false;
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen, open]);

  const onKeyDown = (press: KeyboardEvent): void => {
    // A press may come before the menu is on show.
    if (press.key === 'Escape' && open.peek()) {
      press.preventDefault();
      open.value = false;
      button.current?.focus();
    } else if (MOVES.has(press.key) && (open.peek() || press.key === 'ArrowDown')) {
      press.preventDefault();
      open.value = true;
      // The choices can take the focus once they are shown.
      frame.after(() => moveFocus(panel.current, press.key));
    }
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && root.current?.contains(relatedTarget) === false) open.value = false;
  };
  const onClick = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element) || target.closest('button') === null) return;
    open.value = false;
    button.current?.focus();
  };

  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={button}
        type="button"
        class={isBeside ? 'button button-beside' : 'button'}
        aria-label={isBeside ? label : undefined}
        title={isBeside ? label : undefined}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          open.value = !open.peek();
        }}
      >
        {!isBeside && label}
        <span class="caret" aria-hidden="true" />
      </button>
      <div id={id} ref={panel} class="menu-panel" hidden={!isOpen} onClick={onClick}>
        {children}
      </div>
    </div>
  );
}

/** Where a key leads from the choice at a position, of so many; −1 is the button that unfolds them. */
const MOVES = new Map<string, (at: number, count: number) => number>([
  ['ArrowDown', (at, count) => (at + 1) % count],
  ['ArrowUp', (at, count) => (Math.max(at, 0) + count - 1) % count],
  ['Home', () => 0],
  ['End', (_at, count) => count - 1],
]);

function moveFocus(panel: HTMLElement | null, key: string): void {
  const choices = [...(panel?.querySelectorAll('button') ?? [])];
  const at = choices.findIndex((choice) => choice === focusedBeside(panel));
  choices[MOVES.get(key)?.(at, choices.length) ?? at]?.focus();
}
