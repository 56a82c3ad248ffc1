import type { TimelineEvent } from '../model/event.ts';
import type { Change, Deed } from './change.ts';

/** Something done to a story, as far as words for it go. */
export interface Done {
  readonly deed: Deed;
  /** How many events it was about. */
  readonly events: number;
  /** The title of the only event that it was about; `undefined` of several or none. */
  readonly title: string | undefined;
}

/** What a change does, for words about it: what is only adjusted to it, such as relations to a deleted event, does not count. */
export function doneBy(change: Change): Done {
  const about = subjectsOf(change);
  return { deed: change.deed, events: about.length, title: about.length === 1 ? about[0]?.title : undefined };
}

function subjectsOf({ deed, events }: Change): readonly TimelineEvent[] {
  const gone = events.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : []));
  const came = events.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
  const changed = events.flatMap(({ before, after }) => (before !== undefined && after !== undefined ? [after] : []));
  switch (deed) {
    case 'add':
    case 'duplicate':
      return came;
    case 'delete':
      return gone;
    case 'merge':
      return [...gone, ...changed.slice(0, 1)];
    case 'split':
      return changed.slice(0, 1);
    default:
      return [...came, ...changed, ...gone];
  }
}
