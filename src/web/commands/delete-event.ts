import { deleteEvents } from '../../core/edit/edit-events.ts';
import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { editingOf } from '../store/history.ts';
import type { Command } from './command.ts';
import { canEditSelected } from './duplicate-event.ts';
import { tellLastDeed } from './undo.ts';

/** Takes the selected event out of the story. */
export const deleteEvent: Command = {
  id: 'delete-event',
  label: (messages) => editMessagesOf(messages).commands.deleteEvent,
  keys: ['Delete'],
  enabled: canEditSelected,
  run: (context) => {
    const { store, player } = context;
    const { selected } = store.view.value;
    if (selected === undefined) return;
    player.stop();
    if (editingOf(store).apply(deleteEvents(store.opened.value.dataset, [selected]))) tellLastDeed(context);
  },
};
