import type { Command } from './command.ts';
import { selectStep, stepCount } from './steps.ts';

/** Selects the latest event. */
export const lastEvent: Command = {
  id: 'last-event',
  label: (messages) => messages.app.commands.lastEvent,
  keys: ['End'],
  enabled: ({ store }) => stepCount(store) > 0,
  run: ({ store }) => selectStep(store, -1),
};
