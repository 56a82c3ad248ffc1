import { effect, untracked, type ReadonlySignal } from '@preact/signals';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import { rowOf } from '../../../core/model/rows.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';
import type { Glide } from './glide.ts';
import { revealingScroll, revealingWindow } from './reveal.ts';

type Layout = ReadonlySignal<TimelineLayout | undefined>;

/** Tells how far an element is scrolled, once a frame. Returns what stops it. */
export function followScroll(scroller: HTMLElement, onScroll: (top: number) => void): () => void {
  const onEvent = (): void => frame.act(scroller, () => onScroll(scroller.scrollTop));
  scroller.addEventListener('scroll', onEvent, { passive: true });
  return () => {
    scroller.removeEventListener('scroll', onEvent);
    frame.drop(scroller);
  };
}

/** Scrolls the row of a selected event into sight, as soon as the event is in the window. */
export function followRow(store: Store, layout: Layout, scroller: HTMLElement): () => void {
  let revealed: string | undefined;
  return effect(() => {
    const { selected } = store.view.value;
    const laidOut = layout.value;
    if (selected === revealed || laidOut === undefined) return;
    const i = selected === undefined ? undefined : rowOf(store.opened.peek().dataset, selected);
    const dy = i === undefined ? 0 : revealingScroll(laidOut, i);
    if (dy === undefined) return;
    revealed = selected;
    if (dy !== 0) scroller.scrollBy({ top: dy });
  });
}

/** Brings an event into the window that was selected elsewhere. A link says itself what the timeline shows beside its selection. */
export function followSelection(store: Store, layout: Layout, glide: Glide): () => void {
  let last = store.view.peek();
  return effect(() => {
    const { selected, window: shown } = store.view.value;
    const before = last;
    last = store.view.value;
    if (selected === before.selected || shown !== before.window) return;
    untracked(() => {
      const { dataset } = store.opened.value;
      const i = selected === undefined ? undefined : rowOf(dataset, selected);
      const scale = layout.peek()?.scale;
      if (i === undefined || scale === undefined || shown === undefined) return;
      const window = revealingWindow(dataset, i, scale);
      if (window !== undefined) glide.to(window);
    });
  });
}
