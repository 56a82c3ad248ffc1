import { effect } from '@preact/signals';
import { isQuiet, whileBusy } from './busy.ts';

/** What the first picture is called in the page's timings. */
const FIRST_PICTURE = 'first picture';

let tell: () => void = () => undefined;

/** Resolves when the first story stands on the page: words, timeline and map are painted. What they do without is fetched from then on. */
export const firstPicture = new Promise<void>((resolve) => {
  tell = resolve;
});

/** To be called once the first story has been handed to the page: its picture stands as soon as nothing is under way. */
export function awaitFirstPicture(): void {
  const stop = effect(() => {
    if (!isQuiet.value) return;
    performance.mark(FIRST_PICTURE);
    tell();
    // The effect cannot end itself while it runs for the first time.
    queueMicrotask(() => stop());
  });
}

/**
 * Fetches code that the first picture does without, as soon as that stands, and starts it with what `load` resolves to. Without a network
 * at that moment it is not started. Returns what stops it, or keeps it from starting.
 */
export function startAfterFirstPicture<M>(load: () => Promise<M>, start: (module: M) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isWanted = true;
  const arrive = (module: M): void => {
    if (isWanted) stop = start(module);
  };
  void firstPicture.then(() => whileBusy(load().then(arrive, () => undefined)));
  return () => {
    isWanted = false;
    stop?.();
  };
}
