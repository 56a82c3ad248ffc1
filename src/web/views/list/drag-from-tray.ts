import { editEvent, placeEvent } from '../../../core/edit/edit-events.ts';
import { decimalsFor, roundedPosition } from '../../../core/geo/position-text.ts';
import type { LngLat } from '../../../core/geo/coordinates.ts';
import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { Place, TimelineEvent } from '../../../core/model/event.ts';
import { isLocated } from '../../../core/model/place.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { edtfNear, type EdtfNear } from '../../../core/time/edtf-near.ts';
import { parseEdtf } from '../../../core/time/edtf.ts';
import { attachDragOut } from '../../gestures/drag-out.ts';
import { applyByHand } from '../../store/apply-by-hand.ts';
import { draftingOf } from '../../store/drafting.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';

/** How many pixels a hand may miss by, on the axis. */
const MISS = 6;

/** What an event gets by being dropped where the pointer is. */
type Drop =
  | { readonly kind: 'date'; readonly element: HTMLElement; readonly near: EdtfNear }
  | { readonly kind: 'place'; readonly element: HTMLElement; readonly at: LngLat };

/** Events in a tray are dragged onto the timeline, to give them a date, or onto the map, to give them a place. Returns what stops listening. */
export function attachTrayDrags(store: Store, trays: HTMLElement): () => void {
  const { timeTarget, mapTarget } = draftingOf(store);
  const ghost = document.createElement('div');
  ghost.className = 'tray-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  const title = document.createElement('strong');
  const note = document.createElement('span');
  ghost.append(title, note);
  let over: HTMLElement | undefined;

  const mark = (element: HTMLElement | undefined): void => {
    if (over !== undefined) over.dataset['drop'] = 'false';
    over = element;
    if (over !== undefined) over.dataset['drop'] = 'true';
  };
  const dropAt = (event: TimelineEvent, x: number, y: number): Drop | undefined => {
    const under = document.elementFromPoint(x, y);
    const time = timeTarget.peek();
    const map = mapTarget.peek();
    if (event.when.edtf === undefined && time?.element.contains(under) === true) {
      const pointed = time.at(x);
      return pointed && { kind: 'date', element: time.element, near: edtfNear(pointed.at, MISS * pointed.msPerPixel, store.view.peek().zone) };
    }
    if (event.places.some(isLocated) || map?.element.contains(under) !== true) return undefined;
    const [at, beside] = [map.at(x, y), map.at(x + 1, y)];
    return { kind: 'place', element: map.element, at: roundedPosition(at, decimalsFor(Math.abs(beside[0] - at[0]) || 1)) };
  };
  const sentenceFor = (event: TimelineEvent, drop: Drop | undefined): string => {
    const world = store.world.peek();
    const words = editFormMessagesOf(world.messages).drag;
    if (drop?.kind === 'date') {
      const edtf = parseEdtf(drop.near.edtf);
      return edtf.ok ? describeEdtf(edtf.value, world) : '';
    }
    return event.when.edtf === undefined ? words.dropOnAxis : words.dropOnMap;
  };
  const stop = attachDragOut<TimelineEvent>(trays, {
    heldAt: (pressed) => {
      const { dataset } = store.opened.peek();
      const entry = pressed.closest<HTMLElement>('[data-event]');
      const id = entry?.dataset['event'];
      const row = id === undefined || editingOf(store).isReadOnly.peek() ? undefined : rowOf(dataset, id);
      return row === undefined ? undefined : eventAt(dataset, row);
    },
    onMove: (event, x, y) => {
      const drop = dropAt(event, x, y);
      mark(drop?.element);
      title.textContent = event.title;
      note.textContent = sentenceFor(event, drop);
      ghost.style.transform = `translate(${x + 14}px, ${y + 12}px)`;
      if (!ghost.isConnected) document.body.append(ghost);
    },
    onDrop: (event, x, y) => {
      const drop = dropAt(event, x, y);
      const { dataset } = store.opened.peek();
      if (drop === undefined || rowOf(dataset, event.id) === undefined) return;
      if (drop.kind === 'place') applyByHand(store, placeEvent(dataset, event.id, placedAt(event.places, drop.at)));
      else {
        const edtf = parseEdtf(drop.near.edtf);
        if (edtf.ok) applyByHand(store, editEvent(dataset, event.id, { when: { ...event.when, edtf: edtf.value, zone: drop.near.zone } }));
      }
    },
    onEnd: () => {
      mark(undefined);
      ghost.remove();
    },
  });
  return () => {
    stop();
    ghost.remove();
  };
}

/** The places of an event when the first of those without a position, or a new one, is at a position. */
function placedAt(places: readonly Place[], at: LngLat): readonly Place[] {
  const first = places.findIndex(({ kind }) => kind === 'not-stated');
  const { name, wording } = places[first] ?? { name: '', wording: undefined };
  const placed: Place = { kind: 'exact', name, wording, at, basis: { kind: 'stated' } };
  return first < 0 ? [...places, placed] : places.with(first, placed);
}
