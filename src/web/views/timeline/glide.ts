import { easeCubicOut } from 'd3';
import { fitWindow, warpFor } from '../../../core/layout/gaps.ts';
import type { Interval } from '../../../core/time/instant.ts';
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
      const ends = [from.start, target.start, from.end, target.end].map(warp.toWarped) as [number, number, number, number];
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
        const at = (a: number, b: number) => warp.fromWarped(a + (b - a) * eased);
        store.dispatch({ kind: 'set-window', window: { start: at(ends[0], ends[1]), end: at(ends[2], ends[3]) } });
        request = requestAnimationFrame(step);
      };
      request = requestAnimationFrame(step);
    },
  };
}
