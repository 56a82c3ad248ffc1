import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { focusCountries } from '../../../core/layout/map-focus.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';

/** A story of fewer events comes to the map with everything else. */
const MANY_EVENTS = 10_000;

/** How far the map has come to a story that was opened: what has not come is left blank. */
export interface StoryFollowing {
  /** Whether the camera and the base map may turn to it. */
  readonly isSeen: ReadonlySignal<boolean>;
  /** Whether its places may be counted. */
  readonly isCounted: ReadonlySignal<boolean>;
  readonly stop: () => void;
}

/** Lets a large story come to the map when words and time line stand, in frames of their own: what it is about, then its part of the world, then its places. */
export function followStory(store: Store): StoryFollowing {
  const first = store.opened.peek().dataset.columns;
  const seen = signal<Dataset['columns']>(first);
  const counted = signal<Dataset['columns']>(first);
  const stop = effect(() => {
    const { dataset } = store.opened.value;
    const { columns, size } = dataset;
    frame.drop(seen);
    if (columns === counted.peek()) return;
    if (size < MANY_EVENTS) {
      // Or the story before this one would be kept.
      seen.value = columns;
      counted.value = columns;
      return;
    }
    const base = store.baseMap.peek();
    const steps = [
      ...(base === undefined ? [] : [() => void focusCountries(dataset, base)]),
      () => void (seen.value = columns),
      () => void (counted.value = columns),
    ];
    frame.later(seen, () => {
      steps.shift()?.();
      return steps.length > 0;
    });
  });
  const hasCome = (to: ReadonlySignal<Dataset['columns']>): ReadonlySignal<boolean> =>
    computed(() => {
      const { columns, size } = store.opened.value.dataset;
      return size < MANY_EVENTS || to.value === columns;
    });
  return {
    isSeen: hasCome(seen),
    isCounted: hasCome(counted),
    stop: () => {
      stop();
      frame.drop(seen);
    },
  };
}
