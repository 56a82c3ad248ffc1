import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Visible } from '../../../core/query/visible.ts';
import { busy } from '../../platform/busy.ts';

/** Counts that have not changed for so many milliseconds have come to rest. */
const REST_MS = 240;

/** Whether the counts on the map are in motion, as while a time window is dragged. */
export interface CountMotion {
  readonly areMoving: ReadonlySignal<boolean>;
  readonly stop: () => void;
}

/** Follows what passes: one change alone is no motion. */
export function followCounts(visible: ReadonlySignal<Visible>): CountMotion {
  const areMoving = signal(false);
  let before: { readonly visible: Visible; readonly at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let done: (() => void) | undefined;
  const rest = (): void => {
    timer = undefined;
    areMoving.value = false;
    done?.();
    done = undefined;
  };
  const stop = effect(() => {
    const now = { visible: visible.value, at: performance.now() };
    const last = before;
    before = now;
    if (last === undefined || last.visible.dataset !== now.visible.dataset) return;
    if (now.at - last.at > REST_MS) return;
    areMoving.value = true;
    done ??= busy();
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  });
  return {
    areMoving,
    stop: () => {
      stop();
      clearTimeout(timer);
      rest();
    },
  };
}
