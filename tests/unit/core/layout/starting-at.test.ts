import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startingAt } from '../../../../src/core/layout/starting-at.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf } from '../../../support/dataset.ts';

const STORY = datasetOf([{ when: '2026-02-03' }, { when: '2026-02-05' }, { when: '2026-02-09' }, { id: '2026-02-05', when: '2026-02-04' }]);
const at = (year: number, month: number, day: number, hour = 0): number => Date.UTC(year, month - 1, day, hour);

const begunAt = (start: string): number | undefined => {
  const begun = startingAt(INITIAL_VIEW, start, STORY);
  return begun.ok ? begun.value.window?.start : undefined;
};

describe('where a story begins', () => {
  it('is an event that is selected, where its id is named', () => {
    expect(startingAt(INITIAL_VIEW, 'e1', STORY)).toEqual({ ok: true, value: { ...INITIAL_VIEW, selected: 'e1' } });
  });

  it('is an event also where its id looks like a date', () => {
    expect(startingAt(INITIAL_VIEW, '2026-02-05', STORY)).toEqual({ ok: true, value: { ...INITIAL_VIEW, selected: '2026-02-05' } });
  });

  it.each([
    ['2026-02-04', at(2026, 2, 4)],
    [' 2026-02-04 ', at(2026, 2, 4)],
    ['2026-02', at(2026, 2, 1)],
    ['2026', at(2026, 1, 1)],
    ['2026-02-04T12:00Z', at(2026, 2, 4, 12)],
    ['2026-02-04T12:00:00+03:00', at(2026, 2, 4, 9)],
    ['2026-02-04/2026-02-06', at(2026, 2, 4)],
    ['2026-02-0X', at(2026, 2, 1)],
  ])('is the earliest instant of a date: %j', (start, expected) => {
    expect(begunAt(start)).toBe(expected);
  });

  it('leaves the rest of the story to be seen, and what else the view says', () => {
    const view = { ...INITIAL_VIEW, hiddenCategories: ['a'], selected: 'e2' };
    const begun = startingAt(view, '2026-02-04', STORY);
    if (!begun.ok) throw new Error(begun.error);
    expect(begun.value).toMatchObject({ hiddenCategories: ['a'], selected: 'e2' });
    expect(begun.value.window?.end).toBeGreaterThanOrEqual(at(2026, 2, 10));
    expect(begun.value.window?.end).toBeLessThan(at(2026, 2, 11));
  });

  it('keeps the end of a view that has one after it', () => {
    const window = { start: instant(at(2026, 2, 1)), end: instant(at(2026, 2, 6)) };
    expect(startingAt({ ...INITIAL_VIEW, window }, '2026-02-04', STORY)).toMatchObject({ ok: true, value: { window: { start: at(2026, 2, 4), end: window.end } } });
  });

  it.each(['tomorrow', '2026-13', 'e99', '../2026-02-04'])('is nowhere that it can be at %j', (start) => {
    expect(startingAt(INITIAL_VIEW, start, STORY)).toEqual({ ok: false, error: 'unknown' });
  });

  it('is nowhere that it can be after the end of the story, or in a story without dates', () => {
    expect(startingAt(INITIAL_VIEW, '2027', STORY)).toEqual({ ok: false, error: 'too-late' });
    expect(startingAt(INITIAL_VIEW, '2026', datasetOf([{ when: null }]))).toEqual({ ok: false, error: 'too-late' });
  });

  it('is never a window that a link could not hold, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map((date) => date.toISOString())), (start) => {
        const begun = startingAt(INITIAL_VIEW, start, STORY);
        if (begun.ok && begun.value.window !== undefined) expect(begun.value.window.start).toBeLessThan(begun.value.window.end);
      }),
    );
  });
});
