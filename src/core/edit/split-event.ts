import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { parseEdtf } from '../time/edtf.ts';
import { printEdtf } from '../time/edtf-print.ts';
import type { Change } from './change.ts';
import { changeOf, eventOf, positionOf } from './change-of.ts';
import { withMembers, type EventMembers } from './with-members.ts';

/**
 * Makes several events of one: the first part keeps its id, the others follow it in the file, and each has what the event has but for the members
 * that are given for it. `fresh` gives ids that no event has. Throws on fewer than two parts.
 */
export function splitEvent(dataset: Dataset, id: string, parts: readonly EventMembers[], fresh: () => string): Change {
  const event = eventOf(dataset, id);
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) throw new Error(`an event is split into two parts at least, got ${parts.length}`);
  const at = positionOf(dataset, id) + 1;
  const added = others.map((members, p) => ({ event: withMembers(event, { ...members, id: fresh() }), at: at + p }));
  return changeOf(dataset, 'split', { edited: [withMembers(event, first)], added });
}

/** The parts of an event by its places: one for each. */
export const partsByPlace = ({ places }: TimelineEvent): readonly EventMembers[] => places.map((place) => ({ places: [place] }));

/** The parts of an event by its dates: one for each of a set, or for the start and the end of an interval where both are stated. */
export function partsByDate({ when }: TimelineEvent): readonly EventMembers[] {
  return datesOf(when.edtf).flatMap((text) => {
    const edtf = parseEdtf(text);
    return edtf.ok ? [{ when: { ...when, edtf: edtf.value } }] : [];
  });
}

function datesOf(edtf: TimelineEvent['when']['edtf']): readonly string[] {
  if (edtf === undefined) return [];
  switch (edtf.kind) {
    case 'interval':
      return typeof edtf.from === 'string' || typeof edtf.to === 'string' ? [edtf.text] : [printEdtf(edtf.from), printEdtf(edtf.to)];
    case 'set':
      return edtf.entries.map((entry) => {
        if (entry.kind !== 'range') return printEdtf(entry);
        return [entry.from, entry.to].map((end) => (end === undefined ? '..' : printEdtf(end))).join('/');
      });
    default:
      return [edtf.text];
  }
}
