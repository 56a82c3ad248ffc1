import type { Command } from './command.ts';
import { stepCount } from './steps.ts';

/** Plays the story from event to event, or stops playing. */
export const play: Command = {
  id: 'play',
  label: (messages) => messages.app.commands.play,
  keys: ['p'],
  enabled: ({ store }) => stepCount(store) > 0,
  run: ({ player }) => player.toggle(),
};
