import { unreachable } from '../base/result.ts';
import type { Place, TimelineEvent } from '../model/event.ts';
import { isLocated } from '../model/place.ts';
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
function describePlace(place: Place, { messages }: Words): string {
  return messages.list.place[place.kind](place.name === '' && isLocated(place) ? messages.list.unnamedPlace : place.name);
}

/** All places of an event in a few words; an event without any says so. */
export function describePlaces(event: TimelineEvent, words: Words): string {
  return event.places.length === 0
    ? words.messages.list.place['not-stated']('')
    : words.formats.list(event.places.map((place) => describePlace(place, words)));
}

/** All that is known of a place: its name, how exactly it is known, and how it came to be known. Just its name where that is stated exactly. */
export function describePlaceInFull(place: Place, words: Words): string {
  const { reading, unnamedPlace } = words.messages.list;
  const parts = [
    place.name === '' ? undefined : place.name,
    exactness(place, words),
    place.basis.kind === 'inferred' ? reading.inferred(place.basis.from) : undefined,
    place.wording === undefined ? undefined : reading.place(place.wording),
  ].filter((part) => part !== undefined);
  return (place.name === '' && isLocated(place) ? [unnamedPlace, ...parts] : parts).join(', ');
}

function exactness(place: Place, { messages, formats }: Words): string | undefined {
  const { placeNote } = messages.list;
  switch (place.kind) {
    case 'exact':
      return undefined;
    case 'near':
      return placeNote.near(formats.number(place.radiusKm));
    case 'not-stated':
      return placeNote['not-stated'](place.name !== '');
    case 'area':
    case 'country':
    case 'region':
    case 'route':
    case 'withheld':
      return placeNote[place.kind];
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
