import { computed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Size } from '../../../core/base/geometry.ts';
import { formatInterval } from '../../../core/i18n/format-time.ts';
import { layoutOverview, type OverviewLayout } from '../../../core/layout/overview.ts';
import type { Interval } from '../../../core/time/instant.ts';
import { attachBrushMoves, type BrushEnds } from '../../gestures/move-brush.ts';
import { keepPainted } from '../../parts/keep-painted.ts';
import { playerOf } from '../../playback/player.ts';
import type { Store } from '../../store/store.ts';
import { glideOf } from './glide.ts';
import { followSize } from './follow-size.ts';
import { PlayButton } from './play-button.tsx';
import './timeline.css';

/** The strip at the foot: the whole time line as a histogram, with a brush over the time window, and the button that plays the story. */
export function OverviewView({ store }: { readonly store: Store }) {
  const element = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLCanvasElement>(null);
  const size = useSignal<Size | undefined>(undefined);
  const layout = useMemo(() => {
    const visible = store.visibleExcept('time');
    const window = computed(() => store.view.value.window);
    const spacing = computed(() => store.view.value.spacing);
    return computed(
      () =>
        size.value &&
        layoutOverview({ dataset: store.opened.value.dataset, visible: visible.value, window: window.value, spacing: spacing.value, size: size.value, world: store.world.value }),
    );
  }, [store, size]);
  const setBrush = (ends: BrushEnds): void => {
    const laidOut = layout.peek();
    if (laidOut === undefined) return;
    glideOf(store).stop();
    store.dispatch({ kind: 'set-window', window: coversAll(ends, laidOut) ? undefined : windowOf(ends, laidOut) });
  };

  useEffect(() => {
    if (element.current === null || ground.current === null || brush.current === null) return undefined;
    const stops = [
      followSize(element.current, (next) => {
        size.value = next;
      }),
      keepPainted([
        { canvas: ground.current, scene: computed(() => layout.value?.ground) },
        { canvas: brush.current, scene: computed(() => layout.value?.scene) },
      ]).stop,
      attachBrushMoves(element.current, {
        brush: () => layout.peek()?.brush ?? { x0: 0, x1: 0 },
        onChange: setBrush,
        onJump: (x) => {
          const laidOut = layout.peek();
          if (laidOut === undefined) return;
          const half = (laidOut.brush.x1 - laidOut.brush.x0) / 2;
          glideOf(store).to(windowOf({ x0: x - half, x1: x + half }, laidOut));
        },
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store]);

  const world = store.world.value;
  const words = world.messages.timeline.overview;
  const laidOut = layout.value;
  return (
    <div class="overview">
      <PlayButton store={store} player={playerOf(store)} />
      <div class="overview-strip" ref={element} role="group" aria-label={words.name}>
        <canvas ref={ground} aria-hidden="true" />
        <canvas ref={brush} aria-hidden="true" />
        {laidOut !== undefined && (
          <>
            <Handle part="start" label={words.start} layout={laidOut} text={formatInterval(windowOf(laidOut.brush, laidOut), world)} now={() => layout.peek()?.brush} onBrush={setBrush} />
            <Handle part="end" label={words.end} layout={laidOut} text={formatInterval(windowOf(laidOut.brush, laidOut), world)} now={() => layout.peek()?.brush} onBrush={setBrush} />
          </>
        )}
      </div>
    </div>
  );
}

/** The narrowest brush that a hand or a key makes, in pixels. */
const NARROWEST = 2;

/** A brush over everything chooses nothing. */
const coversAll = ({ x0, x1 }: BrushEnds, { scale }: OverviewLayout): boolean => x0 <= scale.x0 && x1 >= scale.x1;

function windowOf({ x0, x1 }: BrushEnds, { scale }: OverviewLayout): Interval {
  const start = Math.min(Math.max(x0, scale.x0), scale.x1 - NARROWEST);
  const end = Math.max(Math.min(x1, scale.x1), start + NARROWEST);
  return { start: scale.instantAt(start), end: scale.instantAt(end) };
}

interface HandleProps {
  readonly part: 'start' | 'end';
  readonly label: string;
  readonly layout: OverviewLayout;
  /** The time window in words. */
  readonly text: string;
  /** The brush as it is, which may be ahead of what is rendered. */
  readonly now: () => BrushEnds | undefined;
  readonly onBrush: (brush: BrushEnds) => void;
}

/** How far a key moves a handle, in pixels. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -4],
  ['ArrowDown', -4],
  ['ArrowRight', 4],
  ['ArrowUp', 4],
  ['PageDown', -40],
  ['PageUp', 40],
  ['Home', -Infinity],
  ['End', Infinity],
]);

/** One end of the brush, for the keyboard and for screen readers; the pointer has the strip. */
function Handle({ part, label, layout, text, now, onBrush }: HandleProps) {
  const { brush, scale } = layout;
  const x = part === 'start' ? brush.x0 : brush.x1;
  const share = (x - scale.x0) / (scale.x1 - scale.x0);
  return (
    <div
      class="overview-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(Math.max(share, 0), 1) * 100)}
      aria-valuetext={text}
      style={{ transform: `translateX(${x - 8}px)` }}
      onKeyDown={(key) => {
        const step = STEPS.get(key.key);
        if (step === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
        key.preventDefault();
        key.stopPropagation();
        const { x0, x1 } = now() ?? brush;
        onBrush(part === 'start' ? { x0: Math.min(x0 + step, x1 - NARROWEST), x1 } : { x0, x1: Math.max(x1 + step, x0 + NARROWEST) });
      }}
    />
  );
}
