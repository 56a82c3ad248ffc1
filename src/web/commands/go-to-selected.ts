import type { Command } from './command.ts';

/** Puts the keyboard focus on the selected event's card, so that what it holds can be reached. */
export const goToSelected: Command = {
  id: 'go-to-selected',
  label: (messages) => messages.app.commands.goToSelected,
  keys: ['Enter'],
  enabled: ({ store }) => store.view.value.selected !== undefined,
  run: ({ focusSelected }) => focusSelected(),
};
