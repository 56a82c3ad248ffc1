import type { Command } from './command.ts';

/** Clears the selected event; when none is selected, the chosen place. */
export const clearSelection: Command = {
  id: 'clear-selection',
  label: (messages) => messages.app.commands.clearSelection,
  keys: ['Escape'],
  enabled: ({ store }) => store.view.value.selected !== undefined || store.view.value.place !== undefined,
  run: ({ store, player }) => {
    player.stop();
    if (store.view.value.selected !== undefined) store.dispatch({ kind: 'select', id: undefined });
    else store.dispatch({ kind: 'choose-place', key: undefined });
  },
};
