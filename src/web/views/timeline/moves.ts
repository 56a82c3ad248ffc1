import type { ReadonlySignal } from '@preact/signals';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import { panWindow, zoomWindow } from '../../../core/time/time-scale.ts';
import { attachPanZoom } from '../../gestures/pan-zoom.ts';
import type { Store } from '../../store/store.ts';
import type { Glide } from './glide.ts';

/** How far a key moves the window, as a share of its width, and how much it zooms. */
const KEY_PAN = 0.2;
const KEY_ZOOM = 1.5;

/** Panning and zooming by hand, and by keys: plus and minus, and Shift with an arrow. Returns what stops listening. */
export function attachMoves(store: Store, element: HTMLElement, layout: ReadonlySignal<TimelineLayout | undefined>, glide: Glide): () => void {
  const pan = (dx: number): void => {
    const scale = layout.peek()?.scale;
    glide.stop();
    if (scale !== undefined && dx !== 0) store.dispatch({ kind: 'set-window', window: panWindow(scale, dx) });
  };
  const zoom = (x: number, factor: number): void => {
    const scale = layout.peek()?.scale;
    glide.stop();
    if (scale !== undefined) store.dispatch({ kind: 'set-window', window: zoomWindow(scale, Math.max(x, scale.x0), factor) });
  };
  const onKey = (key: KeyboardEvent): void => {
    const scale = layout.peek()?.scale;
    if (scale === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
    const middle = (scale.x0 + scale.x1) / 2;
    const step = (scale.x1 - scale.x0) * KEY_PAN;
    if (key.key === '+' || key.key === '=') zoom(middle, KEY_ZOOM);
    else if (key.key === '-') zoom(middle, 1 / KEY_ZOOM);
    else if (key.shiftKey && key.key === 'ArrowLeft') pan(step);
    else if (key.shiftKey && key.key === 'ArrowRight') pan(-step);
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  element.addEventListener('keydown', onKey);
  const detach = attachPanZoom(element, { onPan: pan, onZoom: zoom, zoomsAt: (x) => x >= (layout.peek()?.scale.x0 ?? 0) });
  return () => {
    element.removeEventListener('keydown', onKey);
    detach();
  };
}
