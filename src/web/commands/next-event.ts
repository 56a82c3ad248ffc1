import type { Command } from './command.ts';
import { selectedStep, selectStep, stepCount } from './steps.ts';

/** Selects the event that comes next in time; the first one when none is selected. */
export const nextEvent: Command = {
  id: 'next-event',
  label: (messages) => messages.app.commands.nextEvent,
  keys: ['ArrowRight', 'ArrowDown'],
  enabled: ({ store }) => stepCount(store) > 0,
  run: ({ store }) => selectStep(store, Math.min(selectedStep(store) + 1, stepCount(store) - 1)),
};
