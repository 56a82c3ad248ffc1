import { useComputed, useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { EventNumber } from '../../../core/model/event.ts';
import { eventAt, placesOfRow, rowOf } from '../../../core/model/rows.ts';
import { datedRows, undatedRows } from '../../../core/query/visible.ts';
import { StatusSign } from '../../parts/signs.tsx';
import { hoverMembers } from '../../parts/highlight.ts';
import { storyText } from '../../parts/story-text.ts';
import type { Store } from '../../store/store.ts';
import { EventCard } from './event-card.tsx';

/** At the foot of the list: the events that the map or the timeline cannot show, counted and one press away. */
export function Trays({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { trays } = messages.list;
  const unplacedOpen = useSignal(false);
  const undatedOpen = useSignal(false);
  const unplaced = useComputed(() => {
    const { dataset } = store.opened.value;
    const visible = store.visible.value;
    return [...datedRows(visible), ...undatedRows(visible)].filter((i) => placesOfRow(dataset, i).length === 0);
  }).value;
  const undated = undatedRows(store.visible.value);
  // An undated event stands nowhere but in its tray: selected, at the chosen place, or with no dated one beside it, it is shown there.
  useSignalEffect(() => {
    const { selected, place } = store.view.value;
    const { dataset } = store.opened.value;
    const i = selected === undefined ? undefined : rowOf(dataset, selected);
    const numbers = undatedRows(store.visible.peek());
    const isAlone = numbers.length > 0 && numbers.length === dataset.size;
    if ((i !== undefined && numbers.includes(i)) || (place !== undefined && numbers.length > 0) || isAlone) undatedOpen.value = true;
  });
  if (unplaced.length === 0 && undated.length === 0) return null;
  return (
    <section class="trays" aria-label={trays.label}>
      {unplaced.length > 0 && (
        <Tray store={store} open={unplacedOpen} label={trays.unplaced(unplaced.length, formats.number(unplaced.length))}>
          {() => unplaced.map((i) => <TrayEntry key={i} store={store} i={i} />)}
        </Tray>
      )}
      {undated.length > 0 && (
        <Tray store={store} open={undatedOpen} label={trays.undated(undated.length, formats.number(undated.length))}>
          {() => undated.map((i) => <EventCard key={i} store={store} i={i} unit={undefined} />)}
        </Tray>
      )}
    </section>
  );
}

interface TrayProps {
  readonly store: Store;
  readonly open: Signal<boolean>;
  readonly label: string;
  readonly children: () => ComponentChildren;
}

function Tray({ store, open, label, children }: TrayProps) {
  const { list } = store.world.value.messages;
  const id = useId();
  const isOpen = open.value;
  return (
    <div class="tray" data-open={isOpen}>
      <button
        type="button"
        class="tray-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          open.value = !isOpen;
        }}
      >
        <span>{label}</span>
        <span class="tray-action">{isOpen ? list.hide : list.show}</span>
      </button>
      <ul id={id} class="tray-list" hidden={!isOpen}>
        {isOpen && children()}
      </ul>
    </div>
  );
}

/** A line that selects an event standing elsewhere too. */
function TrayEntry({ store, i }: { readonly store: Store; readonly i: EventNumber }) {
  const event = eventAt(store.opened.value.dataset, i);
  const isSelected = useComputed(() => store.view.value.selected === event.id).value;
  return (
    <li class="tray-entry" {...hoverMembers(store, event.id)}>
      <button type="button" class="tray-entry-button" aria-pressed={isSelected} onClick={() => store.dispatch({ kind: 'select', id: event.id })}>
        <StatusSign store={store} i={i} />
        <span {...storyText(store)}>{event.title}</span>
      </button>
    </li>
  );
}
