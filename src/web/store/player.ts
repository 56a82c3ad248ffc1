import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Store } from './store.ts';

/** How long each event stands while a story plays. */
export const STEP_MS = 1800;

/** Plays a story: selects one event after the other in time order. */
export interface Player {
  readonly playing: ReadonlySignal<boolean>;
  /** Starts from the selected event, or from the first when none or the last is selected; stops when playing. */
  readonly toggle: () => void;
  readonly stop: () => void;
}

const players = new WeakMap<Store, Player>();

/** The one player of a store, shared by the key, the button and whatever else starts or stops it. */
export function playerOf(store: Store): Player {
  const known = players.get(store);
  if (known !== undefined) return known;
  const made = createPlayer(store);
  players.set(store, made);
  return made;
}

function createPlayer(store: Store): Player {
  const playing = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | undefined;

  const ids = (): readonly string[] => {
    const { events } = store.opened.peek().dataset;
    return store.visibleExcept('time').peek().dated.flatMap((i) => events[i]?.id ?? []);
  };
  const stop = (): void => {
    clearTimeout(timer);
    playing.value = false;
  };
  const show = (id: string): void => {
    shown = id;
    store.dispatch({ kind: 'select', id });
    timer = setTimeout(step, STEP_MS);
  };
  const step = (): void => {
    const order = ids();
    const at = shown === undefined ? -1 : order.indexOf(shown);
    const next = at === -1 ? undefined : order[at + 1];
    if (next === undefined) stop();
    else show(next);
  };
  const start = (): void => {
    const order = ids();
    const selected = store.view.peek().selected;
    const at = selected === undefined ? -1 : order.indexOf(selected);
    const first = at === order.length - 1 ? order[0] : order[at + 1];
    if (first === undefined) return;
    playing.value = true;
    show(first);
  };
  // Whoever selects another event meanwhile, or opens another file, takes over.
  effect(() => {
    if (store.view.value.selected !== shown && playing.peek()) stop();
  });
  return { playing, stop, toggle: () => (playing.peek() ? stop() : start()) };
}
