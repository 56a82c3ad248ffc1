import type { EventNumber } from '../../core/model/event.ts';
import { eventAt, rowOf } from '../../core/model/rows.ts';
import { passesIn, type Visible } from '../../core/query/visible.ts';
import { STEP_MS } from '../../core/view/playback.ts';
import type { Store } from '../store/store.ts';
import type { Direction, Performance } from './player.ts';

/**
 * Selects one event after the other, from the one after the selected event, or from the first when none or the last is selected.
 * Events of the same instant come one by one. Answers `undefined` where there is nothing to play.
 */
export const playEvents = (store: Store) => (direction: Direction): Performance | undefined => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | undefined;
  const order = (): Visible => store.visibleExcept('time').peek();
  const show = (i: EventNumber): void => {
    const { id } = eventAt(order().dataset, i);
    shown = id;
    store.dispatch({ kind: 'select', id });
    timer = setTimeout(step, STEP_MS / direction.playback().speed);
  };
  const step = (): void => {
    const visible = order();
    const at = shown === undefined ? undefined : rankOfId(visible, shown);
    const next = at === undefined ? undefined : (datedAt(visible, at + 1) ?? (direction.playback().isLooped ? datedAt(visible, 0) : undefined));
    if (next === undefined) direction.onEnd();
    else show(next);
  };
  const visible = order();
  const { selected } = store.view.peek();
  const at = selected === undefined ? undefined : rankOfId(visible, selected);
  const first = (at === undefined ? undefined : datedAt(visible, at + 1)) ?? datedAt(visible, 0);
  if (first === undefined) return undefined;
  show(first);
  return { halt: () => clearTimeout(timer), isUndisturbed: () => store.view.value.selected === shown };
};

/** The `k`th dated event that passes. */
const datedAt = (visible: Visible, k: number): EventNumber | undefined => (k < visible.datedCount ? visible.nth(k) : undefined);

/** The position of an event among the dated ones that pass; `undefined` for one that is not among them. */
function rankOfId(visible: Visible, id: string): number | undefined {
  const row = rowOf(visible.dataset, id);
  return row !== undefined && row < visible.dataset.dated && passesIn(visible, row) ? visible.rankOf(row) : undefined;
}
