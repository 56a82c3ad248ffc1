import { useComputed, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { rowOf } from '../../../core/model/rows.ts';
import type { Store } from '../../store/store.ts';
import { EmptyList } from './empty-list.tsx';
import { followingOf } from './follow-selection.ts';
import { GroupPiece } from './group-piece.tsx';
import { groupUnitFor } from './groups.ts';
import { Notices } from './notices.tsx';
import { listOrder } from './order.ts';
import { PlaceHeading } from './place-heading.tsx';
import { useSlice } from './use-slice.ts';

interface EventListProps {
  readonly store: Store;
  /** `undefined` where no file is to be opened. */
  readonly onOpenFile: (() => void) | undefined;
}

/** The dated events that pass the filters, in time order under headings; the selected one unfolds in place. */
export function EventList({ store, onOpenFile }: EventListProps) {
  return (
    <div class="event-list">
      <PlaceHeading store={store} />
      <Notices store={store} />
      <EmptyList store={store} onOpenFile={onOpenFile} />
      <Cards store={store} />
    </div>
  );
}

/** What is seen of the cards, and a little more: the list stands on the page in part. */
function Cards({ store }: { readonly store: Store }) {
  const root = useRef<HTMLDivElement>(null);
  // The unit follows the whole list, so that headings stay as they are while the time window moves.
  const unit = useComputed(() => groupUnitFor(store.visibleExcept('time').value));
  const order = useComputed(() => listOrder(store.visible.value, unit.value));
  const source = useComputed(() => store.opened.value.dataset.columns);
  const { shown, reveal } = useSlice(root, order, source);
  const { asked } = followingOf(store);
  const selected = useComputed(() => store.view.value.selected);
  useSignalEffect(() => {
    const row = selected.value === undefined || asked.value < 0 ? undefined : rowOf(store.opened.peek().dataset, selected.value);
    reveal(row);
  });
  const { pieces, length, apart } = shown.value;
  return (
    <div ref={root} class="cards-in-part">
      {pieces.map((piece) => (
        <GroupPiece key={piece.group.key} store={store} piece={piece} length={length} apart={apart} />
      ))}
    </div>
  );
}
