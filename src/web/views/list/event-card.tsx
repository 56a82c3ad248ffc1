import { useComputed } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { capitalised, describePlaces, describeStatusBriefly } from '../../../core/i18n/describe-event.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { eventAt } from '../../../core/model/rows.ts';
import { hoverMembers } from '../../parts/highlight.ts';
import { HatchSign, StatusSign } from '../../parts/signs.tsx';
import { storyText } from '../../parts/story-text.ts';
import { draftingOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { choosesWith } from './choose.ts';
import { describeBriefly, gutterText, type Heading } from './dates.ts';
import { Details } from './details.tsx';
import { followingOf } from './follow-selection.ts';

interface EventCardProps {
  readonly store: Store;
  readonly i: EventNumber;
  /** The heading over the card: what it says of the date, the card does not repeat. */
  readonly heading: Heading;
  /** Position in the list, from 0, and the list's length: only a part of a long list is on the page. */
  readonly position: number;
  readonly length: number;
  /** Distance in pixels from the head of the list, of a card that stands apart from those in view. */
  readonly apart?: number | undefined;
}

/** One event in a list; selected, it unfolds in place. */
export function EventCard({ store, i, heading, position, length, apart }: EventCardProps) {
  const { id } = eventAt(store.opened.value.dataset, i);
  const isOpen = useComputed(() => store.view.value.selected === id).value;
  const isHovered = useComputed(() => store.view.value.hovered === id).value;
  const isChosen = useComputed(() => draftingOf(store).chosen.value.has(id)).value;
  const card = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const { opened, folded } = followingOf(store);
    if (card.current !== null && isOpen) opened(id, card.current);
    else if (card.current !== null && wasOpen.current) folded(card.current);
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { unit, isMixed } = heading;
  // While a list moves, its cards change their positions and nothing else.
  const body = useMemo(() => <CardBody store={store} i={i} heading={heading} isOpen={isOpen} />, [store, i, unit, isMixed, isOpen]);
  return (
    <li
      ref={card}
      class="card"
      data-row={i}
      data-event={id}
      data-open={isOpen}
      data-hovered={isHovered}
      data-chosen={isChosen}
      data-apart={apart === undefined ? undefined : ''}
      style={{ insetBlockStart: apart === undefined ? undefined : `${apart}px` }}
      aria-posinset={position + 1}
      aria-setsize={length}
      {...hoverMembers(store, id)}
    >
      {body}
    </li>
  );
}

type CardBodyProps = Pick<EventCardProps, 'store' | 'i' | 'heading'> & { readonly isOpen: boolean };

function CardBody({ store, i, heading, isOpen }: CardBodyProps) {
  const details = useId();
  const event = eventAt(store.opened.value.dataset, i);
  const words = store.world.value;
  const { list } = words.messages;
  const isCoarse = event.places.some(({ kind }) => kind === 'country' || kind === 'region');
  return (
    <>
      <span class="card-gutter">{gutterText(event.when, heading, words)}</span>
      <StatusSign store={store} i={i} />
      <div class="card-body">
        <h3 class="card-title" {...storyText(store)}>
          <button
            type="button"
            class="card-button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? details : undefined}
            aria-description={isOpen ? undefined : describeBriefly(event, words)}
            onClick={(press) => {
              if (!choosesWith(press, store, i)) store.dispatch({ kind: 'select', id: isOpen ? undefined : event.id });
            }}
          >
            {event.title === '' ? list.untitled : event.title}
          </button>
        </h3>
        <p class="card-meta">
          {isCoarse && <HatchSign store={store} i={i} />}
          <span class="card-place">{capitalised(describePlaces(event, words), words)}</span>
          <span class="card-status">{describeStatusBriefly(event, words)}</span>
        </p>
        {isOpen && (
          <div id={details}>
            <Details store={store} i={i} />
          </div>
        )}
      </div>
    </>
  );
}
