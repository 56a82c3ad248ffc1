import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromSearch } from '../../../../src/core/view/url.ts';
import { firstView } from '../../../../src/web/reading/first-view.ts';
import { datasetOf } from '../../../support/dataset.ts';

const STORY = datasetOf([{ when: '2026-02-03' }, { when: '2026-02-05' }, { when: '2026-02-09' }]);

describe('the first view of a story in another page', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is the view that is asked for, from its start on', () => {
    const view = firstView('v=1&hide=a', '2026-02-04', STORY);
    expect(fromSearch(view).view).toMatchObject({ hiddenCategories: ['a'], window: { start: Date.UTC(2026, 1, 4) } });
    expect(firstView('v=1&event=e0', 'e1', STORY)).toBe('v=1&event=e1');
    expect(firstView('v=1&event=e0', undefined, STORY)).toBe('v=1&event=e0');
    expect(firstView('', ' ', STORY)).toBe('');
  });

  it('is the view alone where the story cannot begin there, and the console says why', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(firstView('v=1&event=e0', 'the 4th', STORY)).toBe('v=1&event=e0');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('“the 4th” is neither the id of an event in this story nor a date'));
    expect(firstView('', '2027-01-01', STORY)).toBe('');
    expect(warn).toHaveBeenLastCalledWith(expect.stringContaining('nothing in this story comes after “2027-01-01”'));
  });
});
