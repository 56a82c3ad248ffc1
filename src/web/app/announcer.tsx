import type { Store } from '../store/store.ts';
import { describeBriefly } from '../views/list/dates.ts';

/** Tells a screen reader which event is selected. Among the cards it keeps silent: there the focus goes along, and the card speaks. */
export function Announcer({ store }: { readonly store: Store }) {
  const world = store.world.value;
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const event = selected === undefined ? undefined : dataset.events[dataset.numberOf.get(selected) ?? -1];
  const cardSpeaks = document.activeElement?.closest('.card') != null;
  return (
    <p class="for-screen-readers" role="status">
      {event !== undefined && !cardSpeaks && world.messages.app.selected(`${event.title}, ${describeBriefly(event, world)}`)}
    </p>
  );
}
