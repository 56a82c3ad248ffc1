import { computed, signal, type ReadonlySignal } from '@preact/signals';

const running = signal(0);

/** How many pieces of work are under way: files on their way, frames not yet painted. */
export const workUnderWay: ReadonlySignal<number> = running;

/** Whether nothing is under way. */
export const isQuiet: ReadonlySignal<boolean> = computed(() => running.value === 0);

/** Says that a piece of work has begun; call what it returns when the work has ended (calling it again does nothing). */
export function busy(): () => void {
  running.value = running.peek() + 1;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    running.value = running.peek() - 1;
  };
}

/** Counts a promise as work until it settles; passes its outcome on. */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  const done = busy();
  try {
    return await work;
  } finally {
    done();
  }
}
