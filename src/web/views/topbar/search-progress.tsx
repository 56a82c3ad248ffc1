import type { Store } from '../../store/store.ts';

/** How far a search through very many events has come; nothing while none is under way. */
export function SearchProgress({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const unsearched = store.unsearched.value;
  const { size } = store.opened.value.dataset;
  if (unsearched === 0) return null;
  const searched = size - unsearched;
  return (
    <div
      class="search-progress"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={size}
      aria-valuenow={searched}
      aria-label={messages.filters.searching(formats.number(searched), formats.number(size))}
    >
      <span style={{ transform: `scaleX(${searched / size})` }} />
    </div>
  );
}
