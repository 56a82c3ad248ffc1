import { eventAt, rowOf } from '../../core/model/rows.ts';
import type { Store } from '../store/store.ts';
import { describeBriefly } from '../views/list/dates.ts';

/** Tells a screen reader how many events the filters let pass, and which one is selected, wherever it was selected. */
export function Announcer({ store }: { readonly store: Store }) {
  const world = store.world.value;
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const row = selected === undefined ? undefined : rowOf(dataset, selected);
  const event = row === undefined ? undefined : eventAt(dataset, row);
  const { count: shown } = store.visibleExcept('time').value;
  const { messages, formats } = world;
  return (
    <>
      <p class="for-screen-readers" role="status">
        {shown < dataset.size && messages.app.shown(formats.number(shown), formats.number(dataset.size))}
      </p>
      <p class="for-screen-readers" role="status">
        {event !== undefined && messages.app.selected(`${event.title}, ${describeBriefly(event, world)}`)}
      </p>
    </>
  );
}
