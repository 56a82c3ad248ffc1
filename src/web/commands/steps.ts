import type { TimelineEvent } from '../../core/model/event.ts';
import type { Store } from '../store/store.ts';

/**
 * The events that the keys step through: all dated ones that the filters let pass, in time order. The time window does not count:
 * the timeline moves along with the steps.
 */
export function stepsOf(store: Store): readonly TimelineEvent[] {
  const { events } = store.opened.value.dataset;
  return store.visibleExcept('time').value.dated.flatMap((i) => events[i] ?? []);
}

/** Position of the selected event among the steps, −1 for none. */
export function selectedStep(store: Store, steps: readonly TimelineEvent[]): number {
  const { selected } = store.view.value;
  return selected === undefined ? -1 : steps.findIndex(({ id }) => id === selected);
}

/** Selects the event at a position of the steps, if there is one. */
export function selectStep(store: Store, steps: readonly TimelineEvent[], position: number): void {
  const event = steps.at(position);
  if (event !== undefined) store.dispatch({ kind: 'select', id: event.id });
}
