import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EventNumber } from '../../../core/model/event.ts';
import { eventAt, isDated, rowOf } from '../../../core/model/rows.ts';
import { passesIn, type Visible } from '../../../core/query/visible.ts';
import { isReadOnly } from '../../keep/keeping.ts';
import { hoverMembers } from '../../parts/highlight.ts';
import { StatusSign } from '../../parts/signs.tsx';
import { storyText } from '../../parts/story-text.ts';
import { startAfterFirstPicture } from '../../platform/first-picture.ts';
import { draftingOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { NO_HEADING } from './dates.ts';
import { EventCard } from './event-card.tsx';
import { followingOf } from './follow-selection.ts';
import { pageOf, Tray } from './tray.tsx';
import { countUnplaced, unplacedBetween } from './unplaced.ts';

/** At the foot of the list: the events that the map or the timeline cannot show, counted and one press away. */
export function Trays({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { trays } = messages.list;
  const unplacedPage = useSignal<number | undefined>(undefined);
  const undatedPage = useSignal<number | undefined>(undefined);
  const visible = store.visible.value;
  const unplaced = visible.counted(countUnplaced).count;
  const { undatedCount } = visible;
  const selected = useComputed(() => store.view.value.selected);
  const place = useComputed(() => store.view.value.place);
  // An undated event stands nowhere but in its tray: selected, at the chosen place, or with no dated one beside it, it is shown there.
  useSignalEffect(() => {
    const { dataset } = store.opened.value;
    const passing = store.visible.peek();
    const row = selected.value === undefined || followingOf(store).asked.value < 0 ? undefined : rowOf(dataset, selected.value);
    const isAlone = dataset.size > 0 && dataset.dated === 0 && passing.count === dataset.size;
    const isAtPlace = place.value !== undefined && passing.undatedCount > 0;
    if (row !== undefined && !isDated(dataset, row) && passesIn(passing, row)) undatedPage.value = pageOf(passing.rankOf(row) - passing.datedCount);
    else if (isAtPlace || isAlone) undatedPage.value ??= 0;
  });
  const root = useRef<HTMLElement>(null);
  const isShown = unplaced > 0 || undatedCount > 0;
  useEffect(() => {
    const { current } = root;
    if (current === null) return undefined;
    return startAfterFirstPicture(
      () => import('./drag-from-tray.ts'),
      ({ attachTrayDrags }) => attachTrayDrags(store, current),
    );
  }, [store, isShown]);
  if (!isShown) return null;
  return (
    <section class="trays" ref={root} aria-label={trays.label}>
      {unplaced > 0 && (
        <Tray store={store} page={unplacedPage} count={unplaced} label={trays.unplaced(unplaced, formats.number(unplaced))}>
          {(first, last) =>
            unplacedBetween(visible, first, last).map((i, k) => <TrayEntry key={i} store={store} i={i} position={first + k} length={unplaced} />)
          }
        </Tray>
      )}
      {undatedCount > 0 && (
        <Tray store={store} page={undatedPage} count={undatedCount} label={trays.undated(undatedCount, formats.number(undatedCount))}>
          {(first, last) =>
            undatedBetween(visible, first, last).map((i, k) => (
              <EventCard key={eventAt(visible.dataset, i).id} store={store} i={i} heading={NO_HEADING} position={first + k} length={undatedCount} />
            ))
          }
        </Tray>
      )}
    </section>
  );
}

function undatedBetween({ datedCount, nth }: Visible, first: number, last: number): readonly EventNumber[] {
  return Array.from({ length: last - first }, (_, k) => nth(datedCount + first + k)).filter((i) => i !== undefined);
}

interface TrayEntryProps {
  readonly store: Store;
  readonly i: EventNumber;
  readonly position: number;
  readonly length: number;
}

/** A line that selects an event standing elsewhere too. */
function TrayEntry({ store, i, position, length }: TrayEntryProps) {
  const { id, title } = eventAt(store.opened.value.dataset, i);
  const { edit } = store.world.value.messages.list;
  const isSelected = useComputed(() => store.view.value.selected === eventAt(store.opened.value.dataset, i).id).value;
  return (
    <li class="tray-entry" data-event={id} aria-posinset={position + 1} aria-setsize={length} {...hoverMembers(store, id)}>
      <button type="button" class="tray-entry-button" aria-pressed={isSelected} onClick={() => store.dispatch({ kind: 'select', id })}>
        <StatusSign store={store} i={i} />
        <span {...storyText(store)}>{title}</span>
      </button>
      {!isReadOnly(store) && (
        <button
          type="button"
          class="link-button tray-give"
          aria-label={edit.givePlaceTo(title)}
          onClick={() => {
            draftingOf(store).form.value = { id, part: 'places' };
          }}
        >
          {edit.givePlace}
        </button>
      )}
    </li>
  );
}
