import { describePlaces, describeStatus } from '../../core/i18n/describe-event.ts';
import type { Store } from '../store/store.ts';
import { describeWhenBriefly } from '../views/list/dates.ts';

/** Tells a screen reader which event is selected, wherever it was selected. */
export function Announcer({ store }: { readonly store: Store }) {
  const world = store.world.value;
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const event = selected === undefined ? undefined : dataset.events[dataset.numberOf.get(selected) ?? -1];
  return (
    <p class="for-screen-readers" role="status">
      {event !== undefined &&
        world.messages.app.selected(
          [event.title, describeWhenBriefly(event.when, world), describePlaces(event, world), describeStatus(event, world)].join(', '),
        )}
    </p>
  );
}
