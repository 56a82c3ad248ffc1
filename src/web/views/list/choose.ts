import { eventAt, rowOf } from '../../../core/model/rows.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { draftingOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';

/** More events than this are not chosen by one press. */
const MOST = 50_000;

/** The event from which a press with Shift chooses. */
const beginnings = new WeakMap<Store, string>();

/**
 * Chooses the event of a pressed card, or gives it up, if the press means that: with Ctrl or ⌘, or while events are chosen; with Shift it chooses all
 * that pass the filters from the one pressed before. Tells whether it did.
 */
export function choosesWith({ shiftKey, ctrlKey, metaKey }: MouseEvent, store: Store, i: EventNumber): boolean {
  const { chosen, isChoosing } = draftingOf(store);
  if (!shiftKey && !ctrlKey && !metaKey && !isChoosing.value) return false;
  const { dataset } = store.opened.value;
  const { id } = eventAt(dataset, i);
  const begun = beginnings.get(store) ?? store.view.value.selected;
  const from = shiftKey && begun !== undefined ? rowOf(dataset, begun) : undefined;
  const next = new Set(chosen.value);
  if (from !== undefined) for (const other of between(store, from, i)) next.add(other);
  else if (!next.delete(id)) next.add(id);
  if (!shiftKey) beginnings.set(store, id);
  chosen.value = next;
  return true;
}

function between(store: Store, a: EventNumber, b: EventNumber): readonly string[] {
  const { nth, rankOf } = store.visible.value;
  const { dataset } = store.opened.value;
  const [first, last] = [rankOf(Math.min(a, b)), rankOf(Math.max(a, b) + 1)];
  return Array.from({ length: Math.min(last - first, MOST) }, (_, k) => nth(first + k)).flatMap((row) => (row === undefined ? [] : [eventAt(dataset, row).id]));
}
