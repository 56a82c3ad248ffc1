import { effect } from '@preact/signals';
import { frame } from '../platform/frame.ts';
import type { Store } from '../store/store.ts';

/** How many events are searched before the clock is asked. */
const STEP_EVENTS = 256;
/** How long a search goes on in one frame, in milliseconds. */
const SLICE_MS = 8;
/** What was found is shown at most this often, in milliseconds, */
const SHOWN_EVERY_MS = 150;
/** and so seldom that the views, which follow, take no more than this share of the time. */
const SHOWN_SHARE = 0.2;

/** Goes on with a search through very many events in what time the frames leave, until all are searched or something else is sought. Returns the end of it. */
export function followSearch(store: Store): () => void {
  let shownAt = -Infinity;
  let wait = SHOWN_EVERY_MS;
  let isShowing = false;
  const slice = (): boolean => {
    const began = performance.now();
    // The first slice after a showing begins when all views have followed.
    if (isShowing) wait = Math.max(SHOWN_EVERY_MS, (began - shownAt) / SHOWN_SHARE);
    let left: number;
    do left = store.searchOn(STEP_EVENTS);
    while (left > 0 && performance.now() - began < SLICE_MS);
    isShowing = left === 0 || began - shownAt >= wait;
    if (isShowing) {
      shownAt = performance.now();
      store.showFound();
    }
    return left > 0;
  };
  const stop = effect(() => {
    if (store.unsearched.value > 0) frame.later(slice, slice);
  });
  return () => {
    stop();
    frame.drop(slice);
  };
}
