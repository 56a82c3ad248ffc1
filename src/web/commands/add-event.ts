import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { draftingOf } from '../store/drafting.ts';
import { editingOf } from '../store/history.ts';
import type { Command } from './command.ts';

/** Opens the form of a new event, at the middle of what the timeline shows. */
export const addEvent: Command = {
  id: 'add-event',
  label: (messages) => editMessagesOf(messages).commands.addEvent,
  keys: ['n'],
  enabled: ({ store }) => !editingOf(store).isReadOnly.value,
  run: ({ store, player }) => {
    player.stop();
    draftingOf(store).form.value = { id: undefined, when: 'window' };
  },
};
