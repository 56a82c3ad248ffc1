import type { Command } from './command.ts';

/** Saves the story as a file: where it came from, or as a copy. */
export const save: Command = {
  id: 'save',
  label: (messages) => messages.app.commands.save,
  keys: ['$mod+s'],
  isEverywhere: true,
  enabled: (context) => context.save !== undefined,
  run: (context) => context.save?.(),
};
