import type { OpeningWatch } from '../worker/open-in-worker.ts';
import type { PageState } from './page-state.ts';

/** What takes less time than this is over before a person wonders. */
const SHOWN_AFTER_MS = 300;

/** Watches the opening of a story: shows on the page how far it is, once that takes a while, and lets it be stopped. Call `end` when it is over. */
export function watchOpening(page: PageState, name: string): OpeningWatch & { readonly stop: () => void; readonly end: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let progress = { share: 0, events: 0 };
  let isShown = false;
  const show = (): void => {
    isShown = true;
    page.opening.value = { name, progress, stop };
  };
  const timer = setTimeout(show, SHOWN_AFTER_MS);
  return {
    signal: controller.signal,
    stop,
    onProgress: (next) => {
      progress = next;
      if (isShown) show();
    },
    end: () => {
      clearTimeout(timer);
      if (page.opening.peek()?.stop === stop) page.opening.value = undefined;
      isShown = false;
    },
  };
}
