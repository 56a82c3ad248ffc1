import { describeDone } from '../../../core/i18n/describe-done.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';

interface UndoChoicesProps {
  readonly store: Store;
  /** Tells a sentence to people. */
  readonly tell: (sentence: string) => void;
}

/** The way back, and the way forth again, each by the name of what was done; nothing where nothing was. */
export function UndoChoices({ store, tell }: UndoChoicesProps) {
  const editing = editingOf(store);
  const { messages, formats } = store.world.value;
  const goes = (go: () => void): void => {
    go();
    const done = editing.lastDeed.peek();
    if (done !== undefined) tell(describeDone(done, done.how, messages, formats));
  };
  const [back, forth] = [editing.toUndo.value, editing.toRedo.value];
  return (
    <>
      {back !== undefined && editing.canUndo.value && (
        <button type="button" class="menu-choice" onClick={() => goes(editing.undo)}>
          {describeDone(back, 'to undo', messages, formats)}
        </button>
      )}
      {forth !== undefined && editing.canRedo.value && (
        <button type="button" class="menu-choice" onClick={() => goes(editing.redo)}>
          {describeDone(forth, 'to redo', messages, formats)}
        </button>
      )}
    </>
  );
}
