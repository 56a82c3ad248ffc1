import { unreachable } from '../base/result.ts';
import type { Done } from '../edit/done.ts';
import { editMessagesOf } from './edit-messages.ts';
import type { Formats } from './formats.ts';
import type { Messages } from './messages.ts';

/** How something that was done is told: as what can be undone or redone, or as what has just happened. */
export type DoneTold = 'to undo' | 'to redo' | 'done' | 'undone' | 'redone';

/** Tells what was done to a story: “Undo: delete 3 events”, “Deleted 3 events.” */
export function describeDone({ deed, title, events }: Done, told: DoneTold, messages: Messages, formats: Formats): string {
  const edit = editMessagesOf(messages);
  const written = formats.number(events);
  const todo = edit.todo(deed, title, events, written);
  switch (told) {
    case 'to undo':
      return edit.undo(todo);
    case 'to redo':
      return edit.redo(todo);
    case 'undone':
      return edit.undone(todo);
    case 'redone':
      return edit.redone(todo);
    case 'done':
      return edit.done(deed, title, events, written);
    default:
      return unreachable(told);
  }
}
