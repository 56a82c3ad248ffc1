import { focusRegionOf } from '../../parts/focus.ts';
import type { Store } from '../../store/store.ts';

/** Names the chosen place above the list, with a button that leaves it. */
export function PlaceHeading({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { list } = messages;
  const { place: key } = store.view.value;
  if (key === undefined) return null;
  const group = store.opened.value.dataset.places.find((known) => known.key === key);
  const name = group === undefined || group.place.name === '' ? list.unnamedPlace : group.place.name;
  const { dated, undated } = store.visible.value;
  const count = dated.length + undated.length;
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
