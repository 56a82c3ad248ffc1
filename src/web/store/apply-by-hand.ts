import type { Change } from '../../core/edit/change.ts';
import { draftingOf } from './drafting.ts';
import { editingOf } from './history.ts';
import type { Store } from './store.ts';

/** Does a change that was made by a hand on the timeline or the map; the page then tells what was done. */
export function applyByHand(store: Store, change: Change): void {
  if (editingOf(store).apply(change)) draftingOf(store).deeds.value += 1;
}
