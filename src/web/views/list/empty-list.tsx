import type { Store } from '../../store/store.ts';
import { showAll } from './notices.tsx';

interface EmptyListProps {
  readonly store: Store;
  /** `undefined` where no file is to be opened. */
  readonly onOpenFile: (() => void) | undefined;
}

/** What stands in place of a list without entries: why it is empty, and what helps. */
export function EmptyList({ store, onOpenFile }: EmptyListProps) {
  const { list, app } = store.world.value.messages;
  const { dataset } = store.opened.value;
  const { count, datedCount } = store.visible.value;
  if (datedCount > 0) return null;
  if (dataset.size === 0) {
    return (
      <div class="empty">
        <p>{list.empty.story}</p>
        {onOpenFile !== undefined && (
          <button type="button" class="button" onClick={onOpenFile}>
            {app.add.open}
          </button>
        )}
      </div>
    );
  }
  const hidden = dataset.size - count;
  return (
    <div class="empty">
      <p>{hidden === 0 ? list.empty.dated : list.empty.filtered}</p>
      {hidden > 0 && (
        <button type="button" class="button" onClick={({ currentTarget }) => showAll(store, currentTarget)}>
          {list.showAll}
        </button>
      )}
    </div>
  );
}
