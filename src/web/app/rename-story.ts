import { changeOf } from '../../core/edit/change-of.ts';
import { withStoryMembers } from '../../core/edit/with-members.ts';
import { editingOf } from '../store/history.ts';
import type { Store } from '../store/store.ts';

/** Gives the open story another title, as a change that can be taken back. */
export function renameStory(store: Store, title: string): void {
  const { dataset } = store.opened.peek();
  editingOf(store).apply(changeOf(dataset, 'story', { story: withStoryMembers(dataset.story, { title }) }));
}
