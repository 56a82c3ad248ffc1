import type { Steps } from '../../core/base/steps.ts';

/** How long the page's own thread works at something before it looks after the page again. */
const SLICE_MS = 12;

/** What is told between two steps, and what stops them. */
interface SliceOptions<Progress> {
  readonly onPause?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Takes steps on the page's own thread with a pause whenever a slice of time is over; resolves to `undefined` when they were stopped in one of them. */
export async function inSlices<Progress, T>(steps: Steps<Progress, T>, { onPause, signal }: SliceOptions<Progress> = {}): Promise<T | undefined> {
  const isStopped = (): boolean => signal?.aborted === true;
  let began = performance.now();
  let step = steps.next();
  while (step.done !== true && !isStopped()) {
    if (performance.now() - began >= SLICE_MS) {
      onPause?.(step.value);
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    step = steps.next();
  }
  return step.done === true && !isStopped() ? step.value : undefined;
}
