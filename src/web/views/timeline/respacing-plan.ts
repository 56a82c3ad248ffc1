import { fitWindow, warpFor } from '../../../core/layout/gaps.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { rowOf } from '../../../core/model/rows.ts';
import { instant, MINUTE, type Interval } from '../../../core/time/instant.ts';
import { wayBetween, windowAround, type Anchor, type WarpedWindow } from '../../../core/time/respacing.ts';
import type { Warp } from '../../../core/time/time-scale.ts';
import type { Spacing, ViewState } from '../../../core/view/view-state.ts';

/** Where changes of spacing set out from that nothing else came between, so that each leads to the same window whatever went before. */
export interface Home extends WarpedWindow {
  readonly dataset: Dataset;
  /** What was seen last: the spacing and the window to which the last change led, and what was pointed at and selected. */
  readonly last: Pick<ViewState, 'spacing' | 'window' | 'selected' | 'hovered'>;
  readonly spacing: Spacing;
  /** Whether all was shown. */
  readonly isAll: boolean;
}

/** A change of spacing. */
export interface RespacingPlan {
  /** From the window as it is, at 0, to where it is going, at 1. */
  readonly way: (share: number) => WarpedWindow;
  /** `undefined` shows all. */
  readonly window: Interval | undefined;
  /** Whether all is shown all the way. */
  readonly isAll: boolean;
  readonly home: Home;
}

/**
 * What it takes to change the spacing of a view so that the event under the pointer, or else the selected one, or else the middle of the
 * window keeps its place. Where all is shown and no event meant, all stays shown. `undefined` for a dataset without a dated event.
 */
export function planRespacing(dataset: Dataset, view: ViewState, warp: Warp, spacing: Spacing, known: Home | undefined): RespacingPlan | undefined {
  const to = warpFor(dataset, spacing);
  const [fit, toFit] = [fitWindow(dataset, warp), fitWindow(dataset, to)];
  if (fit === undefined || toFit === undefined) return undefined;
  const now: WarpedWindow = { warp, window: view.window ?? fit };
  const home = known !== undefined && known.dataset === dataset && isLast(known.last, view)
    ? known
    : { ...now, dataset, last: view, spacing: view.spacing, isAll: view.window === undefined };
  const anchor = anchorOf(home, view);
  const target = spacing === home.spacing ? home.window : anchor && windowAround(anchor, home, to, toFit);
  const isFit = target === undefined || isSame(target, toFit, to);
  const window = isFit ? undefined : target;
  const { selected, hovered } = view;
  return {
    way: wayBetween(now, { warp: to, window: window ?? toFit }),
    window,
    isAll: isFit && view.window === undefined,
    home: { ...home, last: { spacing, window, selected, hovered } },
  };
}

const isLast = (last: Home['last'], view: ViewState): boolean =>
  last.spacing === view.spacing && last.window === view.window && last.selected === view.selected && last.hovered === view.hovered;

/** Whether two windows are drawn alike to a thousandth. */
function isSame(a: Interval, b: Interval, { toWarped }: Warp): boolean {
  const least = (toWarped(b.end) - toWarped(b.start)) / 1000;
  return Math.abs(toWarped(a.start) - toWarped(b.start)) < least && Math.abs(toWarped(a.end) - toWarped(b.end)) < least;
}

/** Of a window without an event to keep in place, the part around its middle that keeps it. */
const MIDDLE = 0.05;

/** What keeps its place; `undefined` when all is shown, and no event of it is meant. */
function anchorOf({ dataset, warp, window, isAll }: Home, { hovered, selected }: ViewState): Anchor | undefined {
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
