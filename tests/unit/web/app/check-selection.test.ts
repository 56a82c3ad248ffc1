import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { checkSelection } from '../../../../src/web/app/check-selection.ts';
import { createPageState } from '../../../../src/web/app/page-state.ts';
import { storeOf } from '../support.ts';

function pageWith() {
  const store = storeOf([{ when: '2026-02-03' }]);
  const page = createPageState();
  checkSelection(store, page);
  return { store, page };
}

describe('a selection', () => {
  it('stays when the story has the event', () => {
    const { store, page } = pageWith();
    store.dispatch({ kind: 'select', id: 'e0' });
    expect(store.view.value.selected).toBe('e0');
    expect(page.alert.value).toBeUndefined();
  });

  it('of an event that the story does not have is taken back, and said', () => {
    const { store, page } = pageWith();
    store.dispatch({ kind: 'replace', view: { ...INITIAL_VIEW, selected: 'gone' } });
    expect(store.view.value.selected).toBeUndefined();
    expect(page.alert.value).toBe('The link leads to an event that this story does not have.');
  });
});
