import type { Dataset } from '../model/dataset.ts';
import type { Change } from './change.ts';
import { changeOf, eventOf } from './change-of.ts';
import { shiftEdge, shiftEdtf } from './shift-edtf.ts';
import { withMembers } from './with-members.ts';

/** How far an event is moved, in milliseconds (later ones are positive), and what of it: all, or one of its ends. */
export interface TimeMove {
  readonly by: number;
  readonly edge: 'both' | 'start' | 'end';
}

/**
 * Moves an event, or an end of it, along the time line. Dates stay as closely known as they are: a month moves by months. Nothing changes where
 * there is nothing to move, or an end would pass the other.
 */
export function moveInTime(dataset: Dataset, id: string, { by, edge }: TimeMove): Change {
  const event = eventOf(dataset, id);
  const { edtf } = event.when;
  const moved = edtf && (edge === 'both' ? shiftEdtf(edtf, by) : shiftEdge(edtf, edge, by));
  return changeOf(dataset, 'move-in-time', { edited: moved === undefined ? [] : [withMembers(event, { when: { ...event.when, edtf: moved } })] });
}
