import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { draftingOf } from '../store/drafting.ts';
import type { Command } from './command.ts';
import { canEditSelected } from './duplicate-event.ts';

/** Opens the form of the selected event. */
export const editEvent: Command = {
  id: 'edit-event',
  label: (messages) => editMessagesOf(messages).commands.editEvent,
  keys: ['F2'],
  enabled: canEditSelected,
  run: ({ store, player }) => {
    player.stop();
    draftingOf(store).form.value = { id: store.view.value.selected };
  },
};
