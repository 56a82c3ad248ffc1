import type { Command } from './command.ts';
import { canStep, selectStep, walkTo } from './steps.ts';

/** Selects the earliest event; in a walk through the story, its first step. */
export const firstEvent: Command = {
  id: 'first-event',
  label: (messages) => messages.app.commands.firstEvent,
  keys: ['Home'],
  enabled: ({ store }) => canStep(store),
  run: ({ store }) => {
    if (!walkTo(store, () => 0)) selectStep(store, 0);
  },
};
