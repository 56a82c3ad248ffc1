import { describe, expect, it } from 'vitest';
import { fitWindow, warpFor } from '../../../../../src/core/layout/gaps.ts';
import { rowOf } from '../../../../../src/core/model/rows.ts';
import { instantOf } from '../../../../../src/core/time/calendar.ts';
import { timeScale } from '../../../../../src/core/time/time-scale.ts';
import { applyAction } from '../../../../../src/core/view/actions.ts';
import { INITIAL_VIEW, SPACINGS, type Spacing, type ViewState } from '../../../../../src/core/view/view-state.ts';
import { planRespacing, type Home } from '../../../../../src/web/views/timeline/respacing-plan.ts';
import { datasetOf } from '../../../../support/dataset.ts';

const dataset = datasetOf(
  ['2025-06', '2026-01', '2026-02-03', '2026-02-03', '2026-02-04', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-08'].map((when) => ({ when })),
);
const week = { start: instantOf(2026, 2, 2), end: instantOf(2026, 2, 8) };

/** Follows a plan to its end. */
function respaced(view: ViewState, spacing: Spacing, home?: Home): { readonly view: ViewState; readonly home: Home | undefined } {
  const plan = planRespacing(dataset, view, warpFor(dataset, view.spacing), spacing, home);
  return { view: { ...view, spacing, window: plan?.window }, home: plan?.home };
}

/** The middle of an event in pixels. */
function xOf(id: string, { spacing, window }: ViewState): number {
  const warp = warpFor(dataset, spacing);
  const scale = timeScale({ warp, window: window ?? fitWindow(dataset, warp) ?? week, x0: 0, x1: 1000 });
  const i = rowOf(dataset, id) ?? -1;
  return (scale.xOf(dataset.columns.earliestStart[i] ?? NaN) + scale.xOf(dataset.columns.latestEnd[i] ?? NaN)) / 2;
}

describe('a change of spacing', () => {
  it.each(SPACINGS)('to “%s” keeps the selected event where it is', (spacing) => {
    for (const window of [undefined, week]) {
      const view: ViewState = { ...INITIAL_VIEW, window, selected: 'e4' };
      expect(xOf('e4', respaced(view, spacing).view)).toBeCloseTo(xOf('e4', view), 3);
    }
  });

  it('keeps the event under the pointer rather than the selected one', () => {
    const view: ViewState = { ...INITIAL_VIEW, window: week, selected: 'e4', hovered: 'e7' };
    expect(xOf('e7', respaced(view, 'equal').view)).toBeCloseTo(xOf('e7', view), 3);
  });

  it('keeps all in sight where all is, and no event is meant', () => {
    expect(respaced(INITIAL_VIEW, 'equal').view.window).toBeUndefined();
  });

  it('leads back to the window it set out from, by whatever way', () => {
    const first: ViewState = { ...INITIAL_VIEW, window: week, selected: 'e4' };
    const even = respaced(first, 'equal');
    const straight = respaced(even.view, 'true', even.home);
    expect(straight.view.window).toEqual(respaced(first, 'true').view.window);
    expect(respaced(straight.view, 'compressed', straight.home).view.window).toBe(week);
  });

  it('sets out anew when the window has been moved since', () => {
    const even = respaced({ ...INITIAL_VIEW, window: week, selected: 'e4' }, 'equal');
    const moved = applyAction(even.view, { kind: 'set-window', window: { start: instantOf(2026, 2, 1), end: instantOf(2026, 2, 9) } });
    expect(xOf('e4', respaced(moved, 'compressed', even.home).view)).toBeCloseTo(xOf('e4', moved), 3);
  });

  it('is none for a story without a date', () => {
    expect(planRespacing(datasetOf([{ when: null }]), INITIAL_VIEW, warpFor(dataset, 'true'), 'equal', undefined)).toBeUndefined();
  });
});
