import type { Command } from './command.ts';
import { canStep, selectedStep, selectStep, walkTo } from './steps.ts';

/** Selects the event that comes before in time, the last one when none is selected; in a walk through the story, its step before. */
export const previousEvent: Command = {
  id: 'previous-event',
  label: (messages) => messages.app.commands.previousEvent,
  keys: ['ArrowLeft', 'ArrowUp'],
  enabled: ({ store }) => canStep(store),
  run: ({ store }) => {
    if (walkTo(store, (step) => step - 1)) return;
    const at = selectedStep(store);
    selectStep(store, at === -1 ? -1 : Math.max(at - 1, 0));
  },
};
