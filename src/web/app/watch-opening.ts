import type { OpeningProgress } from '../../core/validate/open.ts';
import type { OpeningWatch } from '../worker/import-session.ts';
import type { PageState } from './page-state.ts';

/** What takes less time than this is over before a person wonders. */
const SHOWN_AFTER_MS = 300;

/** The opening of a story under watch. */
export interface WatchedOpening extends OpeningWatch {
  readonly stop: () => void;
  /** Hides how far it is while it waits for a person, until that promise settles. */
  readonly whileWaiting: <T>(waiting: Promise<T>) => Promise<T>;
  /** To be called when it is over. */
  readonly end: () => void;
}

/** Watches the opening of a story: shows on the page how far it is, once that takes a while, and lets it be stopped. */
export function watchOpening(page: PageState, name: string): WatchedOpening {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let progress: OpeningProgress = { share: 0, events: 0 };
  let isShown = false;
  const show = (): void => {
    isShown = true;
    page.opening.value = { name, progress, stop };
  };
  let timer = setTimeout(show, SHOWN_AFTER_MS);
  const hide = (): void => {
    clearTimeout(timer);
    if (page.opening.peek()?.stop === stop) page.opening.value = undefined;
    isShown = false;
  };
  return {
    signal: controller.signal,
    stop,
    onProgress: (next) => {
      progress = next;
      if (isShown) show();
    },
    whileWaiting: async (waiting) => {
      hide();
      try {
        return await waiting;
      } finally {
        progress = { share: 0, events: 0 };
        timer = setTimeout(show, SHOWN_AFTER_MS);
      }
    },
    end: hide,
  };
}
