import { describe, expect, it } from 'vitest';
import { addEvent } from '../../../../src/core/edit/edit-events.ts';
import { draftingOf } from '../../../../src/web/store/drafting.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import { datasetOf, eventOf } from '../../../support/dataset.ts';
import { storeOf } from '../support.ts';

/** A store with an open form in which something stands, and a chosen event. */
function storeInHand() {
  const store = storeOf([{ title: 'First', id: 'e1' }]);
  const drafting = draftingOf(store);
  drafting.form.value = { id: 'e1' };
  drafting.drafts.value = new Map([['event:e1', '{"title":"Typed"}']]);
  drafting.chosen.value = new Set(['e1']);
  return { store, drafting };
}

describe('what is in hand of a story', () => {
  it('is put down when another story is opened, so that no form of the one is saved into the other', () => {
    const { store, drafting } = storeInHand();
    store.open({ dataset: datasetOf([{ title: 'Of another story', id: 'e1' }]), issues: [], fileName: '' });
    expect(drafting.form.value).toBeUndefined();
    expect(drafting.drafts.value.size).toBe(0);
    expect(drafting.chosen.value.size).toBe(0);
  });

  it('stays in hand when the story changes or is brought up to date', () => {
    const { store, drafting } = storeInHand();
    const editing = editingOf(store);
    editing.apply(addEvent(store.opened.peek().dataset, { ...eventOf({ title: 'Second' }, 0), id: 'e2' }));
    editing.replace({ dataset: datasetOf([{ title: 'First, as it is now', id: 'e1' }]), issues: [], fileName: '' }, 'update');
    editing.undo();
    expect(drafting.form.value).toEqual({ id: 'e1' });
    expect(drafting.drafts.value.size).toBe(1);
  });
});
