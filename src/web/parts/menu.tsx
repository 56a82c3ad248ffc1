import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  /** What it holds: buttons and headings. A press on a button closes it. */
  readonly children: ComponentChildren;
}

/** A button that unfolds a short list of choices below it; Esc, a press elsewhere and leaving it with Tab fold it again. */
export function Menu({ label, children }: MenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = open.value;

  useEffect(() => {
    if (!isOpen) return undefined;
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && root.current?.contains(target) === false) open.value = false;
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen, open]);

  const onKeyDown = (press: KeyboardEvent): void => {
    if (press.key !== 'Escape' || !isOpen) return;
    press.preventDefault();
    open.value = false;
    button.current?.focus();
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
        class="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          open.value = !isOpen;
        }}
      >
        {label}
        <span class="caret" aria-hidden="true" />
      </button>
      <div id={id} class="menu-panel" hidden={!isOpen} onClick={onClick}>
        {children}
      </div>
    </div>
  );
}
