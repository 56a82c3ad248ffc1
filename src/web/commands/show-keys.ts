import type { Command } from './command.ts';

/** Shows every key and what it does. */
export const showKeys: Command = {
  id: 'show-keys',
  label: (messages) => messages.app.commands.showKeys,
  keys: ['?'],
  enabled: () => true,
  run: (context) => context.showKeys(),
};
