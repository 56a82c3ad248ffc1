import { decimalsFor, positionText, roundedPosition } from '../../../core/geo/position-text.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { civilOf } from '../../../core/time/calendar.ts';
import { edtfNear, type EdtfNear } from '../../../core/time/edtf-near.ts';
import { parseEdtf } from '../../../core/time/edtf.ts';
import { instant } from '../../../core/time/instant.ts';
import { draftingOf, type FormRequest } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { EMPTY_PLACE } from './draft-places.ts';
import { endsOf } from './draft-when.ts';
import { draftOf, EMPTY_DRAFT, type EventDraft } from './event-draft.ts';

/** The event of a form; `undefined` for a new one, and for one that is no longer in the story. */
export function eventIn(store: Store, id: string | undefined): TimelineEvent | undefined {
  const { dataset } = store.opened.value;
  const row = id === undefined ? undefined : rowOf(dataset, id);
  return row === undefined ? undefined : eventAt(dataset, row);
}

/** What a form begins with. */
export function firstDraft(store: Store, { id, when, at }: FormRequest): EventDraft {
  const world = store.world.peek();
  const event = eventIn(store, id);
  if (event !== undefined) return draftOf(event, world);
  const begun = when === 'window' ? middleOf(store) : when;
  const edtf = begun === undefined ? undefined : parseEdtf(begun.edtf);
  const date = edtf?.ok === true ? { ...endsOf(edtf.value, world), zone: begun?.zone === 'local' ? '' : (begun?.zone ?? '') } : {};
  const places = at === undefined ? [EMPTY_PLACE] : [{ ...EMPTY_PLACE, position: positionText(roundedPosition(at, decimalsFor(0.001))) }];
  return { ...EMPTY_DRAFT, when: { ...EMPTY_DRAFT.when, ...date }, places };
}

/** How many pixels a hand may miss by, on the axis. */
const MISS = 6;

/** The date at the middle of the axis, as close as the axis tells. */
function middleOf(store: Store): EdtfNear | undefined {
  const target = draftingOf(store).timeTarget.peek();
  if (target === undefined) return undefined;
  const { left, width } = target.element.getBoundingClientRect();
  const pointed = target.at(left + width / 2);
  return pointed && edtfNear(pointed.at, MISS * pointed.msPerPixel, store.view.peek().zone);
}

/** A draft that was kept, by this page or an earlier one; `undefined` for what is none. */
export function keptDraft(text: string | undefined): EventDraft | undefined {
  if (text === undefined) return undefined;
  try {
    const draft = JSON.parse(text) as EventDraft;
    return { ...EMPTY_DRAFT, ...draft };
  } catch {
    return undefined;
  }
}

/** The year that a date without one means: that of the event, or of the middle of what the timeline shows. */
export function yearNear(store: Store, event: TimelineEvent | undefined): number | undefined {
  const { window } = store.view.value;
  const at = event?.when.edtf?.span.earliestStart ?? (window === undefined ? undefined : (window.start + window.end) / 2);
  return at === undefined || !Number.isFinite(at) ? civilOf(store.world.peek().now).year : civilOf(instant(at)).year;
}
