import type { Command } from './command.ts';
import { selectStep, stepCount } from './steps.ts';

/** Selects the earliest event. */
export const firstEvent: Command = {
  id: 'first-event',
  label: (messages) => messages.app.commands.firstEvent,
  keys: ['Home'],
  enabled: ({ store }) => stepCount(store) > 0,
  run: ({ store }) => selectStep(store, 0),
};
