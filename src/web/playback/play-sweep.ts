import { fitWindow, warpFor } from '../../core/layout/gaps.ts';
import type { Interval } from '../../core/time/instant.ts';
import { longestStep, shareAt, sweepOver, sweptWindow, SWEEP_MS, type Sweep, type SweepKind } from '../../core/view/playback.ts';
import { frame } from '../platform/frame.ts';
import type { Store } from '../store/store.ts';
import type { Direction, Performance } from './player.ts';

/** Where a window was left that a person stopped, and what stood before it moved. */
interface Pause {
  readonly kind: SweepKind;
  readonly sweep: Sweep;
  readonly share: number;
  readonly shown: Interval;
  readonly before: Interval | undefined;
}

/** The last window stands for so many milliseconds. */
const HOLD_MS = 800;
/** A share beyond the whole way: there is nothing to go on with. */
const ENDED = Infinity;

/** With reduced motion a window moves once in so many milliseconds. */
const STILL_MS = 1000;

/**
 * Moves the time window over the story. It goes on where it was stopped; a sliding window that a person has set begins where it stands, at the
 * length it has. At the end the window from before is back. Answers `undefined` where there is nothing to play.
 */
export function playSweep(store: Store): (kind: SweepKind, direction: Direction) => Performance | undefined {
  let pause: Pause | undefined;
  return (kind, { playback, onEnd }) => {
    const begun = resumed(store, pause, kind) ?? begin(store, kind);
    pause = undefined;
    if (begun === undefined) return undefined;
    const { sweep, before } = begun;
    let { share, shown } = begun;
    const show = (next: number): void => {
      share = next;
      shown = sweptWindow(sweep, share);
      store.dispatch({ kind: 'set-window', window: shown });
    };
    let held = 0;
    const advance = (ms: number): boolean => {
      if (share < 1) {
        show(Math.min(share + Math.min((ms * playback().speed) / SWEEP_MS, longestStep(sweep)), 1));
        return true;
      }
      held += ms;
      if (held < HOLD_MS) return true;
      held = 0;
      if (playback().isLooped) {
        show(0);
        return true;
      }
      share = ENDED;
      onEnd();
      store.dispatch({ kind: 'set-window', window: before });
      return false;
    };
    show(share);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let last: number | undefined;
    const halt = frame.animate((now) => {
      last ??= now;
      if (isStill && now - last < STILL_MS) return true;
      const passed = now - last;
      last = now;
      return advance(passed);
    });
    return {
      halt: () => {
        halt();
        if (share !== ENDED) pause = { kind, sweep, share, shown, before };
      },
      isUndisturbed: () => store.view.value.window === shown,
    };
  };
}

const lineOf = (store: Store): Sweep['warp'] => warpFor(store.opened.peek().dataset, store.view.peek().spacing);

/** What was stopped, if the page is still as it was left. */
function resumed(store: Store, pause: Pause | undefined, kind: SweepKind): Pause | undefined {
  const isAsLeft = pause !== undefined && pause.kind === kind && pause.sweep.warp === lineOf(store) && store.view.peek().window === pause.shown;
  return isAsLeft && pause.share < 1 ? pause : undefined;
}

function begin(store: Store, kind: SweepKind): Pause | undefined {
  const warp = lineOf(store);
  const { window } = store.view.peek();
  const whole = fitWindow(store.opened.peek().dataset, warp);
  if (whole === undefined || store.visibleExcept('time').peek().datedCount === 0) return undefined;
  const sweep = sweepOver(kind, kind === 'growing' ? (window ?? whole) : whole, window, warp);
  const at = window === undefined || kind === 'growing' ? 0 : shareAt(sweep, window);
  const share = at < 1 ? at : 0;
  return { kind, sweep, share, shown: sweptWindow(sweep, share), before: window };
}
