import { useComputed } from '@preact/signals';
import { Icon } from '../../parts/icon.tsx';
import { focusRegionOf } from '../../parts/focus.ts';
import type { Store } from '../../store/store.ts';

/** Says that a part of the map filters; a press ends that. */
export function AreaChip({ store }: { readonly store: Store }) {
  const { area: words } = store.world.value.messages.filters;
  const kind = useComputed(() => areaKind(store)).value;
  if (kind === undefined) return null;
  return (
    <ul class="chips" aria-label={words.label}>
      <li>
        <button
          type="button"
          class="chip chip-clause"
          aria-label={words.clear(words[kind])}
          title={words.clear(words[kind])}
          onClick={({ currentTarget }) => {
            focusRegionOf(currentTarget);
            store.dispatch({ kind: 'clear-clause', source: 'area' });
          }}
        >
          <Icon name="fit-area" />
          <span class="chip-name">{words[kind]}</span>
          <span class="chip-close" aria-hidden="true">
            ×
          </span>
        </button>
      </li>
    </ul>
  );
}

function areaKind(store: Store): 'view' | 'box' | undefined {
  const { area } = store.view.value;
  return area === undefined || area === 'view' ? area : 'box';
}
