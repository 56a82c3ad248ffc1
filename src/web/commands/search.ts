import type { Command } from './command.ts';

/** Puts the keyboard focus into the search box. */
export const search: Command = {
  id: 'search',
  label: (messages) => messages.app.commands.search,
  keys: ['/'],
  enabled: () => true,
  run: ({ focusSearch }) => focusSearch(),
};
