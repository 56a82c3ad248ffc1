import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { fitWindow, warpFor } from '../../../core/layout/gaps.ts';
import { rowOf } from '../../../core/model/rows.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { instant, MINUTE, type Interval } from '../../../core/time/instant.ts';
import { wayBetween, windowAround, type Anchor, type WarpedWindow } from '../../../core/time/respacing.ts';
import type { Warp } from '../../../core/time/time-scale.ts';
import type { Spacing } from '../../../core/view/view-state.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';

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
  /** How the last change of spacing came about, for its way back to lead to where it set out. */
  let came: { readonly spacing: Spacing; readonly from: Interval; readonly to: Interval } | undefined;
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
      const { dataset } = store.opened.peek();
      const before = store.view.peek().spacing;
      const [from, to] = [warp.peek(), warpFor(dataset, spacing)];
      const [fromFit, toFit] = [fitWindow(dataset, from), fitWindow(dataset, to)];
      if (fromFit === undefined || toFit === undefined) {
        store.dispatch({ kind: 'set-spacing', spacing });
        return;
      }
      const now: WarpedWindow = { warp: from, window: store.view.peek().window ?? fromFit };
      const chosen = store.view.peek().window;
      const isWayBack = came !== undefined && chosen === came.to && spacing === came.spacing;
      const anchor = anchorOf(store, now);
      const target = isWayBack ? came?.from : anchor && windowAround(anchor, now, to, toFit);
      const isFit = target === undefined || isSame(target, toFit, to);
      const isShown = chosen === undefined && isFit;
      const way = wayBetween(now, { warp: to, window: isFit ? toFit : target });
      const stand = (share: number): void => {
        const { warp: line, window } = way(share);
        onTheWay.value = line;
        if (!isShown) setWindow(window);
      };
      batch(() => {
        store.dispatch({ kind: 'set-spacing', spacing });
        stand(0);
      });
      move(DURATION_MS.spacing, easeInOut, stand, () => {
        stop();
        setWindow(isFit ? undefined : target);
        came = isFit ? undefined : { spacing: before, from: chosen ?? fromFit, to: target };
      });
    },
  };
}

/** Whether two windows are drawn alike to a thousandth. */
function isSame(a: Interval, b: Interval, { toWarped }: Warp): boolean {
  const least = (toWarped(b.end) - toWarped(b.start)) / 1000;
  return Math.abs(toWarped(a.start) - toWarped(b.start)) < least && Math.abs(toWarped(a.end) - toWarped(b.end)) < least;
}

/** Of a window without an event to keep in place, the part around its middle that keeps it. */
const MIDDLE = 0.05;

/** What keeps its place; `undefined` when all is shown, and no event of it is meant. */
function anchorOf(store: Store, { warp, window }: WarpedWindow): Anchor | undefined {
  const { hovered, selected, window: chosen } = store.view.peek();
  const { dataset } = store.opened.peek();
  const isAll = chosen === undefined;
  for (const id of [hovered, selected]) {
    const i = id === undefined ? undefined : rowOf(dataset, id);
    const span = i === undefined ? undefined : spanIn(dataset, i, window);
    if (span !== undefined) return { ...span, isAll };
  }
  if (isAll) return undefined;
  const [start, end] = [warp.toWarped(window.start), warp.toWarped(window.end)];
  const middle = (start + end) / 2;
  const reach = (end - start) * MIDDLE;
  return { start: warp.fromWarped(middle - reach), end: warp.fromWarped(middle + reach), isAll };
}

/** The part of an event's span that a window shows; `undefined` when it shows none, or the event is undated. */
function spanIn({ columns }: Dataset, i: number, window: Interval): Interval | undefined {
  const [start, end] = [columns.earliestStart[i] ?? NaN, columns.latestEnd[i] ?? NaN];
  if (!(start < window.end && end > window.start)) return undefined;
  const from = Math.max(start, window.start);
  return { start: instant(from), end: instant(Math.max(Math.min(end, window.end), from + MINUTE)) };
}
