import { duplicateEvents } from '../../core/edit/edit-events.ts';
import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import { editingOf } from '../store/history.ts';
import type { Command, CommandContext } from './command.ts';
import { tellLastDeed } from './undo.ts';

/** Adds a copy of the selected event, and selects it. */
export const duplicateEvent: Command = {
  id: 'duplicate-event',
  label: (messages) => editMessagesOf(messages).commands.duplicateEvent,
  keys: ['$mod+d'],
  enabled: canEditSelected,
  run: (context) => {
    const { store, player } = context;
    const { selected } = store.view.value;
    if (selected === undefined) return;
    player.stop();
    const editing = editingOf(store);
    if (editing.apply(duplicateEvents(store.opened.value.dataset, [selected], editing.freshId))) tellLastDeed(context);
  },
};

/** Whether an event is selected and the story may be changed here. */
export function canEditSelected({ store }: CommandContext): boolean {
  return store.view.value.selected !== undefined && !editingOf(store).isReadOnly.value;
}
