import type { Change } from '../../../core/edit/change.ts';
import { deleteEvents, duplicateEvents } from '../../../core/edit/edit-events.ts';
import { partsByDate, partsByPlace, splitEvent } from '../../../core/edit/split-event.ts';
import type { EventMembers } from '../../../core/edit/with-members.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';

interface WholeEventProps {
  readonly store: Store;
  readonly event: TimelineEvent;
  readonly onChange: (change: Change) => void;
}

/** What can be done with an event as a whole: as it is kept, not as the form has it. */
export function WholeEvent({ store, event, onChange }: WholeEventProps) {
  const world = store.world.value;
  const words = editFormMessagesOf(world.messages).form;
  const { dataset } = store.opened.value;
  const { freshId } = editingOf(store);
  const [dates, places] = [partsByDate(event), partsByPlace(event)];
  const split = (parts: readonly EventMembers[]): void => onChange(splitEvent(dataset, event.id, parts, freshId));
  return (
    <p class="edit-whole">
      <button type="button" class="link-button" onClick={() => onChange(duplicateEvents(dataset, [event.id], freshId))}>
        {words.duplicate}
      </button>
      {dates.length > 1 && (
        <button type="button" class="link-button" onClick={() => split(dates)}>
          {words.splitByDate(world.formats.number(dates.length))}
        </button>
      )}
      {places.length > 1 && (
        <button type="button" class="link-button" onClick={() => split(places)}>
          {words.splitByPlace(world.formats.number(places.length))}
        </button>
      )}
      <button type="button" class="link-button edit-delete" onClick={() => onChange(deleteEvents(dataset, [event.id]))}>
        {words.delete}
      </button>
    </p>
  );
}
