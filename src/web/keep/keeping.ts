import { signal, type ReadonlySignal } from '@preact/signals';
import { isNewer } from '../store/is-newer.ts';
import type { Store } from '../store/store.ts';
import type { Keeper } from './keeper.ts';

/**
 * What keeps the story of a store; `undefined` until its code has come, which the first picture does without, `'off'` where the browser keeps
 * nothing, and `'reading'` where the story is there to be read alone: nothing of it is to be changed or kept.
 */
export type Keeping = Keeper | 'off' | 'reading' | undefined;

const keepings = new WeakMap<Store, ReturnType<typeof signal<Keeping>>>();

function keepingSignal(store: Store): ReturnType<typeof signal<Keeping>> {
  const known = keepings.get(store) ?? signal<Keeping>(undefined);
  keepings.set(store, known);
  return known;
}

/** What keeps the story of a store. */
export const keepingOf = (store: Store): ReadonlySignal<Keeping> => keepingSignal(store);

/** The keeper of a store's story, if there is one. */
export function keeperOf(store: Store): Keeper | undefined {
  const { value: keeping } = keepingSignal(store);
  return typeof keeping === 'string' ? undefined : keeping;
}

/** Whether the open story is another tab’s to change, or nobody’s, or a newer version’s. */
export const isReadOnly = (store: Store): boolean =>
  isForReading(store) || keeperOf(store)?.state.value === 'read-only' || isNewer(store.opened.value);

/** Whether the story is there to be read alone, in a page that has nothing to do with any other. */
export const isForReading = (store: Store): boolean => keepingSignal(store).value === 'reading';

/** Says what keeps the story of a store. */
export function setKeeping(store: Store, keeping: Keeping): void {
  keepingSignal(store).value = keeping;
}
