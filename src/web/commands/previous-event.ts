import type { Command } from './command.ts';
import { selectedStep, selectStep, stepCount } from './steps.ts';

/** Selects the event that comes before in time; the last one when none is selected. */
export const previousEvent: Command = {
  id: 'previous-event',
  label: (messages) => messages.app.commands.previousEvent,
  keys: ['ArrowLeft', 'ArrowUp'],
  enabled: ({ store }) => stepCount(store) > 0,
  run: ({ store }) => {
    const at = selectedStep(store);
    selectStep(store, at === -1 ? -1 : Math.max(at - 1, 0));
  },
};
