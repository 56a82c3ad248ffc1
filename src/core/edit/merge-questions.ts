import type { TimelineEvent } from '../model/event.ts';
import { CHOSEN_MEMBERS, type ChosenMember } from './merge-events.ts';

/** A member of which events that are to be merged say different things. */
export interface MergeQuestion {
  readonly member: ChosenMember;
  /** The first event with each of the values, in the order of the events; the first of them is taken where nothing is said. */
  readonly events: readonly TimelineEvent[];
}

/** What makes two values of a member the same; `undefined` for an event that does not say anything there. */
const keyOf: Readonly<Record<ChosenMember, (event: TimelineEvent) => string | undefined>> = {
  title: ({ title }) => title || undefined,
  shortTitle: ({ shortTitle }) => shortTitle || undefined,
  when: ({ when: { edtf, ...about } }) => (edtf === undefined ? undefined : JSON.stringify([edtf.text, about])),
  status: ({ status }) => status,
  attribution: ({ attribution }) => attribution || undefined,
};

/** What has to be asked before events are merged: the members of which a merged event can have that of one only, and they have several. */
export const mergeQuestions = (events: readonly TimelineEvent[]): readonly MergeQuestion[] =>
  CHOSEN_MEMBERS.flatMap((member) => {
    const first = new Map<string, TimelineEvent>();
    for (const event of events) {
      const key = keyOf[member](event);
      if (key !== undefined && !first.has(key)) first.set(key, event);
    }
    return first.size < 2 ? [] : [{ member, events: [...first.values()] }];
  });
