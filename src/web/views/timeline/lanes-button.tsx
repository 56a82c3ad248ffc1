import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { boxOf } from '../../gestures/box.ts';
import { fetched, prefetchAtRest } from '../../parts/fetched.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';

const PANEL = fetched(() => import('./lanes-panel.tsx').then(({ LanesPanel }) => LanesPanel));

/** Pixels between the button and the panel, and between the panel and the edge of the page. */
const GAP = 6;
const EDGE = 12;

interface LanesButtonProps {
  readonly store: Store;
  /** Height of a lane on the page in pixels, by its key; `undefined` for one that does not show. */
  readonly heightOf: (key: string) => number | undefined;
}

/** The button that opens what lanes there are and whose clocks are shown; Esc and a press elsewhere close it. */
export function LanesButton({ store, heightOf }: LanesButtonProps) {
  const isOpen = useSignal(false);
  const hasFailed = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const words = store.world.value.messages.timeline.lanes;
  useEffect(() => prefetchAtRest([PANEL]), []);
  const onFail = (): void => {
    hasFailed.value = true;
  };
  const onBeforeToggle = ({ newState }: Pick<ToggleEvent, 'newState'>): void => {
    if (newState !== 'open' || button.current === null || panel.current === null) return;
    hasFailed.value = false;
    placeBeside(panel.current, boxOf(button.current));
  };
  return (
    <>
      <button ref={button} type="button" popovertarget={id} aria-expanded={isOpen.value} aria-label={words.button} title={words.name}>
        <Icon name="lanes" />
      </button>
      <div
        ref={panel}
        id={id}
        class="lanes-panel"
        popover="auto"
        role="dialog"
        aria-label={words.name}
        onBeforeToggle={onBeforeToggle}
        onToggle={({ newState }) => {
          isOpen.value = newState === 'open';
        }}
        onKeyDown={(key) => {
          // What is done here is no command of the page.
          if (key.key !== 'Escape') key.stopPropagation();
        }}
      >
        {isOpen.value && !hasFailed.value && <PANEL.Show store={store} heightOf={heightOf} onFail={onFail} />}
        {hasFailed.value && <p role="alert">{words.failed}</p>}
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

/** As wide as the panel is in the style sheet, at most. */
const WIDTH = 336;
