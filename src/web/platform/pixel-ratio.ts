import { signal, type ReadonlySignal } from '@preact/signals';

const ratio = signal(1);

/** How many pixels of the screen one pixel of the page is: changes when the page is zoomed or moved to another screen. */
export const pixelRatio: ReadonlySignal<number> = ratio;

/** Follows the screen that a page is on from now on. */
export function followPixelRatio(page: Window): void {
  const follow = (): void => {
    ratio.value = page.devicePixelRatio;
    page.matchMedia(`(resolution: ${page.devicePixelRatio}dppx)`).addEventListener('change', follow, { once: true });
  };
  follow();
}
