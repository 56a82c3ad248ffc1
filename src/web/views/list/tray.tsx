import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Store } from '../../store/store.ts';

/** Entries of a tray that stand on the page at a time. */
const PAGE = 20;

/** The page that a position is on, from 0. */
export const pageOf = (position: number): number => Math.floor(position / PAGE);

interface TrayProps {
  readonly store: Store;
  /** The page that is open, from 0; `undefined` while the tray is closed. */
  readonly page: Signal<number | undefined>;
  readonly count: number;
  readonly label: string;
  /** The entries from position `first` to before `last`. */
  readonly children: (first: number, last: number) => ComponentChildren;
}

/** A list that is folded under its count, and unfolds a page at a time. */
export function Tray({ store, page, count, label, children }: TrayProps) {
  const { messages } = store.world.value;
  const { list } = messages;
  const id = useId();
  const isOpen = page.value !== undefined;
  const at = Math.min(page.value ?? 0, pageOf(count - 1));
  const [first, last] = [at * PAGE, Math.min((at + 1) * PAGE, count)];
  return (
    <div class="tray" data-open={isOpen}>
      <button
        type="button"
        class="tray-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          page.value = isOpen ? undefined : 0;
        }}
      >
        <span>{label}</span>
        <span class="tray-action">{isOpen ? list.hide : list.show}</span>
      </button>
      <ul id={id} class="tray-list" hidden={!isOpen}>
        {isOpen && children(first, last)}
      </ul>
      {isOpen && count > PAGE && <Pages store={store} page={page} at={at} first={first} last={last} count={count} />}
    </div>
  );
}

interface PagesProps {
  readonly store: Store;
  readonly page: Signal<number | undefined>;
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Says which entries of a tray are shown, and turns to others. A button that leads nowhere stays, so that it keeps the focus. */
function Pages({ store, page, at, first, last, count }: PagesProps) {
  const { messages, formats } = store.world.value;
  const { trays } = messages.list;
  const turn = (step: 1 | -1, isPossible: boolean) => ({
    'type': 'button' as const,
    'class': 'link-button',
    'aria-disabled': !isPossible,
    'onClick': () => {
      if (isPossible) page.value = at + step;
    },
  });
  return (
    <div class="tray-pages">
      <button {...turn(-1, first > 0)}>{trays.back}</button>
      <span aria-live="polite">{trays.shown(formats.number(first + 1), formats.number(last), formats.number(count))}</span>
      <button {...turn(1, last < count)}>{trays.on}</button>
    </div>
  );
}
