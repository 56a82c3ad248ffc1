import { placeAt, placeOfKey } from '../../../core/model/rows.ts';
import { focusRegionOf } from '../../parts/focus.ts';
import type { Store } from '../../store/store.ts';

/** Names the chosen place above the list, with a button that leaves it. */
export function PlaceHeading({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { list } = messages;
  const { place: key } = store.view.value;
  if (key === undefined) return null;
  const { dataset } = store.opened.value;
  const p = placeOfKey(dataset, key);
  const stated = p === undefined ? '' : placeAt(dataset, p).name;
  const name = stated === '' ? list.unnamedPlace : stated;
  const { count } = store.visible.value;
  return (
    <div class="place-heading">
      <h2 dir="auto">{list.placeHeading(name, list.count(count, formats.number(count)))}</h2>
      <button
        type="button"
        class="quiet-button"
        aria-label={list.leavePlace(name)}
        onClick={({ currentTarget }) => {
          focusRegionOf(currentTarget);
          store.dispatch({ kind: 'clear-clause', source: 'place' });
        }}
      >
        ×
      </button>
    </div>
  );
}
