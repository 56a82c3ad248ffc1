import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { boxOf } from '../../gestures/box.ts';
import { prefetchAtRest, type Fetched } from '../../parts/fetched.tsx';

/** Pixels between the button and the panel, and between the panel and the edge of the page. */
const GAP = 6;
const EDGE = 12;
/** As wide as panels are in the style sheet, at most. */
const WIDTH = 336;

interface PanelButtonProps<P> {
  /** What the panel shows, and what it is given. */
  readonly panel: Fetched<P & object>;
  readonly given: P;
  /** Name of the button, and of the panel. */
  readonly label: string;
  readonly name: string;
  /** What stands in the panel when it cannot be fetched. */
  readonly failed: string;
  readonly class?: string;
  /** What is drawn on the button. */
  readonly children: ComponentChildren;
}

/** A button that opens a panel beside it; Esc and a press elsewhere close it. */
export function PanelButton<P>({ panel, given, label, name, failed, class: ownClass, children }: PanelButtonProps<P>) {
  const isOpen = useSignal(false);
  const hasFailed = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => prefetchAtRest([panel]), []);
  const onBeforeToggle = ({ newState }: Pick<ToggleEvent, 'newState'>): void => {
    if (newState !== 'open' || button.current === null || box.current === null) return;
    hasFailed.value = false;
    placeBeside(box.current, boxOf(button.current));
  };
  return (
    <>
      <button ref={button} type="button" class={ownClass} popovertarget={id} aria-expanded={isOpen.value} aria-label={label} title={name}>
        {children}
      </button>
      <div
        ref={box}
        id={id}
        class="timeline-panel"
        popover="auto"
        role="dialog"
        aria-label={name}
        onBeforeToggle={onBeforeToggle}
        onToggle={({ newState }) => {
          isOpen.value = newState === 'open';
        }}
        onKeyDown={(key) => {
          // What is done here is no command of the page.
          if (key.key !== 'Escape') key.stopPropagation();
        }}
      >
        {isOpen.value && !hasFailed.value && (
          <panel.Show
            {...(given as P & object)}
            onFail={() => {
              hasFailed.value = true;
            }}
          />
        )}
        {hasFailed.value && <p role="alert">{failed}</p>}
      </div>
    </>
  );
}

/** Puts a panel above or below a button, wherever there is more room, and within the page. */
function placeBeside(panel: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { innerHeight, innerWidth } = window;
  const isAbove = top > innerHeight - bottom;
  const { style } = panel;
  style.setProperty('left', `${Math.max(Math.min(left, innerWidth - EDGE - WIDTH), EDGE)}px`);
  style.setProperty('top', isAbove ? 'auto' : `${bottom + GAP}px`);
  style.setProperty('bottom', isAbove ? `${innerHeight - top + GAP}px` : 'auto');
  style.setProperty('max-height', `${(isAbove ? top : innerHeight - bottom) - GAP - EDGE}px`);
}
