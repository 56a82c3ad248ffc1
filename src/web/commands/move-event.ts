import { moveInTime, type TimeMove } from '../../core/edit/move-in-time.ts';
import { STEP_LENGTHS } from '../../core/edit/shift-edtf.ts';
import { editMessagesOf } from '../../core/i18n/edit-messages.ts';
import type { Messages } from '../../core/i18n/messages.ts';
import { eventAt, rowOf } from '../../core/model/rows.ts';
import { editingOf } from '../store/history.ts';
import type { Command, CommandContext } from './command.ts';
import { canEditSelected } from './duplicate-event.ts';
import { tellLastDeed } from './undo.ts';

type Label = keyof ReturnType<typeof editMessagesOf>['commands'];

/** A command that moves the selected event, or its end, by one of the units that its date is known to. */
const move = (id: string, label: Label, key: string, sign: 1 | -1, edge: TimeMove['edge']): Command => ({
  id,
  label: (messages: Messages) => editMessagesOf(messages).commands[label],
  keys: [key],
  enabled: (context) => canEditSelected(context) && unitOfSelected(context) !== undefined,
  run: (context) => {
    const { store, player } = context;
    const { selected } = store.view.value;
    const unit = unitOfSelected(context);
    if (selected === undefined || unit === undefined) return;
    player.stop();
    if (editingOf(store).apply(moveInTime(store.opened.value.dataset, selected, { by: sign * unit, edge }))) tellLastDeed(context);
  },
});

/** Length of the unit by which the selected event moves; `undefined` for one without a date. */
function unitOfSelected({ store }: CommandContext): number | undefined {
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const row = selected === undefined ? undefined : rowOf(dataset, selected);
  const edtf = row === undefined ? undefined : eventAt(dataset, row).when.edtf;
  return edtf && STEP_LENGTHS[edtf.precision];
}

export const moveLater = move('move-later', 'moveLater', 'Alt+ArrowRight', 1, 'both');
export const moveEarlier = move('move-earlier', 'moveEarlier', 'Alt+ArrowLeft', -1, 'both');
export const endLater = move('end-later', 'endLater', 'Alt+Shift+ArrowRight', 1, 'end');
export const endEarlier = move('end-earlier', 'endEarlier', 'Alt+Shift+ArrowLeft', -1, 'end');
