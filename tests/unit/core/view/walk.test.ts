import { describe, expect, it } from 'vitest';
import { instant } from '../../../../src/core/time/instant.ts';
import { INITIAL_VIEW, type ViewState } from '../../../../src/core/view/view-state.ts';
import { keptOfView, viewOfStep } from '../../../../src/core/view/walk.ts';

const seen: ViewState = {
  ...INITIAL_VIEW,
  window: { start: instant(Date.UTC(2026, 1, 3)), end: instant(Date.UTC(2026, 1, 4)) },
  selected: 'drone',
  theme: 'dark',
  divider: 0.4,
  step: 7,
};

describe('the view of a step', () => {
  it('is kept as a link has it, without what belongs to the reader', () => {
    expect(keptOfView(seen)).toBe('v=1&window=2026-02-03..2026-02-04&event=drone');
  });

  it('comes back in the colours and with the divider of whoever reads', () => {
    const present: ViewState = { ...INITIAL_VIEW, theme: 'light', divider: 0.7, text: 'sought' };
    expect(viewOfStep(keptOfView(seen), 2, present)).toEqual({ ...seen, theme: 'light', divider: 0.7, step: 2 });
  });

  it('that keeps nothing is the first view of the story', () => {
    expect(keptOfView(INITIAL_VIEW)).toBe('');
    expect(viewOfStep('', 0, INITIAL_VIEW)).toEqual({ ...INITIAL_VIEW, step: 0 });
  });
});
