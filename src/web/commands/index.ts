import { addEvent } from './add-event.ts';
import { clearSelection } from './clear-selection.ts';
import type { Command } from './command.ts';
import { deleteEvent } from './delete-event.ts';
import { duplicateEvent } from './duplicate-event.ts';
import { editEvent } from './edit-event.ts';
import { exportImage } from './export-image.ts';
import { firstEvent } from './first-event.ts';
import { fit } from './fit.ts';
import { goToSelected } from './go-to-selected.ts';
import { lastEvent } from './last-event.ts';
import { endEarlier, endLater, moveEarlier, moveLater } from './move-event.ts';
import { nextEvent } from './next-event.ts';
import { play } from './play.ts';
import { previousEvent } from './previous-event.ts';
import { redo } from './redo.ts';
import { save } from './save.ts';
import { search } from './search.ts';
import { showKeys } from './show-keys.ts';
import { switchTheme } from './switch-theme.ts';
import { undo } from './undo.ts';

/** Every command, in the order in which the list of keys shows them. */
export const COMMANDS: readonly Command[] = [
  nextEvent,
  previousEvent,
  firstEvent,
  lastEvent,
  goToSelected,
  clearSelection,
  fit,
  play,
  search,
  save,
  undo,
  redo,
  addEvent,
  editEvent,
  duplicateEvent,
  deleteEvent,
  moveLater,
  moveEarlier,
  endLater,
  endEarlier,
  exportImage,
  switchTheme,
  showKeys,
];
