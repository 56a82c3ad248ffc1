import { useComputed } from '@preact/signals';
import { eventAt, rowOf } from '../../core/model/rows.ts';
import { useSettled } from '../parts/settled.ts';
import type { Store } from '../store/store.ts';
import { describeBriefly } from '../views/list/dates.ts';

/** How long the filters stand still before their count is told, in milliseconds: not at every step of a drag. */
const SETTLED_MS = 600;

/** Tells a screen reader how many events the filters let pass, and which one is selected, wherever it was selected. */
export function Announcer({ store }: { readonly store: Store }) {
  const count = useComputed(() => {
    const { messages, formats } = store.world.value;
    const { size } = store.opened.value.dataset;
    const shown = store.visibleExcept('time').value.count;
    return shown < size ? messages.app.shown(formats.number(shown), formats.number(size)) : '';
  });
  const id = useComputed(() => store.view.value.selected);
  const selected = useComputed(() => {
    const { dataset } = store.opened.value;
    const row = id.value === undefined ? undefined : rowOf(dataset, id.value);
    if (row === undefined) return '';
    const event = eventAt(dataset, row);
    return store.world.value.messages.app.selected(`${event.title}, ${describeBriefly(event, store.world.value)}`);
  });
  return (
    <>
      <p class="for-screen-readers" role="status">
        {useSettled(count, SETTLED_MS)}
      </p>
      <p class="for-screen-readers" role="status">
        {selected}
      </p>
    </>
  );
}
