import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { editingOf } from '../store/history.ts';
import type { Command } from './command.ts';
import { tellLastDeed } from './undo.ts';

/** Does again what was undone last. */
export const redo: Command = {
  id: 'redo',
  label: (messages) => editMessagesOf(messages).commands.redo,
  keys: ['$mod+Shift+z', '$mod+y'],
  enabled: ({ store }) => editingOf(store).canRedo.value,
  run: (context) => {
    editingOf(context.store).redo();
    tellLastDeed(context);
  },
};
