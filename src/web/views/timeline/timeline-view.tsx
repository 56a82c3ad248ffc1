import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatInterval } from '../../../core/i18n/format-time.ts';
import { laneCoding } from '../../../core/layout/lane-coding.ts';
import type { Store } from '../../store/store.ts';
import { startTimeline, type RunningTimeline } from './start-timeline.ts';
import { TimelineControls } from './timeline-controls.tsx';
import './timeline.css';

/** The timeline: lanes and axis on one canvas, what the pointer brings up on another, and the controls. */
export function TimelineView({ store }: { readonly store: Store }) {
  const scroller = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const pointer = useRef<HTMLCanvasElement>(null);
  const running = useSignal<RunningTimeline | undefined>(undefined);
  const about = useId();

  useEffect(() => {
    if (scroller.current === null || element.current === null || ground.current === null || pointer.current === null) return undefined;
    const started = startTimeline(store, { scroller: scroller.current, element: element.current, ground: ground.current, pointer: pointer.current });
    running.value = started;
    return started.dispose;
  }, [store, running]);

  const world = store.world.value;
  const words = world.messages.timeline;
  const { zone, lanes } = store.view.value;
  const [outer, inner] = lanes.by;
  const dropped = laneCoding(store.opened.value.dataset, lanes.by).facets.length < lanes.by.length ? inner : undefined;
  const summary = useComputed(() => {
    const layout = running.value?.layout.value;
    const { formats, messages } = store.world.value;
    const count = store.visible.value.datedCount;
    return layout === undefined ? '' : messages.timeline.description(count, formats.number(count), formatInterval(layout.scale.window, store.world.value));
  });
  const overflow = useComputed(() => running.value?.layout.value?.overflow ?? 0);
  const heightOf = (key: string): number | undefined => running.peek()?.layout.peek()?.lanes.find((lane) => lane.key === key)?.box.height;
  return (
    <div class="timeline">
      <TimelineControls store={store} heightOf={heightOf} />
      <div class="timeline-scroller" ref={scroller}>
        <div class="timeline-plot" ref={element} tabIndex={0} role="group" aria-label={words.name} aria-describedby={about}>
          <canvas class="timeline-ground" ref={ground} aria-hidden="true" />
          <canvas class="timeline-pointer" ref={pointer} aria-hidden="true" />
          <p class="for-screen-readers" id={about}>
            {summary} {words.help}
          </p>
        </div>
        <div style={{ blockSize: `${overflow.value}px` }} />
      </div>
      {(dropped !== undefined || zone !== 'UTC') && (
        <p class="timeline-clocks">
          {dropped !== undefined && words.lanes.tooMany(words.lanes.facets[outer], words.lanes.facets[dropped])}{' '}
          {zone !== 'UTC' && words.clocks.shown(zone.replaceAll('_', ' '))} {zone !== 'UTC' && <span>{words.clocks.note}</span>}
        </p>
      )}
    </div>
  );
}
