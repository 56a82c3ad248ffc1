import { signal, type ReadonlySignal } from '@preact/signals';

/** Whether a media query holds, followed as long as the page lives. */
export function mediaQuery(window: Window, query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const holds = signal(list.matches);
  list.addEventListener('change', () => {
    holds.value = list.matches;
  });
  return holds;
}
