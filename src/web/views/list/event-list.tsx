import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { rowOf } from '../../../core/model/rows.ts';
import { datedRows } from '../../../core/query/visible.ts';
import { ListEnd } from '../../parts/list-end.tsx';
import type { Store } from '../../store/store.ts';
import { describeHeading } from './dates.ts';
import { EmptyList } from './empty-list.tsx';
import { EventCard } from './event-card.tsx';
import { groupEvents, groupUnitFor } from './groups.ts';
import { Notices } from './notices.tsx';
import { PlaceHeading } from './place-heading.tsx';
import { holds, sliceAround, widenedBack, widenedOn } from './slice.ts';

interface EventListProps {
  readonly store: Store;
  readonly onOpenFile: () => void;
}

/** The dated events that pass the filters, in time order under headings; the selected one unfolds in place. */
export function EventList({ store, onOpenFile }: EventListProps) {
  const dated = useComputed(() => datedRows(store.visible.value));
  const selectedAt = useComputed(() => {
    const { selected } = store.view.value;
    const i = selected === undefined ? undefined : rowOf(store.opened.value.dataset, selected);
    return i === undefined ? -1 : dated.value.indexOf(i);
  });
  const slice = useSignal(sliceAround(dated.value.length, undefined));
  // Another list begins anew; a selection beyond the slice moves it there.
  useSignalEffect(() => {
    const { length } = dated.value;
    slice.value = sliceAround(length, Math.max(selectedAt.peek(), 0));
  });
  useSignalEffect(() => {
    const at = selectedAt.value;
    if (at !== -1 && !holds(slice.peek(), at)) slice.value = sliceAround(dated.peek().length, at);
  });

  // The unit follows the whole list, so that headings stay as they are while the time window moves.
  const unit = useComputed(() => groupUnitFor(store.opened.value.dataset, datedRows(store.visibleExcept('time').value))).value;
  const { dataset } = store.opened.value;
  const words = store.world.value;
  const { list } = words.messages;
  const { first, last } = slice.value;
  const numbers = dated.value;
  const groups = groupEvents(dataset, numbers.slice(first, last), unit);

  return (
    <div class="event-list">
      <PlaceHeading store={store} />
      <Notices store={store} />
      <EmptyList store={store} onOpenFile={onOpenFile} />
      <ListEnd
        count={first}
        label={list.earlier(words.formats.number(first))}
        onReach={() => {
          slice.value = widenedBack(slice.peek());
        }}
      />
      {groups.map((group) => (
        <section key={group.key} class="event-group">
          <h2 class="group-heading">
            <span>{describeHeading(group, words)}</span>
            <span class="group-count" aria-label={list.count(group.events.length, words.formats.number(group.events.length))}>
              {words.formats.number(group.events.length)}
            </span>
          </h2>
          <ol class="cards">
            {group.events.map((i) => (
              <EventCard key={i} store={store} i={i} unit={group.unit} />
            ))}
          </ol>
        </section>
      ))}
      <ListEnd
        count={numbers.length - last}
        label={list.later(words.formats.number(numbers.length - last))}
        onReach={() => {
          slice.value = widenedOn(slice.peek(), dated.peek().length);
        }}
      />
    </div>
  );
}
