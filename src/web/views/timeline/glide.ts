import { easeCubicOut } from 'd3';
import { fitWindow, warpFor } from '../../../core/layout/gaps.ts';
import type { Instant, Interval } from '../../../core/time/instant.ts';
import type { Warp } from '../../../core/time/time-scale.ts';
import { busy } from '../../platform/busy.ts';
import type { Store } from '../../store/store.ts';

/** Moves the time window of a store smoothly; one move at a time. */
export interface Glide {
  /** `undefined` shows the whole time line. */
  readonly to: (window: Interval | undefined) => void;
  readonly stop: () => void;
}

const DURATION_MS = 200;

const glides = new WeakMap<Store, Glide>();

/** The one glide of a store, so that timeline and overview do not pull in two directions. */
export function glideOf(store: Store): Glide {
  const known = glides.get(store);
  if (known !== undefined) return known;
  const made = createGlide(store);
  glides.set(store, made);
  return made;
}

/** What lies a share of the way from one instant to another, as they are drawn. */
function between(from: Instant, to: Instant, { toWarped, fromWarped }: Warp): (share: number) => Instant {
  const [first, last] = [toWarped(from), toWarped(to)];
  return (share) => fromWarped(first + (last - first) * share);
}

function createGlide(store: Store): Glide {
  let request: number | undefined;
  let done: (() => void) | undefined;
  const stop = (): void => {
    if (request !== undefined) cancelAnimationFrame(request);
    request = undefined;
    done?.();
    done = undefined;
  };
  return {
    stop,
    to: (window) => {
      stop();
      const { dataset } = store.opened.peek();
      const warp = warpFor(dataset, store.view.peek().spacing);
      const fit = fitWindow(dataset, warp);
      const from = store.view.peek().window ?? fit;
      const target = window ?? fit;
      const arrive = (): void => {
        stop();
        store.dispatch({ kind: 'set-window', window });
      };
      if (from === undefined || target === undefined || matchMedia('(prefers-reduced-motion: reduce)').matches) {
        arrive();
        return;
      }
      const [start, end] = [between(from.start, target.start, warp), between(from.end, target.end, warp)];
      let began: number | undefined;
      done = busy();
      const step = (now: number): void => {
        began ??= now;
        const share = Math.min((now - began) / DURATION_MS, 1);
        if (share === 1) {
          arrive();
          return;
        }
        const eased = easeCubicOut(share);
        store.dispatch({ kind: 'set-window', window: { start: start(eased), end: end(eased) } });
        request = requestAnimationFrame(step);
      };
      request = requestAnimationFrame(step);
    },
  };
}
