import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Size } from '../../../core/base/geometry.ts';
import { layoutTimelinePointer } from '../../../core/layout/timeline-pointer.ts';
import { layoutTimeline, type TimelineLayout } from '../../../core/layout/timeline.ts';
import { rowOf } from '../../../core/model/rows.ts';
import type { Mark } from '../../../core/scene/scene.ts';
import { keepPainted } from '../../parts/keep-painted.ts';
import { startAfterFirstPicture } from '../../platform/first-picture.ts';
import type { Store } from '../../store/store.ts';
import { followRow, followScroll, followSelection } from './follow.ts';
import { followSize } from './follow-size.ts';
import { glideOf } from './glide.ts';
import type { Brush } from './hands.ts';

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

/** Lays out and paints the timeline of a store in an element, and ties its gestures to the store. */
export function startTimeline(store: Store, { scroller, element, ground, pointer }: TimelineElements): RunningTimeline {
  const size = signal<Size | undefined>(undefined);
  const scroll = signal(0);
  const brush = signal<Brush | undefined>(undefined);
  const visible = store.visibleExcept('time');
  const window = computed(() => store.view.value.window);
  const spacing = computed(() => store.view.value.spacing);
  const lanes = computed(() => store.view.value.lanes);
  const zone = computed(() => store.view.value.zone);
  const glide = glideOf(store);
  const layout = computed(
    () =>
      size.value &&
      layoutTimeline({
        dataset: store.opened.value.dataset,
        visible: visible.value,
        window: window.value,
        spacing: spacing.value,
        warp: glide.warp.value,
        lanes: lanes.value,
        zone: zone.value,
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
    startAfterFirstPicture(
      () => import('./hands.ts'),
      ({ attachHands }) => attachHands(store, element, { layout, glide, brush }),
    ),
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
