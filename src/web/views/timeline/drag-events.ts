import type { ReadonlySignal } from '@preact/signals';
import { boxContains, type Box } from '../../../core/base/geometry.ts';
import { moveInTime, type TimeMove } from '../../../core/edit/move-in-time.ts';
import type { Change } from '../../../core/edit/change.ts';
import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { edtfNear } from '../../../core/time/edtf-near.ts';
import type { Edtf } from '../../../core/time/edtf.ts';
import { pixelsPerMs } from '../../../core/time/time-scale.ts';
import { attachEventDrag } from '../../gestures/drag-event.ts';
import { isControl } from '../../gestures/is-control.ts';
import { applyByHand } from '../../store/apply-by-hand.ts';
import { draftingOf } from '../../store/drafting.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';

type Layout = ReadonlySignal<TimelineLayout | undefined>;

/** What of the selected event is held. */
interface Held {
  readonly event: TimelineEvent;
  readonly edge: TimeMove['edge'];
  readonly box: Box;
}

/** So near to its end, in pixels, a bar is held by that end; shorter bars have no ends to hold. A finger needs more room. */
const [GRIP, SHORTEST] = [7, 28];
const [FINGER_GRIP, FINGER_SHORTEST] = [18, 72];

/**
 * The selected event is dragged along the time line, or by an end: its date moves by whole units of its own, and a hint says where it would be.
 * Other events are not held: a drag on them moves the timeline. Returns what stops listening.
 */
export function attachEventDrags(store: Store, element: HTMLElement, layout: Layout): () => void {
  const hint = document.createElement('div');
  hint.className = 'timeline-drag';
  hint.hidden = true;
  const chip = document.createElement('span');
  hint.append(chip);
  element.append(hint);

  const heldAt = (x: number, y: number, isFinger: boolean): Held | undefined => {
    const [grip, shortest] = isFinger ? [FINGER_GRIP, FINGER_SHORTEST] : [GRIP, SHORTEST];
    const { dataset } = store.opened.peek();
    const { selected } = store.view.peek();
    const i = selected === undefined || editingOf(store).isReadOnly.peek() ? undefined : rowOf(dataset, selected);
    const box = i === undefined ? undefined : layout.peek()?.placeOf(i)?.box;
    if (i === undefined || box === undefined || !boxContains(grown(box, grip), x, y)) return undefined;
    const event = eventAt(dataset, i);
    if (event.when.edtf === undefined) return undefined;
    const hasEnds = box.width >= shortest && event.when.edtf.kind !== 'set';
    const edge = !hasEnds ? 'both' : x <= box.x + grip ? 'start' : x >= box.x + box.width - grip ? 'end' : 'both';
    return { event, edge, box };
  };
  const changeFor = ({ event, edge, box }: Held, dx: number): Change | undefined => {
    const scale = layout.peek()?.scale;
    if (scale === undefined || rowOf(store.opened.peek().dataset, event.id) === undefined) return undefined;
    const x = edge === 'end' ? box.x + box.width : box.x;
    return moveInTime(store.opened.peek().dataset, event.id, { by: scale.instantAt(x + dx) - scale.instantAt(x), edge });
  };
  const hide = (): void => {
    hint.hidden = true;
  };
  const show = (held: Held, dx: number): void => {
    const change = changeFor(held, dx);
    const scale = layout.peek()?.scale;
    const world = store.world.peek();
    if (change === undefined || scale === undefined) return;
    const edtf = change.events[0]?.after?.when.edtf ?? held.event.when.edtf;
    if (edtf === undefined) return;
    chip.textContent = change.events.length === 0 && Math.abs(dx) > SHORTEST ? editFormMessagesOf(world.messages).drag.none : describeEdtf(edtf, world);
    const [from, to] = ghostOf(edtf, held.event.when.edtf ?? edtf, held.box, scale.xOf);
    hint.style.cssText = `left:${from}px;top:${held.box.y}px;width:${Math.max(to - from, held.box.height)}px;height:${held.box.height}px`;
    hint.dataset['side'] = from > scale.x1 * 0.7 ? 'before' : 'after';
    hint.hidden = false;
  };
  const stopDrag = attachEventDrag<Held>(element, {
    heldAt,
    onOver: (over) => {
      element.dataset['hold'] = over === undefined ? 'none' : over.edge === 'both' ? 'whole' : 'end';
    },
    onDrag: show,
    onDrop: (held, dx) => {
      hide();
      const change = changeFor(held, dx);
      if (change !== undefined) applyByHand(store, change);
    },
    onCancel: hide,
  });
  const stopAxis = attachAxisPress(store, element, layout);
  return () => {
    stopDrag();
    stopAxis();
    hint.remove();
  };
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** Where an event would stand: its box, moved and stretched as its span is. */
function ghostOf({ span }: Edtf, { span: before }: Edtf, box: Box, xOf: (at: number) => number): readonly [from: number, to: number] {
  const moved = (now: number, then: number): number => (Number.isFinite(now) && Number.isFinite(then) ? xOf(now) - xOf(then) : 0);
  return [box.x + moved(span.earliestStart, before.earliestStart), box.x + box.width + moved(span.latestEnd, before.latestEnd)];
}

/** How many pixels a hand may miss by, on the axis. */
const MISS = 6;

/** A double click on the axis begins a new event there; and what else needs to know where on the axis a pixel is can ask. */
function attachAxisPress(store: Store, element: HTMLElement, layout: Layout): () => void {
  const drafting = draftingOf(store);
  const at = (clientX: number): { readonly at: ReturnType<TimelineLayout['scale']['instantAt']>; readonly msPerPixel: number } | undefined => {
    const scale = layout.peek()?.scale;
    const x = clientX - element.getBoundingClientRect().left;
    if (scale === undefined || x < scale.x0 || x > scale.x1) return undefined;
    const here = scale.instantAt(x);
    return { at: here, msPerPixel: Math.max(scale.instantAt(x + 1) - here, Math.min(1 / pixelsPerMs(scale), 1)) };
  };
  drafting.timeTarget.value = { element, at };
  const onDouble = (press: MouseEvent): void => {
    const { top } = element.getBoundingClientRect();
    const axisEnd = layout.peek()?.plot.y;
    const pointed = at(press.clientX);
    if (editingOf(store).isReadOnly.peek() || isControl(press.target)) return;
    if (axisEnd === undefined || pointed === undefined || press.clientY - top >= axisEnd) return;
    press.preventDefault();
    press.stopImmediatePropagation();
    drafting.form.value = { id: undefined, when: edtfNear(pointed.at, MISS * pointed.msPerPixel, store.view.peek().zone) };
  };
  element.addEventListener('dblclick', onDouble, { capture: true });
  return () => {
    element.removeEventListener('dblclick', onDouble, { capture: true });
    if (drafting.timeTarget.peek()?.element === element) drafting.timeTarget.value = undefined;
  };
}
