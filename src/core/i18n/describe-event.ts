import { unreachable } from '../base/result.ts';
import type { Place, TimelineEvent } from '../model/event.ts';
import type { Formats } from './formats.ts';
import type { Messages } from './messages.ts';

/** What the phrases below are made with. */
export interface Words {
  readonly messages: Messages;
  readonly formats: Formats;
}

/** A phrase as the beginning of a line: its first letter a capital. */
export const capitalised = (phrase: string, { formats }: Words): string =>
  phrase.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(formats.locale));

/** A place in a few words, no more exact than it is known: "Tehran", "near Tabriz", "Oman, country only". */
export function describePlace(place: Place, { messages }: Words): string {
  const hasNoName = place.name === '' && place.kind !== 'withheld' && place.kind !== 'not-stated';
  return messages.list.place[place.kind](hasNoName ? messages.list.unnamedPlace : place.name);
}

/** All places of an event in a few words; an event without any says so. */
export function describePlaces(event: TimelineEvent, words: Words): string {
  return event.places.length === 0
    ? words.messages.list.place['not-stated']('')
    : words.formats.list(event.places.map((place) => describePlace(place, words)));
}

/** What stands beside a place's name: how exactly it is known, and how it came to be known. Empty for a place stated exactly. */
export function describePlaceNotes(place: Place, words: Words): readonly string[] {
  const { reading } = words.messages.list;
  return [
    ...exactness(place, words),
    ...(place.basis.kind === 'inferred' ? [reading.inferred(place.basis.from)] : []),
    ...(place.wording === undefined ? [] : [reading.place(place.wording)]),
  ];
}

function exactness(place: Place, { messages, formats }: Words): readonly string[] {
  const { placeNote } = messages.list;
  switch (place.kind) {
    case 'exact':
    case 'withheld':
    case 'not-stated':
      return [];
    case 'near':
      return [placeNote.near(formats.number(place.radiusKm))];
    case 'area':
    case 'country':
    case 'region':
    case 'route':
      return [placeNote[place.kind]];
    default:
      return unreachable(place);
  }
}

/** How far an event is established and who says so: "reported by HRANA", "planned, per Iranian media", "confirmed". */
export function describeStatus({ status, attribution }: TimelineEvent, { messages }: Words): string {
  return attribution === undefined ? messages.model.status[status] : messages.list.status[status](attribution);
}

/** The same in as few words as a card has room for: who says so is left out where nobody doubts it. */
export function describeStatusBriefly(event: TimelineEvent, words: Words): string {
  return event.status === 'confirmed' ? words.messages.model.status.confirmed : describeStatus(event, words);
}
