import { clearSelection } from './clear-selection.ts';
import type { Command } from './command.ts';
import { firstEvent } from './first-event.ts';
import { fit } from './fit.ts';
import { goToSelected } from './go-to-selected.ts';
import { lastEvent } from './last-event.ts';
import { nextEvent } from './next-event.ts';
import { play } from './play.ts';
import { previousEvent } from './previous-event.ts';
import { search } from './search.ts';
import { showKeys } from './show-keys.ts';
import { switchTheme } from './switch-theme.ts';

/** The commands that change nothing of a story: those of `COMMANDS` for a page that is there to be read alone, in the same order. */
export const READING_COMMANDS: readonly Command[] = [
  nextEvent,
  previousEvent,
  firstEvent,
  lastEvent,
  goToSelected,
  clearSelection,
  fit,
  play,
  search,
  switchTheme,
  showKeys,
];
