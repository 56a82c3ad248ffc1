import { effect } from '@preact/signals';
import { isQuiet } from '../platform/busy.ts';
import { frame } from '../platform/frame.ts';

/** Resolves when nothing is on its way any more, the fonts have arrived and all frames are painted. */
export async function idle(window: Window): Promise<void> {
  const { fonts } = window.document;
  do {
    await quiet();
    await fonts.ready;
    await nextFrame();
    await nextFrame();
  } while (!isQuiet.peek() || fonts.status === 'loading');
}

function quiet(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!isQuiet.value) return;
      resolve();
      // The effect cannot end itself while it runs for the first time.
      queueMicrotask(() => stop());
    });
  });
}

const nextFrame = (): Promise<void> => new Promise((resolve) => frame.after(resolve));
