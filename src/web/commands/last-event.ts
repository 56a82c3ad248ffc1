import type { Command } from './command.ts';
import { selectStep, stepsOf } from './steps.ts';

/** Selects the latest event. */
export const lastEvent: Command = {
  id: 'last-event',
  label: (messages) => messages.app.commands.lastEvent,
  keys: ['End'],
  enabled: ({ store }) => stepsOf(store).length > 0,
  run: ({ store }) => selectStep(store, stepsOf(store), -1),
};
