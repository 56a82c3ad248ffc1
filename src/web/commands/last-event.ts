import type { Command } from './command.ts';
import { canStep, selectStep, walkTo } from './steps.ts';

/** Selects the latest event; in a walk through the story, its last step. */
export const lastEvent: Command = {
  id: 'last-event',
  label: (messages) => messages.app.commands.lastEvent,
  keys: ['End'],
  enabled: ({ store }) => canStep(store),
  run: ({ store }) => {
    if (!walkTo(store, (_, count) => count - 1)) selectStep(store, -1);
  },
};
