import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { viewOfStep } from '../../core/view/walk.ts';
import type { Store } from './store.ts';

/** How the walk through the open story is read, and told. */
export interface Walking {
  /** Position of the step that is read; `undefined` beside the walk, or where a link asks for a step that there is not. */
  readonly step: ReadonlySignal<number | undefined>;
  /** How many steps there are. */
  readonly count: ReadonlySignal<number>;
  /** Whether the walk is being written. */
  readonly isTelling: Signal<boolean>;
  /** Whether the walk stands in the panel, to be read or to be written. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** Shows the view of a step; a position beyond either end is the end. */
  readonly goTo: (step: number) => void;
  readonly leave: () => void;
}

const known = new WeakMap<Store, Walking>();

/** The walk through the story of a store. */
export function walkingOf(store: Store): Walking {
  const found = known.get(store) ?? createWalking(store);
  known.set(store, found);
  return found;
}

function createWalking(store: Store): Walking {
  const walk = computed(() => store.opened.value.dataset.story.walk);
  const isTelling = signal(false);
  const step = computed(() => {
    const asked = store.view.value.step;
    return asked !== undefined && asked < walk.value.length ? asked : undefined;
  });
  return {
    step,
    count: computed(() => walk.value.length),
    isTelling,
    isOpen: computed(() => isTelling.value || step.value !== undefined),
    goTo: (asked) => {
      const position = Math.max(0, Math.min(asked, walk.peek().length - 1));
      const found = walk.peek()[position];
      if (found !== undefined) store.dispatch({ kind: 'replace', view: viewOfStep(found.view, position, store.view.peek()) });
    },
    leave: () => {
      isTelling.value = false;
      store.dispatch({ kind: 'leave-walk' });
    },
  };
}
