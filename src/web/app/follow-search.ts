import { effect } from '@preact/signals';
import { frame } from '../platform/frame.ts';
import type { Store } from '../store/store.ts';

/** How many events are searched before the clock is asked; a block of the index. */
const STEP_EVENTS = 256;
/** How long a search goes on in one frame, in milliseconds. */
const SLICE_MS = 6;
/** How often what was found is shown, in milliseconds: views follow, and the eye does too. */
const SHOWN_EVERY_MS = 150;

/** Goes on with a search through very many events in what time the frames leave, until all are searched or something else is sought. */
export function followSearch(store: Store): void {
  let shownAt = -Infinity;
  const slice = (): boolean => {
    const began = performance.now();
    let left: number;
    do left = store.searchOn(STEP_EVENTS);
    while (left > 0 && performance.now() - began < SLICE_MS);
    if (left === 0 || began - shownAt >= SHOWN_EVERY_MS) {
      shownAt = began;
      store.showFound();
    }
    return left > 0;
  };
  effect(() => {
    if (store.unsearched.value > 0) frame.later('search', slice);
  });
}
