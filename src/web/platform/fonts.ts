import { signal, type ReadonlySignal } from '@preact/signals';

const arrivals = signal(0);

/** How many times fonts have arrived. A canvas does not wait for them: what was painted before is to be painted again. */
export const fontArrivals: ReadonlySignal<number> = arrivals;

/** Counts the arrivals of a page's fonts from now on; they are fetched when a text first asks for them. */
export function countFontArrivals(fonts: FontFaceSet): void {
  fonts.addEventListener('loadingdone', () => {
    arrivals.value = arrivals.peek() + 1;
  });
}
