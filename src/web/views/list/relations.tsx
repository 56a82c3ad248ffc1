import type { TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { storyText } from '../../parts/story-text.ts';
import type { Store } from '../../store/store.ts';
import { Fact } from './fact.tsx';
import { relatedTo } from './related.ts';

/** The events that an event is tied to, each a button that selects it. */
export function Relations({ store, event }: { readonly store: Store; readonly event: TimelineEvent }) {
  const { dataset } = store.opened.value;
  const { messages, formats } = store.world.value;
  const { list } = messages;
  return (
    <>
      {relatedTo(dataset, event).map(({ kind, direction, ids, count }) => (
        <Fact key={kind + direction} name={list.relation[kind][direction]}>
          {ids.map((id) => {
            const row = rowOf(dataset, id);
            return (
              <p key={id}>
                {row === undefined ? (
                  list.details.unknownEvent(id)
                ) : (
                  <button type="button" class="relation-button" {...storyText(store)} onClick={() => store.dispatch({ kind: 'select', id })}>
                    {eventAt(dataset, row).title}
                  </button>
                )}
              </p>
            );
          })}
          {count > ids.length && <p class="fact-note">{list.andMore(formats.number(count - ids.length))}</p>}
        </Fact>
      ))}
    </>
  );
}
