import type { Command } from './command.ts';
import { selectedStep, selectStep, stepsOf } from './steps.ts';

/** Selects the event that comes before in time; the last one when none is selected. */
export const previousEvent: Command = {
  id: 'previous-event',
  label: (messages) => messages.app.commands.previousEvent,
  keys: ['ArrowLeft', 'ArrowUp'],
  enabled: ({ store }) => stepsOf(store).length > 0,
  run: ({ store }) => {
    const steps = stepsOf(store);
    const at = selectedStep(store, steps);
    selectStep(store, steps, at === -1 ? -1 : Math.max(at - 1, 0));
  },
};
