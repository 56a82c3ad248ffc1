import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { fitWindow, warpFor } from '../../../core/layout/gaps.ts';
import type { Interval } from '../../../core/time/instant.ts';
import { wayBetween } from '../../../core/time/respacing.ts';
import type { Warp } from '../../../core/time/time-scale.ts';
import type { Spacing } from '../../../core/view/view-state.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';
import { planRespacing, type Home } from './respacing-plan.ts';

/** Moves the time window of a store smoothly, and spreads its time line anew; one move at a time. */
export interface Glide {
  /** The time line as it is drawn, also on the way from one spacing to another. */
  readonly warp: ReadonlySignal<Warp>;
  /** `undefined` shows the whole time line. */
  readonly to: (window: Interval | undefined) => void;
  /** Changes the spacing. The event under the pointer, or else the selected one, or else the middle of the window keeps its place. */
  readonly respace: (spacing: Spacing) => void;
  readonly stop: () => void;
}

const DURATION_MS = { window: 200, spacing: 350 } as const;

const glides = new WeakMap<Store, Glide>();

/** The one glide of a store, so that timeline and overview do not pull in two directions. */
export function glideOf(store: Store): Glide {
  const known = glides.get(store);
  if (known !== undefined) return known;
  const made = createGlide(store);
  glides.set(store, made);
  return made;
}

/** Sets out fast and arrives slowly. */
const easeOut = (share: number): number => 1 - (1 - share) ** 3;
const easeInOut = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3);

function createGlide(store: Store): Glide {
  const onTheWay = signal<Warp | undefined>(undefined);
  const warp = computed(() => onTheWay.value ?? warpFor(store.opened.value.dataset, store.view.value.spacing));
  let halt: (() => void) | undefined;
  let home: Home | undefined;
  const stop = (): void => {
    halt?.();
    halt = undefined;
    onTheWay.value = undefined;
  };
  const move = (duration: number, ease: (share: number) => number, step: (share: number) => void, arrive: () => void): void => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      arrive();
      return;
    }
    let began: number | undefined;
    halt = frame.animate((now) => {
      began ??= now;
      const share = Math.min((now - began) / duration, 1);
      if (share < 1) step(ease(share));
      else arrive();
      return share < 1;
    });
  };
  const setWindow = (window: Interval | undefined): void => store.dispatch({ kind: 'set-window', window });
  return {
    warp,
    stop,
    to: (window) => {
      stop();
      const { dataset } = store.opened.peek();
      const line = warp.peek();
      const fit = fitWindow(dataset, line);
      const [from, target] = [store.view.peek().window ?? fit, window ?? fit];
      if (from === undefined || target === undefined) {
        setWindow(window);
        return;
      }
      const way = wayBetween({ warp: line, window: from }, { warp: line, window: target });
      move(DURATION_MS.window, easeOut, (share) => setWindow(way(share).window), () => {
        stop();
        setWindow(window);
      });
    },
    respace: (spacing) => {
      stop();
      const plan = planRespacing(store.opened.peek().dataset, store.view.peek(), warp.peek(), spacing, home);
      if (plan === undefined) {
        store.dispatch({ kind: 'set-spacing', spacing });
        return;
      }
      const stand = (share: number): void => {
        const { warp: line, window } = plan.way(share);
        onTheWay.value = line;
        if (!plan.isAll) setWindow(window);
      };
      batch(() => {
        store.dispatch({ kind: 'set-spacing', spacing });
        stand(0);
      });
      move(DURATION_MS.spacing, easeInOut, stand, () => {
        stop();
        setWindow(plan.window);
        home = plan.home;
      });
    },
  };
}
