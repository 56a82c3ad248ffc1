import { EVENT_MEMBERS } from '../../../core/formats/serialize-dateline.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';

/** A member of the file as its name and its value in text. */
export type FreeFact = readonly [name: string, text: string];

/**
 * What the file says of an event beyond the members that this program knows: they may have a meaning for the reader. Members without
 * a value are left out, and so are known lists and objects that are kept for saving: what can be read of them stands on the card.
 */
export function moreFacts({ extra }: TimelineEvent): readonly FreeFact[] {
  return [...extra]
    .filter(([name, value]) => value !== null && value !== '' && !(typeof value === 'object' && EVENT_MEMBERS.has(name)))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}
