import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { EventNumber } from '../../core/model/event.ts';
import { eventAt, rowOf } from '../../core/model/rows.ts';
import { passesIn, type Visible } from '../../core/query/visible.ts';
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

  const order = (): Visible => store.visibleExcept('time').peek();
  const stop = (): void => {
    clearTimeout(timer);
    playing.value = false;
  };
  const show = (i: EventNumber): void => {
    const { id } = eventAt(order().dataset, i);
    shown = id;
    store.dispatch({ kind: 'select', id });
    timer = setTimeout(step, STEP_MS);
  };
  const step = (): void => {
    const at = shown === undefined ? undefined : rankOfId(order(), shown);
    const next = at === undefined ? undefined : datedAt(order(), at + 1);
    if (next === undefined) stop();
    else show(next);
  };
  const start = (): void => {
    const visible = order();
    const selected = store.view.peek().selected;
    const at = selected === undefined ? undefined : rankOfId(visible, selected);
    const first = (at === undefined ? undefined : datedAt(visible, at + 1)) ?? datedAt(visible, 0);
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

/** The `k`th dated event that passes. */
const datedAt = (visible: Visible, k: number): EventNumber | undefined => (k < visible.datedCount ? visible.nth(k) : undefined);

/** The position of an event among the dated ones that pass; `undefined` for one that is not among them. */
function rankOfId(visible: Visible, id: string): number | undefined {
  const row = rowOf(visible.dataset, id);
  return row !== undefined && row < visible.dataset.dated && passesIn(visible, row) ? visible.rankOf(row) : undefined;
}
