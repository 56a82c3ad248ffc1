import type { EventNumber } from '../../../core/model/event.ts';
import { eventAt } from '../../../core/model/rows.ts';
import type { Store } from '../../store/store.ts';
import { describeHeading } from './dates.ts';
import { EventCard } from './event-card.tsx';
import type { Piece } from './order.ts';

interface GroupPieceProps {
  readonly store: Store;
  readonly piece: Piece;
  /** Number of events in the whole list. */
  readonly length: number;
  /** How far from the head of the list the cards stand that are kept apart, in pixels. */
  readonly apart: ReadonlyMap<EventNumber, number>;
}

/** Cards under their heading, which names the group and counts all of it. */
export function GroupPiece({ store, piece, length, apart }: GroupPieceProps) {
  const words = store.world.value;
  const { group, rows, positions } = piece;
  const count = words.formats.number(group.count);
  return (
    <section class="event-group" data-apart={rows.every((i) => apart.has(i)) ? '' : undefined}>
      <h2 class="group-heading">
        <span>{describeHeading(group, words)}</span>
        <span class="group-count" aria-label={words.messages.list.count(group.count, count)}>
          {count}
        </span>
      </h2>
      <ol class="cards">
        {rows.map((i, k) => {
          const { id } = eventAt(store.opened.value.dataset, i);
          return <EventCard key={id} store={store} i={i} heading={group} position={positions[k] ?? 0} length={length} apart={apart.get(i)} />;
        })}
      </ol>
    </section>
  );
}
