import type { TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { CLAUSE_SOURCES, passesIn } from '../../../core/query/visible.ts';
import { focusRegionOf } from '../../parts/focus.ts';
import type { Store } from '../../store/store.ts';

/** Says what each filter hides, with a button that shows it again. */
export function Notices({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { list } = messages;
  const { hiddenBy, count: shown } = store.visible.value;
  const { dataset } = store.opened.value;
  const alone = CLAUSE_SOURCES.flatMap((source) => {
    const count = hiddenBy.get(source) ?? 0;
    return count === 0 ? [] : [{ source, count }];
  });
  const together = dataset.size - shown - alone.reduce((sum, { count }) => sum + count, 0);
  const selected = hiddenSelection(store);
  if (alone.length === 0 && together === 0) return null;
  return (
    <ul class="notices">
      {selected !== undefined && (
        <li class="notice" data-source="selected">
          <span>{list.hiddenSelection(selected.title)}</span>
          <button type="button" class="link-button" onClick={({ currentTarget }) => showAll(store, currentTarget)}>
            {list.showAll}
          </button>
        </li>
      )}
      {alone.map(({ source, count }) => (
        <li key={source} class="notice" data-source={source}>
          <span>{list.hiddenBy[source](formats.number(count))}</span>
          <button
            type="button"
            class="link-button"
            onClick={({ currentTarget }) => {
              focusRegionOf(currentTarget);
              store.dispatch({ kind: 'clear-clause', source });
            }}
          >
            {list.show}
          </button>
        </li>
      ))}
      {together > 0 && (
        <li class="notice">
          <span>{list.hiddenBySeveral(formats.number(together))}</span>
          <button type="button" class="link-button" onClick={({ currentTarget }) => showAll(store, currentTarget)}>
            {list.showAll}
          </button>
        </li>
      )}
    </ul>
  );
}

/** The selected event when the filters keep it from being seen. */
function hiddenSelection(store: Store): TimelineEvent | undefined {
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const i = selected === undefined ? undefined : rowOf(dataset, selected);
  return i === undefined || passesIn(store.visible.value, i) ? undefined : eventAt(dataset, i);
}

/** Takes every filter away, and with it the button that did. */
export function showAll(store: Store, button: Element): void {
  focusRegionOf(button);
  for (const source of CLAUSE_SOURCES) store.dispatch({ kind: 'clear-clause', source });
}
