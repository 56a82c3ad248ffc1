import { effect } from '@preact/signals';
import { rowOf } from '../../core/model/rows.ts';
import type { Store } from '../store/store.ts';
import type { PageState } from './page-state.ts';

/** Says so, and selects nothing, where a link or an address gone back to leads to an event that the story does not have. Returns the end of it. */
export function checkSelection(store: Store, page: Pick<PageState, 'alert'>): () => void {
  return effect(() => {
    const { selected } = store.view.value;
    if (selected === undefined || rowOf(store.opened.value.dataset, selected) !== undefined) return;
    store.dispatch({ kind: 'select', id: undefined });
    page.alert.value = store.world.peek().messages.app.failed.event;
  });
}
