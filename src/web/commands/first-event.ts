import type { Command } from './command.ts';
import { selectStep, stepsOf } from './steps.ts';

/** Selects the earliest event. */
export const firstEvent: Command = {
  id: 'first-event',
  label: (messages) => messages.app.commands.firstEvent,
  keys: ['Home'],
  enabled: ({ store }) => stepsOf(store).length > 0,
  run: ({ store }) => selectStep(store, stepsOf(store), 0),
};
