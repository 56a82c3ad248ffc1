import type { Visible } from '../../core/query/visible.ts';
import { eventAt, isDated, rowOf } from '../../core/model/rows.ts';
import type { Store } from '../store/store.ts';
import { walkingOf } from '../store/walking.ts';

/**
 * The events that the keys step through: all dated ones that the filters let pass, in time order. The time window does not count:
 * the timeline moves along with the steps.
 */
const stepsOf = (store: Store): Visible => store.visibleExcept('time').value;

/** While the walk through the story is read, keys step through it: goes to another of its steps. Returns whether it did. */
export function walkTo(store: Store, target: (step: number, count: number) => number): boolean {
  const { step, count, goTo } = walkingOf(store);
  const present = step.peek();
  if (present === undefined) return false;
  goTo(target(present, count.peek()));
  return true;
}

/** Whether there is anything to step through: events, or the steps of a walk. */
export const canStep = (store: Store): boolean => walkingOf(store).step.value !== undefined || stepCount(store) > 0;

/** How many events the keys step through. */
export const stepCount = (store: Store): number => stepsOf(store).datedCount;

/** Position of the selected event among the steps, −1 for none. */
export function selectedStep(store: Store): number {
  const { dataset } = store.opened.value;
  const { selected } = store.view.value;
  const row = selected === undefined ? undefined : rowOf(dataset, selected);
  if (row === undefined || !isDated(dataset, row)) return -1;
  const steps = stepsOf(store);
  const rank = steps.rankOf(row);
  return steps.nth(rank) === row ? rank : -1;
}

/** Selects the event at a position of the steps, if there is one; a negative position counts from the last. */
export function selectStep(store: Store, position: number): void {
  const steps = stepsOf(store);
  const at = position < 0 ? steps.datedCount + position : position;
  const row = at >= 0 && at < steps.datedCount ? steps.nth(at) : undefined;
  if (row !== undefined) store.dispatch({ kind: 'select', id: eventAt(store.opened.value.dataset, row).id });
}
