import type { Store } from '../../store/store.ts';
import { CLAUSE_SOURCES } from '../../../core/query/visible.ts';

/** Says what each filter hides, with a button that shows it again. */
export function Notices({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { list } = messages;
  const { hiddenBy, dated, undated } = store.visible.value;
  const { dataset } = store.opened.value;
  const alone = CLAUSE_SOURCES.flatMap((source) => {
    const count = hiddenBy.get(source) ?? 0;
    return count === 0 ? [] : [{ source, count }];
  });
  const together = dataset.events.length - dated.length - undated.length - alone.reduce((sum, { count }) => sum + count, 0);
  if (alone.length === 0 && together === 0) return null;
  return (
    <ul class="notices">
      {alone.map(({ source, count }) => (
        <li key={source} class="notice" data-source={source}>
          <span>{list.hiddenBy[source](formats.number(count))}</span>
          <button type="button" class="link-button" onClick={() => store.dispatch({ kind: 'clear-clause', source })}>
            {list.show}
          </button>
        </li>
      ))}
      {together > 0 && (
        <li class="notice">
          <span>{list.hiddenBySeveral(formats.number(together))}</span>
          <button type="button" class="link-button" onClick={() => showAll(store)}>
            {list.showAll}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Takes every filter away. */
export function showAll(store: Store): void {
  for (const source of CLAUSE_SOURCES) store.dispatch({ kind: 'clear-clause', source });
}
