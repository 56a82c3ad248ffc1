import { effect } from '@preact/signals';
import { frame } from '../../platform/frame.ts';
import type { Walking } from '../../store/walking.ts';

/** A step is read once its head has come so many pixels near to the upper edge. */
const LINE = 48;

/** Ties what stands at the upper edge of the steps to the step whose view is shown, both ways. Returns what unties them. */
export function attachStepScrolling(scroller: HTMLElement, walking: Walking): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const read = {};
  /** Where the page itself is scrolling to: what it passes on the way is not read. */
  let target: number | undefined;
  const steps = (): readonly HTMLElement[] => Array.from(scroller.querySelectorAll<HTMLElement>('[data-step]'));
  const atEdge = (): number => Math.max(steps().findLastIndex((step) => step.offsetTop <= scroller.scrollTop + LINE), 0);
  const arrive = (): void => {
    target = undefined;
  };
  const onScroll = (): void =>
    frame.act(read, () => {
      const position = atEdge();
      if (target !== undefined) {
        if (position === target) arrive();
      } else if (walking.step.peek() !== undefined && position !== walking.step.peek()) walking.goTo(position);
    });
  scroller.addEventListener('scroll', onScroll, { passive: true, signal });
  for (const kind of ['wheel', 'touchstart', 'pointerdown', 'scrollend']) scroller.addEventListener(kind, arrive, { passive: true, signal });
  let isFirst = true;
  const unfollow = effect(() => {
    const step = walking.step.value;
    if (step === undefined) return;
    frame.after(() => {
      const element = steps()[step];
      if (element === undefined || atEdge() === step) return;
      target = step;
      const behavior = isFirst || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      scroller.scrollTo({ top: element.offsetTop, behavior });
    });
    frame.after(() => {
      isFirst = false;
    });
  });
  return () => {
    unfollow();
    listening.abort();
    frame.drop(read);
  };
}
