import type { ReadonlySignal } from '@preact/signals';
import { boxContains } from '../../../core/base/geometry.ts';
import type { CloseUp } from '../../../core/layout/timeline-content.ts';
import type { TimelineLane } from '../../../core/layout/timeline-lane.ts';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import { eventAt } from '../../../core/model/rows.ts';
import { hitTest } from '../../../core/scene/hit-test.ts';
import { withFolded } from '../../../core/view/lane-view.ts';
import { attachHover } from '../../gestures/hover.ts';
import type { Store } from '../../store/store.ts';
import type { Glide } from './glide.ts';

/** What lies under the pointer: one event, several that are counted, or the head of a lane. */
interface Hit {
  readonly i?: number | undefined;
  readonly closeUp?: CloseUp | undefined;
  readonly lane?: TimelineLane | undefined;
}

/**
 * Pointing hovers an event, a press selects it; a press on several takes them apart, or goes through them where no zoom can; one on the head
 * of a lane folds and unfolds it. Returns what stops listening.
 */
export function attachPress(store: Store, element: HTMLElement, layout: ReadonlySignal<TimelineLayout | undefined>, glide: Glide): () => void {
  const idAt = (i: number | undefined): string | undefined => (i === undefined ? undefined : eventAt(store.opened.peek().dataset, i).id);
  const hitAt = (x: number, y: number, tolerance: number): Hit => {
    const laidOut = layout.peek();
    if (laidOut === undefined) return {};
    const hit = hitTest(laidOut.scene, x, y, tolerance);
    const closeUp = hit?.key === undefined ? undefined : laidOut.closeUpAt(hit.key, x);
    if (hit?.event !== undefined || closeUp !== undefined) return { i: hit?.event, closeUp };
    return { lane: laidOut.lanes.find(({ name, headBox }) => name !== '' && boxContains(headBox, x, y)) };
  };
  const hover = (id: string | undefined): void => {
    if (store.view.peek().hovered !== id) store.dispatch({ kind: 'hover', id });
  };
  return attachHover(element, {
    onMove: (x, y, tolerance) => {
      const { i, closeUp, lane } = hitAt(x, y, tolerance);
      element.dataset['over'] = i === undefined && closeUp === undefined && lane === undefined ? 'ground' : 'mark';
      hover(idAt(i));
    },
    onLeave: () => hover(undefined),
    onPress: (x, y, tolerance) => {
      const { i, closeUp, lane } = hitAt(x, y, tolerance);
      if (i !== undefined) store.dispatch({ kind: 'select', id: idAt(i) });
      else if (closeUp !== undefined) openCloseUp(closeUp, store, layout, glide, idAt);
      else if (lane !== undefined) store.dispatch({ kind: 'set-lanes', lanes: withFolded(store.view.peek().lanes, lane.key, lane.kind !== 'folded') });
    },
  });
}

/** Several events are taken apart by a zoom only when it is a closer look than the present one. */
const CLOSER = 0.7;
/** Of events that no zoom takes apart so many are gone through. */
const MOST_IN_TURN = 200;

function openCloseUp({ count, events, window }: CloseUp, store: Store, layout: ReadonlySignal<TimelineLayout | undefined>, glide: Glide, idAt: (i: number) => string | undefined): void {
  const scale = layout.peek()?.scale;
  if (scale === undefined) return;
  const { warp, window: now } = scale;
  const lengthOf = ({ start, end }: typeof now): number => warp.toWarped(end) - warp.toWarped(start);
  if (count > 1 && lengthOf(window) < CLOSER * lengthOf(now)) {
    glide.to(window);
    return;
  }
  const ids = events(MOST_IN_TURN).map(idAt);
  const next = ids[(ids.indexOf(store.view.peek().selected) + 1) % ids.length];
  if (next !== undefined) store.dispatch({ kind: 'select', id: next });
}
