import type { Store } from '../store/store.ts';
import { describeBriefly } from '../views/list/dates.ts';

/** Tells a screen reader how many events the filters let pass, and which one is selected, wherever it was selected. */
export function Announcer({ store }: { readonly store: Store }) {
  const world = store.world.value;
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const event = selected === undefined ? undefined : dataset.events[dataset.numberOf.get(selected) ?? -1];
  const { dated, undated } = store.visibleExcept('time').value;
  const shown = dated.length + undated.length;
  const { messages, formats } = world;
  return (
    <>
      <p class="for-screen-readers" role="status">
        {shown < dataset.events.length && messages.app.shown(formats.number(shown), formats.number(dataset.events.length))}
      </p>
      <p class="for-screen-readers" role="status">
        {event !== undefined && messages.app.selected(`${event.title}, ${describeBriefly(event, world)}`)}
      </p>
    </>
  );
}
