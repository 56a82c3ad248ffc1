import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { Size } from '../../../core/base/geometry.ts';
import { layoutTimelinePointer } from '../../../core/layout/timeline-pointer.ts';
import type { CloseUp } from '../../../core/layout/timeline-lanes.ts';
import { layoutTimeline, type TimelineLayout } from '../../../core/layout/timeline.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { hitTest } from '../../../core/scene/hit-test.ts';
import type { Mark } from '../../../core/scene/scene.ts';
import { panWindow, zoomWindow } from '../../../core/time/time-scale.ts';
import { attachTimeBrush } from '../../gestures/brush-time.ts';
import { attachHover } from '../../gestures/hover.ts';
import { attachPanZoom } from '../../gestures/pan-zoom.ts';
import type { Store } from '../../store/store.ts';
import { glideOf, type Glide } from './glide.ts';
import { keepPainted } from '../../parts/keep-painted.ts';
import { followSize } from './follow-size.ts';
import { revealingScroll, revealingWindow } from './reveal.ts';

export interface TimelineElements {
  /** Scrolls where lanes are taller than the picture. */
  readonly scroller: HTMLElement;
  /** Takes the gestures and stays in sight; its size is the picture's. */
  readonly element: HTMLElement;
  readonly ground: HTMLCanvasElement;
  readonly pointer: HTMLCanvasElement;
}

export interface RunningTimeline {
  /** `undefined` until the element has a size. */
  readonly layout: ReadonlySignal<TimelineLayout | undefined>;
  readonly dispose: () => void;
}

interface Brush {
  readonly x0: number;
  readonly x1: number;
}

/** Lays out and paints the timeline of a store in an element, and ties its gestures to the store. */
export function startTimeline(store: Store, { scroller, element, ground, pointer }: TimelineElements): RunningTimeline {
  const size = signal<Size | undefined>(undefined);
  const scroll = signal(0);
  const brush = signal<Brush | undefined>(undefined);
  const visible = store.visibleExcept('time');
  const window = computed(() => store.view.value.window);
  const spacing = computed(() => store.view.value.spacing);
  const layout = computed(
    () =>
      size.value &&
      layoutTimeline({
        dataset: store.opened.value.dataset,
        visible: visible.value,
        window: window.value,
        spacing: spacing.value,
        size: size.value,
        world: store.world.value,
        scroll: scroll.value,
      }),
  );
  const scene = computed(() => layout.value?.scene);
  const chosen = computed(() => {
    const { selected, hovered } = store.view.value;
    return `${selected ?? ''}\n${hovered ?? ''}`;
  });
  const overlay = computed(() => {
    if (layout.value === undefined) return undefined;
    void chosen.value;
    const { dataset } = store.opened.value;
    const { selected, hovered } = store.view.peek();
    const numberOf = (id: string | undefined): number | undefined => (id === undefined ? undefined : rowOf(dataset, id));
    const above = layoutTimelinePointer(layout.value, { selected: numberOf(selected), hovered: numberOf(hovered) }, { dataset, world: store.world.value });
    return brush.value === undefined ? above : { ...above, marks: [...above.marks, ...brushMarks(brush.value, layout.value, store)] };
  });
  const glide = glideOf(store);
  const stops = [
    followSize(element, (next) => {
      size.value = next;
    }),
    keepPainted([
      { canvas: ground, scene },
      { canvas: pointer, scene: overlay },
    ]).stop,
    followScroll(scroller, (top) => {
      scroll.value = top;
    }),
    followSelection(store, layout, glide),
    followRow(store, layout, scroller),
    attachPointer(store, element, layout, glide),
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
  return {
    layout,
    dispose: () => {
      glide.stop();
      for (const stop of stops) stop();
    },
  };
}

function brushMarks({ x0, x1 }: Brush, { plot }: TimelineLayout, store: Store): readonly Mark[] {
  const { palette } = store.world.peek();
  const box = { x: Math.max(x0, plot.x), y: plot.y, width: Math.max(x1 - Math.max(x0, plot.x), 0), height: plot.height };
  return [
    { kind: 'rect', ...box, fill: palette.ink, opacity: 0.08, role: 'brush' },
    { kind: 'rect', ...box, stroke: { colour: palette.ink, width: 1.5 }, role: 'brush' },
  ];
}

/** Tells how far an element is scrolled. Returns what stops it. */
function followScroll(scroller: HTMLElement, onScroll: (top: number) => void): () => void {
  const onEvent = (): void => onScroll(scroller.scrollTop);
  scroller.addEventListener('scroll', onEvent, { passive: true });
  return () => scroller.removeEventListener('scroll', onEvent);
}

/** Scrolls the row of a selected event into sight, as soon as the event is in the window. */
function followRow(store: Store, layout: RunningTimeline['layout'], scroller: HTMLElement): () => void {
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
function followSelection(store: Store, layout: RunningTimeline['layout'], glide: Glide): () => void {
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

/** Pointing hovers an event, a press selects it; a press on several takes them apart, or goes through them where no zoom can. */
function attachPointer(store: Store, element: HTMLElement, layout: RunningTimeline['layout'], glide: Glide): () => void {
  const idAt = (i: number | undefined): string | undefined => (i === undefined ? undefined : eventAt(store.opened.peek().dataset, i).id);
  const hitAt = (x: number, y: number, tolerance: number): { readonly i?: number | undefined; readonly closeUp?: CloseUp | undefined } => {
    const laidOut = layout.peek();
    const hit = laidOut && hitTest(laidOut.scene, x, y, tolerance);
    return { i: hit?.event, closeUp: hit?.key === undefined ? undefined : laidOut?.closeUps.get(hit.key) };
  };
  const hover = (id: string | undefined): void => {
    if (store.view.peek().hovered !== id) store.dispatch({ kind: 'hover', id });
  };
  return attachHover(element, {
    onMove: (x, y, tolerance) => {
      const { i, closeUp } = hitAt(x, y, tolerance);
      element.dataset['over'] = i === undefined && closeUp === undefined ? 'ground' : 'mark';
      hover(idAt(i));
    },
    onLeave: () => hover(undefined),
    onPress: (x, y, tolerance) => {
      const { i, closeUp } = hitAt(x, y, tolerance);
      if (i !== undefined) store.dispatch({ kind: 'select', id: idAt(i) });
      else if (closeUp !== undefined) openCloseUp(closeUp, store, layout, glide, idAt);
    },
  });
}

/** Several events are taken apart by a zoom only when it is a closer look than the present one. */
const CLOSER = 0.7;

function openCloseUp({ events, window }: CloseUp, store: Store, layout: RunningTimeline['layout'], glide: Glide, idAt: (i: number) => string | undefined): void {
  const scale = layout.peek()?.scale;
  if (scale === undefined) return;
  const { warp, window: now } = scale;
  const lengthOf = ({ start, end }: typeof now): number => warp.toWarped(end) - warp.toWarped(start);
  const only = events.length === 1 ? events[0] : undefined;
  if (only === undefined && lengthOf(window) < CLOSER * lengthOf(now)) {
    glide.to(window);
    return;
  }
  const ids = events.map(idAt);
  const next = ids[(ids.indexOf(store.view.peek().selected) + 1) % ids.length];
  if (next !== undefined) store.dispatch({ kind: 'select', id: next });
}

/** How far a key moves the window, as a share of its width, and how much it zooms. */
const KEY_PAN = 0.2;
const KEY_ZOOM = 1.5;

/** Panning and zooming by hand, and by keys: plus and minus, and Shift with an arrow. */
function attachMoves(store: Store, element: HTMLElement, layout: RunningTimeline['layout'], glide: Glide): () => void {
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
