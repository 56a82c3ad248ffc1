import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { capitalised, describePlaces, describeStatusBriefly } from '../../../core/i18n/describe-event.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { eventAt } from '../../../core/model/rows.ts';
import { hoverMembers } from '../../parts/highlight.ts';
import { HatchSign, StatusSign } from '../../parts/signs.tsx';
import { storyText } from '../../parts/story-text.ts';
import type { Store } from '../../store/store.ts';
import { describeBriefly, gutterText } from './dates.ts';
import { Details } from './details.tsx';
import type { GroupUnit } from './groups.ts';

interface EventCardProps {
  readonly store: Store;
  readonly i: EventNumber;
  /** The unit of the headings: what they say of the date, the card does not repeat. */
  readonly unit: GroupUnit | undefined;
}

/** One event in a list; selected, it unfolds in place. */
export function EventCard({ store, i, unit }: EventCardProps) {
  const details = useId();
  const event = eventAt(store.opened.value.dataset, i);
  const { id } = event;
  const isOpen = useComputed(() => store.view.value.selected === id).value;
  const isHovered = useComputed(() => store.view.value.hovered === id).value;

  const words = store.world.value;
  const { list } = words.messages;
  const isCoarse = event.places.some(({ kind }) => kind === 'country' || kind === 'region');
  return (
    <li class="card" data-event={event.id} data-open={isOpen} data-hovered={isHovered} {...hoverMembers(store, event.id)}>
      <span class="card-gutter">{gutterText(event.when, unit, words)}</span>
      <StatusSign store={store} i={i} />
      <div class="card-body">
        <h3 class="card-title" {...storyText(store)}>
          <button
            type="button"
            class="card-button"
            aria-expanded={isOpen}
            aria-controls={details}
            aria-description={isOpen ? undefined : describeBriefly(event, words)}
            onClick={() => store.dispatch({ kind: 'select', id: isOpen ? undefined : event.id })}
          >
            {event.title === '' ? list.untitled : event.title}
          </button>
        </h3>
        <p class="card-meta">
          {isCoarse && <HatchSign store={store} i={i} />}
          <span class="card-place">{capitalised(describePlaces(event, words), words)}</span>
          <span class="card-status">{describeStatusBriefly(event, words)}</span>
        </p>
        <div id={details} hidden={!isOpen}>
          {isOpen && <Details store={store} i={i} />}
        </div>
      </div>
    </li>
  );
}
