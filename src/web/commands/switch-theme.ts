import type { Command } from './command.ts';

/** Changes between light and dark; where the system asks for the same, the page follows the system again. */
export const switchTheme: Command = {
  id: 'switch-theme',
  label: (messages) => messages.app.commands.switchTheme,
  keys: ['t'],
  enabled: () => true,
  run: ({ store, systemIsDark }) => {
    const toDark = store.world.value.palette.theme === 'light';
    store.dispatch({ kind: 'set-theme', theme: toDark === systemIsDark() ? 'auto' : toDark ? 'dark' : 'light' });
  },
};
