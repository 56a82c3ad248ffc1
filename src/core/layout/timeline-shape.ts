import type { PartOfDay } from '../model/event.ts';
import { PRECISIONS, type Edtf, type EndKind } from '../time/edtf.ts';
import { DAY, type TimeSpan } from '../time/instant.ts';
import type { EventLook } from './timeline-look.ts';

/** What stands for an event on a time line, in UTC milliseconds. */
export type TimeShape =
  /** A sign at an instant. `day`: known to the day only, so that the hour says nothing; start and end of that day. */
  | { readonly kind: 'point'; readonly at: number; readonly day: readonly [start: number, end: number] | undefined }
  /** From a start to an end, each of which may lie in a stretch of its own. */
  | { readonly kind: 'bar'; readonly span: TimeSpan; readonly startKind: EndKind; readonly endKind: EndKind }
  /** Somewhere within, no more exactly known. */
  | { readonly kind: 'soft'; readonly start: number; readonly end: number }
  /** One of several dates, or on all of them. */
  | { readonly kind: 'set'; readonly choice: 'one-of' | 'all-of'; readonly start: number; readonly end: number; readonly members: readonly TimeSpan[] };

/**
 * Where in its day an event stands whose source names a part of the day; 0.5 when it names none. Local time is drawn as it is told, so the
 * shares only keep the parts in order and away from the edges.
 */
const SHARE_OF_DAY: Readonly<Record<PartOfDay, number>> = {
  'early-morning': 0.2,
  morning: 0.35,
  midday: 0.5,
  afternoon: 0.65,
  evening: 0.8,
  night: 0.92,
};

/** From this many pixels on a day is shown as a whole, lest a sign or a line in it seem to tell an hour. */
export const WIDE_DAY = 96;

/** Where in its day a report known to the day only is drawn: after what it reports, before the evening. */
export const REPORT_SHARE = 0.62;

/** The shape of a dated event; `undefined` for an undated one. */
export function shapeOf({ when }: Pick<EventLook, 'when'>): TimeShape | undefined {
  const { edtf } = when;
  if (edtf === undefined) return undefined;
  const { earliestStart: start, latestEnd: end } = edtf.span;
  if (edtf.kind === 'set') return { kind: 'set', choice: edtf.choice, start, end, members: edtf.members };
  if (edtf.kind === 'interval') return { kind: 'bar', span: edtf.span, startKind: edtf.start, endKind: edtf.end };
  if (isCoarse(edtf) || edtf.qualifier.approximate) return { kind: 'soft', start, end };
  if (edtf.precision !== 'day') return { kind: 'point', at: start, day: undefined };
  const share = when.partOfDay === undefined ? 0.5 : SHARE_OF_DAY[when.partOfDay];
  return { kind: 'point', at: start + share * DAY, day: [start, end] };
}

/** Whether a date is known less exactly than to the day. */
export function isCoarse(edtf: Edtf): boolean {
  return PRECISIONS.indexOf(edtf.precision) > PRECISIONS.indexOf('day');
}
