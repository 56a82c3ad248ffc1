import type { Command } from './command.ts';
import { canStep, selectedStep, selectStep, stepCount, walkTo } from './steps.ts';

/** Selects the event that comes next in time, the first one when none is selected; in a walk through the story, its next step. */
export const nextEvent: Command = {
  id: 'next-event',
  label: (messages) => messages.app.commands.nextEvent,
  keys: ['ArrowRight', 'ArrowDown'],
  enabled: ({ store }) => canStep(store),
  run: ({ store }) => {
    if (!walkTo(store, (step) => step + 1)) selectStep(store, Math.min(selectedStep(store) + 1, stepCount(store) - 1));
  },
};
