import type { Command } from './command.ts';
import { selectedStep, selectStep, stepsOf } from './steps.ts';

/** Selects the event that comes next in time; the first one when none is selected. */
export const nextEvent: Command = {
  id: 'next-event',
  label: (messages) => messages.app.commands.nextEvent,
  keys: ['ArrowRight', 'ArrowDown'],
  enabled: ({ store }) => stepsOf(store).length > 0,
  run: ({ store }) => {
    const steps = stepsOf(store);
    selectStep(store, steps, Math.min(selectedStep(store, steps) + 1, steps.length - 1));
  },
};
