import type { Command } from './command.ts';

/** Opens the dialog that makes a picture. */
export const exportImage: Command = {
  id: 'export-image',
  label: (messages) => messages.app.commands.exportImage,
  keys: ['e'],
  enabled: () => true,
  run: ({ showExport }) => showExport(),
};
