import type { ReadonlySignal, Signal } from '@preact/signals';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import { attachTimeBrush } from '../../gestures/brush-time.ts';
import type { Store } from '../../store/store.ts';
import { attachEventDrags } from './drag-events.ts';
import type { Glide } from './glide.ts';
import { attachLaneEdges } from './lane-edges.ts';
import { attachMoves } from './moves.ts';
import { attachPress } from './press.ts';

/** A stretch of the timeline that is being chosen, in pixels of its element. */
export interface Brush {
  readonly x0: number;
  readonly x1: number;
}

/** What hands do on the timeline: point, press, move, zoom, drag the selected event, size lanes, choose a stretch of time. */
export function attachHands(
  store: Store,
  element: HTMLElement,
  { layout, glide, brush }: { readonly layout: ReadonlySignal<TimelineLayout | undefined>; readonly glide: Glide; readonly brush: Signal<Brush | undefined> },
): () => void {
  const stops = [
    attachLaneEdges(store, element, layout, glide),
    attachEventDrags(store, element, layout),
    attachPress(store, element, layout, glide),
    attachMoves(store, element, layout, glide),
    attachTimeBrush(element, {
      onBrush: (x0, x1) => {
        brush.value = { x0, x1 };
      },
      onDone: (x0, x1) => {
        brush.value = undefined;
        const scale = layout.peek()?.scale;
        if (scale !== undefined) glide.to({ start: scale.instantAt(Math.max(x0, scale.x0)), end: scale.instantAt(Math.min(x1, scale.x1)) });
      },
      onCancel: () => {
        brush.value = undefined;
      },
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
