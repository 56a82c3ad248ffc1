import { describeDone } from '../../core/i18n/describe-done.ts';
import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { editingOf } from '../store/history.ts';
import type { Command, CommandContext } from './command.ts';

/** Takes the last change of the story back. */
export const undo: Command = {
  id: 'undo',
  label: (messages) => editMessagesOf(messages).commands.undo,
  keys: ['$mod+z'],
  enabled: ({ store }) => editingOf(store).canUndo.value,
  run: (context) => {
    editingOf(context.store).undo();
    tellLastDeed(context);
  },
};

/** Tells what was last done to the story. */
export function tellLastDeed({ store, tell }: CommandContext): void {
  const { lastDeed } = editingOf(store);
  const { messages, formats } = store.world.value;
  if (lastDeed.value !== undefined) tell(describeDone(lastDeed.value, lastDeed.value.how, messages, formats));
}
